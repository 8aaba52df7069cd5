#include "bench/components.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string_view>

namespace jalon::bench {
namespace {

std::string read_whole(const char* path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    std::cerr << "cannot read " << path << '\n';
    std::exit(2);
  }
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> unfolded_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find("\r\n");
    const std::string_view line = text.substr(0, end);
    if (line.starts_with(' ')) {
      lines.back() += line.substr(1);
    } else {
      lines.emplace_back(line);
    }
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 2);
  }
  return lines;
}

std::string unescaped(std::string_view value) {
  std::string text;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == ',') {
      text += text_separator;
    } else if (value[i] == '\\' && i + 1 < value.size()) {
      ++i;
      text += value[i] == 'n' || value[i] == 'N' ? '\n' : value[i];
    } else {
      text += value[i];
    }
  }
  return text;
}

template <class Number>
Number digits(std::string_view value, std::size_t at, std::size_t count) {
  return static_cast<Number>(std::atoi(std::string(value.substr(at, count)).c_str()));
}

CivilTime civil_time(std::string_view value) {
  using Small = std::int8_t;
  CivilTime time{digits<std::int16_t>(value, 0, 4), digits<Small>(value, 4, 2), digits<Small>(value, 6, 2)};
  if (value.size() > 8) {
    time.hour = digits<Small>(value, 9, 2);
    time.minute = digits<Small>(value, 11, 2);
    time.second = digits<Small>(value, 13, 2);
  }
  return time;
}

std::int64_t seconds_of(std::string_view duration) {
  static const std::map<char, std::int64_t> units{{'W', 604800}, {'D', 86400}, {'H', 3600}, {'M', 60}, {'S', 1}};
  std::int64_t total = 0, number = 0;
  for (const char c : duration) {
    if (c >= '0' && c <= '9') {
      number = number * 10 + (c - '0');
    } else if (const auto unit = units.find(c); unit != units.end()) {
      total += number * unit->second;
      number = 0;
    }
  }
  return duration.starts_with('-') ? -total : total;
}

ValueType type_of(std::string_view name, std::string_view value) {
  static const std::map<std::string_view, ValueType> types{
      {"SUMMARY", ValueType::text},     {"DESCRIPTION", ValueType::text}, {"LOCATION", ValueType::text},
      {"CATEGORIES", ValueType::text},  {"SEQUENCE", ValueType::integer}, {"PRIORITY", ValueType::integer},
      {"TRIGGER", ValueType::duration}, {"DTSTAMP", ValueType::utc},      {"DTSTART", ValueType::time},
      {"DTEND", ValueType::time},       {"DUE", ValueType::time}};
  const auto found = types.find(name);
  if (found == types.end()) return ValueType::plain;
  if (found->second != ValueType::time) return found->second;
  if (value.size() == 8) return ValueType::date;
  return value.ends_with('Z') ? ValueType::utc : ValueType::time;
}

class Loader {
 public:
  Loader(const std::vector<std::string>& lines, Components& result) : lines_(lines), result_(result) {}

  void load() {
    while (at_ < lines_.size() && lines_[at_].starts_with("BEGIN:")) result_.components.push_back(component());
  }

 private:
  std::string_view name(std::string_view text) { return *result_.names.emplace(text).first; }
  std::string_view text(std::string text) { return result_.texts.emplace_back(std::move(text)); }

  Component component() {
    Component component{name(std::string_view(lines_[at_]).substr(6)), {}, {}};
    for (++at_; !lines_[at_].starts_with("END:");) {
      if (lines_[at_].starts_with("BEGIN:")) {
        component.parts.push_back(this->component());
      } else {
        component.properties.push_back(property(lines_[at_++]));
      }
    }
    ++at_;
    component.properties.shrink_to_fit();
    return component;
  }

  Property property(std::string_view line) {
    const std::size_t quoted = line.rfind("\":", line.find(':', line.find('"')) + 1);
    const std::size_t colon = line.find(':', quoted == std::string_view::npos ? 0 : quoted);
    const std::string_view value = line.substr(colon + 1);
    Property property;
    property.head = name(line.substr(0, colon + 1));
    property.name = name(line.substr(0, line.find_first_of(";:")));
    if (const std::size_t zone = property.head.find(";TZID="); zone != std::string_view::npos) {
      property.zone = name(property.head.substr(zone + 6, colon - zone - 6));
    }
    property.type = type_of(property.name, value);
    take_value(property, value);
    return property;
  }

  void take_value(Property& property, std::string_view value) {
    switch (property.type) {
      case ValueType::text:
        property.text = text(unescaped(value));
        break;
      case ValueType::plain:
        property.text = text(std::string(value));
        break;
      case ValueType::integer:
        property.number = std::atoi(std::string(value).c_str());
        break;
      case ValueType::duration:
        property.number = seconds_of(value);
        break;
      default:
        property.time = civil_time(value);
    }
  }

  const std::vector<std::string>& lines_;
  Components& result_;
  std::size_t at_ = 0;
};

std::size_t first_component(std::string_view text) {
  return std::min(text.find("BEGIN:VEVENT"), text.find("BEGIN:VTODO"));
}

}  // namespace

Components load_components(const char* path) {
  const std::string text = read_whole(path);
  Components result;
  result.tail = "END:VCALENDAR\r\n";
  const std::size_t begin = first_component(text);
  if (begin == std::string::npos) return result;
  result.head = text.substr(0, begin);
  const std::vector<std::string> lines = unfolded_lines(std::string_view(text).substr(begin));
  Loader(lines, result).load();
  return result;
}

}  // namespace jalon::bench
