#include "text/title_tokens.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/spelling.h"

namespace jalon {
namespace {

// What makes the numbers beside it a date or a time.
constexpr TermSet date_words = {Term::weekday,     Term::weekdays,       Term::month,
                                Term::unit,        Term::ordinal,        Term::relative_day,
                                Term::day_part,    Term::deictic,        Term::relative_part,
                                Term::clock,       Term::hour_mark,      Term::holiday,
                                Term::season,      Term::part,           Term::end_of,
                                Term::eve,         Term::week_of,        Term::weekday_set,
                                Term::half_month,  Term::every,          Term::periodic,
                                Term::now,         Term::year_word,      Term::ordinal_suffix,
                                Term::meridiem,    Term::quarter_letter, Term::half_letter,
                                Term::week_letter, Term::iso_t,          Term::number,
                                Term::tens};

constexpr TermSet day_words = {Term::weekday,       Term::weekdays, Term::month,   Term::relative_day,
                               Term::relative_part, Term::deictic,  Term::holiday, Term::every,
                               Term::periodic,      Term::in_time,  Term::within,  Term::weekday_set,
                               Term::from_now,      Term::now,      Term::ago,     Term::unit};

constexpr int earliest = 7;  // hour of the day at which what has no minutes begins

}  // namespace

TitleTokens::TitleTokens(PhraseReader::Impl& reader, std::string_view title)
    : reader_(reader), title_(title), tokens_(reader.line.tokens()), end_(tokens_.size()) {
  while (end_ > 0 && (is_mark(end_ - 1, U".;!?\u2026") || is_courtesy(end_ - 1))) --end_;
}

bool TitleTokens::is_mark(std::size_t i, std::u32string_view marks) const {
  return tokens_[i].kind == Token::Kind::mark && marks.find(tokens_[i].mark) != std::u32string_view::npos;
}

bool TitleTokens::is_courtesy(std::size_t i) const {
  constexpr std::array<std::string_view, 6> words = {"svp", "stp", "please", "pls", "merci", "thanks"};
  if (tokens_[i].kind != Token::Kind::word || i == 0) return false;
  std::string word(text(i));
  std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return c < 128 ? c | 0x20 : c; });
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool TitleTokens::is_name(std::size_t i) const {
  constexpr std::array<std::string_view, 8> links = {"the", "la", "sur", "sous", "en", "par", "de", "une"};
  if (i == 0 || !is_word(i) || !is_abbreviation(i) || !has(i, Term::weekday)) return false;
  const bool more = i + 1 < tokens_.size();
  if (more && (is_number(i + 1) || (is_mark(i + 1, U".") && !tokens_[i + 1].spaced))) return false;
  if (text(i) == "Sam") return true;
  const Spelling before(is_word(i - 1) ? text(i - 1) : std::string_view());
  return std::find(links.begin(), links.end(), before.letters()) != links.end();
}

bool TitleTokens::holds_name(std::size_t first, std::size_t last, const Reading& reading) const {
  if ((reading.said & said_weekday) == 0) return false;
  for (std::size_t i = first; i < last; ++i) {
    if (is_name(i)) return true;
  }
  return false;
}

std::size_t TitleTokens::separator(std::size_t i) const {
  const Token& token = tokens_[i];
  if (token.kind != Token::Kind::mark) return 0;
  if (token.mark == U':' && i + 1 < end_ && is_mark(i + 1, U":")) return 2;
  if (token.mark == U'-') return token.long_dash || (token.spaced && spaced_after(i)) ? 1 : 0;
  if (token.mark == U':' || token.mark == U',') return spaced_after(i) ? 1 : 0;
  return token.mark == U'|' || token.mark == 0x2192 || token.mark == U';' ? 1 : 0;
}

std::size_t TitleTokens::separator_before(std::size_t i) const {
  if (i > 1 && separator(i - 2) == 2) return i - 2;
  return i > 0 && separator(i - 1) == 1 ? i - 1 : i;
}

std::optional<TitleDate> TitleTokens::read(std::size_t first, std::size_t last) {
  if (first >= last || last - first > reach || !reader_.line.is_known(first)) return std::nullopt;
  PhraseReading phrase = reader_.read(title_, first, last);
  if (phrase.reading.verdict == Reading::Verdict::none) return std::nullopt;
  if (DateGrammar::is_part_of_more(reader_.line, first, last)) return std::nullopt;
  if (holds_name(first, last, phrase.reading)) return std::nullopt;
  TitleDate date{{}, first, last, phrase.traits};
  date.found.reading = std::move(phrase.reading);
  const Reading& reading = date.found.reading;
  if ((reading.said & (said_month | said_weekday | said_recurrence)) == 0 && is_bare(first, last)) return std::nullopt;
  date.found.phrase = {tokens_[first].begin, tokens_[last - 1].end};
  date.found.cut = date.found.phrase;
  return date;
}

