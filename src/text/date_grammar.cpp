#include "text/date_grammar.h"

#include <algorithm>

namespace jalon {
namespace {

constexpr int deepest = 5;  // dates within dates: "the Friday after the last week of next month"

bool is_week_like(const DateNode& node) {
  using Kind = DateNode::Kind;
  const bool week = node.unit == Unit::week || node.unit == Unit::fortnight;
  return (week && (node.kind == Kind::unit_at || node.kind == Kind::unit_of || node.kind == Kind::nth_unit ||
                   node.kind == Kind::days_from || node.kind == Kind::unit_near)) ||
         node.kind == Kind::iso_week;
}

}  // namespace

bool DateGrammar::weekday_joins(NodeIndex node) const { return node != 0 && is_week_like(tree_.nodes[node]); }

NodeIndex DateGrammar::joined(NodeIndex one, NodeIndex other) {
  const auto is_weekday = [&](NodeIndex i) {
    const DateNode& node = tree_.nodes[i];
    return node.kind == DateNode::Kind::weekday && !node.deictic && node.weeks == 0;
  };
  if (is_weekday(one)) std::swap(one, other);
  if (!is_weekday(other)) return 0;
  DateNode node = tree_.nodes[one];
  if (weekday_joins(one)) {
    node = {};
    node.kind = DateNode::Kind::weekday_in;
    node.base = one;
  } else if (node.kind != DateNode::Kind::calendar || node.day == 0 || node.weekday >= 0) {
    return 0;
  }
  node.weekday = tree_.nodes[other].weekday;
  return add(node, tree_.nodes[one].first_token);
}

void DateGrammar::begin(const TokenLine& line, std::size_t first, std::size_t last, const Habits& habits) {
  line_ = &line;
  tokens_ = line.tokens();
  at_ = first_ = first;
  last_ = last;
  habits_ = habits;
  anchored_ = false;
  depth_ = 0;
  tree_.nodes.resize(1);
  tree_.phrase = {};
  if (memos_.size() < last - first + 1) memos_.resize(last - first + 1);
  ++round_;
}

const Sense* DateGrammar::sense(Term term) const {
  if (done()) return nullptr;
  for (const Sense& sense : line_->senses(tokens_[at_])) {
    if (sense.term != term || sense.table != habits_.table) continue;
    // The full stop of an abbreviation may be the one that ends the sentence, behind the phrase.
    const bool stop_cut = at_ + sense.tokens == last_ + 1 && tokens_[last_].mark == U'.';
    if (at_ + sense.tokens <= last_ || stop_cut) return &sense;
  }
  return nullptr;
}

bool DateGrammar::take(Term term) { return value(term).has_value(); }

std::optional<int> DateGrammar::value(Term term) {
  const Sense* found = sense(term);
  if (found == nullptr) return std::nullopt;
  at_ = std::min(at_ + found->tokens, last_);
  return found->value;
}

bool DateGrammar::mark(char32_t mark) {
  const Token* next = token();
  if (next == nullptr || next->kind != Token::Kind::mark || next->mark != mark) return false;
  ++at_;
  return true;
}

bool DateGrammar::tight_mark(char32_t wanted) {
  const Token* after = token(1);
  return token() != nullptr && !token()->spaced && after != nullptr && !after->spaced && mark(wanted);
}

bool DateGrammar::is_number(std::size_t ahead) const {
  const Token* next = token(ahead);
  return next != nullptr && next->kind == Token::Kind::number;
}

void DateGrammar::skip_joint() {
  if (mark(U',')) return;
  if (tight_mark(U'-') || tight_mark(U'/')) return;
  if (token() != nullptr && !token()->spaced) mark(U'.');
}

bool DateGrammar::skip_article() { return take(Term::on) || take(Term::the); }

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
    hour = colon || is(Term::hour_mark) || (is(Term::meridiem) && (!next->spaced || next->end - next->begin > 1));
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

NodeIndex DateGrammar::add(DateNode node, std::size_t start) {
  node.first_token = static_cast<std::uint16_t>(start);
  node.last_token = static_cast<std::uint16_t>(at_);
  tree_.nodes.push_back(node);
  return static_cast<NodeIndex>(tree_.nodes.size() - 1);
}

NodeIndex DateGrammar::date() {
  if (done() || depth_ >= deepest || tree_.nodes.size() > 2000) return 0;
  Memo& memo = memos_[at_ - first_];
  if (memo.round == round_ && memo.anchored == anchored_) {
    at_ = memo.end;
    return memo.node;
  }
  const std::size_t start = at_;
  const bool anchored = anchored_;
  ++depth_;
  NodeIndex best = best_of(start);
  std::size_t best_end = at_;
  at_ = start;
  for (int articles = 0; articles < 2 && skip_article(); ++articles) {
    const std::size_t inner = at_;
    anchored_ = true;
    const NodeIndex found = best_of(inner);
    if (found != 0 && at_ > best_end) {
      best = found;
      best_end = at_;
    }
    at_ = inner;
  }
  --depth_;
  anchored_ = anchored;
  at_ = best != 0 ? best_end : start;
  memos_[start - first_] = {round_, anchored, best, at_};
  return best;
}

NodeIndex DateGrammar::best_of(std::size_t start) {
  static constexpr Alternative with_number[] = {
      &DateGrammar::numeric_date, &DateGrammar::day_month, &DateGrammar::length_first,    &DateGrammar::nth_thing,
      &DateGrammar::lone_day,     &DateGrammar::lone_year, &DateGrammar::numbered_period, &DateGrammar::deictic_last};
  static constexpr Alternative with_word[] = {
      &DateGrammar::weekday_date,    &DateGrammar::month_day,     &DateGrammar::day_month,
      &DateGrammar::relative_day,    &DateGrammar::deictic_first, &DateGrammar::deictic_last,
      &DateGrammar::unit_first,      &DateGrammar::length_first,  &DateGrammar::nth_thing,
      &DateGrammar::part_of,         &DateGrammar::holiday,       &DateGrammar::eve_of,
      &DateGrammar::numbered_period, &DateGrammar::season,        &DateGrammar::end_abbreviation,
      &DateGrammar::lone_day,        &DateGrammar::lone_year};
  if (start >= last_) return 0;
  const Token& first = tokens_[start];
  if (first.kind != Token::Kind::number && first.sense_count == 0) return 0;
  const std::span<const Alternative> alternatives =
      first.kind == Token::Kind::number ? std::span<const Alternative>(with_number) : with_word;
  NodeIndex best = 0;
  std::size_t best_end = start;
  for (const Alternative alternative : alternatives) {
    at_ = start;
    const NodeIndex found = (this->*alternative)();
    if (found != 0 && at_ > best_end) {
      best = found;
      best_end = at_;
    }
  }
  at_ = best_end;
  return best;
}

NodeIndex DateGrammar::compact_date(const Token& digits) {
  const int year = digits.value / 10000, month = digits.value / 100 % 100, day = digits.value % 100;
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) return 0;
  const std::size_t start = at_++;
  DateNode node;
  node.year = static_cast<std::int16_t>(year);
  node.month = static_cast<std::int8_t>(month);
  node.day = static_cast<std::int16_t>(day);
  return add(node, start);
}

