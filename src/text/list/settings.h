// What a plan says about itself in its front matter, together with what the caller says.
//
// Fills the plan's own fields (title, language, zone, as-of …) and gives what its actions take where they say nothing.
// The caller's word wins over the plan's. Faults go to the plan's diagnostics; those of the caller's phrases have an
// empty span.
#pragma once

#include <chrono>
#include <span>
#include <string_view>

#include "jalon/list.h"
#include "text/list/front_matter.h"
#include "text/list/people.h"

namespace jalon::list {

struct Defaults {
  When due;  // undated where there is none
  std::span<const std::chrono::minutes> alarms;
  std::span<const Person> owners;
  std::span<const std::string_view> tags;
  People people;
};

// The plan's language, zone and as-of, and the reader that reads phrases as they say.
PhraseReader read_bearings(Plan& plan, const FrontMatter& front, const ListOptions& options);

Defaults read_defaults(Plan& plan, const FrontMatter& front, const ListOptions& options, PhraseReader& phrases);

}  // namespace jalon::list
