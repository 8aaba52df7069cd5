#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "ical/lines/content_hash.h"
#include "ical/object/alarms.h"
#include "ical/object/object_lines.h"
#include "ical/object/times_value.h"
#include "ical/object/units.h"
#include "ical/read/ical_values.h"
#include "jalon/object.h"

namespace jalon {
namespace {

std::string text_of(std::string_view value) {
  std::string text = value.find('\\') == std::string_view::npos ? std::string(value) : read_text(value);
  std::erase_if(text, [](char c) { return c >= 0 && c < ' ' && c != '\n'; });
  return text;
}

// The values of a list, each without its escapes: a comma that is not escaped separates.
std::vector<std::string> texts_of(std::string_view values) {
  std::vector<std::string> texts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= values.size(); ++i) {
    if (i < values.size() && values[i] == '\\') ++i;
    if (i < values.size() && values[i] != ',') continue;
    if (begin < i) texts.push_back(text_of(values.substr(begin, i - begin)));
    begin = i + 1;
  }
  return texts;
}

std::string joined(std::vector<std::string> values, std::string_view separator) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  std::string text;
  for (const std::string& value : values) {
    if (!text.empty()) text += separator;
    text += value;
  }
  return text;
}

// What a value that is not there means (RFC 5545 sections 3.8.1.9, 3.8.1.8, 3.8.2.7).
bool is_default(std::string_view name, std::string_view value) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> defaults = {{{"PRIORITY", "0"},
                                                                                      {"PERCENT-COMPLETE", "0"},
                                                                                      {"TRANSP", "OPAQUE"},
                                                                                      {"CLASS", "PUBLIC"},
                                                                                      {"STATUS", "NEEDS-ACTION"},
                                                                                      {"STATUS", "CONFIRMED"}}};
  return std::find(defaults.begin(), defaults.end(), std::pair(name, value)) != defaults.end();
}

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;  // FNV-1a: kept in the state, so the same on every machine
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

std::string hexadecimal(std::uint64_t number) {
  std::string digits(16, '0');
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, number >>= 4U)
    *digit = "0123456789abcdef"[number & 15U];
  return digits;
}

// Gathers the lines of the main component, and of the others into the rest.
class FieldReader {
 public:
  explicit FieldReader(const ObjectLines& object) : object_(object) {}

  ObjectContent read() {
    for (std::size_t i = 0; i < object_.lines.size(); ++i) take(i);
    finish();
    return std::move(content_);
  }

 private:
  void take(std::size_t i) {
    const ObjectLine& line = object_.lines[i];
    if (line.name == "BEGIN") ++depth_;
    if (object_.main.contains(i)) {
      if (depth_ == 2) take_property(line);
      if (depth_ > 2) sub_component(line, i);
    } else if (depth_ >= 2 && !in_zone(i)) {
      take_rest(line);
    }
    if (line.name == "END") --depth_;
  }

  bool in_zone(std::size_t i) const {
    return std::any_of(object_.zones.begin(), object_.zones.end(), [&](LineRange zone) { return zone.contains(i); });
  }

  void sub_component(const ObjectLine& line, std::size_t i) {
    if (line.name == "BEGIN" && depth_ == 3) {
      sub_begin_ = i;
      in_alarm_ = capitals(line_value(line.text)) == "VALARM";
    }
    if (!in_alarm_) take_rest(line);
    if (in_alarm_ && line.name == "END" && depth_ == 3) {
      const Alarm alarm = read_alarm(object_, {sub_begin_, i + 1});
      set_field(content_.fields, alarm.field, alarm.value);
    }
  }

  void take_property(const ObjectLine& line) {
    const PropertyUnit unit = unit_of(line.name);
    const std::string_view value = line_value(line.text);
    if (line.name == "BEGIN" || line.name == "END" || is_default(line.name, value)) return;
    if (line.name == "UID") {
      content_.uid = text_of(value);
    } else if (unit == PropertyUnit::times) {
      times_.add(line);
    } else if (unit == PropertyUnit::categories) {
      for (std::string& each : texts_of(value)) categories_.push_back(std::move(each));
    } else if (unit == PropertyUnit::relations) {
      const std::string_view kind = line_parameter(line.text, "RELTYPE");
      relations_.push_back((kind.empty() ? std::string("PARENT") : capitals(kind)) + " " + text_of(value));
    } else if (unit == PropertyUnit::state) {
      if (line.name != "COMPLETED") state_.push_back(capitals(value));
    } else if (unit == PropertyUnit::rest) {
      take_rest(line);
    } else if (unit != PropertyUnit::own && unit != PropertyUnit::revision) {
      set_field(content_.fields, field_of(unit), unit == PropertyUnit::url ? std::string(value) : text_of(value));
    }
  }

  void take_rest(const ObjectLine& line) {
    const PropertyUnit unit = unit_of(line.name);
    if (unit != PropertyUnit::own && unit != PropertyUnit::revision && !is_default(line.name, line_value(line.text)))
      rest_.emplace_back(line.text);
  }

  void finish() {
    Fields& fields = content_.fields;
    content_.todo = object_.todo;
    set_field(fields, field_of(PropertyUnit::times), times_.value());
    set_field(fields, field_of(PropertyUnit::categories), joined(std::move(categories_), ", "));
    set_field(fields, field_of(PropertyUnit::relations), joined(std::move(relations_), ", "));
    // A task that is done has 100 %, said or not.
    if (std::find(state_.begin(), state_.end(), "COMPLETED") != state_.end()) std::erase(state_, "100");
    set_field(fields, field_of(PropertyUnit::state), joined(std::move(state_), " "));
    if (!rest_.empty()) set_field(fields, rest_field, hexadecimal(hash_of(joined(std::move(rest_), "\n"))));
  }

  const ObjectLines& object_;
  ObjectContent content_;
  int depth_ = 0;
  std::size_t sub_begin_ = 0;
  bool in_alarm_ = false;
  TimesValue times_;
  std::vector<std::string> categories_, relations_, state_, rest_;
};

}  // namespace

std::optional<ObjectContent> read_object(std::string_view body) {
  const auto object = read_object_lines(body);
  if (!object) return std::nullopt;
  ObjectContent content = FieldReader(*object).read();
  if (content.uid.empty()) return std::nullopt;
  return content;
}

}  // namespace jalon
