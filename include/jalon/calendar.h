// Writes a plan as iCalendar (RFC 5545, 7986, 9253) and reads one back for its identities.
//
// Output: UTF-8, CRLF, lines folded at 75 octets between characters; given to a sink in pieces, so that memory
// does not grow with it. Deterministic: the same arguments give the same bytes.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "jalon/language.h"
#include "jalon/plan.h"
#include "jalon/result.h"
#include "jalon/zone.h"

namespace jalon {

enum class DeadlineForm : std::uint8_t { event, todo, both };  // what a deadline is written as

struct CalendarOptions {
  DeadlineForm deadlines = DeadlineForm::event;
  std::string deadline_mark;                   // before the title of a deadline that is written as an event
  bool invite = false;                         // write ORGANIZER and ATTENDEE; else people stand in the description
  std::string organizer;                       // e-mail address for ORGANIZER; without one nobody is invited
  std::string name;                            // NAME and X-WR-CALNAME; empty: the plan's title
  std::string color;                           // RFC 7986 COLOR: a CSS3 name; empty: none
  std::chrono::minutes all_day_alarm{9 * 60};  // time of day at which an all-day reminder fires
  std::chrono::sys_seconds
      stamp{};  // DTSTAMP of what is new; what changed gets it, or one second after its previous one
};

// One component of a calendar that jalon wrote before.
struct PreviousItem {
  std::string uid;  // as in the file
  bool todo = false;
  std::string id;       // the action's own name, where it had one
  std::string summary;  // without the marks that the writer adds
  std::string section;  // the first category, where it is a section
  WhenKind kind = WhenKind::undated;
  bool timed = false;
  LocalTime start{};  // of a deadline: as end
  LocalTime end{};
  std::uint32_t sequence = 0;
  std::chrono::sys_seconds stamp{};
  std::optional<std::chrono::sys_seconds> completed;  // kept where the plan says only that it is done
  std::uint64_t content_hash = 0;                     // of every property but DTSTAMP, SEQUENCE, LAST-MODIFIED
  std::uint64_t schedule_hash = 0;                    // of those whose change raises SEQUENCE (RFC 5546 section 2.1.4)
};

// The components of a previous output, in its order; an empty file has none. What is no calendar, is damaged, or was
// written by another program is an error that names the line: nothing that jalon did not write is written over.
Result<std::vector<PreviousItem>> read_previous(std::string_view ics);

// How an existing calendar is read as a plan.
struct CalendarReading {
  LocalTime as_of{};
  bool as_of_given = false;
  std::optional<Language> language;               // else the calendar's words decide
  Language fallback_language = Language::french;  // where nothing shows it
  std::string timezone;                           // IANA; empty: the calendar's own
  std::string system_zone = "UTC";                // IANA, where the calendar names none
};

// The events and tasks of a calendar (RFC 5545; also several in one file) as actions, in the order of the file. Times
// become local in the plan's zone; recurrences, reminders, people, categories and UIDs pass through. An instance that
// was changed (RECURRENCE-ID) becomes an action of its own. What the plan cannot carry is told in a note, each
// property once; a damaged component is an error there, and the others are read. Takes UTF-8; spans count in the bytes
// as they are folded.
Plan read_calendar(std::string name, std::string bytes, const CalendarReading& reading);

// The UID of an action's task form, which is that of its event form with "-todo" behind it, and back.
std::string todo_uid(std::string_view uid);
std::string event_uid(std::string_view uid);

using ByteSink = std::function<void(std::string_view)>;

// `uids`: one an action, of the event form. `previous`: what the last output held (may be empty).
struct CalendarCounts {
  std::size_t events = 0, deadlines = 0, undated = 0;                // actions, by what they are
  std::size_t created = 0, changed = 0, unchanged = 0, removed = 0;  // actions, against `previous`
};

// One plan of a calendar that several share.
struct CalendarPart {
  const Plan* plan = nullptr;
  const Zone* zone = nullptr;
  std::span<const std::string> uids;                      // of all its actions
  std::optional<std::span<const std::uint32_t>> actions;  // those to write, ascending; none: all
  const CalendarOptions* options = nullptr;               // of its components
};

// The head is that of the first plan and of `head`. `sizes`: gets the bytes of each action, in their order.
CalendarCounts write_calendar(std::span<const CalendarPart> parts, std::span<const PreviousItem> previous,
                              const CalendarOptions& head, const ByteSink& sink,
                              std::vector<std::size_t>* sizes = nullptr);
CalendarCounts write_calendar(const Plan& plan, const Zone& zone, std::span<const std::string> uids,
                              std::span<const PreviousItem> previous, const CalendarOptions& options,
                              const ByteSink& sink);

// The same calendar where nothing was there before and the actions come a few at a time. What stands before the
// components is known only when all of them are: the caller puts it there.
class CalendarPieces {
 public:
  // `zone` must live as long. `sink` gets the components and the end, not the head.
  CalendarPieces(const Zone& zone, const CalendarOptions& options, ByteSink sink);
  ~CalendarPieces();

  void include(const Plan& piece);  // the times of its actions; before they are written
  void write(const Plan& piece, std::span<const std::string> uids);
  void finish();
  std::string head(const Plan& plan) const;  // for the actions that were included so far
  const CalendarCounts& counts() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace jalon
