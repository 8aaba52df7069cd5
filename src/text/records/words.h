// Small values that programs write in fields: yes and no, numbers with a point or a comma, shares, the parts of a cell.
//
// Each takes a trimmed text, in English or French, and gives nothing where it is none. Views are into the text. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jalon/plan.h"

namespace jalon::records {

bool means_yes(std::string_view text);
bool means_no(std::string_view text);

std::optional<double> parse_decimal(std::string_view text);  // 1.5, 1,5, -2
// How much is done, in percent: 50 %, 0.5 and 0,5 (a half), 2/5, 1 (all).
std::optional<std::uint8_t> parse_share(std::string_view text);

// Several values in one cell: between line ends and semicolons; where there is neither, as a list of words says it.
void split_cell(std::string_view text, std::vector<std::string_view>& parts);

// «Roy, Alex», one name as directories write it, in two parts; nothing where a text has another shape.
struct TurnedName {
  std::string_view last;
  std::string_view first;
  std::string in_order() const { return std::string(first) + " " + std::string(last); }
};
std::optional<TurnedName> parse_turned_name(std::string_view text);
// Whether an address may be that person's: «alex.roy@exemple.ca», "aroy@example.com".
bool may_be_of(std::string_view address, const TurnedName& name);

struct CheckItem {
  std::string_view text;
  Status status = Status::open;
};
// One line of a check list: «[x] appeler», "- [ ] call", «☑ appeler», «• appeler». Empty where nothing is left.
CheckItem parse_check_item(std::string_view line);
bool begins_with_box(std::string_view line);

// «Fête (green)»: Trello writes a label's colour behind it.
std::string_view without_color(std::string_view text);

// «Client (https://…)», as Notion writes what a cell refers to.
std::string_view without_address(std::string_view text);

}  // namespace jalon::records
