// One plan becomes one calendar file, or a stream of bytes.
//
// The previous file at the same place gives every action that it already holds its UID; it is replaced whole or not
// at all, and not touched where nothing changed. A file that jalon did not make is never replaced, unless the request
// says to forget it. An error in the plan keeps it from being written, unless the request says to go on.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/load_plan.h"
#include "app/settings.h"
#include "jalon/calendar.h"
#include "jalon/plan.h"
#include "jalon/result.h"

namespace jalon {

enum class OnError : std::uint8_t { stop, keep_going };
enum class PreviousFile : std::uint8_t { match, forget };
enum class Written : std::uint8_t { nothing, created, replaced, unchanged, streamed };

enum class OutputForm : std::uint8_t { ics, json, jsonl };

inline constexpr std::uintmax_t never_in_pieces = ~std::uintmax_t{0};

struct ConvertRequest {
  Settings settings;
  std::string input;     // a path, or "-" for standard input
  std::string output;    // a path, "-" for the stream; empty: default_output(input)
  std::string known_as;  // see plan_identity()
  OutputForm form = OutputForm::ics;
  CalendarOptions calendar;                                   // its stamp is set here
  std::optional<std::chrono::sys_seconds> source_date_epoch;  // DTSTAMP of what is new; else the plan's as-of
  OnError on_error = OnError::stop;
  PreviousFile previous = PreviousFile::match;
  std::uintmax_t in_pieces_from = never_in_pieces;  // bytes of the input
};

struct ConvertOutcome {
  std::string zone;         // IANA
  Plan plan;                // as it was read; its diagnostics tell what is wrong with it
  bool in_pieces = false;   // then it has no actions, and of its source only what its diagnostics point at
  std::size_t actions = 0;  // of the plan, also those that were left out
  CalendarCounts counts;
  std::size_t left_out = 0;  // actions with an error that were not written
  Written written = Written::nothing;
  OutputForm form = OutputForm::ics;
  bool had_previous = false;
  std::string output;
  std::optional<Error> failure;  // why nothing was written, although the plan allowed it
};

// An error where the plan cannot be read at all. `stream` gets the bytes of output "-".
Result<ConvertOutcome> convert(const ConvertRequest& request, const ByteSink& stream);

// DTSTAMP of what is new. Never the clock: the same plan gives the same bytes all day long.
std::chrono::sys_seconds stamp_of(const ConvertRequest& request, const LoadedPlan& loaded);
std::chrono::sys_seconds stamp_of(const ConvertRequest& request, const Plan& plan, const Zone& zone);

std::string_view ending_of(OutputForm form);  // ".ics"

// "plan.md" → "plan.ics" beside it, or "plan.json"; "-" → "-".
std::string default_output(std::string_view input, OutputForm form = OutputForm::ics);

}  // namespace jalon
