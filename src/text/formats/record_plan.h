// What every reader of records begins and ends with: the plan with its source, its settings, the maker of its actions.
#pragma once

#include <string>

#include "jalon/list.h"
#include "jalon/plan.h"
#include "text/list/front_matter.h"
#include "text/list/settings.h"
#include "text/records/action_maker.h"

namespace jalon::formats {

Plan begin_plan(std::string name, std::string bytes);
void end_plan(Plan& plan);  // its diagnostics in the order of the text

struct RecordPlan {
  PhraseReader phrases;
  list::Defaults defaults;
  records::ActionMaker maker;

  RecordPlan(Plan& plan, const list::FrontMatter& front, const ListOptions& options)
      : RecordPlan(plan, front, options, {*plan.arena, *plan.arena}) {}
  RecordPlan(Plan& plan, const list::FrontMatter& front, const ListOptions& options, records::Arenas arenas)
      : phrases(list::read_bearings(plan, front, options)),
        defaults(list::read_defaults(plan, front, options, phrases)),
        maker(plan, phrases, defaults, arenas) {}
  RecordPlan(const RecordPlan&) = delete;  // the maker holds on to the others
  RecordPlan& operator=(const RecordPlan&) = delete;
};

}  // namespace jalon::formats
