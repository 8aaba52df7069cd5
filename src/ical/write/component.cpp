#include "ical/write/component.h"

#include <algorithm>
#include <array>

#include "ical/lines/said_value.h"
#include "ical/lines/values.h"
#include "ical/write/forms.h"
#include "ical/write/recurrence_value.h"

namespace jalon {
namespace {

using std::chrono::floor;
using std::chrono::sys_seconds;
using Shape = Placement::Shape;

// Before the title of what is done, in a form that has no other way to say so.
constexpr std::string_view done_mark = "✓";
constexpr std::array<std::string_view, language_count> deadline_category = {"Échéance", "Deadline"};
constexpr std::array<std::string_view, 4> todo_status = {"STATUS:NEEDS-ACTION\r\n", "STATUS:IN-PROCESS\r\n",
                                                         "STATUS:COMPLETED\r\n", "STATUS:CANCELLED\r\n"};
// An action that is known to be done on a day is shown as done on that day in any zone near its own.
constexpr std::chrono::hours noon{12};

std::string revision_lines(const Revision& revision) {
  return "DTSTAMP:" + std::string(utc_value(revision.stamp)) + "\r\nSEQUENCE:" + std::to_string(revision.sequence) +
         "\r\n";
}

}  // namespace

ComponentWriter::ComponentWriter(ContentLines& lines, const Plan& plan, const Zone& zone, const WallClock& clock,
                                 std::span<const std::string> uids, const CalendarOptions& options)
    : lines_(lines),
      plan_(plan),
      clock_(clock),
      uids_(uids),
      options_(options),
      people_(lines, plan.language, options),
      utc_(zone.is_utc()),
      time_parameters_(utc_ ? ":" : ";TZID=" + zone.name() + ":"),
      first_revision_(revision_lines({options.stamp, 0})),
      last_revision_{options.stamp, 0},
      last_revision_lines_(first_revision_) {}

void ComponentWriter::write(std::size_t index, Form form, sys_seconds completed) {
  const Action& action = plan_.actions[index];
  const Placement place = jalon::place(action.when, form, clock_, options_.all_day_alarm);
  head(index, form);
  times(action.when, place, form);
  summary(action, form);
  people_.description(action);
  if (!action.location.empty()) lines_.text_line("LOCATION:", action.location);
  categories(action, form);
  if (action.priority > 0) {
    lines_.begin("PRIORITY:");
    lines_.put(number_value(std::min<int>(action.priority, 9)));
    lines_.end();
  }
  form == Form::event ? event_state(action) : todo_state(action, completed);
  if (!action.url.empty()) {
    lines_.begin("URL:");
    lines_.uri(action.url);
    lines_.end();
  }
  relations(action, form);
  people_.guests(action);
  own_properties(action, place);
  alarms(action, place);
  lines_.put(form == Form::event ? "END:VEVENT\r\n" : "END:VTODO\r\n");
}

// Most actions have the revision of the one before.
void ComponentWriter::revise(const Revision& revision) {
  if (revision != last_revision_) {
    last_revision_ = revision;
    last_revision_lines_ = revision_lines(revision);
  }
  lines_.replace(revision_mark_, first_revision_.size(), last_revision_lines_);
}

void ComponentWriter::head(std::size_t index, Form form) {
  lines_.put(form == Form::event ? "BEGIN:VEVENT\r\n" : "BEGIN:VTODO\r\n");
  lines_.begin("UID:");
  lines_.text(uids_[index]);
  if (form == Form::todo) lines_.text(todo_suffix);
  lines_.end();
  revision_mark_ = lines_.mark();
  lines_.put(first_revision_);
}

void ComponentWriter::time(std::string_view name, const Placement& place, LocalTime time) {
  lines_.put(name);
  if (place.shape == Shape::days) {
    lines_.put(";VALUE=DATE:");
    lines_.put(date_value(floor<std::chrono::days>(time)));
  } else {
    lines_.put(time_parameters_);
    lines_.put(time_value(time));
    if (utc_) lines_.put("Z");
  }
  lines_.end();
}

void ComponentWriter::times(const When& when, const Placement& place, Form form) {
  if (place.shape == Shape::none) return;
  if (place.has_start) time("DTSTART", place, place.start);
  time(form == Form::event ? "DTEND" : "DUE", place, place.end);
  if (when.recurrence) recurrence(*when.recurrence, place);
}

// A limit that is a day includes it: the last instance is at most at DTSTART's time of that day, and an exception is
// the instance at that time.
void ComponentWriter::recurrence(const Recurrence& rule, const Placement& place) {
  const auto time_of_day = place.start - floor<std::chrono::days>(place.start);
  const bool days = place.shape == Shape::days;
  std::string until;
  if (rule.until != Day::max())
    until = days ? date_value(rule.until) : utc_value(clock_.to_utc(rule.until + time_of_day));
  lines_.begin("RRULE:");
  lines_.plain(rule_value(rule, until));
  lines_.end();
  if (rule.exceptions.empty()) return;
  lines_.begin("EXDATE");
  lines_.put(days ? ";VALUE=DATE:" : std::string_view(time_parameters_));
  for (std::size_t i = 0; i < rule.exceptions.size(); ++i) {
    if (i > 0) lines_.plain(",");
    lines_.plain(days ? date_value(rule.exceptions[i]) : time_value(rule.exceptions[i] + time_of_day));
    if (utc_ && !days) lines_.plain("Z");
  }
  lines_.end();
}

// What stands before the title, without the space after it.
std::string ComponentWriter::mark_of(const Action& action, Form form) const {
  if (form == Form::todo) return {};
  std::string mark(action.status == Status::done ? done_mark : "");
  if (!action.when.is_deadline() || options_.deadline_mark.empty()) return mark;
  return mark + (mark.empty() ? "" : " ") + options_.deadline_mark;
}

void ComponentWriter::summary(const Action& action, Form form) {
  const std::string mark = mark_of(action, form);
  lines_.begin("SUMMARY:");
  if (!mark.empty()) {
    lines_.text(mark);
    lines_.text(" ");
  }
  lines_.text(action.title);
  lines_.end();
  if (!mark.empty()) lines_.text_line("X-JALON-MARK:", mark);
}

void ComponentWriter::categories(const Action& action, Form form) {
  std::string_view separator;
  const auto add = [&](std::string_view category) {
    if (separator.empty()) lines_.begin("CATEGORIES:");
    lines_.plain(separator);
    lines_.text(category);
    separator = ",";
  };
  const bool in_section = action.section != no_index && !plan_.sections[action.section].title.empty();
  if (in_section) add(plan_.sections[action.section].title);
  for (const auto tag : action.tags) add(tag);
  if (form == Form::event && action.when.is_deadline())
    add(deadline_category[static_cast<std::size_t>(plan_.language)]);
  if (separator.empty()) return;
  lines_.end();
  if (!in_section) lines_.put("X-JALON-SECTION:NONE\r\n");
}

void ComponentWriter::event_state(const Action& action) {
  if (action.status == Status::cancelled) lines_.put("STATUS:CANCELLED\r\n");
  if (action.when.is_deadline()) lines_.put("TRANSP:TRANSPARENT\r\n");
}

void ComponentWriter::todo_state(const Action& action, sys_seconds completed) {
  const bool done = action.status == Status::done;
  lines_.put(todo_status[static_cast<std::size_t>(action.status)]);
  if (done) {
    lines_.put("COMPLETED:");
    lines_.put(utc_value(action.completed ? clock_.to_utc(*action.completed + noon) : completed));
    lines_.end();
  }
  const int percent = done ? 100 : std::min<int>(action.percent, 100);
  if (percent == 0) return;
  lines_.put("PERCENT-COMPLETE:");
  lines_.put(number_value(percent));
  lines_.end();
}

void ComponentWriter::relation(std::string_view name, std::uint32_t target, Form form) {
  const bool same_form = has_form(plan_.actions[target].when, form, options_.deadlines);
  const Form there = same_form == (form == Form::event) ? Form::event : Form::todo;
  lines_.begin(name);
  lines_.text(uids_[target]);
  if (there == Form::todo) lines_.text(todo_suffix);
  lines_.end();
}

void ComponentWriter::relations(const Action& action, Form form) {
  if (action.parent != no_index) relation("RELATED-TO;RELTYPE=PARENT:", action.parent, form);
  for (const auto first : action.after) relation("RELATED-TO;RELTYPE=DEPENDS-ON:", first, form);
}

void ComponentWriter::own_properties(const Action& action, const Placement& place) {
  if (action.effort.count() > 0) {
    lines_.put("ESTIMATED-DURATION:");  // of the IETF's draft for tasks (calext-ical-tasks); an event ignores it
    lines_.put(duration_value(action.effort));
    lines_.end();
  }
  if (!action.id.empty()) lines_.text_line("X-JALON-ID:", action.id);
  if (place.told) return;
  lines_.put("X-JALON-WHEN:");
  put_said(lines_, action.when);
  lines_.end();
}

void ComponentWriter::alarms(const Action& action, const Placement& place) {
  if (place.shape == Shape::none || action.status == Status::done || action.status == Status::cancelled) return;
  for (const auto before : action.alarms) {
    lines_.put("BEGIN:VALARM\r\nACTION:DISPLAY\r\n");
    lines_.text_line("DESCRIPTION:", action.title);
    lines_.put(place.anchor == Anchor::start ? "TRIGGER:" : "TRIGGER;RELATED=END:");
    lines_.put(duration_value(place.alarm_base - before));
    lines_.put("\r\nEND:VALARM\r\n");
  }
}

}  // namespace jalon
