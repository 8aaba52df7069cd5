// Writes one action as one VEVENT or VTODO (RFC 5545 sections 3.6.1 and 3.6.2, RFC 7986, RFC 9253).
//
// Properties of jalon's own, for reading its output back (read/previous.cpp): X-JALON-ID the action's own name,
// X-JALON-WHEN what was said where the times alone do not tell, X-JALON-MARK what stands before the title,
// X-JALON-SECTION:NONE where the first category is not a section. Nothing but convenience rests on them.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>

#include "ical/lines/content_lines.h"
#include "ical/write/people.h"
#include "ical/write/placement.h"
#include "jalon/calendar.h"

namespace jalon {

// DTSTAMP and SEQUENCE, which are known only when the rest is written.
struct Revision {
  std::chrono::sys_seconds stamp{};
  std::uint32_t sequence = 0;
  friend bool operator==(const Revision&, const Revision&) = default;
};

class ComponentWriter {
 public:
  ComponentWriter(ContentLines& lines, const Plan& plan, const Zone& zone, const WallClock& clock,
                  std::span<const std::string> uids, const CalendarOptions& options);

  // With the first revision. `completed`: when an action was done of which the plan says only that it is.
  void write(std::size_t index, Form form, std::chrono::sys_seconds completed);
  // Another revision for the component that was written last.
  void revise(const Revision& revision);

 private:
  void head(std::size_t index, Form form);
  void times(const When& when, const Placement& place, Form form);
  void time(std::string_view name, const Placement& place, LocalTime time);
  void recurrence(const Recurrence& rule, const Placement& place);
  void summary(const Action& action, Form form);
  void categories(const Action& action, Form form);
  void event_state(const Action& action);
  void todo_state(const Action& action, std::chrono::sys_seconds completed);
  void relations(const Action& action, Form form);
  void relation(std::string_view name, std::uint32_t target, Form form);
  void own_properties(const Action& action, const Placement& place);
  void alarms(const Action& action, const Placement& place);
  std::string mark_of(const Action& action, Form form) const;

  ContentLines& lines_;
  const Plan& plan_;
  const WallClock& clock_;
  std::span<const std::string> uids_;
  const CalendarOptions& options_;
  PeopleWriter people_;
  bool utc_;
  std::string time_parameters_;  // between the name and the value of a property with a time
  std::string first_revision_;
  Revision last_revision_;
  std::string last_revision_lines_;
  std::size_t revision_mark_ = 0;
};

}  // namespace jalon
