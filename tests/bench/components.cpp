#include "bench/components.h"

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

// The texts of a value, unescaped; several where a comma stands between them.
std::vector<std::string> unescaped(std::string_view value) {
  std::vector<std::string> texts(1);
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == ',') {
      texts.emplace_back();
    } else if (value[i] == '\\' && i + 1 < value.size()) {
      ++i;
      texts.back() += value[i] == 'n' || value[i] == 'N' ? '\n' : value[i];
    } else {
      texts.back() += value[i];
    }
  }
  return texts;
}

int digits(std::string_view value, std::size_t at, std::size_t count) {
  return std::atoi(std::string(value.substr(at, count)).c_str());
}

CivilTime civil_time(std::string_view value) {
  CivilTime time{digits(value, 0, 4), digits(value, 4, 2), digits(value, 6, 2)};
  if (value.size() > 8) {
    time.hour = digits(value, 9, 2);
    time.minute = digits(value, 11, 2);
    time.second = digits(value, 13, 2);
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

ValueType type_of(const std::string& name, std::string_view value) {
  static const std::map<std::string, ValueType> types{
      {"SUMMARY", ValueType::text},     {"DESCRIPTION", ValueType::text}, {"LOCATION", ValueType::text},
      {"CATEGORIES", ValueType::texts}, {"SEQUENCE", ValueType::integer}, {"PRIORITY", ValueType::integer},
      {"TRIGGER", ValueType::duration}, {"DTSTAMP", ValueType::utc},      {"DTSTART", ValueType::time},
      {"DTEND", ValueType::time},       {"DUE", ValueType::time}};
  const auto found = types.find(name);
  if (found == types.end()) return ValueType::plain;
  if (found->second != ValueType::time) return found->second;
  if (value.size() == 8) return ValueType::date;
  return value.ends_with('Z') ? ValueType::utc : ValueType::time;
}

Property property_of(const std::string& line) {
  const std::size_t colon = line.find(':', line.find('"') == std::string::npos ? 0 : line.rfind("\":") + 1);
  const std::size_t name_end = line.find_first_of(";:");
  const std::string_view value = std::string_view(line).substr(colon + 1);
  Property property;
  property.name = line.substr(0, name_end);
  property.parameters = line.substr(name_end, colon - name_end);
  if (const std::size_t zone = property.parameters.find(";TZID="); zone != std::string::npos) {
    property.zone = property.parameters.substr(zone + 6);
  }
  property.type = type_of(property.name, value);
  if (property.type == ValueType::text || property.type == ValueType::texts) property.texts = unescaped(value);
  if (property.type == ValueType::plain) property.texts = {std::string(value)};
  if (property.type == ValueType::integer) property.number = std::atoi(std::string(value).c_str());
  if (property.type == ValueType::duration) property.number = seconds_of(value);
  if (property.type == ValueType::date || property.type == ValueType::time || property.type == ValueType::utc) {
    property.time = civil_time(value);
  }
  return property;
}

Component component_at(const std::vector<std::string>& lines, std::size_t& at) {
  Component component{lines[at].substr(6), {}, {}};
  for (++at; !lines[at].starts_with("END:"); ++at) {
    if (lines[at].starts_with("BEGIN:")) {
      component.parts.push_back(component_at(lines, at));
    } else {
      component.properties.push_back(property_of(lines[at]));
    }
  }
  return component;
}

std::size_t first_component(const std::string& text) {
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
  for (std::size_t at = 0; at < lines.size() && lines[at].starts_with("BEGIN:"); ++at) {
    result.components.push_back(component_at(lines, at));
  }
  return result;
}

}  // namespace jalon::bench
