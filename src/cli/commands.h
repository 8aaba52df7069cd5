// The commands and options that there are, as data: what reads arguments, what prints help and what completes a
// mistyped word all use these tables.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "cli/texts.h"

namespace jalon {

enum class Command : std::uint8_t {
  init,
  convert,
  check,
  show,
  preview,
  watch,
  when,
  explain,
  stamp,
  config,
  account,
  calendars,
  sync,
  status,
  remove,
  help
};

// Those that reach a server: a program of their own has them.
bool is_online(Command command);

struct CommandSpec {
  Command command;
  std::string_view name;
  Text operands;  // as usage shows them
  Text summary;   // one line
  Text about;     // a paragraph
  Text examples;  // lines
};

enum class Option : std::uint8_t {
  output,  // those of the calendar
  to,
  out_dir,
  merge,
  split_by,
  max_size,
  jobs,
  report,
  prune,
  deadlines,
  deadline_mark,
  name,
  calendar_color,
  alarm_time,
  invite,
  organizer,
  fresh,
  html,  // those of views
  month,
  timeline,
  today,
  since,
  until,
  owner,
  tag,
  overdue,
  plan_template,  // that of a first plan
  account,        // those of servers; spelt --to
  calendar,
  create,
  known,
  tasks_calendar,
  dry_run,
  yes,
  prefer,
  restore,
  allow_deletions,
  allow_empty,
  stamp,
  user,
  password_command,
  password_env,
  bearer_command,
  netrc,
  client_cert,
  client_key,
  ca_file,
  trust_host,
  keep_going,  // from here on, the common ones
  from,
  sheet,
  columns,
  as_of,
  timezone,
  lang,
  due,
  remind,
  quiet,
  verbose,
  color,
  format,
  help,
  version,
  count_
};
inline constexpr std::size_t option_count = static_cast<std::size_t>(Option::count_);

enum class OptionGroup : std::uint8_t { start, calendar, team, view, server, reading, showing, count_ };

struct OptionSpec {
  Option option;
  OptionGroup group;
  char letter;             // for -o; 0 where there is none
  std::string_view name;   // "--output"
  std::uint32_t commands;  // bits of the commands in which it means something, and whose help shows it
  Text value;              // what stands behind it; Text::none for a flag
  std::span<const std::string_view> choices;  // its only values; empty: any
  Text about;

  bool takes_value() const { return value != Text::none; }
  // Every command takes the common options, so that they may stand in an alias or a script without thought.
  bool is_accepted_by(Command command_taken) const { return is_shown_in(command_taken) || is_common(); }
  bool is_common() const {
    return option >= Option::keep_going && option != Option::format && option != Option::verbose;
  }
  bool is_shown_in(Command command) const { return (commands >> static_cast<unsigned>(command) & 1U) != 0; }
};

std::span<const CommandSpec> command_specs();
std::span<const OptionSpec> option_specs();  // entry i is that of option i
const CommandSpec& spec_of(Command command);
const OptionSpec& spec_of(Option option);

const CommandSpec* find_command(std::string_view name);
// By "--output" or "-o"; null where there is none. Where two commands mean different things by one name, it is that of
// `command`, and else the first.
const OptionSpec* find_option(std::string_view name, std::optional<Command> command);

}  // namespace jalon
