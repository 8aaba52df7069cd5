#include "text/date_edges.h"

#include <algorithm>
#include <array>

namespace jalon {
namespace {

SourceSpan hull(const SourceSpan& one, const SourceSpan& other) {
  return {std::min(one.begin, other.begin), std::max(one.end, other.end)};
}

}  // namespace

// Where the words of dates that end here begin.
std::size_t DateEdges::run_before(std::size_t end) const {
  const std::size_t earliest = end > longest_run ? end - longest_run : 0;
  std::size_t first = end;
  while (first > earliest && tokens_.tables(first - 1) != 0 && !tokens_.is_glued(first - 1)) --first;
  return first;
}

std::size_t DateEdges::run_behind(std::size_t begin) const {
  const std::size_t latest = std::min(begin + longest_run, tokens_.end());
  std::size_t last = begin;
  while (last < latest && tokens_.tables(last) != 0) ++last;
  return last;
}

// Whether a date counts where it stands.
bool DateEdges::stands(const TitleDate& date) const {
  const std::size_t first = date.first;
  if (first == 0 || tokens_.separator_before(first) < first || tokens_.is_mark(first - 1, U"([")) return true;
  return tokens_[first].spaced && !tokens_.follows_noun_link(first) && !tokens_.ends_bare_range(first) &&
         tokens_.is_adverb(date);
}

void DateEdges::grow(TitleDate& date) {
  grow_left(date);
  grow_right(date);
}

void DateEdges::grow_left(TitleDate& date) {
  for (std::size_t first = run_before(date.first); first < date.first; ++first) {
    const bool of_month = first > 0 && tokens_.is_number(first) && tokens_.has(first - 1, Term::month);
    auto longer = of_month ? std::nullopt : tokens_.read(first, date.last);
    if (!longer || !stands(*longer) || is_numbered(*longer) || is_complement(*longer, date.first)) continue;
    const std::size_t separator = tokens_.separator_before(first);
    longer->found.cut = hull(date.found.cut, {tokens_[separator].begin, date.found.cut.end});
    date = std::move(*longer);
    return;
  }
}

// «Phase 2 - 15 décembre»: the number may be that of the phase.
bool DateEdges::is_numbered(const TitleDate& date) const {
  const std::size_t first = date.first;
  return first > 0 && tokens_.is_short_number(first) && tokens_.separator(first + 1) > 0 && !tokens_.is_only_time(date);
}

// «La réunion d'hier — demain», «le bilan du 3 décembre — 7 décembre»: no range.
bool DateEdges::is_complement(const TitleDate& date, std::size_t last_day) const {
  const bool range = tokens_.has(date.first, Term::from) && !tokens_.is_em_dash(last_day - 1);
  return date.first > 0 && tokens_.has(date.first, Term::genitive) && !range;
}

void DateEdges::grow_right(TitleDate& date) {
  for (std::size_t last = run_behind(date.last); last > date.last; --last) {
    const bool stops = last == tokens_.end() || tokens_.separator(last) > 0;
    auto longer = stops ? tokens_.read(date.first, last) : std::nullopt;
    if (!longer) continue;
    const auto end = last == tokens_.end() ? static_cast<std::uint32_t>(tokens_.title().size()) : tokens_[last - 1].end;
    longer->found.cut = hull(date.found.cut, {date.found.cut.begin, end});
    date = std::move(*longer);
    return;
  }
}

// Whether a token links dates, and how.
bool DateEdges::pass(std::size_t token, Edge& edge) const {
  if (tokens_.is_mark(token, U"([)],:;|/-\u2192")) {
    edge.listed = edge.listed || tokens_.is_mark(token, U",/-\u2192");
    edge.dash = edge.dash || tokens_.is_mark(token, U"-\u2192");
    return true;
  }
  if (!tokens_.is_word(token)) return tokens_.is_mark(token, U".") && !tokens_[token].spaced;
  const bool conjunction = tokens_.has(token, Term::and_);
  edge.conjunction = edge.conjunction || conjunction;
  return conjunction || tokens_.text(token) == "@";
}

DateEdges::Edge DateEdges::edge_before(std::size_t first) const {
  Edge edge{first};
  edge.to = tokens_.has(first, Term::to) && !says_at_most(first);
  while (edge.at > 0 && pass(edge.at - 1, edge)) --edge.at;
  return edge;
}

DateEdges::Edge DateEdges::edge_behind(std::size_t last) const {
  Edge edge{last};
  while (edge.at < tokens_.end() && pass(edge.at, edge)) ++edge.at;
  edge.to = edge.at < tokens_.end() && tokens_.has(edge.at, Term::to);
  return edge;
}

// «Au plus tard», «au plus»: no «au» of a range.
bool DateEdges::says_at_most(std::size_t first) const {
  constexpr std::array<std::string_view, 3> most = {"plus", "max", "maximum"};
  return first + 1 < tokens_.end() && is_word_of(most, first + 1);
}

// The longest date that ends here.
std::optional<TitleDate> DateEdges::date_before(std::size_t end) {
  for (std::size_t first = run_before(end); first < end; ++first) {
    if (auto date = tokens_.read_alone(first, end)) return date;
  }
  return std::nullopt;
}

std::optional<TitleDate> DateEdges::standing_before(std::size_t end) {
  for (std::size_t first = run_before(end); first < end; ++first) {
    if (auto date = tokens_.read_alone(first, end); date && stands(*date)) return date;
  }
  return std::nullopt;
}

std::optional<TitleDate> DateEdges::date_behind(std::size_t begin) {
  for (std::size_t last = run_behind(begin); last > begin; --last) {
    if (auto date = tokens_.read_alone(begin, last)) return date;
  }
  return std::nullopt;
}

// A day or days, not what a title is about: a holiday, a month, a year.
bool DateEdges::is_day(const TitleDate& date) const {
  const Reading& reading = date.found.reading;
  const char letter = tokens_.text(date.first).front();
  const bool named = date.last > date.first + 1 || says_weekday(date.first) ||
                     (letter >= 'A' && letter <= 'Z' && tokens_.text(date.first) != "Sam");  // who is a person
  const bool weekday = (reading.said & said_weekday) != 0 && named;
  const bool day = (reading.said & said_day) != 0;
  return is_when(reading) && (day || weekday || tokens_.has(date.first, Term::relative_day)) &&
         !tokens_.follows_noun_link(date.first) && !tokens_.has(date.first, Term::genitive);
}

// A day and an hour, in either order.
bool DateEdges::go_together(const TitleDate& one, const TitleDate& other) const {
  if (!is_when(one.found.reading) || !is_when(other.found.reading)) return false;
  const bool hour_first = tokens_.is_only_time(one);
  const TitleDate& hour = hour_first ? one : other;
  const TitleDate& day = hour_first ? other : one;
  return tokens_.is_only_time(hour) && !tokens_.may_be_length(hour.first, hour.last) && !tokens_.is_only_time(day) &&
         !tokens_.has_time(day) && day.found.reading.when.kind != WhenKind::window;
}

void DateEdges::join_neighbours(TitleDate& date) {
  const Edge before = edge_before(date.first);
  if ((before.at < date.first || tokens_.text(date.first) == "@") && !before.conjunction) {
    if (const auto other = standing_before(before.at)) join_neighbour(date, *other, before);
  }
  const Edge behind = edge_behind(date.last);
  if (behind.at > date.last && behind.at < tokens_.end() && !behind.conjunction) {
    if (const auto other = date_behind(behind.at)) join_neighbour(date, *other, behind);
  }
}

// The bracket or the separator before a date, which leaves with it.
std::size_t DateEdges::opening_of(std::size_t first) const {
  const bool bracket = first > 0 && tokens_.is_mark(first - 1, U"([");
  return bracket ? first - 1 : tokens_.separator_before(first);
}

bool DateEdges::join_neighbour(TitleDate& date, const TitleDate& other, const Edge& edge) {
  const bool together = go_together(date, other);
  const TitleDate& one = date.first < other.first ? date : other;
  const TitleDate& two = date.first < other.first ? other : date;
  const bool range = edge.dash || tokens_.has(two.first, Term::to);
  if (!together && !range && !is_day(one)) return false;
  const char joint = together ? ',' : edge.dash ? '-' : ' ';
  Reading reading = tokens_.read_joined(one.found.phrase, joint, two.found.phrase).reading;
  if (reading.verdict == Reading::Verdict::none) return false;
  const bool at_end = two.last == tokens_.end();
  const auto end = at_end ? static_cast<std::uint32_t>(tokens_.title().size()) : two.found.cut.end;
  const SourceSpan cut = hull(hull(one.found.cut, two.found.cut), {tokens_[opening_of(one.first)].begin, end});
  const SourceSpan phrase = hull(one.found.phrase, two.found.phrase);
  date = {{std::move(reading), phrase, cut, {}}, one.first, two.last, {}};
  return true;
}

bool DateEdges::join(TitleDate& date, const TitleDate& other) {
  const bool first = date.first < other.first;
  const TitleDate& one = first ? date : other;
  const TitleDate& two = first ? other : date;
  if (one.last > two.first || !go_together(one, two)) return false;
  Reading reading = tokens_.read_joined(one.found.phrase, ',', two.found.phrase).reading;
  if (!is_when(reading)) return false;
  FoundWhen found{std::move(reading), one.found.phrase, one.found.cut, two.found.cut};
  date = {std::move(found), one.first, two.last, {}};
  return true;
}

// The number, with or without its «er», that ends before a token; the token itself where there is none.
std::size_t DateEdges::number_before(std::size_t end) const {
  const bool suffix = end > 1 && tokens_.is_word(end - 1) && tokens_.has(end - 1, Term::ordinal_suffix);
  const std::size_t number = end - (suffix ? 2 : 1);
  const bool day = tokens_.is_short_number(number) && !tokens_.is_glued(number) && tokens_[number].value >= 1 &&
                   tokens_[number].value <= 31;
  return day ? number : end;
}

// A number of a list or range of days whose last is the date: «3, 10 et 17 décembre», 24 - 26 December.
bool DateEdges::is_number_of_list(const TitleDate& date, const Edge& edge) const {
  const std::size_t number = number_before(edge.at);
  if (number == edge.at) return false;
  if (edge.conjunction || edge.to) return true;
  std::size_t first = date.first;
  while (first + 1 < date.last && tokens_.has(first, Term::the)) ++first;
  const bool ascends = tokens_.is_short_number(first) && tokens_[number].value < tokens_[first].value;
  return edge.listed && ascends && !tokens_.is_em_dash(date.first - 1);
}

// Days that a separator lists are both days; a conjunction links whatever is a date.
bool DateEdges::is_in_list(const TitleDate& date, const TitleDate& other, const Edge& edge) const {
  return edge.conjunction || edge.to || (is_day(date) && is_day(other)) || (is_weekday(date) && is_weekday(other));
}

// "For the 1st Friday | in December": a day of the window that was found.
std::optional<std::size_t> DateEdges::day_of_window(const TitleDate& date) {
  if (!is_when(date.found.reading) || date.found.reading.when.kind != WhenKind::window) return std::nullopt;
  for (std::size_t first = run_before(date.first); first < date.first; ++first) {
    const auto day = tokens_.read_alone(first, date.last);
    if (day && is_when(day->found.reading) && day->found.reading.when.kind == WhenKind::event &&
        day->found.reading.when.first_day() == day->found.reading.when.last_day()) {
      return first;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> DateEdges::larger_before(TitleDate& date) {
  if (const auto day = day_of_window(date)) return day;
  const Edge edge = edge_before(date.first);
  if (edge.at == 0) return std::nullopt;
  if (edge.at == date.first && !edge.to) return straddled(date);
  if (is_number_of_list(date, edge)) {
    if (edge.conjunction && join_two_days(date, number_before(edge.at), date)) return std::nullopt;
    return number_before(edge.at);
  }
  if (const auto other = date_before(edge.at); other && is_in_list(date, *other, edge)) return other->first;
  return edge.at == date.first ? straddled(date) : std::nullopt;
}

std::optional<std::size_t> DateEdges::larger_behind(TitleDate& date) {
  const Edge edge = edge_behind(date.last);
  if (edge.at >= tokens_.end()) return std::nullopt;
  const bool counted = tokens_.has_any(date.first, {Term::in_time, Term::within});
  if (counted && tokens_.has_any(edge.at, {Term::after, Term::before})) return edge.at + 1;
  if (edge.at == date.last && !edge.to) return std::nullopt;
  if (edge.conjunction && tokens_.has_any(edge.at, {Term::fraction, Term::half})) return edge.at + 1;
  const auto other = date_behind(edge.at);
  const std::size_t number = edge.conjunction ? number_before(date.last) : date.last;
  if (other && number < date.last && join_two_days(date, number, *other)) return std::nullopt;
  return other && is_in_list(date, *other, edge) ? std::optional(other->last) : std::nullopt;
}

// A date that takes in what stands right before this one and all or part of it: «4 | décembre 26», "Black | Friday".
std::optional<std::size_t> DateEdges::straddled(const TitleDate& date) {
  const std::size_t before = date.first - 1;
  if (tokens_.is_short_number(before)) {
    for (std::size_t last = date.first + 1; last <= date.last; ++last) {
      const auto other = tokens_.read(before, last);
      if (other && (other->found.reading.said & (said_day | said_month)) != 0) return before;
    }
  }
  for (std::size_t first = run_before(date.first); first < date.first; ++first) {
    if (!tokens_.has(first, Term::holiday)) continue;
    const auto other = tokens_.read(first, date.last);
    if (other && (other->found.reading.said & said_holiday) != 0) return first;
  }
  return std::nullopt;
}

// Dec 24 and 25; Dec 3, 10 and 17: a date, and days of its month behind it.
std::optional<SourceSpan> DateEdges::numbers_at_end() {
  const std::size_t end = tokens_.end();
  std::size_t first = end;
  bool listed = false;
  while (first > 0 && is_in_number_list(first - 1)) {
    --first;
    listed = listed || tokens_.is_word(first) || tokens_.is_mark(first, U",");
  }
  if (!listed || first == 0 || first + 1 >= end) return std::nullopt;
  const auto date = date_before(first + 1);
  if (!date || !is_day(*date) || !stands(*date)) return std::nullopt;
  return words(date->first, end);
}

std::optional<SourceSpan> DateEdges::excluded_at_end() {
  constexpr TermSet days = {Term::weekday, Term::weekdays, Term::month, Term::relative_day,
                            Term::holiday, Term::periodic, Term::unit};
  const std::size_t end = tokens_.end();
  const std::size_t begin = std::max<std::size_t>(run_before(end), 1);
  bool dated = false;
  for (std::size_t i = begin; i < end; ++i) dated = dated || tokens_.has_any(i, days);
  for (std::size_t first = begin; dated && first < end; ++first) {
    if (!tokens_[first].spaced || tokens_.read(first, end)) continue;
    PhraseReading alone = tokens_.read_joined(words(first, end), ' ', words(first, end));
    const TitleDate date{{std::move(alone.reading), {}, {}, {}}, first, end, alone.traits};
    if (!is_when(date.found.reading) || !tokens_.is_adverb(date)) continue;
    const Edge edge = edge_before(first);
    const auto other = edge.conjunction && edge.at > 0 ? date_before(edge.at) : std::nullopt;
    return words(other ? other->first : first - 1, end);
  }
  return std::nullopt;
}

std::optional<SourceSpan> DateEdges::date_inside() {
  for (std::size_t first = 1; first < std::min(tokens_.end(), TitleTokens::reach); ++first) {
    const bool begins = tokens_.may_begin(first) && tokens_[first].spaced;
    const bool goes_on =
        tokens_.is_number(first - 1) || tokens_.has_any(first - 1, {Term::weekday, Term::month, Term::holiday});
    const auto date = begins && !goes_on ? date_behind(first) : std::nullopt;
    if (!date || date->last >= tokens_.end() || !is_day(*date) || !stands(*date)) continue;
    const bool named = (date->found.reading.said & (said_month | said_weekday)) != 0;
    if (named || tokens_.has(first, Term::relative_day)) return words(first, date->last);
  }
  return std::nullopt;
}

std::optional<SourceSpan> DateEdges::listed_at_start() {
  for (std::size_t last = run_behind(0); last > 0; --last) {
    if (last >= tokens_.end() || !tokens_.is_word(last) || !tokens_.has(last, Term::and_)) continue;
    const auto date = tokens_.read_alone(0, last);
    if (!date || !is_when(date->found.reading) || !tokens_.is_adverb(*date)) continue;
    const Edge edge = edge_behind(last);
    if (edge.at >= tokens_.end()) continue;
    if (tokens_.has_any(edge.at, {Term::fraction, Term::half})) return words(0, edge.at + 1);
    if (const auto other = date_behind(edge.at)) return words(0, other->last);
  }
  return std::nullopt;
}

bool DateEdges::is_in_number_list(std::size_t i) const {
  const bool suffix = tokens_.is_word(i) && tokens_.has(i, Term::ordinal_suffix) && !tokens_[i].spaced;
  return tokens_.is_short_number(i) || suffix || tokens_.is_mark(i, U",") ||
         (tokens_.is_word(i) && tokens_.has(i, Term::and_));
}

// «Les 25 et 26 décembre»: two days on end are one event; others are two.
bool DateEdges::join_two_days(TitleDate& date, std::size_t number, const TitleDate& last_day) {
  const bool next = tokens_.is_number(last_day.first) && tokens_[number].value + 1 == tokens_[last_day.first].value;
  const Reading& last = last_day.found.reading;
  if (!next || !is_when(last) || last.when.timed || last.when.kind != WhenKind::event) return false;
  const std::size_t first = number > 0 && tokens_.has(number - 1, Term::the) ? number - 1 : number;
  const std::size_t number_end = number + (tokens_.has(number + 1, Term::ordinal_suffix) ? 2 : 1);
  Reading both = tokens_.read_joined(words(number, number_end), '-', last_day.found.phrase).reading;
  if (!is_when(both) || both.when.end != last.when.end || both.when.start + std::chrono::days{1} != both.when.end) {
    return false;
  }
  const SourceSpan phrase = words(first, last_day.last);
  const std::size_t end = last_day.last;
  const std::size_t separator = end < tokens_.end() ? tokens_.separator(end) : 0;
  const std::uint32_t cut_end = tokens_[end + separator - 1].end;
  const SourceSpan cut = hull(date.found.cut, {tokens_[tokens_.separator_before(first)].begin, cut_end});
  date = {{std::move(both), phrase, cut, {}}, first, end, {}};
  return true;
}

}  // namespace jalon
