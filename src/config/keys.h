// The keys that a jalon.toml may say, as data: what reads the file, what shows what is in force, and the README's
// table all use them. A key is named like the option of the command line that says the same.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "jalon/language.h"

namespace jalon {

enum class Key : std::uint8_t {
  lang,  // how plans are read
  timezone,
  due,
  remind,
  owner,
  tags,
  holidays,
  working_days,
  working_hours,
  deadlines,  // how calendars are written
  deadline_mark,
  name,
  calendar_color,
  alarm_time,
  organizer,
  keep_going,
  calendar,  // where they go
  account,
  team,  // which team a plan is of
  count_
};
inline constexpr std::size_t key_count = static_cast<std::size_t>(Key::count_);

enum class KeyKind : std::uint8_t {
  text,
  list,  // one text, or several in brackets
  flag,  // true or false
  time,  // a time of day: a text or TOML's own
};

struct KeySpec {
  Key key;
  std::string_view name;
  KeyKind kind;
  std::span<const std::string_view> choices;  // its only values; empty: any
  std::string_view example;                   // as the file has it
  std::array<std::string_view, language_count> about;
};

std::span<const KeySpec> key_specs();  // entry i is that of key i
const KeySpec& spec_of(Key key);
const KeySpec* find_key(std::string_view name);  // null where there is none

}  // namespace jalon
