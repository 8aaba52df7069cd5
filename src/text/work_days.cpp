#include "text/work_days.h"

#include <algorithm>

#include "text/lexicon.h"
#include "text/list/letters.h"
#include "text/list/values.h"

namespace jalon {
namespace {

using std::chrono::days;
using enum Holiday;
using enum Kept;

constexpr days longest_leave{366};

const std::vector<Region>& all_regions() {
  static const std::vector<Region> regions = {{"QC",
                                               {{new_year, that_day},
                                                {good_friday, that_day},
                                                {victoria_day, that_day},
                                                {saint_john, monday_after_sunday},
                                                {canada_day, monday_after_sunday},
                                                {labour_day, that_day},
                                                {thanksgiving_canada, that_day},
                                                {christmas, that_day}}},
                                              {"CA",
                                               {{new_year, that_day},
                                                {good_friday, that_day},
                                                {victoria_day, that_day},
                                                {canada_day, monday_after_sunday},
                                                {labour_day, that_day},
                                                {truth_day, that_day},
                                                {thanksgiving_canada, that_day},
                                                {remembrance, that_day},
                                                {christmas, that_day},
                                                {boxing_day, that_day}}},
                                              {"FR",
                                               {{new_year, that_day},
                                                {easter_monday, that_day},
                                                {may_day, that_day},
                                                {victory_day, that_day},
                                                {ascension, that_day},
                                                {whit_monday, that_day},
                                                {bastille_day, that_day},
                                                {assumption, that_day},
                                                {all_saints, that_day},
                                                {remembrance, that_day},
                                                {christmas, that_day}}},
                                              {"US",
                                               {{new_year, nearest_weekday},
                                                {martin_luther_king, that_day},
                                                {presidents_day, that_day},
                                                {memorial_day, that_day},
                                                {juneteenth, nearest_weekday},
                                                {independence_day, nearest_weekday},
                                                {labour_day, that_day},
                                                {columbus_day, that_day},
                                                {remembrance, nearest_weekday},
                                                {thanksgiving_us, that_day},
                                                {christmas, nearest_weekday}}}};
  return regions;
}

const Region* find_region(std::string_view word) {
  const std::string folded = list::fold(word);
  for (const Region& region : all_regions()) {
    if (list::fold(region.code) == folded) return &region;
  }
  return nullptr;
}

Day kept_on(const RegionalHoliday& each, std::chrono::year year) {
  const Day day = day_of(each.holiday, year);
  const std::chrono::weekday weekday{day};
  if (weekday == std::chrono::Sunday && each.kept != that_day) return day + days{1};
  return weekday == std::chrono::Saturday && each.kept == nearest_weekday ? day - days{1} : day;
}

// New Year's Day may be kept on the last day of the year before.
bool has_off(const Region& region, Day day) {
  const std::chrono::year year = std::chrono::year_month_day{day}.year();
  return std::any_of(region.holidays.begin(), region.holidays.end(), [&](const RegionalHoliday& each) {
    return kept_on(each, year) == day || kept_on(each, year + std::chrono::years{1}) == day;
  });
}

bool has_word(std::string_view alternatives, std::string_view letters) {
  while (!alternatives.empty()) {
    const std::size_t size = std::min(alternatives.find('|'), alternatives.size());
    if (Spelling(alternatives.substr(0, size)).letters() == letters) return true;
    alternatives.remove_prefix(std::min(size + 1, alternatives.size()));
  }
  return false;
}

// The parts between commas, until one is refused.
template <class Take>
bool each_part(std::string_view text, Take take) {
  while (!text.empty()) {
    const std::size_t size = std::min(text.find(','), text.size());
    if (!take(list::trim(text.substr(0, size)))) return false;
    text.remove_prefix(std::min(size + 1, text.size()));
  }
  return true;
}

}  // namespace

const WorkDays& WorkDays::usual() {
  static const WorkDays days;
  return days;
}

bool WorkDays::is_worked(Day day) const {
  if ((weekdays_ >> std::chrono::weekday{day}.c_encoding() & 1U) == 0) return false;
  return !is_holiday(day) && std::none_of(off_.begin(), off_.end(), [day](const Stretch& stretch) {
    return stretch.first <= day && day <= stretch.last;
  });
}

bool WorkDays::is_holiday(Day day) const {
  const std::chrono::year_month_day date{day};
  const auto month_day = date.month() / date.day();
  if (month_day == std::chrono::January / 1 || month_day == std::chrono::December / 25) return true;
  return std::any_of(regions_.begin(), regions_.end(), [day](const Region* region) { return has_off(*region, day); });
}

bool WorkDays::take_weekday(std::string_view word) {
  const Spelling spelling(word);
  for (const LanguageTable* table : Lexicon::standard().tables()) {
    for (const Words& row : table->words) {
      if (row.term != Term::weekday || !has_word(row.alternatives, spelling.letters())) continue;
      if (!weekdays_said_) weekdays_ = 0;
      weekdays_said_ = true;
      weekdays_ = static_cast<std::uint8_t>(weekdays_ | 1U << row.value);
      return true;
    }
  }
  return false;
}

bool WorkDays::take_day_off(std::string_view word) {
  if (const Region* region = find_region(word)) {
    regions_.push_back(region);
    return true;
  }
  const std::size_t slash = std::min(word.find('/'), word.size());
  const auto first = list::parse_iso_day(word.substr(0, slash));
  const auto last = slash == word.size() ? first : list::parse_iso_day(word.substr(slash + 1));
  if (!first || !last || *last < *first || *last - *first > longest_leave) return false;
  off_.push_back({*first, *last});
  return true;
}

std::shared_ptr<const WorkDays> parse_work_days(std::string_view holidays, std::string_view working_days) {
  auto result = std::make_shared<WorkDays>();
  const bool understood = each_part(holidays, [&](std::string_view part) { return result->take_day_off(part); }) &&
                          each_part(working_days, [&](std::string_view part) { return result->take_weekday(part); });
  if (!understood) return nullptr;
  return result;
}

std::string_view holiday_regions() { return "QC, CA, FR, US"; }

}  // namespace jalon
