// One calendar object of a collection (RFC 4791 section 4.1): made from an action, read into fields, and brought up to
// date without touching what others put into it.
//
// Bodies are iCalendar in UTF-8. What is written ends its lines with CRLF; what is read may have LF, and may have been
// rewritten by a server. Pure; linear in the body.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "jalon/calendar.h"
#include "jalon/fields.h"

namespace jalon {

struct ObjectContent {
  std::string uid;
  bool todo = false;
  Fields fields;
};

// Nothing where the bytes are no calendar, or hold no event or task with a UID. Where a series has instances of their
// own (RECURRENCE-ID), the fields are those of the series, and the instances belong to the rest.
std::optional<ObjectContent> read_object(std::string_view body);

// `theirs` with the fields named in `take` as they are in `ours`, present or not; every other line of it, known or
// unknown, is there byte for byte as it came, but for DTSTAMP, and SEQUENCE, which rises by one where a property of
// the schedule changes (RFC 5546 section 2.1.4). A time zone is added where the times taken need one that it lacks.
// Nothing where one of the two is no calendar object.
std::optional<std::string> merge_object(std::string_view theirs, std::string_view ours,
                                        std::span<const std::string> take);

// One calendar with the objects of all `bodies`, each time zone once.
std::string join_objects(std::span<const std::string_view> bodies);

struct WrittenObject {
  std::string uid;
  std::size_t action = 0;  // index into the plan's
  std::string body;
};

// Each action's objects, in the order of the plan; two where deadlines are both.
std::vector<WrittenObject> write_objects(const Plan& plan, const Zone& zone, std::span<const std::string> uids,
                                         const CalendarOptions& options);

}  // namespace jalon