std::optional<TitleDate> TitleTokens::read_alone(std::size_t first, std::size_t last) {
  if (auto date = read(first, last)) return date;
  const SourceSpan words{tokens_[first].begin, tokens_[last - 1].end};
  if (tables(first) == 0 || reader_.line.terms(first).empty()) return std::nullopt;
  PhraseReading alone = read_joined(words, ' ', words);
  TitleDate date{{std::move(alone.reading), words, words, {}}, first, last, alone.traits};
  if (date.found.reading.verdict == Reading::Verdict::none || is_bare(first, last)) return std::nullopt;
  if (holds_name(first, last, date.found.reading)) return std::nullopt;
  return date;
}

// Offsets stay, so that spans still count in the title.
PhraseReading TitleTokens::read_joined(const SourceSpan& one, char joint, const SourceSpan& other) {
  std::string joined(title_.size(), ' ');
  const auto copy = [&](const SourceSpan& span) {
    const bool at_sign = title_[span.begin] == '@';
    const std::size_t begin = span.begin + (at_sign ? 1 : 0);
    title_.copy(joined.data() + begin, span.end - begin, begin);
  };
  copy(one);
  copy(other);
  const auto gap = (one.end + other.begin) / 2;
  if (joint != ' ') joined[gap] = joint;
  reader_.line.read(joined, reader_.lexicon);
  PhraseReading reading = reader_.read(joined, 0, reader_.line.tokens().size());
  reader_.line.read(title_, reader_.lexicon);
  tokens_ = reader_.line.tokens();
  return reading;
}

// A word that makes numbers a date; a letter alone does only where it is glued to a number: 9h, T1.
bool TitleTokens::is_said_date_word(std::size_t i) const {
  if (!is_word(i) || !has_any(i, date_words)) return false;
  const bool letter = tokens_[i].end - tokens_[i].begin == 1;
  const bool spelled = tokens_[i].end - tokens_[i].begin > 2 || !has(i, Term::at);  // not «à»
  const bool glued = !tokens_[i].spaced || (i + 1 < end_ && is_number(i + 1) && !tokens_[i + 1].spaced);
  return letter ? has(i, Term::hour_mark) || glued : spelled;
}

// A number that nothing beside it makes a day or a year: of «5 à 9», "from 2019 to 2023", «pour 6».
bool TitleTokens::stands_alone(std::size_t number, std::size_t first) const {
  if (tokens_[number].digits >= 6) return false;
  if (number == first) return true;
  const std::size_t before = number - 1;
  const bool to = has(before, Term::to) && is_abbreviation(before);
  if (tokens_[number].digits == 4) return to || !has_any(before, {Term::on, Term::bound}) || has(before, Term::at);
  return !has(before, Term::the);
}

bool TitleTokens::is_bare(std::size_t first, std::size_t last) const {
  bool numbers = false, alone = false;
  for (std::size_t i = first; i < last; ++i) {
    if (is_said_date_word(i)) return false;
    if (!is_number(i)) continue;
    const bool figures = i + 2 < last && !tokens_[i + 1].spaced && !tokens_[i + 2].spaced && is_number(i + 2) &&
                         (is_mark(i + 1, U":/.") || (is_mark(i + 1, U"-") && tokens_[i].digits == 4));
    const bool three = i + 4 < last && is_mark(i + 1, U"-") && is_mark(i + 3, U"-") && is_number(i + 4);
    if (figures || three) return false;
    numbers = true;
    alone = alone || stands_alone(i, first);
  }
  return numbers && alone;
}

bool TitleTokens::follows_noun_link(std::size_t i) const {
  return i > 0 && is_word(i - 1) && has_any(i - 1, {Term::genitive, Term::the});
}

bool TitleTokens::is_clock_figure(std::size_t number) const {
  const std::size_t next = number + 1;
  if (next >= end_ || has(next, Term::at)) return false;  // «à» is no "a"
  return has_any(next, {Term::hour_mark, Term::meridiem, Term::month, Term::unit, Term::ordinal_suffix}) ||
         (is_mark(next, U":/.-") && !tokens_[next].spaced);
}

bool TitleTokens::ends_bare_range(std::size_t i) const {
  return i > 0 && i + 1 < end_ && is_number(i - 1) && has(i, Term::to) && is_number(i + 1) && !is_clock_figure(i + 1);
}

// «Salle 3 à 14 h»: no meeting lasts from 3 h.
bool TitleTokens::starts_with_small_number(std::size_t first, const Reading& reading) const {
  const auto hour = reading.when.start - std::chrono::floor<std::chrono::days>(reading.when.start);
  return reading.when.timed && is_short_number(first) && !is_clock_figure(first) && first + 1 < end_ &&
         has(first + 1, Term::to) && hour < std::chrono::hours{earliest};
}

