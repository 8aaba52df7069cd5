#include <algorithm>
#include <optional>
#include <vector>

#include "base/catalogue.h"
#include "ical/lines/physical_lines.h"
#include "ical/read/item_reader.h"
#include "jalon/calendar.h"

namespace jalon {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
constexpr std::size_t shown_of_a_line = 40;

std::string shown(std::string_view line) {
  std::string text(line.substr(0, shown_of_a_line));
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
  return text;
}

// Goes through a calendar once, line by line, and holds one component at a time.
class Reader {
 public:
  explicit Reader(std::string_view bytes)
      : rest_(bytes), nul_(bytes.data() + std::min(bytes.find('\0'), bytes.size())) {
    if (rest_.starts_with(byte_order_mark)) rest_.remove_prefix(byte_order_mark.size());
  }

  Result<std::vector<PreviousItem>> read() {
    constexpr std::size_t short_item = 300;  // bytes; room that is not used is never touched
    items_.reserve(rest_.size() / short_item);
    while (!rest_.empty() && !error_) read_line();
    if (!error_) check_end();
    if (error_) return *error_;
    return std::move(items_);
  }

 private:
  void read_line() {
    const ContentLine whole = take_content_line(rest_);
    const std::string_view line = unfolded(whole, scratch_);
    const bool readable = line.find(':') != std::string_view::npos && nul_ >= rest_.data();
    if (!line.empty()) readable ? take(line) : fail(line);
    line_ += whole.line_feeds();
  }

  void take(std::string_view line) {
    if (line.starts_with("BEGIN:")) begin(line);
    if (open_.empty()) return fail(line);
    if (open_.size() == 1 && line.starts_with("PRODID:-//jalon//")) ours_ = true;
    if (item_) item_->take(line);
    if (line.starts_with("END:")) end(line);
  }

  void begin(std::string_view line) {
    const std::string_view name = line.substr(6);
    if (open_.empty() && (name != "VCALENDAR" || calendar_read_)) return;
    const bool todo = name == "VTODO";
    if (open_.size() == 1 && (todo || name == "VEVENT")) {
      item_.emplace(todo);
      item_line_ = line_;
    }
    open_.emplace_back(name);
  }

  void end(std::string_view line) {
    if (line.substr(4) != open_.back()) return fail(line);
    open_.pop_back();
    if (open_.empty()) calendar_read_ = true;
    if (open_.size() == 1 && item_) finish("BEGIN:" + std::string(line.substr(4)));
  }

  void finish(const std::string& first_line) {
    auto item = item_->finish();
    item_.reset();
    if (item) return items_.push_back(std::move(*item));
    line_ = item_line_;
    fail(first_line);
  }

  void check_end() {
    if (!open_.empty()) return fail("END:" + open_.back());
    if (calendar_read_ && !ours_) error_ = Error{ErrorKind::refused, Code::calendar_foreign, {}};
  }

  void fail(std::string_view line) {
    const bool begun = calendar_read_ || !open_.empty();
    error_ = Error{ErrorKind::refused,
                   begun ? Code::calendar_damaged : Code::calendar_none,
                   {static_cast<std::int64_t>(line_), shown(line)}};
  }

  std::string_view rest_;
  const char* nul_;                // the first NUL, which no line may hold; the end where there is none
  std::size_t line_ = 1;           // of the file: where the present content line begins
  std::string scratch_;            // the present content line, where it was folded
  std::vector<std::string> open_;  // the components that have begun and not ended
  bool calendar_read_ = false;
  bool ours_ = false;
  std::optional<ItemReader> item_;  // of the component within the calendar, where it is an action's
  std::size_t item_line_ = 1;
  std::vector<PreviousItem> items_;
  std::optional<Error> error_;
};

}  // namespace

Result<std::vector<PreviousItem>> read_previous(std::string_view ics) { return Reader(ics).read(); }

}  // namespace jalon
