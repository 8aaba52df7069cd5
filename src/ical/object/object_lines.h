// The content lines of one calendar object as they stand, and where its main component is.
//
// Nothing is lost: the raw lines in their order are the body. Names of properties and components are compared without
// regard to case (RFC 5545 section 2).
#pragma once

#include <cstddef>
#include <forward_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jalon {

struct ObjectLine {
  std::string_view raw;   // with its folds and its end of line
  std::string_view text;  // without
  std::string name;       // in capitals
};

// A run of lines, from BEGIN to END, both included.
struct LineRange {
  std::size_t begin = 0;
  std::size_t end = 0;  // exclusive
  bool empty() const { return begin == end; }
  bool contains(std::size_t line) const { return line >= begin && line < end; }
};

struct ObjectLines {
  std::vector<ObjectLine> lines;
  std::forward_list<std::string> unfolded;  // what `text` views
  LineRange main;  // the event or task that is no single instance of a series; else the first one
  bool todo = false;
  std::size_t components = 0;    // events and tasks
  std::vector<LineRange> zones;  // VTIMEZONE
};

// Views into `body`, which must live as long. Nothing where it is no calendar with an event or a task.
std::optional<ObjectLines> read_object_lines(std::string_view body);

// What follows the colon that ends name and parameters; a colon in quotes does not.
std::string_view line_value(std::string_view text);
// The value of a parameter, without quotes; empty where it is not there.
std::string_view line_parameter(std::string_view text, std::string_view name);
std::string capitals(std::string_view text);  // of ASCII letters

}  // namespace jalon
