#include <set>
#include <string>

#include "ical/object/object_lines.h"
#include "jalon/object.h"

namespace jalon {
namespace {

// The components that stand in one body's calendar, in their order.
class Joiner {
 public:
  void add(const ObjectLines& object) {
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < object.lines.size(); ++i) {
      const ObjectLine& line = object.lines[i];
      if (line.name == "BEGIN" && ++depth == 2) begin = i;
      if (depth == 1 && head_.empty() && line.name != "END") next_head_ += line.raw;
      if (line.name == "END" && depth-- == 2) add_component(object, {begin, i + 1});
    }
    if (head_.empty()) head_ = std::move(next_head_);
  }

  std::string joined() const { return head_ + zones_ + components_ + "END:VCALENDAR\r\n"; }

 private:
  void add_component(const ObjectLines& object, LineRange range) {
    std::string text;
    for (std::size_t i = range.begin; i < range.end; ++i) text += object.lines[i].raw;
    const bool zone = capitals(line_value(object.lines[range.begin].text)) == "VTIMEZONE";
    if (!zone) components_ += text;
    if (zone && seen_.insert(text).second) zones_ += text;
  }

  std::string head_, next_head_, zones_, components_;
  std::set<std::string> seen_;
};

}  // namespace

std::string join_objects(std::span<const std::string_view> bodies) {
  Joiner joiner;
  for (const std::string_view body : bodies) {
    if (const auto object = read_object_lines(body)) joiner.add(*object);
  }
  return joiner.joined();
}

}  // namespace jalon
