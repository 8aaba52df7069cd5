// todo.txt: one task a line (the format's rules, github.com/todotxt/todo.txt), with the keys that its programs added.
//
//   x 2018-12-03 2018-11-26 done, the day it was done, the day it was made      (A) 2018-11-26 priority
//   +project: the section (the first one), else a tag      @context: a tag      due:2018-12-24
//   t:2018-12-10 not before      rec:1w, rec:+1m, rec:1b recurs      pri:A      id: p: (the whole) dep: (after)
// Any other key that a column of a table may have is understood as there; `key:value` that is none stays in the title.
#pragma once

#include <string>

#include "jalon/list.h"
#include "jalon/plan.h"

namespace jalon::formats {

Plan read_todo_txt(std::string name, std::string bytes, const ListOptions& options);

enum class Name : std::uint8_t { open, says_so };  // whether the file is called todo.txt

// Whether a text is one: no headings and bullets, and lines that begin or end as tasks do.
bool is_todo_txt(std::string_view text, Name name);

}  // namespace jalon::formats
