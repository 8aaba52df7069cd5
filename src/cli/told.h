// What a person is told about their plan.
#pragma once

#include <cstdint>
#include <string>

#include "app/check.h"
#include "app/diagnostic_text.h"
#include "cli/requests.h"
#include "jalon/plan.h"

namespace jalon {

enum class Notes : std::uint8_t { none, some, all };  // some: the first few of a kind, and how many more there are

// Every diagnostic of the plan in its order; notes as asked.
std::string told_diagnostics(const Plan& plan, const DiagnosticStyle& style, Notes notes);

// «5 actions: 3 événements, 1 échéance, 1 en erreur»
std::string told_actions(const PlanCounts& counts, Language language);
std::string told_faults(const PlanCounts& counts, Language language);  // «2 erreurs, 1 note»; empty where there is none

// «a, b»: what is not empty.
std::string listed(std::initializer_list<std::string> parts);

DiagnosticStyle errors_style(Language language, const Look& look);

}  // namespace jalon
