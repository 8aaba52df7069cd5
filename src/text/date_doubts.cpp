// What in a title says that its date is none, or another: other days, negations, verbs that move things.

#include <algorithm>
#include <array>

#include "text/date_edges.h"

namespace jalon {
namespace {

constexpr std::array<std::string_view, 12> moving_verbs = {"reporter", "deplacer", "decaler", "repousser",
                                                           "remettre", "devancer", "move",    "postpone",
                                                           "push",     "shift",    "change",  "reschedule"};

}  // namespace

std::optional<SourceSpan> DateEdges::larger_date(TitleDate& date) {
  if (!is_when(date.found.reading)) return std::nullopt;
  if (is_moved(date) || tokens_.is_far_year(date)) return words(date.first, date.last);
  if (is_denied(date)) return words(date.first - (date.first > 0 ? 1 : 0), date.last);
  if (is_cut_hour(date)) return words(run_before(date.first), date.last);
  if (tokens_.is_only_time(date)) {
    if (const auto day = day_elsewhere(date)) return words(std::min(*day, date.first), std::max(*day + 1, date.last));
  }
  if (const auto first = larger_before(date)) return words(*first, date.last);
  if (const auto last = larger_behind(date)) return words(date.first, *last);
  return std::nullopt;
}

// The hour of a day that cannot be read with it: "in March at | 9am".
bool DateEdges::is_cut_hour(const TitleDate& date) const {
  return date.first > 0 && tokens_.is_number(date.first) && tokens_.is_word(date.first - 1) &&
         tokens_.text(date.first - 1).size() == 2 && tokens_.has(date.first - 1, Term::at);
}

// «Reporter la réunion de mardi à jeudi»: from one day to another, not from the one until the other.
bool DateEdges::is_moved(const TitleDate& date) const {
  const When& when = date.found.reading.when;
  return date.first > 0 && is_when(date.found.reading) && when.kind == WhenKind::event && !when.recurrence &&
         when.first_day() != when.last_day() && is_word_of(moving_verbs, 0);
}

// "Move the call to Thursday 3pm": it takes place then, and is no deadline.
void DateEdges::settle_new_date(TitleDate& date) {
  constexpr std::array<std::string_view, 4> links = {"to", "until", "till", "til"};
  const bool deadline = is_when(date.found.reading) && date.found.reading.when.is_deadline();
  const bool linked = date.first > 0 && date.first + 1 < date.last && is_word_of(links, date.first);
  if (!deadline || !linked || !is_word_of(moving_verbs, 0)) return;
  const SourceSpan day = words(date.first + 1, date.last);
  PhraseReading alone = tokens_.read_joined(day, ' ', day);
  if (is_when(alone.reading)) date.found.reading = std::move(alone.reading);
}

// «Pas avant», "not before", «après», "since": such a date is no deadline, and no day on which it takes place.
bool DateEdges::is_denied(const TitleDate& date) const {
  constexpr std::array<std::string_view, 2> openings = {"depuis", "since"};
  constexpr std::array<std::string_view, 6> ahead = {"depuis", "since", "apres", "after", "suivant", "following"};
  constexpr std::array<std::string_view, 4> negations = {"pas", "not", "no", "jamais"};
  constexpr std::array<std::string_view, 9> limits = {"before", "avant", "until",  "till",   "til",
                                                      "prior",  "jusqu", "jusque", "earlier"};
  constexpr TermSet since = {Term::from, Term::after};
  if (tokens_.has_any(date.first, since) && is_word_of(openings, date.first)) return true;
  if (date.first == 0) return false;
  const bool before = tokens_.has(date.first, Term::before);
  return (tokens_.has_any(date.first - 1, since) && is_word_of(ahead, date.first - 1)) ||
         (before && is_word_of(negations, date.first - 1)) ||
         (is_word_of(limits, date.first) && (is_forbidden(date.first) || opens_with_negation()));
}

std::optional<SourceSpan> DateEdges::alternatives() {
  const auto is_choice = [&](const std::optional<TitleDate>& date) {
    return date && (is_day(*date) || is_weekday(*date));
  };
  for (std::size_t i = std::max<std::size_t>(tokens_.from(), 1); i + 1 < tokens_.end(); ++i) {
    if (!tokens_.is_mark(i, U"/") && !(tokens_.is_word(i) && tokens_.has(i, Term::and_))) continue;
    const auto one = date_before(i);
    const auto other = is_choice(one) ? date_behind(i + 1) : std::nullopt;
    if (is_choice(other)) return words(one->first, other->last);
  }
  return std::nullopt;
}

// "No calls before noon", «aucun appel avant 10 h»; not "no-show report", "no. 5".
bool DateEdges::opens_with_negation() const {
  constexpr std::array<std::string_view, 16> negations = {
      "pas", "aucun", "aucune", "jamais", "nul",   "nulle",  "rien",     "no",
      "not", "never", "none",   "nobody", "avoid", "eviter", "interdit", "interdiction"};
  return is_word_of(negations, 0) && tokens_.end() > 1 && tokens_.is_word(1);
}

// «Ne pas livrer avant lundi», "do not call before Friday"; not «ne pas oublier …», "don't forget …".
bool DateEdges::is_forbidden(std::size_t end) const {
  constexpr std::array<std::string_view, 3> openings = {"ne", "do", "don"};
  constexpr std::array<std::string_view, 6> negations = {"pas", "jamais", "rien", "plus", "not", "t"};
  constexpr std::array<std::string_view, 8> reminders = {"oublier", "manquer", "tarder", "attendre",
                                                         "forget",  "miss",    "wait",   "delay"};
  for (std::size_t i = end > longest_run ? end - longest_run : 0; i + 2 < end; ++i) {
    const bool opens = tokens_.is_abbreviation(i) && is_word_of(openings, i);
    if (opens && is_word_of(negations, i + 1)) return !is_word_of(reminders, i + 2);
  }
  return false;
}

// A token outside the date that says on which day.
std::optional<std::size_t> DateEdges::day_elsewhere(const TitleDate& date) const {
  for (std::size_t i = 0; i < tokens_.end(); ++i) {
    const bool inside = i >= date.first && i < date.last;
    if (!inside && says_day(i)) return i;
  }
  return std::nullopt;
}

bool DateEdges::says_day(std::size_t i) const {
  constexpr TermSet days = {Term::relative_day, Term::relative_part, Term::holiday, Term::periodic};
  if (tokens_.is_number(i)) return is_day_in_figures(i);
  if (!tokens_.is_word(i)) return false;
  const bool last = i + 1 >= tokens_.end();
  if (tokens_.has_any(i, {Term::weekday, Term::weekdays})) return says_weekday(i);
  if (tokens_.has(i, Term::month)) {
    const bool counted = i > 0 && number_before(i) < i;
    return counted || (!last && tokens_.is_number(i + 1));
  }
  if (last) return tokens_.has_any(i, days);
  const bool this_week = tokens_.has(i, Term::deictic) && tokens_.has(i + 1, Term::unit);
  const bool next_week = tokens_.has(i, Term::unit) && tokens_.has(i + 1, Term::deictic);
  const bool repeated = tokens_.has(i, Term::every) && tokens_.has_any(i + 1, {Term::unit, Term::weekday_set});
  return tokens_.has_any(i, days) || this_week || next_week || repeated || is_weekdays_in_letters(i);
}

// A short one only where nothing else is meant: "Fri", «ven. 4», not «mer», «Sam».
bool DateEdges::says_weekday(std::size_t i) const {
  if (!tokens_.is_abbreviation(i)) return true;
  if (tokens_.is_name(i)) return false;
  const bool last = i + 1 >= tokens_.end();
  if (!last && (tokens_.is_number(i + 1) || (tokens_.is_mark(i + 1, U".") && !tokens_[i + 1].spaced))) return true;
  const char letter = tokens_.text(i).front();
  return tokens_.language() == Language::english && letter >= 'A' && letter <= 'Z';
}

// 2026-12-08, 12/5, 4/12/2026.
bool DateEdges::is_day_in_figures(std::size_t i) const {
  const auto joined = [&](std::size_t mark, std::u32string_view marks) {
    return mark + 1 < tokens_.end() && tokens_.is_mark(mark, marks) && tokens_.is_number(mark + 1) &&
           !tokens_[mark].spaced && !tokens_[mark + 1].spaced;
  };
  return joined(i + 1, U"/") || (joined(i + 1, U"-") && joined(i + 3, U"-"));
}

// MWF, TTh: days of a timetable.
bool DateEdges::is_weekdays_in_letters(std::size_t i) const {
  constexpr std::array<std::string_view, 8> tables = {"MWF", "TTh", "TuTh", "TTH", "MTWRF", "MTWThF", "MW", "WF"};
  return std::find(tables.begin(), tables.end(), tokens_.text(i)) != tables.end();
}

}  // namespace jalon
