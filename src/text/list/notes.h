// Telling what was found in a plan: one place that adds to Plan::diagnostics.
#pragma once

#include <string_view>
#include <vector>

#include "base/catalogue.h"
#include "jalon/phrase.h"
#include "jalon/plan.h"

namespace jalon::list {

void tell(Plan& plan, Code code, SourceSpan span, std::vector<Argument> arguments = {});

// The arguments of Code::date_unclear: what is not understood, and where a month or weekday in it was mistyped, which
// one was meant.
std::vector<Argument> unclear_arguments(PhraseReader& phrases, std::string_view text);

// Takes over what a date's reading has to say (its spans count in the source already), and says once from which day
// relative dates are read, where neither the plan nor the caller named one.
void tell_reading(Plan& plan, Reading& reading, SourceSpan span);

}  // namespace jalon::list
