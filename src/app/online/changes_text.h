// A plan of changes as version control shows one, for people, and as one object a line, for programs.
//
//   + plan.md:4   Appeler Léa — 2018-12-04 12:00 – 13:00 America/Toronto
//   > plan.md:9   Déménager
//       quand: 2018-12-10 → 2018-12-12
//   ~ plan.md:7   Rapport        changed fields
//   - Fête                       the plan has it no more
//   = plan.md:6   Bilan          changed in the calendar, and kept so
//   ! plan.md:8   Budget         changed on both sides: a conflict
//   x plan.md:5   Devis          the server refused it
// UTF-8, each line ends in a line feed; texts come from calendars and are made safe for a terminal.
#pragma once

#include <string>
#include <string_view>

#include "jalon/language.h"
#include "sync/apply.h"
#include "sync/plan.h"

namespace jalon {

// `plan`: how the plan is called. Steps that change and tell nothing have no line.
std::string step_text(const Step& step, std::string_view plan, Language language);
// A removal that is not done.
std::string held_text(const Step& step, Language language);
std::string problem_text(const Problem& problem, std::string_view plan, Language language);
// Why nothing is written, and the option that allows it.
std::string guard_text(const Tripped& tripped, Language language);

std::string step_json(const Step& step, std::string_view plan);
std::string held_json(const Step& step);
std::string problem_json(const Problem& problem, std::string_view plan);
std::string guard_json(const Tripped& tripped);

}  // namespace jalon
