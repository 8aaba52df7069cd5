// A plan in jalon's own JSON (src/text/formats/jalon_json.h): what is read from it is the same plan, and makes the same
// calendar. One action a line, so that two of them can be compared line by line. Deterministic.
#pragma once

#include <string_view>

#include "jalon/calendar.h"
#include "jalon/plan.h"

namespace jalon {

enum class JsonShape : std::uint8_t { document, lines };  // one object; or one a line, the plan's settings first

// `zone`: the IANA name in which the plan was read.
void write_plan_json(const Plan& plan, std::string_view zone, JsonShape shape, const ByteSink& sink);

// Whether bytes begin as those of write_plan_json() do.
bool is_plan_json(std::string_view bytes);

}  // namespace jalon
