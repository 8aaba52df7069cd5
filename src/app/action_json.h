// What every JSON of an action says of it, in the same words: who, where, how far.
#pragma once

#include <span>

#include "app/json.h"
#include "jalon/plan.h"

namespace jalon {

Json people_json(std::span<const Person> persons);
void add_people_and_place(Json& json, const Plan& plan, const Action& action);
void add_state(Json& json, const Action& action);

}  // namespace jalon