// ISO 8601: 2018-12-14, 2018-12, 2018-W50, 2018-W50-3; also 2018/12/14 and 2018.12.14.
NodeIndex DateGrammar::iso_date(const Token& year_token) {
  const std::size_t start = at_++;
  DateNode node;
  node.year = static_cast<std::int16_t>(year_token.value);
  const char32_t separator = token() != nullptr ? token()->mark : 0;
  if (separator != U'-' && separator != U'/' && separator != U'.') return 0;
  if (!tight_mark(separator)) return 0;
  if (separator == U'-' && take(Term::week_letter)) {
    if (!is_number() || token()->spaced || token()->digits != 2) return 0;
    node.kind = DateNode::Kind::iso_week;
    node.n = tokens_[at_++].value;
    const NodeIndex week = add(node, start);
    if (!tight_mark(U'-') || !is_number() || token()->digits != 1 || token()->value < 1 || token()->value > 7) {
      return week;
    }
    DateNode day;
    day.kind = DateNode::Kind::weekday_in;
    day.weekday = static_cast<std::int8_t>(tokens_[at_++].value % 7);
    day.base = week;
    return add(day, start);
  }
  if (!is_number() || token()->digits > 2) return 0;
  node.month = static_cast<std::int8_t>(std::min(tokens_[at_++].value, 99));
  if (!tight_mark(separator)) return separator == U'-' && node.month <= 12 ? add(node, start) : 0;
  if (!is_number() || token()->digits > 2) return 0;
  node.day = static_cast<std::int16_t>(tokens_[at_++].value);
  return add(node, start);
}

