// A plan as lines of text, for tables and golden files: one line an action, in the order of the plan.
//
//   TITLE | READING | @owner <address> #tag p5 ~120 ^id at=… with=… url=… alarm=60 after=0 status=done … desc=…
#pragma once

#include <string>
#include <string_view>

#include "jalon/list.h"

namespace jalon {

std::string dump_action(const Plan& plan, const Action& action);
std::string dump_diagnostic(const Plan& plan, const Diagnostic& diagnostic);  // LINE:COLUMN: severity: code: words
std::string dump_plan(const Plan& plan);  // settings, sections, actions, diagnostics

// As of Monday 2018-11-26, French where the text does not show its language.
ListOptions november_2018();

std::string read_test_file(const std::string& path);  // from the folder of the sources

}  // namespace jalon
