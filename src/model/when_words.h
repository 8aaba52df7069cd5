// When something takes place or is due, in words and in full: «mardi 4 décembre 2018 de 10 h à 11 h»,
// "every Tuesday from 10:00 to 11:00 until 18 December 2018, starting 27 November 2018".
// A deadline's words begin with «au plus tard»/"by"; without a date they are empty. Pure.
#pragma once

#include <chrono>
#include <string>

#include "jalon/language.h"
#include "jalon/when.h"

namespace jalon {

std::string words_of(const When& when, Language language);
std::string words_beside_kind(const When& when, Language language);  // without «au plus tard»: where the kind stands
std::string words_of(const Recurrence& rule, Day first_day, Language language);  // «chaque mardi»
std::string words_of(std::chrono::minutes duration, Language language);          // «1 h 30», «45 min», «2 jours»

}  // namespace jalon
