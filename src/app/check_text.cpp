#include "app/check_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "app/faulty.h"
#include "app/plan_places.h"
#include "base/calendar_words.h"
#include "base/display.h"
#include "base/word_pattern.h"
#include "model/when_words.h"

namespace jalon {
namespace {

using Pair = std::array<std::string_view, language_count>;

constexpr std::array<Pair, 4> kind_names = {
    {{"sans date", "undated"}, {"événement", "event"}, {"échéance", "deadline"}, {"période", "window"}}};
constexpr Pair faulty_name = {"erreur", "error"};
constexpr std::array<std::string_view, 4> kind_colors = {"\x1b[2m", "\x1b[34m", "\x1b[33m", "\x1b[33m"};
constexpr std::string_view faulty_color = "\x1b[31m";
constexpr std::array<std::string_view, 4> status_marks = {"", "◐ ", "✓ ", "✗ "};
constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view dim = "\x1b[2m";
constexpr Pair read_from = {"lu à partir du {}", "read from {}"};
constexpr Pair due_word = {"échéance: {}", "due {}"};
constexpr Pair place_word = {"lieu: {}", "at: {}"};
constexpr Pair with_word = {"avec {}", "with {}"};
constexpr Pair reminder_word = {"rappel: {} avant", "reminder: {} before"};
constexpr Pair no_reminder_word = {"sans rappel", "no reminder"};
constexpr Pair after_word = {"après «{}»", "after \"{}\""};
constexpr std::string_view dot = " · ";
constexpr std::size_t gap = 2;
constexpr std::size_t widest_when = 50;   // columns, where the terminal does not say
constexpr std::size_t least_beside = 56;  // columns that a date and a title need to stand side by side
constexpr std::size_t deepest_indent = 16;

std::string_view said(const Pair& pair, Language language) { return pair[static_cast<std::size_t>(language)]; }

struct Row {
  std::string line;
  std::string_view kind;
  std::string_view kind_color;
  std::string when;
  std::size_t indent = 0;
  std::string title;
  std::string details;
};

struct Widths {
  std::size_t line = 0, kind = 0, when = 0, title = 0;  // title 0: no limit
  bool beside = true;                                   // the date and the title stand side by side
};

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string result;
  for (const std::string& part : parts) result += (result.empty() ? "" : std::string(separator)) + part;
  return result;
}

// In a table a title is one line, whatever its spaces.
std::string one_line(std::string_view text) {
  std::string result = printable(text);
  for (char& c : result) {
    if (c == '\t' || c == '\n') c = ' ';
  }
  return result;
}

std::string_view priority_mark(std::uint8_t priority) {
  if (priority == 0) return "";
  return priority <= 3 ? " !!!" : priority <= 6 ? " !!" : " !";
}

std::string title_of(const Action& action, Language language) {
  std::string title(status_marks[static_cast<std::size_t>(action.status)]);
  title += action.title;
  for (const Person& owner : action.owners) title += fmt::format(" @{}", owner.name);
  for (const std::string_view tag : action.tags) title += fmt::format(" #{}", tag);
  title += priority_mark(action.priority);
  if (action.effort.count() > 0) title += " ~" + words_of(action.effort, language);
  return one_line(title);
}

using Alarms = std::vector<std::chrono::minutes>;

Alarms alarms_of(const Action& action) { return {action.alarms.begin(), action.alarms.end()}; }

// The reminders that most actions have, which are told once, above; empty where there are none.
Alarms common_alarms(const Plan& plan) {
  std::map<Alarms, std::size_t> counts;
  for (const Action& action : plan.actions) {
    if (++counts[alarms_of(action)] * 2 > plan.actions.size()) return alarms_of(action);
  }
  return {};
}

std::string reminder_words(const Alarms& alarms, Language language) {
  if (alarms.empty()) return std::string(said(no_reminder_word, language));
  std::vector<std::string> words;
  words.reserve(alarms.size());
  for (const auto alarm : alarms) words.push_back(words_of(alarm, language));
  return fill(said(reminder_word, language), {joined(words, ", ")});
}

std::string details_of(const Plan& plan, const Action& action, const Alarms& common, Language language) {
  std::vector<std::string> parts;
  if (!action.location.empty()) parts.push_back(fill(said(place_word, language), {action.location}));
  std::vector<std::string> names;
  for (const Person& person : action.attendees) names.emplace_back(person.name);
  if (!names.empty()) parts.push_back(fill(said(with_word, language), {joined(names, ", ")}));
  const Alarms alarms = alarms_of(action);
  const bool closed = action.status == Status::done || action.status == Status::cancelled;
  if (alarms != common && !(closed && alarms.empty())) parts.push_back(reminder_words(alarms, language));
  for (const std::uint32_t other : action.after) {
    parts.push_back(fill(said(after_word, language), {plan.actions[other].title}));
  }
  if (!action.url.empty()) parts.emplace_back(action.url);
  return one_line(joined(parts, dot));
}

class Table {
 public:
  Table(const CheckOutcome& outcome, const TableStyle& style) : outcome_(outcome), style_(style) {
    read_rows();
    measure();
  }

  std::string text() const {
    std::string result = heading();
    std::uint32_t section = no_index;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const std::uint32_t own = outcome_.plan.actions[i].section;
      if (own != section && own != no_index) result += section_heading(outcome_.plan.sections[own]);
      section = own;
      result += widths_.beside ? row_beside(rows_[i]) : row_stacked(rows_[i]);
    }
    return result;
  }

