#include "view/agenda.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/display.h"
#include "view/conflicts.h"
#include "view/entry_text.h"
#include "view/words.h"

namespace jalon {
namespace {

using std::chrono::days;

constexpr std::size_t gap = 2;
constexpr std::size_t least_title = 24;  // columns; in a narrower place the title stands under its time
constexpr std::string_view today_mark = "▸ ";
constexpr std::string_view no_mark = "  ";

// An instance in one week of its own.
struct Row {
  Day day;
  const Instance* instance = nullptr;
};

using Weeks = std::map<Day, std::vector<Row>>;

class Agenda {
 public:
  Agenda(const Timetable& table, const Selection& selection, const Sheet& sheet, Language language)
      : table_(table), selection_(selection), sheet_(sheet), language_(language), text_(table, language) {}

  std::string make() {
    const Weeks weeks = by_week();
    measure(weeks);
    std::string result = selection_.scope == Scope::overdue ? "" : overdue();
    for (const auto& [monday, rows] : weeks) result += week(monday, rows);
    result += undated() + conflicts();
    return result.empty() ? view_word(ViewWord::nothing, language_) + "\n" : result.substr(1);
  }

 private:
  Weeks by_week() const {
    Weeks weeks;
    for (const Instance& instance : table_.instances) {
      const Day first = selection_.from ? std::max(instance.first, *selection_.from) : instance.first;
      const Day last = selection_.until ? std::min(instance.last, *selection_.until) : instance.last;
      for (Day day = first; day <= last; day = monday_of(day) + days{7})
        weeks[monday_of(day)].push_back({day, &instance});
    }
    for (auto& [monday, rows] : weeks) {
      std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.day < b.day; });
    }
    return weeks;
  }

  void measure(const Weeks& weeks) {
    day_width_ = display_width(weekday_and_day(table_.today(), language_));
    for (const auto& [monday, rows] : weeks) {
      for (const Row& row : rows) {
        day_width_ = std::max(day_width_, display_width(weekday_and_day(row.day, language_)));
        time_width_ = std::max(time_width_, display_width(text_.time(*row.instance)));
      }
    }
    for (const Instance& late : table_.overdue) {
      day_width_ = std::max(day_width_, display_width(weekday_and_day(late.last, language_)));
    }
  }

  std::string heading(std::string_view words) const {
    std::string result = "\n";
    for (const std::string& line : flow({{std::string(words), Ink::strong}}, sheet_.width, sheet_.color)) {
      result += line + "\n";
    }
    return result;
  }

