#include "ical/object/times_value.h"

#include <algorithm>

#include "ical/lines/values.h"
#include "ical/read/ical_values.h"

namespace jalon {
namespace {

constexpr std::size_t day_length = 8;  // 20181204

// "20181204" → "2018-12-04", "20181204T120000" → "2018-12-04 12:00"; other text as it is.
std::string shown(std::string_view value) {
  const auto digits = [&](std::size_t begin, std::size_t count) {
    return value.size() >= begin + count && std::all_of(value.begin() + static_cast<std::ptrdiff_t>(begin),
                                                        value.begin() + static_cast<std::ptrdiff_t>(begin + count),
                                                        [](char c) { return c >= '0' && c <= '9'; });
  };
  if (!digits(0, day_length)) return std::string(value);
  std::string text(value.substr(0, 4));
  text.append("-").append(value.substr(4, 2)).append("-").append(value.substr(6, 2));
  if (value.size() == day_length) return text;
  if (value.size() < 15 || value[day_length] != 'T' || !digits(9, 6)) return std::string(value);
  text.append(" ").append(value.substr(9, 2)).append(":").append(value.substr(11, 2));
  if (value.substr(13, 2) != "00") text.append(":").append(value.substr(13, 2));
  return text.append(value.substr(15));
}

std::string last_day(std::string_view exclusive) {
  const auto moment = read_moment(exclusive);
  if (!moment || moment->timed) return shown(exclusive);
  return shown(date_value(std::chrono::floor<std::chrono::days>(moment->time) - std::chrono::days{1}));
}

std::vector<std::string> split(std::string_view list, char separator) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(separator), list.size());
    parts.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return parts;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const std::string& each : parts) text.append(text.empty() ? "" : separator).append(each);
  return text;
}

// The parts of a rule in one order, without those that say nothing.
std::string rule_text(std::string_view value) {
  std::vector<std::string> parts = split(capitals(value), ';');
  std::erase(parts, "INTERVAL=1");
  std::erase(parts, "WKST=MO");
  std::sort(parts.begin(), parts.end(), [](const std::string& a, const std::string& b) {
    return std::pair(!a.starts_with("FREQ="), std::string_view(a)) <
           std::pair(!b.starts_with("FREQ="), std::string_view(b));
  });
  return joined(parts, ";");
}

void add_days(std::vector<std::string>& days, std::string_view value) {
  for (const std::string& each : split(value, ',')) days.push_back(shown(each));
  std::sort(days.begin(), days.end());
}

}  // namespace

TimesValue::Part TimesValue::part(const ObjectLine& line) {
  const std::string_view value = line_value(line.text);
  const bool day = value.size() == day_length;
  const bool end = line.name == "DTEND" && day;
  return {end ? last_day(value) : shown(value), std::string(line_parameter(line.text, "TZID")), day, true};
}

void TimesValue::add(const ObjectLine& line) {
  const std::string_view value = line_value(line.text);
  if (line.name == "DTSTART") start_ = part(line);
  if (line.name == "DTEND" || line.name == "DUE") end_ = part(line);
  if (line.name == "DUE") due_ = true;
  if (line.name == "DURATION") duration_ = capitals(value);
  if (line.name == "RRULE") rule_ = rule_text(value);
  if (line.name == "RDATE") add_days(also_, value);
  if (line.name == "EXDATE") add_days(not_, value);
}

std::string TimesValue::end_text() const {
  if (!end_.there || (!due_ && end_.text == start_.text)) return duration_.empty() ? "" : " + " + duration_;
  std::string text = end_.text;
  const bool same_day =
      start_.there && !start_.day && !due_ && text.size() > 11 && text.substr(0, 10) == start_.text.substr(0, 10);
  if (same_day) text.erase(0, 11);
  return (start_.there ? " – " : "≤ ") + text;
}

std::string TimesValue::value() const {
  std::string text = start_.text + end_text();
  if (!start_.zone.empty() || !end_.zone.empty()) text += " " + start_.zone;
  if (end_.there && end_.zone != start_.zone) text += (start_.zone.empty() ? "" : " / ") + end_.zone;
  std::erase_if(text, [](char c) { return c >= 0 && c < ' '; });
  if (!rule_.empty()) text += "; " + rule_;
  if (!also_.empty()) text += "; + " + joined(also_, ", ");
  if (!not_.empty()) text += "; − " + joined(not_, ", ");
  return text;
}

}  // namespace jalon
