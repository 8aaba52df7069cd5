// The part of the grammar that reads numbers: cardinals, ordinals, days of a month, years, lengths of time.

#include "text/date_grammar.h"

namespace jalon {

std::optional<int> DateGrammar::cardinal_word() {
  const std::size_t start = at_;
  const auto tens = value(Term::tens);
  if (!tens) return value(Term::number);
  const std::size_t after_tens = at_;
  tight_mark(U'-');
  take(Term::and_);
  const auto units = value(Term::number);
  const bool high = *tens == 60 || *tens == 80;
  if (units && *units > 0 && *units < (high ? 20 : 10)) return *tens + *units;
  at_ = after_tens;
  return at_ > start ? tens : std::nullopt;
}

std::optional<int> DateGrammar::cardinal() {
  if (is_number() && token()->digits <= 4) return tokens_[at_++].value;
  return cardinal_word();
}

std::optional<int> DateGrammar::ordinal() {
  const std::size_t start = at_;
  if (is_number() && token()->digits <= 2) {
    const int digits = tokens_[at_++].value;
    if (!done() && !token()->spaced && take(Term::ordinal_suffix)) return digits;
    at_ = start;
    return std::nullopt;
  }
  if (const auto tens = value(Term::tens)) {
    tight_mark(U'-');
    take(Term::and_);
    const auto units = value(Term::ordinal);
    if (units && *units > 0 && *units < 10) return *tens + *units;
    at_ = start;
  }
  return value(Term::ordinal);
}

bool DateGrammar::hour_follows() const {
  DateGrammar& self = const_cast<DateGrammar&>(*this);
  const std::size_t start = at_;
  bool hour = false;
  for (int i = 0; i < 2 && !hour && is_number() && token()->digits <= 2; ++i) {
    ++self.at_;
    const Token* next = token();
    if (next == nullptr) break;
    const bool colon = next->mark == U':' && !next->spaced && is_number(1) && !token(1)->spaced;
    hour = colon || is(Term::hour_mark) ||
           (is(Term::meridiem) && tokens_[at_ - 1].value <= 24 && (!next->spaced || next->end - next->begin > 1));
    // «le 16 à 18 h» names a day: «à» stands before an hour as well as between two.
    if (!hour && !self.mark(U'-') && (is(Term::at) || !self.take(Term::to))) break;
  }
  self.at_ = start;
  return hour;
}

std::optional<int> DateGrammar::day_number() {
  const std::size_t start = at_;
  if (const auto nth = ordinal(); nth && *nth > 0) return nth;
  at_ = start;
  if (is_number() && (token()->digits > 2 || hour_follows())) return std::nullopt;
  const auto number = cardinal();
  if (number && *number > 0 && *number < 100) return number;
  at_ = start;
  return std::nullopt;
}

std::optional<int> DateGrammar::year() {
  const std::size_t start = at_;
  if (take(Term::year_word) && !is_number()) at_ = start;
  if (const auto thousands = value(Term::number); thousands && *thousands == 2000) {  // deux mille dix-huit
    take(Term::and_);
    const auto rest = cardinal_word();
    return 2000 + rest.value_or(0);
  }
  if (at_ > start && !is_number()) at_ = start;
  if (!is_number() || token()->digits != 4 || token()->value < 1000 || hour_follows()) return std::nullopt;
  return tokens_[at_++].value;
}

// «1 an et 2 mois»: the smaller unit behind a larger one.
void DateGrammar::add_smaller(Length& length) {
  const std::size_t start = at_;
  if (!mark(U',')) take(Term::and_);
  const auto number = cardinal();
  const auto unit = number ? value(Term::unit) : std::nullopt;
  if (unit && static_cast<Unit>(*unit) < length.unit && static_cast<Unit>(*unit) >= Unit::day) {
    length.more = *number;
    length.more_unit = static_cast<Unit>(*unit);
    return;
  }
  at_ = start;
}

// The number of a length, in tenths: 3, trois, 1,5, half an.
std::optional<int> DateGrammar::tenths() {
  const std::size_t start = at_;
  if (take(Term::half)) {
    if (!tight_mark(U'-')) take(Term::number);
    return 5;
  }
  const auto number = cardinal();
  if (!number) {
    at_ = start;
    return std::nullopt;
  }
  const Token* point = token();
  const bool decimal = point != nullptr && (point->mark == U',' || point->mark == U'.') && !point->spaced &&
                       is_number(1) && token(1)->digits == 1 && !token(1)->spaced;
  if (!decimal) return *number * 10;
  at_ += 2;
  return *number * 10 + tokens_[at_ - 1].value;
}

std::optional<Length> DateGrammar::length() {
  const std::size_t start = at_;
  take(Term::approximate);
  const auto amount = tenths();
  if (amount) take(Term::of);
  const auto said = amount ? value(Term::unit) : std::nullopt;
  if (!said) {
    at_ = start;
    return std::nullopt;
  }
  const auto unit = static_cast<Unit>(*said);
  if (unit == Unit::minute) return Length{0, Unit::minute, *amount / 10};
  if (unit == Unit::hour) return Length{0, Unit::minute, *amount * 6 + minutes_behind_hours()};
  if (*amount % 10 == 0) {
    Length result{*amount / 10, unit};
    add_smaller(result);
    return result;
  }
  // Half a week has no day of its own; half a year has, and half a day is a length of hours.
  if (*amount % 10 == 5 && unit == Unit::year) return Length{*amount / 10 * 12 + 6, Unit::month};
  if (*amount % 10 == 5 && unit == Unit::day) return Length{0, Unit::minute, *amount * 144};
  at_ = start;
  return std::nullopt;
}

// What follows «2 h»: 30, et demie, et quart, 15 min.
int DateGrammar::minutes_behind_hours() {
  const std::size_t start = at_;
  if (take(Term::and_) || take(Term::past)) {
    take(Term::the);
    if (const auto fraction = value(Term::fraction)) return *fraction;
    if (take(Term::half)) return 30;
  }
  const std::size_t number_start = at_;
  const bool two_digits = is_number() && token()->digits == 2;
  const auto minutes = cardinal();
  const std::size_t after_number = at_;
  const auto unit = minutes ? value(Term::unit) : std::nullopt;
  if (unit && static_cast<Unit>(*unit) == Unit::minute) return *minutes;
  const bool glued = two_digits && number_start == start && !unit && *minutes < 60;
  at_ = glued ? after_number : start;
  return glued ? *minutes : 0;
}

}  // namespace jalon
