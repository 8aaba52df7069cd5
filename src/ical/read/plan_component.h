// One VEVENT or VTODO of a calendar, as an action of a plan.
//
// Gathers its lines; what it holds that an action has no room for is named. Times are made local by the caller's clock.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ical/read/properties.h"
#include "jalon/plan.h"

namespace jalon {

using LocalClock = std::function<LocalTime(const ZonedMoment&)>;

struct Relation {
  std::string uid;
  bool parent = false;  // else what comes first
};

class PlanComponent {
 public:
  PlanComponent(bool todo, const LocalClock& clock) : todo_(todo), clock_(clock) {}

  // An unfolded line between BEGIN and END. False where it says something that is not kept.
  bool take(std::string_view line);

  const std::string& uid() const { return uid_; }
  std::optional<Day> replaced_day() const { return replaced_; }  // of a series, by this instance of it
  const std::vector<Relation>& relations() const { return relations_; }
  const std::string& section() const { return section_; }
  bool is_broken() const { return broken_; }
  Action make(Arena& arena) const;

 private:
  bool take_property(std::string_view name, std::string_view line);
  bool take_text(std::string_view name, std::string_view value);
  bool take_time(std::string_view name, std::string_view line);
  bool take_rule(std::string_view name, std::string_view line);
  bool take_state(std::string_view name, std::string_view value);
  bool take_person(std::string_view line);
  bool take_relation(std::string_view line);
  bool take_alarm_line(std::string_view line);
  void take_categories(std::string_view value);
  When when() const;
  When plain_when() const;
  std::string title() const;

  struct OnePerson {
    std::string name;
    std::string address;
  };

  bool todo_;
  const LocalClock& clock_;
  int depth_ = 0;
  bool broken_ = false;
  std::string uid_, summary_, description_, location_, url_, id_, mark_, section_;
  std::vector<std::string> categories_;
  std::vector<OnePerson> attendees_;
  std::vector<Relation> relations_;
  std::vector<std::chrono::minutes> alarms_;
  std::optional<When> said_;
  std::optional<Moment> start_, end_;
  std::optional<std::chrono::seconds> duration_;
  std::optional<Recurrence> recurrence_;
  std::vector<Day> exceptions_;
  std::optional<Day> replaced_;
  std::optional<Day> completed_;
  Status status_ = Status::open;
  std::uint8_t priority_ = 0;
  std::uint8_t percent_ = 0;
};

}  // namespace jalon
