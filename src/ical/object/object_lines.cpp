#include "ical/object/object_lines.h"

#include <algorithm>

#include "ical/lines/physical_lines.h"

namespace jalon {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

char capital(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return capital(x) == capital(y); });
}

// What stands before the next semicolon that is not in quotes; and takes it away.
std::string_view take_part(std::string_view& head) {
  bool quoted = false;
  std::size_t end = 0;
  for (; end < head.size() && (quoted || head[end] != ';'); ++end) {
    if (head[end] == '"') quoted = !quoted;
  }
  const std::string_view part = head.substr(0, end);
  head.remove_prefix(std::min(end + 1, head.size()));
  return part;
}

std::string_view without_quotes(std::string_view text) {
  const bool quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
  return quoted ? text.substr(1, text.size() - 2) : text;
}

void split(std::string_view body, ObjectLines& object) {
  constexpr std::size_t usual_line = 24;  // bytes
  object.lines.reserve(body.size() / usual_line + 1);
  std::string scratch;
  while (!body.empty()) {
    const ContentLine raw = take_content_line(body);
    std::string_view text = unfolded(raw, scratch);
    if (!text.empty() && text.data() == scratch.data()) text = object.unfolded.emplace_front(text);
    object.lines.push_back({raw.bytes, text, capitals(property_name(text))});
  }
}

// Goes through the components, and notes those on the second level.
class Structure {
 public:
  explicit Structure(ObjectLines& object) : object_(object) {}

  bool read() {
    for (std::size_t i = 0; i < object_.lines.size(); ++i) {
      if (!take(i)) return false;
    }
    return open_.empty() && !object_.main.empty();
  }

 private:
  bool take(std::size_t i) {
    const ObjectLine& line = object_.lines[i];
    if (line.name == "BEGIN") return begin(i);
    if (line.name == "END") return end(i);
    if (open_.size() == 2 && line.name == "RECURRENCE-ID") instance_ = true;
    return line.text.empty() || !open_.empty();
  }

  bool begin(std::size_t i) {
    const std::string name = capitals(line_value(object_.lines[i].text));
    if (open_.empty() && (name != "VCALENDAR" || !object_.main.empty())) return false;
    open_.push_back(name);
    if (open_.size() == 2) begin_ = i;
    if (open_.size() == 2) instance_ = false;
    return true;
  }

  bool end(std::size_t i) {
    const std::string name = capitals(line_value(object_.lines[i].text));
    if (open_.empty() || open_.back() != name) return false;
    if (open_.size() == 2) note(name, {begin_, i + 1});
    open_.pop_back();
    return true;
  }

  void note(const std::string& name, LineRange range) {
    if (name == "VTIMEZONE") object_.zones.push_back(range);
    if (name != "VEVENT" && name != "VTODO") return;
    ++object_.components;
    const bool better = object_.main.empty() || (main_is_instance_ && !instance_);
    if (!better) return;
    object_.main = range;
    object_.todo = name == "VTODO";
    main_is_instance_ = instance_;
  }

  ObjectLines& object_;
  std::vector<std::string> open_;
  std::size_t begin_ = 0;
  bool instance_ = false;
  bool main_is_instance_ = false;
};

}  // namespace

std::string capitals(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), capital);
  return result;
}

std::string_view line_value(std::string_view text) {
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (text[i] == ':' && !quoted) return text.substr(i + 1);
  }
  return {};
}

std::string_view line_parameter(std::string_view text, std::string_view name) {
  std::string_view head = text.substr(0, text.size() - line_value(text).size());
  if (!head.empty()) head.remove_suffix(1);  // the colon
  while (!head.empty()) {
    const std::string_view part = take_part(head);
    const std::size_t equals = part.find('=');
    if (equals != std::string_view::npos && same_letters(part.substr(0, equals), name))
      return without_quotes(part.substr(equals + 1));
  }
  return {};
}

std::optional<ObjectLines> read_object_lines(std::string_view body) {
  if (body.starts_with(byte_order_mark)) body.remove_prefix(byte_order_mark.size());
  ObjectLines object;
  split(body, object);
  if (!Structure(object).read()) return std::nullopt;
  return object;
}

}  // namespace jalon
