// The marks of other tools, as they stand in a line of a list: the emoji of Obsidian Tasks, the head of a todo.txt
// line. Sources: the Tasks user guide («Emoji Format», «Dataview Format»), todo.txt's format rules 1 to 3.
//
// Takes UTF-8; views are into it. Pure; nothing fails: what is none gives nothing.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "text/list/attributes.h"

namespace jalon::list {

// The emoji mark at `at`, its value still open where it takes one.
std::optional<Mark> emoji_mark_at(std::string_view text, std::size_t at);

// `x 2018-12-01 2018-11-26 `, `(A) 2018-11-26 ` at the front of a line; gives where the title begins.
std::size_t read_todo_txt_head(std::string_view text, std::vector<Mark>& marks);

// The length of an ISO day at `at` that ends there as a word; 0 where there is none.
std::size_t iso_day_at(std::string_view text, std::size_t at);

}  // namespace jalon::list
