#include "ical/read/plan_component.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include "ical/lines/physical_lines.h"
#include "ical/lines/said_value.h"

namespace jalon {
namespace {

using std::chrono::days;
using std::chrono::floor;

// What programs note for themselves, or what the writer makes anew.
constexpr auto plumbing =
    std::to_array<std::string_view>({"DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "REQUEST-STATUS"});

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return result;
}

int number(std::string_view digits, int most) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return std::clamp(value, 0, most);
}

std::string_view without_scheme(std::string_view address) {
  constexpr std::string_view scheme = "mailto:";
  const bool mail = address.size() > scheme.size() && upper(address.substr(0, scheme.size())) == "MAILTO:";
  return mail ? address.substr(scheme.size()) : address;
}

template <class T>
std::span<const T> copied(Arena& arena, const std::vector<T>& items) {
  return arena.copy(std::span<const T>(items));
}

}  // namespace

bool PlanComponent::take(std::string_view line) {
  const std::string name = upper(property_name(line));
  if (name == "BEGIN") {
    ++depth_;
    return upper(property_value(line)) == "VALARM";
  }
  if (name == "END") {
    --depth_;
    return true;
  }
  if (depth_ > 1) return true;
  return depth_ == 1 ? take_alarm_line(line) : take_property(name, line);
}

bool PlanComponent::take_property(std::string_view name, std::string_view line) {
  const std::string_view value = property_value(line);
  if (std::find(plumbing.begin(), plumbing.end(), name) != plumbing.end()) return true;
  if (name == "DTSTART" || name == "DTEND" || name == "DUE" || name == "RECURRENCE-ID" || name == "COMPLETED" ||
      name == "DURATION") {
    return take_time(name, line);
  }
  if (name == "RRULE" || name == "EXDATE" || name == "RDATE" || name == "EXRULE") return take_rule(name, line);
  if (name == "STATUS" || name == "PRIORITY" || name == "PERCENT-COMPLETE" || name == "CLASS")
    return take_state(name, upper(value));
  if (name == "ATTENDEE") return take_person(line);
  if (name == "RELATED-TO") return take_relation(line);
  if (name == "CATEGORIES") {
    take_categories(value);
    return true;
  }
  return take_text(name, value);
}

bool PlanComponent::take_text(std::string_view name, std::string_view value) {
  struct Place {
    std::string_view name;
    std::string PlanComponent::*text;
  };
  constexpr std::array places = {Place{"UID", &PlanComponent::uid_},
                                 Place{"SUMMARY", &PlanComponent::summary_},
                                 Place{"DESCRIPTION", &PlanComponent::description_},
                                 Place{"LOCATION", &PlanComponent::location_},
                                 Place{"X-JALON-ID", &PlanComponent::id_},
                                 Place{"X-JALON-MARK", &PlanComponent::mark_}};
  for (const Place& place : places) {
    if (place.name != name) continue;
    (this->*place.text) = read_text(value);
    return true;
  }
  if (name == "URL") url_ = value;
  if (name == "X-JALON-WHEN") said_ = parse_said(value);
  return name == "URL" || name.starts_with("X-");
}

bool PlanComponent::take_time(std::string_view name, std::string_view line) {
  const std::string_view value = property_value(line);
  if (name == "DURATION") {
    duration_ = read_duration(value);
    return duration_.has_value();
  }
  const auto read = read_zoned(line, value);
  if (!read) {
    broken_ = broken_ || name != "COMPLETED";
    return name != "COMPLETED";
  }
  const Moment moment{read->moment.timed ? clock_(*read) : read->moment.time, read->moment.timed};
  if (name == "DTSTART") start_ = moment;
  if (name == "DTEND" || name == "DUE") end_ = moment;
  if (name == "RECURRENCE-ID") replaced_ = floor<days>(moment.time);
  if (name == "COMPLETED") completed_ = floor<days>(moment.time);
  return true;
}

bool PlanComponent::take_rule(std::string_view name, std::string_view line) {
  const std::string_view value = property_value(line);
  if (name == "EXDATE") {
    for (const std::string_view one : split_values(value)) {
      const auto read = read_zoned(line, one);
      if (read) exceptions_.push_back(floor<days>(read->moment.timed ? clock_(*read) : read->moment.time));
    }
    return true;
  }
  if (name != "RRULE" || recurrence_) return false;
  auto rule = read_rule(value);
  if (!rule) return false;
  recurrence_ = std::move(rule->recurrence);
  if (rule->until) {
    const ZonedMoment& until = *rule->until;
    recurrence_->until = floor<days>(until.moment.timed ? clock_(until) : until.moment.time);
  }
  return true;
}

bool PlanComponent::take_state(std::string_view name, std::string_view value) {
  if (name == "PRIORITY") priority_ = static_cast<std::uint8_t>(number(value, 9));
  if (name == "PERCENT-COMPLETE") percent_ = static_cast<std::uint8_t>(number(value, 100));
  if (name == "CLASS") return value == "PUBLIC";
  if (name != "STATUS") return true;
  if (value == "COMPLETED") status_ = Status::done;
  if (value == "IN-PROCESS") status_ = Status::begun;
  if (value == "CANCELLED") status_ = Status::cancelled;
  return value != "TENTATIVE";
}

bool PlanComponent::take_person(std::string_view line) {
  const std::string_view address = without_scheme(property_value(line));
  const std::string name = property_parameter(line, "CN");
  attendees_.push_back({name.empty() ? std::string(address) : name,
                        address.find('@') == std::string_view::npos ? std::string() : std::string(address)});
  return true;
}

bool PlanComponent::take_relation(std::string_view line) {
  const std::string kind = upper(property_parameter(line, "RELTYPE"));
  const bool parent = kind.empty() || kind == "PARENT";
  if (!parent && kind != "DEPENDS-ON" && kind != "FINISHTOSTART") return kind == "CHILD";
  relations_.push_back({read_text(property_value(line)), parent});
  return true;
}

void PlanComponent::take_categories(std::string_view value) {
  for (const std::string_view one : split_values(value)) categories_.push_back(read_text(one));
}

bool PlanComponent::take_alarm_line(std::string_view line) {
  if (upper(property_name(line)) != "TRIGGER") return true;
  const bool relative = upper(property_parameter(line, "RELATED")) != "END" || todo_;
  const auto trigger = relative ? read_duration(property_value(line)) : std::nullopt;
  if (!trigger || trigger->count() > 0) return false;
  alarms_.push_back(std::chrono::floor<std::chrono::minutes>(-*trigger));
  return true;
}

When PlanComponent::plain_when() const {
  When when;
  if (!start_ && !end_) return when;
  when.timed = (end_ ? *end_ : *start_).timed;
  when.start = (start_ ? *start_ : *end_).time;
  when.end = end_ ? end_->time : when.start;
  when.kind = !todo_ || !end_ ? WhenKind::event : start_ ? WhenKind::window : WhenKind::deadline;
  if (!end_ && duration_) when.end = when.start + *duration_;
  const bool excludes_end = !todo_ && !when.timed && when.end > when.start;
  if (excludes_end) when.end -= days{1};
  if (when.kind == WhenKind::window && start_->timed != end_->timed) when.start = LocalTime{floor<days>(when.start)};
  if (!when.timed) when.start = LocalTime{floor<days>(when.start)};
  if (!when.timed) when.end = LocalTime{floor<days>(when.end)};
  if (when.end < when.start) when.end = when.start;
  if (when.kind == WhenKind::deadline) when.start = when.end;
  return when;
}

When PlanComponent::when() const {
  When when = said_ ? *said_ : plain_when();
  const bool ends_before = recurrence_ && recurrence_->until != Day::max() && recurrence_->until < when.first_day();
  if (!recurrence_ || when.kind == WhenKind::undated || ends_before) return when;
  Recurrence rule = *recurrence_;
  rule.exceptions = exceptions_;
  std::sort(rule.exceptions.begin(), rule.exceptions.end());
  when.recurrence = std::make_shared<const Recurrence>(std::move(rule));
  return when;
}

std::string PlanComponent::title() const {
  const bool marked = !mark_.empty() && summary_.starts_with(mark_ + " ");
  const std::string title = marked ? summary_.substr(mark_.size() + 1) : summary_;
  return title.find_first_not_of(" \t\n") == std::string::npos ? "—" : title;
}

Action PlanComponent::make(Arena& arena) const {
  Action action;
  action.title = arena.copy(title());
  action.description = arena.copy(description_);
  action.location = arena.copy(location_);
  action.url = arena.copy(url_);
  action.id = arena.copy(id_);
  action.uid = arena.copy(uid_);
  action.when = when();
  std::vector<std::string_view> tags;
  for (const std::string& category : categories_) tags.push_back(arena.copy(category));
  action.tags = copied(arena, tags);
  std::vector<Person> people;
  for (const OnePerson& person : attendees_) people.push_back({arena.copy(person.name), arena.copy(person.address)});
  action.attendees = copied(arena, people);
  action.alarms = copied(arena, alarms_);
  action.completed = completed_;
  action.status = status_ == Status::open && completed_ ? Status::done : status_;
  action.percent = action.status == Status::done ? 100 : percent_;
  action.priority = priority_;
  return action;
}

}  // namespace jalon
