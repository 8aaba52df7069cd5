// What stands in an action's line beside its title: `@name`, `#tag`, `!!`, `~2h`, `^name`, `key: value`, and the marks
// of todo.txt and Obsidian Tasks (marks.h).
//
// Takes one line of UTF-8 and finds the places only: what a value means, and whether it is one, is asked later. A sign
// counts where a word begins; `#1`, e-mail addresses, times of day, web addresses and code between backquotes are
// text. Views are into the line. Pure; linear; nothing fails.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/list/keys.h"

namespace jalon::list {

enum class MarkForm : std::uint8_t {
  sign,     // @name, #tag, ⏫: complete in itself
  pair,     // key: value, 📅 value: the value goes on to the next mark
  token,    // key:value, without a space: the first word alone may be the value
  field,    // [key:: value]
  mention,  // stays where it is: a web address
  stray,    // stays too, and is told: a word that is nearly a key, a value that is not understood
};

struct Mark {
  Key key{};
  MarkForm form = MarkForm::sign;
  Plainness plainness = Plainness::rare;
  std::string_view whole;  // all of it
  std::string_view name;   // the key as it is written
  std::string_view value;
  std::string_view kept;  // what stays of it amid the words of a title: «Marie» of «appeler @Marie demain»
};

// Where a line begins: in an item a title comes first, below an item a key may.
enum class LineStart : std::uint8_t { title, attribute };

enum class LineForm : std::uint8_t { raw, cleaned };  // whether Markdown may still be in it

// Appends the marks of `text`, in their order. False where a raw line holds Markdown: it is to be cleaned (markup.h)
// and read again; what was appended is taken back.
bool read_marks(std::string_view text, LineStart start, LineForm form, std::vector<Mark>& marks);

// Takes dashes, colons, commas and the like off both ends, as they stand between a title and what follows it.
std::string_view trim_separators(std::string_view text);

}  // namespace jalon::list
