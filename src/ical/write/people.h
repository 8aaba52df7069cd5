// Who does an action and with whom: as text in its description, or, only where invitations are wanted, as ORGANIZER
// and ATTENDEE (RFC 5545 sections 3.8.4.1 and 3.8.4.3): calendars mail invitations on import.
#pragma once

#include <string>
#include <string_view>

#include "ical/lines/content_lines.h"
#include "jalon/calendar.h"

namespace jalon {

class PeopleWriter {
 public:
  PeopleWriter(ContentLines& lines, Language language, const CalendarOptions& options);

  // DESCRIPTION: the action's own, then a line for those who are not invited; nothing where both are empty.
  void description(const Action& action);
  // Those with an address, if invitations are wanted and there is an organizer to answer to.
  void guests(const Action& action);

 private:
  bool is_invited(const Person& person) const;
  bool is_told(const Person& person) const;
  void names(std::span<const Person> people, std::string_view label, std::string_view separator);
  void guest(const Person& person);

  ContentLines& lines_;
  Language language_;
  bool invite_;
  std::string_view organizer_;
};

}  // namespace jalon
