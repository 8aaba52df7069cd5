#include "view/timeline.h"

#include <algorithm>
#include <map>
#include <vector>

#include "base/display.h"
#include "view/entry_text.h"
#include "view/words.h"

namespace jalon {
namespace {

using std::chrono::days;

constexpr std::size_t usual_width = 100;
constexpr std::size_t least_track = 20;
constexpr std::size_t gap = 2;
constexpr std::string_view bar = "━";
constexpr std::string_view due = "◆";
constexpr std::string_view single = "●";
constexpr std::string_view today_line = "┊";

// All instances of one action.
struct Row {
  ActionKey key;
  std::vector<const Instance*> instances;
};

class Timeline {
 public:
  Timeline(const Timetable& table, const Selection& selection, const Sheet& sheet, Language language)
      : table_(table), sheet_(sheet), text_(table, language), language_(language) {
    read_rows();
    if (rows_.empty()) return;
    range_ = range_of_all();
    if (selection.from) range_.first = std::max(range_.first, *selection.from);
    if (selection.until) range_.last = std::min(range_.last, *selection.until);
    measure();
  }

  std::string make() const {
    if (rows_.empty()) return view_word(ViewWord::nothing, language_) + "\n";
    std::string result = header();
    for (const Row& row : rows_) result += line(row);
    return result;
  }

 private:
  void read_rows() {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> places;
    for (const Instance& instance : table_.instances) {
      const auto [place, added] = places.try_emplace({instance.key.plan, instance.key.action}, rows_.size());
      if (added) rows_.push_back({instance.key, {}});
      rows_[place->second].instances.push_back(&instance);
    }
  }

  DayRange range_of_all() const {
    DayRange range{table_.instances.front().first, table_.instances.front().last};
    for (const Instance& instance : table_.instances) {
      range.first = std::min(range.first, instance.first);
      range.last = std::max(range.last, instance.last);
    }
    return range;
  }

  void measure() {
    const std::size_t width = sheet_.width == 0 ? usual_width : sheet_.width;
    for (const Row& row : rows_) label_ = std::max(label_, display_width(text_.title(row.key)));
    label_ = std::min(label_, std::max<std::size_t>(width * 2 / 5, 12));
    track_ = width > label_ + gap + least_track ? width - label_ - gap : least_track;
    track_ = std::min(track_, static_cast<std::size_t>((range_.last - range_.first).count() + 1) * 4);
  }

  std::size_t column_of(Day day) const {
    const Day inside = std::clamp(day, range_.first, range_.last);
    const auto length = static_cast<std::size_t>((range_.last - range_.first).count()) + 1;
    return static_cast<std::size_t>((inside - range_.first).count()) * track_ / length;
  }

  // The last column of a day, which may be several columns wide.
  std::size_t end_column_of(Day day) const {
    const std::size_t next = day < range_.last ? column_of(day + days{1}) : track_;
    return std::max(column_of(day), next == 0 ? 0 : next - 1);
  }

  // Each month's name where it begins, as far as there is room.
  std::string header() const {
    std::string names;
    std::size_t columns = 0;
    for (Day day = range_.first; day <= range_.last; day += days{1}) {
      const std::chrono::year_month_day date{day};
      if (day != range_.first && date.day() != std::chrono::day{1}) continue;
      std::string name = short_month(date.month(), language_);
      if (names.empty() || date.month() == std::chrono::January) {
        name += " " + std::to_string(static_cast<int>(date.year()));
      }
      const std::size_t at = column_of(day);
      const bool room = (columns == 0 || at > columns) && at + display_width(name) <= track_;
      if (!room) continue;
      names += std::string(at - columns, ' ') + name;
      columns = at + display_width(name);
    }
    return std::string(label_ + gap, ' ') + inked({names, Ink::strong}, sheet_.color) + "\n";
  }

  std::string line(const Row& row) const {
    const Instance& first = *row.instances.front();
    const Ink ink = text_.ink(*row.instances.back());
    const Piece label{fitted(text_.title(row.key), label_), ink};
    Piece marks{track_of(row), ink};
    if (ink == Ink::plain) marks = {marks.text, Ink::hue, text_.short_form(first).hue};
    const std::string result = inked(label, sheet_.color) + std::string(gap, ' ') + inked(marks, sheet_.color);
    return result + "\n";
  }

  std::string track_of(const Row& row) const {
    std::vector<std::string_view> cells(track_, " ");
    const bool has_today = table_.today() >= range_.first && table_.today() <= range_.last;
    if (has_today) cells[column_of(table_.today())] = today_line;
    for (const Instance* instance : row.instances) put(cells, *instance);
    std::size_t last = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) last = cells[i] == " " ? last : i + 1;
    std::string text;
    for (std::size_t i = 0; i < last; ++i) text += cells[i];
    return text;
  }

  void put(std::vector<std::string_view>& cells, const Instance& instance) const {
    const bool deadline = table_.action(instance.key).when.is_deadline();
    if (instance.last < range_.first || instance.first > range_.last) return;
    if (instance.first < instance.last) {
      const std::size_t end = end_column_of(instance.last);
      for (std::size_t i = column_of(instance.first); i <= end; ++i) cells[i] = bar;
      if (deadline) cells[end] = due;
      return;
    }
    cells[column_of(instance.first)] = deadline ? due : single;
  }

  const Timetable& table_;
  Sheet sheet_;
  EntryText text_;
  Language language_;
  std::vector<Row> rows_;
  DayRange range_{};
  std::size_t label_ = 0;
  std::size_t track_ = 0;
};

}  // namespace

std::string timeline(const Timetable& table, const Selection& selection, const Sheet& sheet, Language language) {
  return Timeline(table, selection, sheet, language).make();
}

}  // namespace jalon