NodeIndex DateGrammar::numeric_date() {
  const std::size_t start = at_;
  const Token& first = tokens_[at_];
  if (first.digits == 8) return compact_date(first);
  if (first.digits == 4) return iso_date(first);
  if (first.digits > 2) return 0;
  ++at_;
  const char32_t separator = token() != nullptr ? token()->mark : 0;
  if ((separator != U'/' && separator != U'.' && separator != U'-') || !tight_mark(separator)) return 0;
  if (!is_number() || token()->digits > 2) return 0;
  const Token& second = tokens_[at_++];
  int year = 0;
  if (tight_mark(separator)) {
    if (!is_number() || (token()->digits != 2 && token()->digits != 4)) return 0;
    year = token()->digits == 4 ? token()->value : token()->value + (token()->value < 70 ? 2000 : 1900);
    if (token()->digits == 2 && first.value > 12 && second.value > 12) return 0;
    ++at_;
  } else if (separator != U'/') {
    return 0;
  }
  if (token() != nullptr && !token()->spaced && (token()->mark == separator || token()->kind != Token::Kind::mark) &&
      !is(Term::iso_t)) {
    return 0;
  }
  if (first.value > 12 && second.value > 12 && year == 0) return 0;
  DateNode node;
  bool day_first = habits_.order == NumericOrder::day_first;
  if (habits_.order == NumericOrder::unknown) {
    day_first = habits_.day_first;
    node.order_assumed = first.value <= 12 && second.value <= 12 && first.value != second.value;
  }
  if (first.value > 12 && second.value <= 12) day_first = true;
  if (second.value > 12 && first.value <= 12) day_first = false;
  node.day = static_cast<std::int16_t>(day_first ? first.value : second.value);
  node.month = static_cast<std::int8_t>(day_first ? second.value : first.value);
  node.year = static_cast<std::int16_t>(year);
  return add(node, start);
}

NodeIndex DateGrammar::weekday_with_date(int weekday, std::size_t start) {
  const std::size_t after = at_;
  mark(U',');
  tight_mark(U'-');
  static constexpr Alternative dates[] = {&DateGrammar::day_month, &DateGrammar::month_day, &DateGrammar::numeric_date,
                                          &DateGrammar::lone_day, &DateGrammar::nth_thing};
  const bool anchored = anchored_;
  anchored_ = true;
  NodeIndex best = 0;
  std::size_t best_end = after;
  for (int articles = 0; articles < 3; ++articles) {
    const std::size_t inner = at_;
    for (const Alternative alternative : dates) {
      at_ = inner;
      if (alternative == &DateGrammar::numeric_date && !is_number()) continue;
      const NodeIndex found = done() ? 0 : (this->*alternative)();
      const bool day = found != 0 && tree_.nodes[found].day != 0 && tree_.nodes[found].kind == DateNode::Kind::calendar;
      const bool nth_day = found != 0 && tree_.nodes[found].kind == DateNode::Kind::nth_unit &&
                           tree_.nodes[found].unit == Unit::day && tree_.nodes[found].base != 0;
      if ((day || nth_day) && at_ > best_end) {
        best = found;
        best_end = at_;
      }
    }
    at_ = inner;
    if (!take(Term::the)) break;
  }
  anchored_ = anchored;
  at_ = best_end;
  if (best == 0) return 0;
  DateNode node = tree_.nodes[best];
  node.weekday = static_cast<std::int8_t>(weekday);
  return add(node, start);
}

NodeIndex DateGrammar::weekday_of_stretch(int weekday, std::size_t start) {
  mark(U',');
  if (!take(Term::of)) take(Term::from);
  const NodeIndex base = date();
  if (!weekday_joins(base)) return 0;
  DateNode node;
  node.kind = DateNode::Kind::weekday_in;
  node.weekday = static_cast<std::int8_t>(weekday);
  node.base = base;
  return add(node, start);
}

NodeIndex DateGrammar::weekday_beside(int weekday, std::size_t start) {
  DateNode node;
  node.kind = DateNode::Kind::weekday_near;
  node.weekday = static_cast<std::int8_t>(weekday);
  node.n = is(Term::before) ? -1 : 1;
  if (is(Term::from) || (!take(Term::before) && !take(Term::after))) return 0;
  node.base = date();
  return node.base != 0 ? add(node, start) : 0;
}

NodeIndex DateGrammar::weekday_date() {
  const std::size_t start = at_;
  const auto weekday = value(Term::weekday);
  if (!weekday) return 0;
  const std::size_t after = at_;
  DateNode node;
  node.kind = DateNode::Kind::weekday;
  node.weekday = static_cast<std::int8_t>(*weekday);
  NodeIndex best = add(node, start);
  std::size_t best_end = after;
  const auto consider = [&](NodeIndex found) {
    if (found != 0 && at_ > best_end) {
      best = found;
      best_end = at_;
    }
    at_ = after;
  };
  consider(weekday_with_date(*weekday, start));
  consider(weekday_of_stretch(*weekday, start));
  consider(weekday_beside(*weekday, start));
  if (const auto direction = value(Term::deictic)) {
    node.n = *direction;
    node.deictic = true;
    consider(add(node, start));
  }
  if (take(Term::weeks_by_days) && is_number() && (token()->value == 8 || token()->value == 15)) {
    node.n = 0;
    node.deictic = false;
    node.weeks = static_cast<std::int8_t>(tokens_[at_++].value / 7);
    consider(add(node, start));
  }
  at_ = after;
  if (const auto weeks = value(Term::later_weeks)) {
    node.n = 0;
    node.deictic = false;
    node.weeks = static_cast<std::int8_t>(*weeks);
    consider(add(node, start));
  }
  at_ = best_end;
  return best;
}