bool TitleTokens::is_adverb(const TitleDate& date) const {
  const auto& [found, first, last, traits] = date;
  const Reading& reading = found.reading;
  const bool window = reading.when.kind == WhenKind::window;
  const bool named_day = (reading.said & said_day) != 0 && (reading.said & said_month) != 0;
  if (has_any(first, {Term::bound, Term::within, Term::every, Term::relative_day, Term::relative_part, Term::between,
                      Term::starting, Term::weekday_set, Term::end_of, Term::in_time, Term::ago}) &&
      (traits.limited || traits.recurring || traits.starting || traits.between ||
       (reading.said & said_relative) != 0)) {
    return true;
  }
  if (has(first, Term::genitive) && !traits.range) return false;
  const bool article = has(first, Term::the);
  if (has(first, Term::deictic) || is_counted_from(first, last)) return true;
  if (window) {
    const bool deictic = (reading.said & said_relative) != 0 && (reading.said & (said_week | said_month)) == 0;
    return article ? deictic : has_any(first, {Term::on, Term::part, Term::between});
  }
  if (has_any(first, {Term::weekday, Term::weekdays})) return last - first > 1 || !is_abbreviation(first);
  if (reading.said & said_holiday) return has(first, Term::eve) || (!article && has_any(first, {Term::on, Term::at}));
  const bool time_only =
      (reading.said & (said_start_time | said_part_of_day)) != 0 && !named_day && (reading.said & said_weekday) == 0;
  if (time_only && reading.when.timed && first + 1 == last) return false;
  const bool number = is_number(first);
  if (number && has_slash(first, last)) {
    const bool clock = (reading.said & said_start_time) != 0 && is_mark(first + 1, U"/");
    return clock || (reading.said & said_year) != 0 || traits.range || reading.verdict == Reading::Verdict::error;
  }
  if (number && (starts_with_length(first, last) || starts_with_small_number(first, reading))) return false;
  if (time_only && number) return says_clock(first, last);
  return named_day || has_any(first, {Term::on, Term::at, Term::approximate, Term::periodic, Term::from, Term::eve}) ||
         article || traits.range || traits.recurring || number;
}

// «3 jours avant Noël», "two weeks after Easter".
bool TitleTokens::is_counted_from(std::size_t first, std::size_t last) const {
  if (!is_number(first) && !has_any(first, {Term::number, Term::tens})) return false;
  bool unit = false;
  for (std::size_t i = first + 1; i < last; ++i) {
    if (unit && has_any(i, {Term::before, Term::after})) return true;
    unit = unit || has(i, Term::unit);
  }
  return false;
}

// A date in figures that shows no year might be a fraction or a version; the full stop of «déc.» is none.
bool TitleTokens::has_slash(std::size_t first, std::size_t last) const {
  for (std::size_t i = first + 1; i + 1 < last; ++i) {
    if (is_mark(i, U"/.") && !tokens_[i].spaced && is_number(i - 1) && is_number(i + 1)) return true;
  }
  return false;
}

bool TitleTokens::says_clock(std::size_t first, std::size_t last) const {
  if (may_be_length(first, last)) return false;
  std::size_t numbers = 0;
  bool colon = false, meridiem = false;
  for (std::size_t i = first; i < last; ++i) {
    numbers += is_number(i) ? 1 : 0;
    colon = colon || is_mark(i, U":-");
    meridiem = meridiem || has(i, Term::meridiem);
  }
  return numbers > 1 || colon || meridiem;
}

bool TitleTokens::may_be_length(std::size_t first, std::size_t last) const {
  const std::size_t size = last - first;
  const bool hours = (size == 2 || size == 3 || size == 4) && starts_with_length(first, last);
  return hours && (size == 2 || is_number(first + 2));
}

// 2 h, 3 heures: meetings begin later in the day, or their hour has minutes.
bool TitleTokens::starts_with_length(std::size_t first, std::size_t last) const {
  return first + 1 < last && is_number(first) && tokens_[first].value < earliest && has(first + 1, Term::hour_mark) &&
         has(first + 1, Term::unit) && !(first + 3 < last && is_mark(first + 2, U"-"));
}

bool TitleTokens::is_only_time(const TitleDate& date) const {
  constexpr std::uint32_t days =
      said_year | said_month | said_day | said_weekday | said_week | said_quarter | said_recurrence | said_holiday;
  if (!date.found.reading.when.timed || (date.found.reading.said & days) != 0) return false;
  const bool limit = (date.found.reading.said & said_bound) != 0;
  for (std::size_t i = date.first; i < date.last; ++i) {
    const bool later = limit && has(i, Term::from_now);  // «au plus tard», not «3 jours plus tard»
    if (is_word(i) && !later && has_any(i, day_words) && !has_any(i, {Term::hour_mark, Term::at})) return false;
  }
  return true;
}

bool TitleTokens::is_far_year(const TitleDate& date) const {
  constexpr std::chrono::days near{5 * 366};
  const std::size_t first = date.first;
  const bool figures = first + 4 < date.last && is_short_number(first) && is_mark(first + 1, U"-/.") &&
                       is_short_number(first + 2) && is_short_number(first + 4);
  const auto away = date.found.reading.when.end - reader_.context.as_of;
  return figures && date.found.reading.verdict == Reading::Verdict::when && (away > near || away < -near);
}

bool TitleTokens::has_time(const TitleDate& date) const {
  return (date.found.reading.said & (said_start_time | said_end_time | said_part_of_day)) != 0;
}

}  // namespace jalon
