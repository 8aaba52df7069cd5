// A first plan, and the jalon.toml beside it, from a few answers.
//
// Nothing that is there already is written over.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "app/plan_template.h"
#include "jalon/language.h"
#include "jalon/result.h"
#include "jalon/when.h"

namespace jalon {

struct InitAnswers {
  std::string lang;      // "fr", "en-CA"
  std::string timezone;  // IANA
  std::string holidays;  // "QC"; this and what follows may be empty: not said
  std::string account;
  std::string calendar;
};

struct InitFiles {
  std::string settings = "jalon.toml";
  std::string plan;
};

InitFiles init_files(PlanTemplate name, Language language);  // in the working folder

// An error where one of the files is there already.
Result<void> refuse_existing(const InitFiles& files);

std::string settings_text(const InitAnswers& answers, Language language);  // TOML, each key with what it says
std::string plan_text(PlanTemplate name, Language language, Day today);

Result<void> write_init(const InitFiles& files, PlanTemplate name, const InitAnswers& answers, Language language,
                        Day today);

}  // namespace jalon
