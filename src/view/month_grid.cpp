#include "view/month_grid.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "base/calendar_words.h"
#include "base/display.h"
#include "view/entry_text.h"
#include "view/words.h"

namespace jalon {
namespace {

using std::chrono::days;
using std::chrono::year_month;

constexpr std::size_t usual_width = 100;
constexpr std::size_t least_cell = 8;  // columns in which a title says something
constexpr std::size_t most_lines = 6;  // titles a day
constexpr std::size_t narrow_cell = 5;

using DayEntries = std::map<Day, std::vector<const Instance*>>;

class MonthGrids {
 public:
  MonthGrids(const Timetable& table, const Selection& selection, const Sheet& sheet, Language language)
      : table_(table), selection_(selection), sheet_(sheet), text_(table, language), language_(language) {
    const std::size_t width = sheet.width == 0 ? usual_width : sheet.width;
    cell_ = (width - std::min(width, std::size_t{6})) / 7;
    with_titles_ = cell_ >= least_cell;
    if (!with_titles_) cell_ = narrow_cell;
  }

  std::string make() {
    read_days();
    std::string result;
    for (const year_month& month : months_) result += (result.empty() ? "" : "\n") + grid(month);
    return result.empty() ? view_word(ViewWord::nothing, language_) + "\n" : result;
  }

 private:
  void read_days() {
    for (const Instance& instance : table_.instances) {
      const Action& action = table_.action(instance.key);
      // A window is shown where it is due: else it would fill its days with one title.
      const bool window = action.when.kind == WhenKind::window;
      Day first = window ? instance.last : instance.first;
      if (selection_.from) first = std::max(first, *selection_.from);
      const Day last = selection_.until ? std::min(instance.last, *selection_.until) : instance.last;
      for (Day day = first; day <= last; day += days{1}) {
        entries_[day].push_back(&instance);
        const std::chrono::year_month_day date{day};
        months_.insert(date.year() / date.month());
      }
    }
  }

  std::string rule() const {
    std::string line;
    for (std::size_t i = 0; i < 7 * cell_ + 6; ++i) line += "─";
    return inked({line, Ink::dim}, sheet_.color) + "\n";
  }

  std::string grid(const year_month& month) const {
    std::string title(month_name(month.month(), language_));
    title += " " + std::to_string(static_cast<int>(month.year()));
    std::string result = inked({title, Ink::strong}, sheet_.color) + "\n";
    std::string names;
    for (unsigned i = 1; i <= 7; ++i) {
      names += fitted(short_weekday(std::chrono::weekday{i % 7}, language_), cell_) + (i < 7 ? " " : "");
    }
    result += inked({trimmed(names), Ink::dim}, sheet_.color) + "\n";
    const Day last{month / std::chrono::last};
    for (Day monday = monday_of(Day{month / 1}); monday <= last; monday += days{7})
      result += rule() + week(monday, month);
    return result;
  }

  static bool is_in(Day day, const year_month& month) {
    const std::chrono::year_month_day date{day};
    return date.year() / date.month() == month;
  }

  const std::vector<const Instance*>& of_day(Day day) const {
    static const std::vector<const Instance*> none;
    const auto found = entries_.find(day);
    return found == entries_.end() ? none : found->second;
  }

  std::string week(Day monday, const year_month& month) const {
    std::size_t height = with_titles_ ? 1 : 0;
    for (Day day = monday; day < monday + days{7} && with_titles_; day += days{1}) {
      if (is_in(day, month)) height = std::max(height, std::min(of_day(day).size(), most_lines));
    }
    std::string result = line(monday, month, [this](Day day) { return number(day); });
    for (std::size_t i = 0; i < height; ++i) {
      result += line(monday, month, [this, i](Day day) { return entry(day, i); });
    }
    return result;
  }

  template <class Cell>
  std::string line(Day monday, const year_month& month, Cell cell) const {
    std::string result;
    std::size_t blanks = 0;  // so that no line ends in spaces
    for (Day day = monday; day < monday + days{7}; day += days{1}) {
      const Piece piece = is_in(day, month) ? cell(day) : Piece{};
      const std::size_t columns = display_width(piece.text);
      if (columns > 0) {
        result += std::string(blanks, ' ') + inked(piece, sheet_.color);
        blanks = 0;
      }
      blanks += cell_ - columns + 1;
    }
    return result + "\n";
  }

  Piece number(Day day) const {
    const auto value = static_cast<unsigned>(std::chrono::year_month_day{day}.day());
    std::string text = std::to_string(value);
    if (!with_titles_ && !of_day(day).empty()) text += of_day(day).size() > 1 ? "••" : "•";
    if (day == table_.today()) return {"[" + text + "]", Ink::now};
    return {text, is_late(day) ? Ink::late : Ink::plain};
  }

  bool is_late(Day day) const {
    return std::any_of(of_day(day).begin(), of_day(day).end(),
                       [this](const Instance* entry) { return text_.ink(*entry) == Ink::late; });
  }

  Piece entry(Day day, std::size_t index) const {
    const auto& all = of_day(day);
    if (index >= all.size()) return {};
    if (index + 1 == most_lines && all.size() > most_lines) {
      return {view_word(ViewWord::more, language_, {std::to_string(all.size() - index)}), Ink::dim};
    }
    Piece piece = text_.short_form(*all[index]);
    if (table_.action(all[index]->key).when.is_deadline()) {
      piece.text = "◆ " + piece.text;
    } else if (all[index]->first < day) {
      piece.text = "… " + text_.title(all[index]->key);
    }
    piece.text = trimmed(fitted(piece.text, cell_));
    return piece;
  }

  static std::string trimmed(const std::string& line) { return line.substr(0, line.find_last_not_of(' ') + 1); }

  const Timetable& table_;
  const Selection& selection_;
  Sheet sheet_;
  EntryText text_;
  Language language_;
  std::size_t cell_ = 0;
  bool with_titles_ = true;
  DayEntries entries_;
  std::set<year_month> months_;
};

}  // namespace

std::string month_grids(const Timetable& table, const Selection& selection, const Sheet& sheet, Language language) {
  return MonthGrids(table, selection, sheet, language).make();
}

}  // namespace jalon
