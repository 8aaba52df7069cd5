#include <algorithm>
#include <optional>
#include <vector>

#include "base/catalogue.h"
#include "ical/lines/content_hash.h"
#include "ical/lines/physical_lines.h"
#include "ical/lines/said_value.h"
#include "ical/read/item_properties.h"
#include "jalon/calendar.h"

namespace jalon {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
constexpr std::size_t shown_of_a_line = 40;

std::optional<When> when_by_times(const ItemProperties& found, WhenKind kind, const std::optional<Moment>& last) {
  if (!found.start && !last) return std::nullopt;
  const Moment end = last ? *last : *found.start;
  return When{kind, end.timed, found.start ? found.start->time : end.time, end.time, nullptr};
}

When when_of(const ItemProperties& found, bool todo) {
  if (const auto said = parse_said(found.when)) return *said;
  if (todo) {
    if (!found.due) return {};
    return *when_by_times(found, found.start ? WhenKind::window : WhenKind::deadline, found.due);
  }
  When when = when_by_times(found, WhenKind::event, found.end).value_or(When{});
  if (!when.timed && when.end > when.start) when.end -= std::chrono::days{1};
  return when;
}

std::string without_mark(std::string summary, const std::string& mark) {
  if (!mark.empty() && summary.starts_with(mark + " ")) summary.erase(0, mark.size() + 1);
  return summary;
}

PreviousItem item_of(ItemProperties found, bool todo, const ContentHash& hash) {
  PreviousItem item;
  const When when = when_of(found, todo);
  item.kind = when.kind;
  item.timed = when.timed;
  item.start = when.start;
  item.end = when.end;
  item.uid = std::move(found.uid);
  item.todo = todo;
  item.id = std::move(found.id);
  item.summary = without_mark(std::move(found.summary), found.mark);
  if (found.in_section) item.section = std::move(found.category);
  item.sequence = found.sequence;
  item.stamp = *found.stamp;
  item.completed = found.completed;
  item.content_hash = hash.content;
  item.schedule_hash = hash.schedule;
  return item;
}

// CATEGORIES may hold many values, of which the first is wanted: a comma that is not escaped ends it.
std::string_view with_first_value(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == ',') return line.substr(0, i);
    if (line[i] == '\\') ++i;
  }
  return line;
}

std::string shown(std::string_view line) {
  std::string text(line.substr(0, shown_of_a_line));
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
  return text;
}

// Goes through a calendar once, line by line, and holds one component at a time.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {
    if (rest_.starts_with(byte_order_mark)) rest_.remove_prefix(byte_order_mark.size());
  }

  Result<std::vector<PreviousItem>> read() {
    while (!rest_.empty() && !error_) read_line();
    if (!error_) check_end();
    if (error_) return *error_;
    return std::move(items_);
  }

 private:
  void read_line() {
    const std::string_view from = rest_;
    const std::string_view whole = take_content_line(rest_);
    const std::string_view line = unfolded(whole, scratch_);
    const std::size_t colon = line.find(':');
    if (!line.empty()) {
      const bool readable = colon != std::string_view::npos && line.find('\0') == std::string_view::npos;
      readable ? take(line, colon, from) : fail(line);
    }
    line_ += static_cast<std::size_t>(std::count(whole.begin(), whole.end(), '\n'));
  }

  // `from`: the bytes from the beginning of this line on.
  void take(std::string_view line, std::size_t colon, std::string_view from) {
    const std::string_view value = line.substr(colon + 1);
    if (line.starts_with("BEGIN:")) return begin(value, from);
    if (open_.empty()) return fail(line);
    if (line.starts_with("END:")) return end(value, line);
    if (open_.size() == 1 && line.starts_with("PRODID:-//jalon//")) ours_ = true;
    const std::string_view name = property_name(line);
    if (open_.size() != 2 || !in_item_ || !is_item_property(name)) return;
    wanted_.append(name == "CATEGORIES" ? with_first_value(line) : line).push_back('\0');
  }

  void begin(std::string_view name, std::string_view from) {
    if (open_.empty() && (name != "VCALENDAR" || calendar_read_)) return fail(from.substr(0, from.find('\n')));
    if (open_.size() == 1) {
      in_item_ = name == "VEVENT" || name == "VTODO";
      component_ = from;
      component_line_ = line_;
      wanted_.assign("BEGIN:").append(name).push_back('\0');
    }
    open_.emplace_back(name);
  }

  void end(std::string_view name, std::string_view line) {
    if (name != open_.back()) return fail(line);
    open_.pop_back();
    if (open_.empty()) calendar_read_ = true;
    if (open_.size() == 1 && in_item_) finish(name);
  }

  void finish(std::string_view name) {
    wanted_.append("END:").append(name).push_back('\0');
    ItemProperties found = read_item_properties(wanted_);
    if (found.uid.empty() || !found.stamp) {
      line_ = component_line_;
      return fail(component_.substr(0, component_.find('\n')));
    }
    const ContentHash hash = hash_component(component_.substr(0, component_.size() - rest_.size()));
    items_.push_back(item_of(std::move(found), name == "VTODO", hash));
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
  std::size_t line_ = 1;           // of the file: where the present content line begins
  std::string scratch_;            // the present content line, where it was folded
  std::vector<std::string> open_;  // the components that have begun and not ended
  bool calendar_read_ = false;
  bool ours_ = false;
  bool in_item_ = false;        // the component within the calendar is an action's
  std::string_view component_;  // it and all that follows it
  std::size_t component_line_ = 1;
  std::string wanted_;  // those of its lines that its identity rests on
  std::vector<PreviousItem> items_;
  std::optional<Error> error_;
};

}  // namespace

Result<std::vector<PreviousItem>> read_previous(std::string_view ics) { return Reader(ics).read(); }

}  // namespace jalon
