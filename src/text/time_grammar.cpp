// The part of the grammar that reads times of day: 17 h 30, 5pm, half past nine, midi et demi, demain matin.

#include <algorithm>

#include "text/date_grammar.h"

namespace jalon {
namespace {

constexpr Stretch stretches[] = {
    {9 * 60, 12 * 60},   // morning
    {12 * 60, 13 * 60},  // midday
    {13 * 60, 17 * 60},  // afternoon
    {18 * 60, 21 * 60},  // evening
    {18 * 60, 21 * 60},  // night
    {9 * 60, 17 * 60},   // workday
};

// The beginning, middle or end of a part of the day: its first hour, its last, and what is between.
Stretch third_of(const Stretch& whole, int third) {
  const int hours[] = {whole.begin, whole.begin + 60, whole.end - 60, whole.end};
  return {hours[third], hours[third + 1]};
}

void set(ClockTime& time, int hour, int minute) {
  time.minute = hour * 60 + minute;
  time.twelve = hour >= 1 && hour <= 12;
  time.invalid = hour > 24 || minute > 59 || (hour == 24 && minute > 0);
}

}  // namespace

bool DateGrammar::clock(ClockTime& time) {
  const std::size_t start = at_;
  static constexpr bool (DateGrammar::*forms[])(ClockTime&) = {&DateGrammar::minutes_before_or_past,
                                                               &DateGrammar::clock_word, &DateGrammar::digital_clock,
                                                               &DateGrammar::spoken_clock};
  for (const auto form : forms) {
    at_ = start;
    time = {};
    if ((this->*form)(time)) return true;
  }
  at_ = start;
  return false;
}

// Noon, midi et demi, minuit moins quart.
bool DateGrammar::clock_word(ClockTime& time) {
  const auto minute = value(Term::clock);
  if (!minute) return false;
  time.minute = *minute;
  minutes_after_mark(time);
  return true;
}

// What may follow a whole hour: 30, et demie, et quart, moins le quart, moins dix.
void DateGrammar::minutes_after_mark(ClockTime& time) {
  const std::size_t start = at_;
  if (const auto past = value(Term::past); past && *past == 0) {
    if (const auto fraction = value(Term::fraction)) {
      time.minute = time.minute + *fraction;
      return;
    }
    const auto minutes = cardinal();  // sept heures et vingt-sept minutes
    if (minutes && *minutes < 60 && skip_minutes_unit()) {
      time.minute = time.minute + *minutes;
      return;
    }
  }
  at_ = start;
  if (const auto to = value(Term::to_hour); to && *to == 0) {
    take(Term::the);
    auto minutes = value(Term::fraction);
    if (!minutes) minutes = cardinal();
    if (minutes && *minutes >= 5 && *minutes < 60 && time.minute >= *minutes) {
      skip_minutes_unit();
      time.minute = time.minute - *minutes;
      return;
    }
  }
  at_ = start;
  const bool digits = is_number() && token()->digits == 2;
  const auto minutes = digits || !is_number() ? cardinal() : std::nullopt;
  const bool unit_said = is(Term::unit);
  const bool minutes_said = unit_said && static_cast<Unit>(sense(Term::unit).value) == Unit::minute;
  const bool date_follows = minutes && (is(Term::month) || (unit_said && !minutes_said));
  if (!minutes || date_follows || (!digits && *minutes < 5)) {
    at_ = start;
    return;
  }
  if (*minutes > 59 || (time.minute == 1440 && *minutes > 0)) time.invalid = true;
  time.minute = time.minute + *minutes;
  skip_minutes_unit();
}

bool DateGrammar::skip_minutes_unit() {
  const std::size_t start = at_;
  const auto unit = value(Term::unit);
  if (unit && static_cast<Unit>(*unit) == Unit::minute) return true;
  at_ = start;
  return false;
}

// Half past nine, quarter to five, ten to six, 20 past 3.
bool DateGrammar::minutes_before_or_past(ClockTime& time) {
  auto minutes = value(Term::fraction);
  const bool fraction = minutes.has_value();
  const bool spoken = !is_number();
  if (!minutes) minutes = cardinal();
  if (!minutes || *minutes < 1 || *minutes > 59) return false;
  const std::size_t after_number = at_;
  const auto unit = value(Term::unit);
  const bool minutes_said = unit && static_cast<Unit>(*unit) == Unit::minute;
  if (!minutes_said) at_ = after_number;
  int sign = 0;
  if (const auto past = value(Term::past); past && *past == 1) {
    sign = 1;
  } else if (past) {
    return false;
  } else if (const auto to = value(Term::to_hour); to && *to == 1) {
    sign = -1;
  }
  if (sign == 0) return false;
  ClockTime hour;
  if (const auto word = value(Term::clock)) {
    hour.minute = *word;
  } else {
    const bool written = is_number() && token()->digits > 2;
    const auto number = written || hour_follows() ? std::nullopt : cardinal();
    if (number && *number >= 1 && *number <= 12) {
      set(hour, *number, 0);
    } else if (!number) {
      if (!digital_clock(hour) || hour.minute % 60 != 0) return false;
    } else {
      return false;
    }
    if (!fraction && !spoken && !minutes_said && sign < 0 && *minutes <= 12) return false;  // 2 to 4pm is a range
    take(Term::hour_mark);
  }
  time = hour;
  time.minute = hour.minute + sign * *minutes;
  if (time.half == ClockTime::Half::unsaid) meridiem(time);
  return true;
}

bool DateGrammar::meridiem(ClockTime& time) {
  const Token* next = token();
  if (next == nullptr) return false;
  if (!is(Term::meridiem)) return false;
  const Sense found = sense(Term::meridiem);
  if (next->end - next->begin == 1 && next->spaced && found.tokens == 1) return false;
  skip(found);
  time.half = found.value == 0 ? ClockTime::Half::morning : ClockTime::Half::afternoon;
  if (time.half == ClockTime::Half::morning && time.minute >= 13 * 60) time.invalid = true;
  return true;
}

// 17:30, 17 h 30, 5pm, 5.30 pm, 9 o'clock, 1700 hours; a number alone is `bare`.
bool DateGrammar::digital_clock(ClockTime& time) {
  if (!is_number() || token()->digits > 4) return false;
  const Token number = tokens_[at_++];
  if (number.digits > 2) {
    set(time, number.value / 100, number.value % 100);
    time.twelve = number.digits == 3 && time.twelve;
    const bool said = meridiem(time) || take(Term::hour_mark);
    time.bare = !said;
    return number.digits == 4 || said;
  }
  set(time, number.value, 0);
  if (tight_mark(U':')) {
    if (!is_number() || token()->digits != 2) return false;
    set(time, number.value, tokens_[at_++].value);
    if (tight_mark(U':') && is_number() && token()->digits == 2) ++at_;
    if (number.digits == 2 && number.value < 10) time.twelve = false;
    meridiem(time);
    return true;
  }
  if (meridiem(time)) return true;
  const std::size_t after = at_;
  if (tight_mark(U'.') && is_number() && token()->digits == 2) {
    set(time, number.value, tokens_[at_++].value);
    if (meridiem(time) || after_at_) return true;
    set(time, number.value, 0);
  }
  at_ = after;
  if (take(Term::hour_mark)) {
    time.marked = true;
    minutes_after_mark(time);
    meridiem(time);
    return true;
  }
  time.bare = true;
  return true;
}

// Neuf heures et quart, nine o'clock, nine thirty pm; a number alone is `bare`.
bool DateGrammar::spoken_clock(ClockTime& time) {
  const auto hour = cardinal_word();
  if (!hour || *hour > 24) return false;
  set(time, *hour, 0);
  if (meridiem(time)) return true;
  if (take(Term::hour_mark)) {
    minutes_after_mark(time);
    meridiem(time);
    return true;
  }
  if (after_at_ && (is(Term::past) || is(Term::to_hour))) {  // a las nueve y media
    minutes_after_mark(time);
    if (time.minute != *hour * 60) return true;
  }
  const std::size_t after = at_;
  const auto minutes = cardinal_word();
  if (minutes && *minutes >= 5 && *minutes < 60) {
    set(time, *hour, *minutes);
    if (meridiem(time) || after_at_) return true;
    set(time, *hour, 0);
  }
  at_ = after;
  time.bare = true;
  return true;
}

// Morning, fin d'après-midi, mid-morning.
bool DateGrammar::day_part(Stretch& part) {
  const std::size_t start = at_;
  const auto third = value(Term::part);
  if (third) {
    mark(U'-');
    take(Term::of);
    take(Term::the);
  }
  const auto which = value(Term::day_part);
  if (!which || (!third && static_cast<DayPart>(*which) == DayPart::workday)) {
    at_ = start;
    return false;
  }
  const Stretch whole = stretches[*which];
  part = third ? third_of(whole, *third) : whole;
  return true;
}

}  // namespace jalon
