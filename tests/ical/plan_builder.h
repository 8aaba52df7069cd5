// Makes plans for tests, and takes apart the calendars that are made of them.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "jalon/calendar.h"
#include "jalon/plan.h"

namespace jalon::test {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::sys_days;
using std::chrono::sys_seconds;
using std::chrono::year;

inline Day on(int y, int m, int d) { return Day{year{y} / m / d}; }
inline LocalTime at(int y, int m, int d, int hour, int minute = 0) {
  return on(y, m, d) + hours{hour} + minutes{minute};
}

inline When all_day(Day first, Day last) { return {WhenKind::event, false, first, last, nullptr}; }
inline When all_day(Day on) { return all_day(on, on); }
inline When timed(LocalTime start, LocalTime end) { return {WhenKind::event, true, start, end, nullptr}; }
inline When due(Day on) { return {WhenKind::deadline, false, on, on, nullptr}; }
inline When due_at(LocalTime time) { return {WhenKind::deadline, true, time, time, nullptr}; }
inline When window(Day first, Day last) { return {WhenKind::window, false, first, last, nullptr}; }
inline When every(When first, Recurrence rule) {
  first.recurrence = std::make_shared<const Recurrence>(std::move(rule));
  return first;
}
inline Recurrence weekly(std::vector<NthWeekday> days = {}) {
  Recurrence rule;
  rule.frequency = Frequency::weekly;
  rule.by_day = std::move(days);
  return rule;
}

class PlanBuilder {
 public:
  explicit PlanBuilder(Language language = Language::french) { plan_.language = language; }

  Action& add(std::string_view title, When when = {}) {
    Action& action = plan_.actions.emplace_back();
    action.title = text(title);
    action.when = std::move(when);
    uids_.push_back("u" + std::to_string(uids_.size()));
    return action;
  }
  std::uint32_t section(std::string_view title) {
    plan_.sections.push_back({text(title), {}, {}});
    return static_cast<std::uint32_t>(plan_.sections.size() - 1);
  }
  std::string_view text(std::string_view words) { return plan_.arena->copy(words); }
  std::span<const std::string_view> texts(std::vector<std::string_view> words) {
    for (auto& word : words) word = text(word);
    return plan_.arena->copy(std::span<const std::string_view>(words));
  }
  std::span<const Person> people(std::vector<Person> people) {
    for (auto& person : people) person = {text(person.name), text(person.address)};
    return plan_.arena->copy(std::span<const Person>(people));
  }
  std::span<const minutes> alarms(const std::vector<minutes>& before) {
    return plan_.arena->copy(std::span<const minutes>(before));
  }
  std::span<const std::uint32_t> indexes(const std::vector<std::uint32_t>& of) {
    return plan_.arena->copy(std::span<const std::uint32_t>(of));
  }

  Plan& plan() { return plan_; }
  std::vector<std::string>& uids() { return uids_; }

 private:
  Plan plan_;
  std::vector<std::string> uids_;
};

inline constexpr sys_seconds stamp_2018{sys_days{year{2018} / 11 / 26} + hours{12}};

inline CalendarOptions options(DeadlineForm form = DeadlineForm::event) {
  CalendarOptions options;
  options.deadlines = form;
  options.stamp = stamp_2018;
  return options;
}

inline std::string write(PlanBuilder& built, const CalendarOptions& options, const char* zone = "America/Toronto",
                         std::span<const PreviousItem> previous = {}, CalendarCounts* counts = nullptr) {
  std::string bytes;
  const auto found = write_calendar(built.plan(), *Zone::find(zone), built.uids(), previous, options,
                                    [&](std::string_view piece) { bytes += piece; });
  if (counts != nullptr) *counts = found;
  return bytes;
}

// Unfolded lines.
inline std::vector<std::string> lines_of(std::string_view bytes) {
  std::vector<std::string> lines;
  while (!bytes.empty()) {
    const auto end = bytes.find("\r\n");
    const std::string line(bytes.substr(0, end));
    if (line.starts_with(' ')) {
      lines.back() += line.substr(1);
    } else {
      lines.push_back(line);
    }
    bytes.remove_prefix(end + 2);
  }
  return lines;
}

using Lines = std::vector<std::string>;

// Each component of this name, with its subcomponents, without its own BEGIN and END.
inline std::vector<Lines> components(std::string_view bytes, std::string_view name) {
  std::vector<Lines> found;
  bool inside = false;
  for (auto& line : lines_of(bytes)) {
    if (line == "END:" + std::string(name)) inside = false;
    if (inside) found.back().push_back(line);
    if (line == "BEGIN:" + std::string(name)) {
      inside = true;
      found.emplace_back();
    }
  }
  return found;
}

// Whole lines of a property, name and parameters included.
inline Lines all_of(const Lines& lines, std::string_view name) {
  Lines found;
  std::copy_if(lines.begin(), lines.end(), std::back_inserter(found),
               [&](const std::string& line) { return line.substr(0, line.find_first_of(":;")) == name; });
  return found;
}
inline std::string one(const Lines& lines, std::string_view name) {
  const Lines found = all_of(lines, name);
  return found.size() == 1 ? found[0] : found.empty() ? "" : "(several)";
}

}  // namespace jalon::test
