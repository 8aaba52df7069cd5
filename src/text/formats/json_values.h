// JSON (RFC 8259) as flat lists of values: one list a record, however many there are in a file.
//
// Takes UTF-8: an array of objects, objects one after the other (JSON lines), or one object of which one member is the
// array of records. The parser is a library's and is seen by one source file only. Texts are views into the source, or
// into the arena where an escape had to be read. A fault goes to the diagnostics; of JSON lines the other lines count.
// Linear.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "jalon/plan.h"

namespace jalon::formats {

enum class JsonKind : std::uint8_t { null, boolean, number, text, list, object };

struct JsonValue {
  JsonKind kind = JsonKind::null;
  std::uint32_t past = 0;  // index behind the last value that it holds
  std::string_view name;   // of a member
  std::string_view text;   // of a text, a number, true or false
  SourceSpan span;
};

// Members of an object, in order; the first value is the object itself.
using JsonRecord = std::vector<JsonValue>;

// The members of values[at], one after the other: for (i = at + 1; i < values[at].past; i = values[i].past).
const JsonValue* find_member(const JsonRecord& record, std::string_view name);

struct JsonVisitor {
  std::function<void(const JsonRecord&)> document;  // the one object that encloses the records, without them
  std::function<void(const JsonRecord&)> record;
};

// `plan.source` gets the room behind its end that the parser wants. `records`: the member that holds them.
void read_json(Plan& plan, std::string_view records, const JsonVisitor& visitor);

// Whether a text is one object a line, several of them.
bool holds_json_lines(std::string_view text);

// JSON lines, one after the other. Behind the text `padding` bytes may be read; texts go to the arena where an
// escape had to be read, faults to the plan's diagnostics.
class JsonLines {
 public:
  static constexpr std::size_t padding = 64;

  JsonLines(Plan& plan, std::string_view text, Arena& arena, const JsonVisitor& visitor);
  ~JsonLines();
  bool next();  // reads the next line; false where there is none
  std::size_t position() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace jalon::formats
