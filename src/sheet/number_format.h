// What a cell's number means by its format (ECMA-376 part 1, sections 18.8.30 and 18.8.31), and how it is said.
//
// Pure; nothing fails.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace jalon::sheet {

enum class NumberKind : std::uint8_t { number, percent, day, time, moment, elapsed };
enum class DateSystem : std::uint8_t { from_1900, from_1904 };

NumberKind kind_of_format(int id);                 // of those that every workbook has
NumberKind kind_of_format(std::string_view code);  // «dd/mm/yyyy hh:mm»

// 2018-12-24, 14:30, 2018-12-24 14:30, 26 h 30, 50%, 12.5
std::string said(double value, NumberKind kind, DateSystem system);

}  // namespace jalon::sheet
