#include "text/date_grammar.h"

#include <utility>

namespace jalon {
namespace {

constexpr int deepest = 5;  // dates within dates: "the Friday after the last week of next month"
constexpr std::size_t most_nodes = 2000;

constexpr TermSet cardinals = {Term::number, Term::tens};
constexpr TermSet numbers = {Term::number, Term::tens, Term::ordinal};
constexpr TermSet lengths = {Term::number, Term::tens, Term::half, Term::approximate, Term::in_time, Term::ago};
constexpr TermSet periods = {Term::quarter_letter, Term::half_letter, Term::week_letter, Term::unit};

bool is_week_like(const DateNode& node) {
  using Kind = DateNode::Kind;
  const bool week = node.unit == Unit::week || node.unit == Unit::fortnight;
  return (week && (node.kind == Kind::unit_at || node.kind == Kind::unit_of || node.kind == Kind::nth_unit ||
                   node.kind == Kind::days_from || node.kind == Kind::unit_near)) ||
         node.kind == Kind::iso_week;
}

}  // namespace

// The ways to read a date that begins with a word; of equally long readings the first counts.
constexpr DateGrammar::Alternative DateGrammar::worded_dates[] = {
    {{Term::weekday}, &DateGrammar::weekday_date},
    {{Term::month}, &DateGrammar::month_day},
    {numbers, &DateGrammar::day_month},
    {{Term::relative_day}, &DateGrammar::relative_day},
    {{Term::deictic}, &DateGrammar::deictic_first},
    {{Term::week_of, Term::unit}, &DateGrammar::unit_first},
    {lengths, &DateGrammar::length_first},
    {numbers, &DateGrammar::nth_thing},
    {{Term::part}, &DateGrammar::part_of},
    {{Term::holiday}, &DateGrammar::holiday},
    {{Term::eve}, &DateGrammar::eve_of},
    {{Term::season}, &DateGrammar::season},
    {{Term::end_of}, &DateGrammar::end_abbreviation},
    {numbers, &DateGrammar::lone_day},
    {{Term::number, Term::year_word}, &DateGrammar::lone_year},
    {periods, &DateGrammar::numbered_period},
    {cardinals | TermSet{Term::unit}, &DateGrammar::deictic_last},
};

// The ways to read a date that begins with figures, by what may stand behind them.
constexpr DateGrammar::Alternative DateGrammar::dates_in_figures[] = {
    {{}, &DateGrammar::numeric_date},
    {{Term::mark, Term::month, Term::filler, Term::of, Term::ordinal_suffix}, &DateGrammar::day_month},
    {{Term::mark, Term::unit, Term::of, Term::weekday, Term::weekdays}, &DateGrammar::length_first},
    {{Term::ordinal_suffix, Term::of}, &DateGrammar::nth_thing},
    {{}, &DateGrammar::lone_day},
    {{}, &DateGrammar::lone_year},
    {periods | TermSet{Term::mark}, &DateGrammar::numbered_period},
    {{Term::deictic}, &DateGrammar::deictic_last},
};

constexpr TermSet DateGrammar::dates_begin = [] {
  TermSet terms = {Term::on, Term::the, Term::digits};
  for (const Alternative& alternative : worded_dates) terms = terms | alternative.terms;
  return terms;
}();

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
  open(line, first, last, habits.table);
  habits_ = habits;
  anchored_ = false;
  depth_ = 0;
  tree_.nodes.resize(1);
  tree_.phrase = {};
  if (memos_.size() < last - first + 1) memos_.resize(last - first + 1);
  ++round_;
}

NodeIndex DateGrammar::add(const DateNode& node, std::size_t start) {
  DateNode& added = tree_.nodes.emplace_back(node);
  added.first_token = static_cast<TokenIndex>(start);
  added.last_token = here();
  return static_cast<NodeIndex>(tree_.nodes.size() - 1);
}

// The longest date that stands here, remembered for when it is asked for again.
NodeIndex DateGrammar::date() {
  if (done() || depth_ >= deepest || tree_.nodes.size() > most_nodes) return 0;
  DateMemo& memo = memos_[at_ - first_].dates[anchored_ ? 1 : 0];
  if (memo.round != round_) {
    ++depth_;
    const NodeIndex found = date_or_article();
    --depth_;
    memo = {round_, found, at_};
  }
  at_ = memo.end;
  return memo.node;
}

// A date behind an article counts where a date alone would not: le 15, in 2019.
NodeIndex DateGrammar::date_or_article() {
  const bool anchored = anchored_;
  const std::size_t start = at_;
  Longest<NodeIndex> best;
  best.read = longest_date();
  best.end = at_;
  at_ = start;
  for (int articles = 0; articles < 2 && skip_article(); ++articles) {
    const std::size_t inner = at_;
    anchored_ = true;
    const NodeIndex found = longest_date();
    best.consider(found, at_);
    at_ = inner;
  }
  anchored_ = anchored;
  at_ = best.end;
  return best.read;
}

// A date behind a word that makes a number alone one: week of 7, each 15th.
NodeIndex DateGrammar::anchored_date() {
  const bool anchored = anchored_;
  anchored_ = true;
  const NodeIndex found = date();
  anchored_ = anchored;
  return found;
}

NodeIndex DateGrammar::longest_date() {
  return is_number() ? longest_of(dates_in_figures, terms_of(at_ + 1)) : longest_of(worded_dates, terms());
}

// Of the alternatives that `possible` allows.
NodeIndex DateGrammar::longest_of(std::span<const Alternative> alternatives, const TermSet& possible) {
  const std::size_t start = at_;
  Longest<NodeIndex> best{0, start};
  for (const Alternative& alternative : alternatives) {
    if (!alternative.terms.empty() && !possible.meets(alternative.terms)) continue;
    const NodeIndex found = (this->*alternative.read)();
    if (found != 0) best.consider(found, at_);
    at_ = start;
  }
  at_ = best.end;
  return best.read;
}

bool DateGrammar::is_present(NodeIndex node, Unit unit) const {
  return node != 0 && tree_.nodes[node].kind == DateNode::Kind::unit_at && tree_.nodes[node].unit == unit;
}

// A word that stands before hours and never before days.
bool DateGrammar::is_only_at(std::size_t token) const {
  return terms_of(token).has(Term::at) && !terms_of(token).meets({Term::the, Term::bound});
}

}  // namespace jalon
