// Plans in jalon's own JSON: one object with its actions, an array of actions, or one action a line.
//
//   {"jalon": 1, "title": "Fin d'année", "lang": "fr", "timezone": "America/Toronto", "as_of": "2018-11-26", "actions":
//   [
//     {"title": "Remercier les clients", "due": "2018-12-14", "owners": ["Alex"]},
//     {"title": "Réunion", "when": "tous les lundis à 9 h jusqu'au 17 décembre", "tags": ["bureau"]}]}
//
// The plan's members are the settings of a list's front matter. Those of an action, all but the title optional:
//   title, description, location, url, id, section   texts
//   kind              "event", "deadline", "window" or "undated"; start and end are then read exactly, end inclusive
//   start, end        "2018-12-03", or local time "2018-12-03T12:00:00"; without a kind, any date phrase
//   due, when         any date phrase: a deadline; anything
//   recurrence        a phrase, or {"frequency": "weekly", "interval": 1, "count": 5, "until": "2018-12-18",
//                     "by_month": [12], "by_month_day": [-1], "by_day": [{"nth": 0, "weekday": "TU"}],
//                     "by_set_position": [1], "exceptions": ["2018-12-11"]}
//   owners, attendees one or several: a name, an address, or {"name": "Marie", "address": "marie@exemple.ca"}
//   tags              one or several
//   reminders         minutes before, or texts such as "1 jour"; []: not even the default ones
//   effort            minutes, or a text; priority 1 (high) … 9 (low), or a word; percent 0 … 100
//   status            "open", "begun", "done", "cancelled"; completed: a day
//   n                 the action's number in the file, from 1, where that is not its place
//   parent, after     another action's n, id or title; several after
// Any other name that a column of a table may have is understood as there; what is not is told once.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "jalon/list.h"
#include "jalon/plan.h"
#include "text/list/survey.h"

namespace jalon::formats {

Plan read_jalon_json(std::string name, std::string bytes, const ListOptions& options);

// Of JSON lines, with JsonLines::padding bytes behind; null where the text is other JSON.
std::unique_ptr<PlanPieces> read_jalon_json_in_pieces(Plan plan, std::string_view text, const ListOptions& options,
                                                      NumericOrder order, list::Release release);

}  // namespace jalon::formats
