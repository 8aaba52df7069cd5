#include "text/list/lengths.h"

#include <algorithm>
#include <array>

#include "base/catalogue.h"
#include "jalon/list.h"
#include "text/list/letters.h"
#include "text/list/values.h"

namespace jalon::list {
namespace {

constexpr std::array<std::string_view, 5> no_reminder = {"aucun", "non", "jamais", "none", "no"};
constexpr std::array<std::string_view, 3> day_before = {"la veille", "the day before", "day before"};
constexpr std::array<std::string_view, 5> same_day = {"le jour meme", "jour meme", "same day", "the same day",
                                                      "on the day"};
constexpr std::array<std::string_view, 8> endings = {" avant",    " before",   " à l'avance", " à l’avance",
                                                     " d'avance", " plus tôt", " ahead",      " earlier"};

template <std::size_t n>
bool holds(const std::array<std::string_view, n>& words, std::string_view value) {
  const FoldedWord folded(value);
  return std::find(words.begin(), words.end(), folded.view()) != words.end();
}

std::string_view without_ending(std::string_view text) {
  for (const std::string_view ending : endings) {
    if (text.ends_with(ending)) return trim_right(text.substr(0, text.size() - ending.size()));
  }
  return text;
}

std::optional<std::chrono::minutes> read_reminder(PhraseReader& phrases, std::string_view part) {
  if (holds(day_before, part)) return std::chrono::days{1};
  if (holds(same_day, part)) return std::chrono::minutes{0};
  if (part.starts_with('-')) part = trim_left(part.substr(1));
  return phrases.read_duration(without_ending(part));
}

}  // namespace

Reminders read_reminders(PhraseReader& phrases, std::string_view value) {
  Reminders result;
  result.none = holds(no_reminder, value);
  if (result.none) return result;
  if (const auto whole = read_reminder(phrases, value)) {
    result.alarms.push_back(*whole);
    return result;
  }
  std::vector<std::string_view> parts;
  split_list(value, parts);
  for (const std::string_view part : parts) {
    const auto length = read_reminder(phrases, part);
    if (length) result.alarms.push_back(*length);
    if (!length && result.strange.empty()) result.strange = part;
  }
  return result;
}

std::optional<LeadingLength> read_leading_length(PhraseReader& phrases, std::string_view text) {
  constexpr std::size_t most_words = 4;  // «1 h 30 min»
  std::array<std::size_t, most_words> ends{};
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size() && count < most_words;) {
    while (at < text.size() && space_at(text, at) == 0) ++at;
    ends[count++] = at;
    while (const std::size_t space = space_at(text, at)) at += space;
  }
  for (; count > 0; --count) {
    const std::string_view words = text.substr(0, ends[count - 1]);
    if (const auto length = phrases.read_duration(words)) return LeadingLength{*length, words};
  }
  return std::nullopt;
}

}  // namespace jalon::list

namespace jalon {

Result<void> check_reminders(std::string_view text, Language language) {
  PhraseContext context;
  context.language = language;
  PhraseReader phrases(context);
  const list::Reminders reminders = text.empty() ? list::Reminders() : list::read_reminders(phrases, text);
  if (reminders.strange.empty()) return {};
  return Error{ErrorKind::config, Code::list_value, {std::string(reminders.strange), "--remind"}};
}

}  // namespace jalon