 private:
  void read_rows() {
    const Plan& plan = outcome_.plan;
    PlanPlaces places(plan);
    common_alarms_ = common_alarms(plan);
    const std::vector<bool> faulty = faulty_actions(plan);
    std::vector<std::size_t> depths;
    for (const Action& action : plan.actions) {
      depths.push_back(action.parent == no_index ? 0 : depths[action.parent] + 1);
      const auto kind = static_cast<std::size_t>(action.when.kind);
      const bool is_faulty = faulty[rows_.size()];
      rows_.push_back({std::to_string(places.at(action.span.begin).line),
                       said(is_faulty ? faulty_name : kind_names[kind], style_.language),
                       is_faulty ? faulty_color : kind_colors[kind], words_beside_kind(action.when, style_.language),
                       std::min(2 * depths.back(), deepest_indent), title_of(action, style_.language),
                       details_of(plan, action, common_alarms_, style_.language)});
    }
  }

  void measure() {
    for (const Row& row : rows_) {
      widths_.line = std::max(widths_.line, row.line.size());
      widths_.kind = std::max(widths_.kind, display_width(row.kind));
      widths_.when = std::max(widths_.when, display_width(row.when));
    }
    if (style_.width == 0) {
      widths_.when = std::min(widths_.when, widest_when);
      return;
    }
    const std::size_t before = widths_.line + widths_.kind + 2 * gap;
    const std::size_t room = style_.width > before ? style_.width - before : 0;
    widths_.beside = room >= least_beside;
    if (widths_.beside) widths_.when = std::min(widths_.when, room * 9 / 20);
    widths_.title = widths_.beside ? room - widths_.when - gap : std::max<std::size_t>(room, 20);
  }

  std::string colored(std::string_view color, std::string_view text) const {
    return style_.color == Color::on ? fmt::format("{}{}\x1b[0m", color, text) : std::string(text);
  }

  std::string heading() const {
    const Plan& plan = outcome_.plan;
    std::vector<std::string> parts = {colored(bold, printable(plan.name))};
    if (!plan.title.empty()) parts.push_back(printable(plan.title));
    parts.push_back(outcome_.zone);
    const Day as_of = std::chrono::floor<std::chrono::days>(plan.as_of);
    parts.push_back(fill(said(read_from, style_.language), {format_day_with_weekday(as_of, style_.language)}));
    if (!common_alarms_.empty()) parts.push_back(reminder_words(common_alarms_, style_.language));
    return joined(parts, dot) + "\n";
  }

  std::string section_heading(const Section& section) const {
    std::string words = printable(section.title);
    const std::string when = words_beside_kind(section.when, style_.language);
    std::string result = "\n" + colored(bold, words);
    if (!when.empty()) result += fmt::format(" ({})", fill(said(due_word, style_.language), {when}));
    for (const Person& owner : section.owners) result += printable(fmt::format(" @{}", owner.name));
    return result + "\n";
  }

  std::string margin(const Row& row) const {
    return colored(dim, fmt::format("{:>{}}", row.line, widths_.line)) + std::string(gap, ' ') +
           colored(row.kind_color, padded(row.kind, widths_.kind)) + std::string(gap, ' ');
  }

  // The title's lines, then those of the details, all indented as the action is nested.
  std::vector<std::string> title_lines(const Row& row) const {
    const std::string indent(row.indent, ' ');
    const std::size_t room =
        widths_.title == 0 ? 0 : std::max<std::size_t>(widths_.title - std::min(widths_.title, row.indent), 12);
    std::vector<std::string> lines;
    for (const std::string& line : wrap(row.title, room)) lines.push_back(indent + line);
    if (row.details.empty()) return lines;
    for (const std::string& line : wrap(row.details, room)) lines.push_back(indent + colored(dim, line));
    return lines;
  }

  std::string row_beside(const Row& row) const {
    const std::vector<std::string> titles = title_lines(row);
    const std::vector<std::string> whens = wrap(row.when, style_.width == 0 ? 0 : widths_.when);
    const std::string empty_margin(widths_.line + widths_.kind + 2 * gap, ' ');
    std::string result;
    for (std::size_t i = 0; i < std::max(titles.size(), whens.size()); ++i) {
      const std::string when = padded(i < whens.size() ? whens[i] : "", widths_.when);
      std::string line = (i == 0 ? margin(row) : empty_margin) + when;
      if (i < titles.size()) line += std::string(gap, ' ') + titles[i];
      result += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    return result;
  }

  std::string row_stacked(const Row& row) const {
    const std::string empty_margin(widths_.line + widths_.kind + 2 * gap, ' ');
    std::vector<std::string> lines = title_lines(row);
    if (!row.when.empty()) {
      for (const std::string& line : wrap(row.when, widths_.title)) lines.push_back(line);
    }
    std::string result;
    for (std::size_t i = 0; i < lines.size(); ++i) result += (i == 0 ? margin(row) : empty_margin) + lines[i] + "\n";
    return result;
  }

  const CheckOutcome& outcome_;
  TableStyle style_;
  std::vector<Row> rows_;
  Alarms common_alarms_;
  Widths widths_;
};

}  // namespace

std::string check_table(const CheckOutcome& outcome, const TableStyle& style) { return Table(outcome, style).text(); }

}  // namespace jalon
