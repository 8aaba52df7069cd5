// What a synchronisation will do, before it does it: the decision for every object, as data that can be shown.
//
// One step an object; steps that neither write nor tell anything are only counted. Field by field: what the plan alone
// changed is taken, what the calendar alone changed stays, what both changed to different values is a conflict. Rules:
// the decision table of the synchronisation's design (README, «Synchronisation»). Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sync/values.h"

namespace jalon {

enum class Act : std::uint8_t {
  nothing,  // only remember what is agreed now
  create,
  update,
  remove,
  forget,  // it is no longer ours: the plan has let go of it, and it is gone or stays as it is
};

enum class Clash : std::uint8_t {
  none,
  fields,           // the same fields changed on both sides
  edited_there,     // the plan has it no more, but it was edited in the calendar
  removed_there,    // deleted in the calendar, but edited in the plan
  other_form_kept,  // its action has another form now, but the old one was edited in the calendar
};

struct Change {
  std::string field;
  std::string from;
  std::string to;
  friend bool operator==(const Change&, const Change&) = default;
};

struct Disagreement {
  std::string field;
  std::string agreed;  // what the plan said before
  std::string ours;
  std::string theirs;
  friend bool operator==(const Disagreement&, const Disagreement&) = default;
};

enum class News : std::uint8_t { none, edited, deleted };  // what was done in the calendar since the last run

struct Step {
  Act act = Act::nothing;
  Clash clash = Clash::none;
  News news = News::none;
  std::size_t calendar = 0;
  std::string uid;
  std::string title;
  std::size_t line = 0;         // in the plan; 0: it has it no more
  std::string replaces;         // create: the UID of the action's other form, which is removed once this is done
  std::size_t replaces_in = 0;  // and its calendar
  bool is_replaced = false;     // remove: it is that other form
  std::vector<Change> changes;  // what is written: from what the calendar says to what the plan says
  std::vector<Change> kept;     // what was changed in the calendar, and stays
  std::vector<Disagreement> disagreements;
  // For who acts.
  std::string href, etag;
  std::vector<std::string> take;  // update: the fields to take from the plan's body
  std::size_t wanted = 0;         // create, update: index into what is wanted
  std::optional<Agreed> settled;  // what to remember before any write; nothing where that stays as it is
  Agreed after;  // create, update: what is agreed once it is written; `seen` is what the calendar says before
};

// More than so many at once are removed only where the policy allows it; also more than half of a plan's objects.
inline constexpr std::size_t most_removals = 10;

enum class Guard : std::uint8_t { plan_empty, calendar_empty, many_removals };

struct Tripped {
  Guard guard = Guard::plan_empty;
  std::size_t count = 0;  // objects that would go, or are missing
  std::size_t of = 0;     // objects of this plan
};

struct ChangePlan {
  std::vector<Step> steps;  // in the order of the plan, then what it has no more; at most one an object
  std::size_t unchanged = 0;
  std::vector<Tripped> tripped;  // guards that stand against it, where the policy does not allow it

  std::size_t count(Act act) const;
  std::size_t clashes() const;
  bool writes() const;
};

enum class Prefer : std::uint8_t { neither, plan, calendar };
enum class Deleted : std::uint8_t { respect, restore };
enum class Allow : std::uint8_t { no, yes };

struct Policy {
  Prefer prefer = Prefer::neither;
  std::map<std::string, Prefer> decided;  // by UID: wins over `prefer`
  Deleted deleted = Deleted::respect;
  Allow many_removals = Allow::no;   // also of everything
  Allow empty_calendar = Allow::no;  // believe that the calendar was emptied
  // Every removal is wanted: the plan is taken off its calendars.
  Allow taking_off = Allow::no;
};

struct ThreeSides {
  std::span<const Wanted> wanted;
  std::span<const Agreed> agreed;
  std::span<const Remote> present;      // those of `wanted` and `agreed` that the calendars hold now
  std::vector<std::size_t> empty_ones;  // calendars that were listed whole and hold nothing at all
};

// Takes the removals out of it, but for those of forms that are replaced, with the guards against them; gives them
// back.
std::vector<Step> hold_removals(ChangePlan& plan);

ChangePlan make_plan(const ThreeSides& sides, const Policy& policy);

}  // namespace jalon
