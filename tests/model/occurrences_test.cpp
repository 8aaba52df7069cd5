#include "model/occurrences.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace jalon {
namespace {

using std::chrono::days;

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

Day day_of(const std::string& text) {
  return Day{std::chrono::year{std::stoi(text.substr(0, 4))} / std::stoi(text.substr(5, 2)) /
             std::stoi(text.substr(8, 2))};
}

std::vector<Day> days_of(const std::string& text) {
  std::vector<Day> result;
  for (const std::string& part : split(text, ',')) result.push_back(day_of(part));
  return result;
}

std::chrono::weekday weekday_of(const std::string& code) {
  static const std::vector<std::string> codes = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
  return std::chrono::weekday{static_cast<unsigned>(std::find(codes.begin(), codes.end(), code) - codes.begin())};
}

NthWeekday nth_weekday(const std::string& text) {
  const std::string nth = text.substr(0, text.size() - 2);
  return {static_cast<std::int8_t>(nth.empty() ? 0 : std::stoi(nth)), weekday_of(text.substr(text.size() - 2))};
}

template <class Number>
void read_numbers(std::vector<Number>& list, const std::string& text) {
  for (const std::string& part : split(text, ',')) list.push_back(static_cast<Number>(std::stoi(part)));
}

void read_part(Recurrence& rule, const std::string& name, const std::string& value) {
  static const std::vector<std::string> frequencies = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
  if (name == "FREQ") {
    const auto found = std::find(frequencies.begin(), frequencies.end(), value) - frequencies.begin();
    rule.frequency = static_cast<Frequency>(found);
  }
  if (name == "INTERVAL") rule.interval = static_cast<std::uint16_t>(std::stoi(value));
  if (name == "COUNT") rule.count = static_cast<std::uint16_t>(std::stoi(value));
  if (name == "UNTIL") rule.until = day_of(value);
  if (name == "BYMONTH") read_numbers(rule.by_month, value);
  if (name == "BYMONTHDAY") read_numbers(rule.by_month_day, value);
  if (name == "BYSETPOS") read_numbers(rule.by_set_position, value);
  if (name != "BYDAY") return;
  for (const std::string& part : split(value, ',')) rule.by_day.push_back(nth_weekday(part));
}

Recurrence rule_of(const std::string& text) {
  Recurrence rule;
  for (const std::string& part : split(text, ';')) {
    const std::size_t equals = part.find('=');
    read_part(rule, part.substr(0, equals), part.substr(equals + 1));
  }
  return rule;
}

std::string words(const std::vector<Day>& all) {
  std::ostringstream text;
  for (const Day day : all) {
    const std::chrono::year_month_day date{day};
    text << static_cast<int>(date.year()) << '-' << static_cast<unsigned>(date.month()) << '-'
         << static_cast<unsigned>(date.day()) << ' ';
  }
  return text.str();
}

TEST(Occurrences, are_those_that_dateutil_finds) {
  std::ifstream file(JALON_SOURCE_DIR "/tests/model/occurrences.tsv");
  std::size_t rows = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    std::vector<std::string> cells = split(line, '\t');
    cells.resize(5);
    Recurrence rule = rule_of(cells[0]);
    rule.exceptions = days_of(cells[3]);
    const DayRange range{day_of(cells[2].substr(0, 10)), day_of(cells[2].substr(11))};
    EXPECT_EQ(words(occurrences(rule, day_of(cells[1]), range)), words(days_of(cells[4]))) << line;
    ++rows;
  }
  EXPECT_GE(rows, 400U);
}

TEST(Occurrences, of_a_rule_that_never_falls_are_none) {
  const Day start = day_of("2018-11-26");
  EXPECT_TRUE(occurrences(rule_of("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), start, {start, start + days{20000}}).empty());
}

TEST(Occurrences, of_an_endless_rule_far_away_cost_no_more_than_those_of_tomorrow) {
  const Day start = day_of("1900-01-01");
  const Day far = day_of("9998-12-28");
  EXPECT_EQ(occurrences(rule_of("FREQ=DAILY"), start, {far, far + days{2}}).size(), 3U);
}

TEST(Occurrences, of_a_count_are_counted_from_the_first_with_the_exceptions) {
  const Day start = day_of("2018-11-27");
  Recurrence rule = rule_of("FREQ=WEEKLY;BYDAY=TU;COUNT=3");
  rule.exceptions = {start + days{7}};
  EXPECT_EQ(words(occurrences(rule, start, {start, start + days{100}})), "2018-11-27 2018-12-11 ");
}

}  // namespace
}  // namespace jalon
