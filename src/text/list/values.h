// What the values of attributes mean: a priority, a status, people, tags, in both languages.
//
// Each takes a trimmed value and gives nothing where it is none. Views are into the value. Pure; linear.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "jalon/plan.h"

namespace jalon::list {

// `!` 9, `!!` 5, `!!!` 1; (A) 1, (B) 5, (C) and later 9; words; 0 … 9 as in RFC 5545 section 3.8.1.9; Obsidian's signs.
std::optional<std::uint8_t> parse_priority(std::string_view value);
std::optional<Status> parse_status(std::string_view value);

// 2018-12-24, and nothing else. A day that is not in the calendar is none.
std::optional<Day> parse_iso_day(std::string_view value);

// todo.txt's rec: «1w», «+2m», «3b» (b: working days; only every single one is a recurrence).
std::optional<Recurrence> parse_repetition(std::string_view value);

// The parts of a list: between commas (not those of a number), semicolons, «et», "and", «&».
void split_list(std::string_view value, std::vector<std::string_view>& parts);
// The same for tags: `#a #b` are two.
void split_tags(std::string_view value, std::vector<std::string_view>& parts);

// `Marie`, `@Marie`, `Marie <marie@example.org>`, `marie@example.org`.
Person parse_person(std::string_view text);

}  // namespace jalon::list