NodeIndex DateGrammar::day_month() {
  const std::size_t start = at_;
  DateNode node;
  if (is_number() && token()->digits == 4 && !hour_follows()) {  // 2018 December 3
    node.year = static_cast<std::int16_t>(tokens_[at_++].value);
    skip_joint();
    const auto month = value(Term::month);
    if (!month) return 0;
    node.month = static_cast<std::int8_t>(*month);
    const std::size_t after = at_;
    skip_joint();
    const auto day = day_number();
    if (!day) at_ = after;
    node.day = static_cast<std::int16_t>(day.value_or(0));
    return add(node, start);
  }
  const auto day = day_number();
  if (!day) return 0;
  skip_joint();
  take(Term::filler);
  take(Term::of);
  take(Term::filler);
  const auto month = value(Term::month);
  if (!month) return 0;
  node.day = static_cast<std::int16_t>(*day);
  node.month = static_cast<std::int8_t>(*month);
  const std::size_t after = at_;
  skip_joint();
  take(Term::of);
  if (const auto said = year()) {
    node.year = static_cast<std::int16_t>(*said);
  } else {
    at_ = after;
    if (const auto direction = value(Term::deictic)) {
      node.deictic = true;
      node.n = *direction;
    } else if (tight_mark(U'-') && is_number() && token()->digits == 2) {
      node.year = static_cast<std::int16_t>(token()->value + (token()->value < 70 ? 2000 : 1900));
      ++at_;
    } else {
      at_ = after;
    }
  }
  return add(node, start);
}

// December 3, December 3rd 2018, December 2018, December.
NodeIndex DateGrammar::month_day() {
  const std::size_t start = at_;
  const auto month = value(Term::month);
  if (!month) return 0;
  DateNode node;
  node.month = static_cast<std::int8_t>(*month);
  std::size_t after = at_;
  skip_joint();
  take(Term::of);
  if (const auto said = year()) {
    node.year = static_cast<std::int16_t>(*said);
    return add(node, start);
  }
  at_ = after;
  skip_joint();
  take(Term::the);
  if (const auto day = day_number()) {
    node.day = static_cast<std::int16_t>(*day);
    after = at_;
    skip_joint();
    take(Term::of);
    if (const auto said = year()) {
      node.year = static_cast<std::int16_t>(*said);
    } else {
      at_ = after;
    }
    return add(node, start);
  }
  at_ = after;
  take(Term::of);
  const NodeIndex base = at_ > after || is(Term::deictic) ? date() : 0;
  if (base != 0 && tree_.nodes[base].kind == DateNode::Kind::unit_at && tree_.nodes[base].unit == Unit::year) {
    node.base = base;
    return add(node, start);
  }
  at_ = after;
  if (const auto direction = value(Term::deictic)) {
    node.deictic = true;
    node.n = *direction;
  }
  return add(node, start);
}

// A word that stands before hours and never before days.
bool DateGrammar::is_only_at(std::size_t token) const {
  bool at = false, article = false;
  for (const Sense& sense : line_->senses(tokens_[token])) {
    if (sense.table != habits_.table) continue;
    at = at || sense.term == Term::at;
    article = article || sense.term == Term::the || sense.term == Term::bound;
  }
  return at && !article;
}

// The 15th, le 15; in recurrences also several: le 1er et le 15.
NodeIndex DateGrammar::lone_day() {
  const std::size_t start = at_;
  const bool is_ordinal = ordinal().has_value();
  at_ = start;
  if (!is_ordinal && (!anchored_ || !is_number())) return 0;
  if (start > first_ && is_only_at(start - 1)) return 0;  // at 7
  const auto day = day_number();
  if (!day || *day > 31) return 0;
  DateNode node;
  node.day = static_cast<std::int16_t>(*day);
  node.days = 1U << *day;
  std::size_t after = at_;
  for (;;) {
    if (!mark(U',') && !take(Term::and_)) break;
    take(Term::and_);
    skip_article();
    const auto more = day_number();
    if (!more || *more > 31 || is(Term::month)) break;
    node.kind = DateNode::Kind::day_list;
    node.days |= 1U << *more;
    after = at_;
  }
  at_ = after;
  return add(node, start);
}

}  // namespace jalon