  std::string week(Day monday, const std::vector<Row>& rows) const {
    const std::string span = view_word(
        ViewWord::week_days, language_,
        {short_day(monday, language_), short_day(monday + days{6}, language_) + " " + year_of(monday + days{6})});
    std::string result =
        heading(view_word(ViewWord::week, language_, {std::to_string(iso_week(monday))}) + " · " + span);
    bool today_told = table_.today() < monday || table_.today() > monday + days{6};
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (!today_told && rows[i].day > table_.today()) {
        result += empty_today();
        today_told = true;
      }
      today_told = today_told || rows[i].day == table_.today();
      const bool new_day = i == 0 || rows[i].day != rows[i - 1].day;
      result += row(new_day ? std::optional(rows[i].day) : std::nullopt, *rows[i].instance);
    }
    return result + (today_told ? "" : empty_today());
  }

  static std::string year_of(Day day) {
    return std::to_string(static_cast<int>(std::chrono::year_month_day{day}.year()));
  }

  // The place of the day: «▸ lun. 26 nov.», marked where it is today.
  std::string day_cell(std::optional<Day> day) const {
    if (!day) return std::string(no_mark.size() + day_width_, ' ');
    const bool today = *day == table_.today();
    const std::string label = weekday_and_day(*day, language_);
    return std::string(today ? today_mark : no_mark) + inked({label, today ? Ink::now : Ink::plain}, sheet_.color) +
           std::string(day_width_ - display_width(label), ' ');
  }

  std::string empty_today() const {
    return day_cell(table_.today()) + std::string(gap, ' ') +
           inked({view_word(ViewWord::today, language_), Ink::dim}, sheet_.color) + "\n";
  }

  std::string row(std::optional<Day> day, const Instance& instance) const {
    const std::string time = text_.time(instance);
    const Piece shown_time{time, text_.ink(instance) == Ink::plain ? Ink::strong : text_.ink(instance)};
    const std::string before = day_cell(day) + std::string(gap, ' ');
    const std::size_t width = no_mark.size() + day_width_ + gap;
    const std::size_t time_gap = time_width_ == 0 ? 0 : gap;
    const Pieces pieces = text_.pieces(instance);
    if (sheet_.width == 0 || sheet_.width >= width + time_width_ + time_gap + least_title) {
      const std::string padding(time_width_ - display_width(time) + time_gap, ' ');
      return lines(before + inked(shown_time, sheet_.color) + padding, pieces, width + time_width_ + time_gap);
    }
    if (time.empty()) return lines(before, pieces, width);
    const std::string indent(no_mark.size() + gap, ' ');
    const bool room = width + display_width(time) <= sheet_.width;
    std::string head = room ? before : day ? trimmed(before) + "\n" + indent : indent;
    head += inked(shown_time, sheet_.color) + "\n";
    return head + lines(indent, pieces, indent.size());
  }

  // Pieces behind what is `indent` columns wide, further lines under them.
  std::string lines(const std::string& before, const Pieces& pieces, std::size_t indent) const {
    const std::size_t room =
        sheet_.width == 0 ? 0 : std::max(sheet_.width - std::min(sheet_.width, indent), std::size_t{12});
    std::string result;
    for (const std::string& line : flow(pieces, room, sheet_.color)) {
      result += trimmed((result.empty() ? before : std::string(indent, ' ')) + line) + "\n";
    }
    return result;
  }

  static std::string trimmed(const std::string& line) { return line.substr(0, line.find_last_not_of(' ') + 1); }

  std::string overdue() const {
    if (table_.overdue.empty()) return "";
    std::string result = "\n" + inked({view_word(ViewWord::overdue, language_), Ink::late}, sheet_.color) + "\n";
    for (const Instance& instance : table_.overdue) {
      result += lines(day_cell(instance.last) + std::string(gap, ' '), text_.pieces(instance),
                      no_mark.size() + day_width_ + gap);
    }
    return result;
  }

  std::string undated() const {
    if (table_.undated.empty()) return "";
    std::string result = heading(view_word(ViewWord::undated, language_));
    for (const ActionKey key : table_.undated) {
      result += lines(std::string(no_mark), text_.pieces(key), no_mark.size());
    }
    return result;
  }

  std::string conflicts() const {
    const std::vector<Conflict> all = find_conflicts(table_);
    if (all.empty()) return "";
    std::string result = heading(view_word(ViewWord::conflicts, language_));
    for (const Conflict& conflict : all) {
      Pieces pieces = {{"@" + one_line(conflict.person), Ink::late}};
      for (const Instance* instance : {&conflict.first, &conflict.second}) {
        pieces.push_back({instance == &conflict.first ? "" : "+", Ink::dim});
        pieces.push_back({text_.title(instance->key)});
        pieces.push_back({"(" + text_.time(*instance) + ")", Ink::dim});
      }
      result +=
          lines(day_cell(conflict.second.first) + std::string(gap, ' '), pieces, no_mark.size() + day_width_ + gap);
    }
    return result;
  }

  const Timetable& table_;
  const Selection& selection_;
  Sheet sheet_;
  Language language_;
  EntryText text_;
  std::size_t day_width_ = 0;
  std::size_t time_width_ = 0;
};

}  // namespace

std::string agenda(const Timetable& table, const Selection& selection, const Sheet& sheet, Language language) {
  return Agenda(table, selection, sheet, language).make();
}

}  // namespace jalon
