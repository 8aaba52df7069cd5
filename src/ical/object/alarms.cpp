#include "ical/object/alarms.h"

#include <algorithm>

#include "ical/object/units.h"
#include "ical/read/ical_values.h"

namespace jalon {
namespace {

std::string shown(std::string_view value) {
  std::string text = read_text(value);
  std::erase_if(text, [](char c) { return c >= 0 && c < ' ' && c != '\n'; });
  return text;
}

}  // namespace

Alarm read_alarm(const ObjectLines& object, LineRange range) {
  std::string action = "DISPLAY";
  std::string trigger;
  std::string says = "-";
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const ObjectLine& line = object.lines[i];
    const std::string_view value = line_value(line.text);
    if (line.name == "ACTION") action = capitals(shown(value));
    if (line.name == "DESCRIPTION" && !value.empty()) says = shown(value);
    if (line.name != "TRIGGER") continue;
    const std::string related = capitals(line_parameter(line.text, "RELATED"));
    trigger = capitals(shown(value)) + (related == "END" ? " END" : "");
  }
  return {std::string(alarm_prefix) + action + " " + trigger, says};
}

}  // namespace jalon
