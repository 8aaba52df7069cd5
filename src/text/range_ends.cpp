#include "text/range_ends.h"

namespace jalon {
namespace {

using Kind = DateNode::Kind;

bool is_nth_day(const DateNode& node) { return node.kind == Kind::nth_unit && node.unit == Unit::day; }

bool is_day(const DateTree& tree, const Point& point) {
  return point.date != 0 && tree.nodes[point.date].is_calendar_day();
}

// Makes a number alone a day that is otherwise like another date.
void take_as_day(DateTree& tree, Point& point, DateNode like) {
  like.weekday = -1;
  like.day = point.number;
  if (is_nth_day(like)) like.n = point.number;
  like.order_assumed = false;
  point.date = tree.add(like);
  point.number = -1;
}

// Gives a day the month and the year of another.
void place_like(DateTree& tree, Point& point, const DateNode& like) {
  DateNode node = tree.nodes[point.date];
  if (!node.is_calendar_day() || node.month != 0 || like.kind != Kind::calendar) return;
  node.month = like.month;
  node.year = like.year;
  point.date = tree.add(node);
}

bool settle_both_numbers(DateTree& tree, Point& first, Point& second) {
  if (first.date == 0 && first.day && second.day) {  // du 13 au 18
    take_as_day(tree, first, {});
    take_as_day(tree, second, {});
    return true;
  }
  if (!first.preceded || first.date == 0) return false;
  take_as_hour(first);
  take_as_hour(second);
  return true;
}

bool settle_first(DateTree& tree, Point& first, const Point& second) {
  const bool day = is_day(tree, second) || (second.date != 0 && is_nth_day(tree.nodes[second.date]));
  if (second.has_time()) {
    take_as_hour(first);
    return true;
  }
  if (first.date != 0 || !day) return false;
  take_as_day(tree, first, tree.nodes[second.date]);
  return true;
}

bool settle_second(DateTree& tree, const Point& first, Point& second) {
  if (first.has_time()) {
    take_as_hour(second);
    return true;
  }
  if (!is_day(tree, first) || tree.nodes[first.date].month == 0) return false;
  take_as_day(tree, second, tree.nodes[first.date]);
  return true;
}

}  // namespace

void take_as_hour(Point& point) {
  point.time.minute = point.number * 60;
  point.time.twelve = point.number >= 1 && point.number <= 12;
  point.time.invalid = point.number > 24;
  point.number = -1;
}

bool settle_ends(DateTree& tree, Point& first, Point& second) {
  if (first.number >= 0 && second.number >= 0) return settle_both_numbers(tree, first, second);
  if (first.number >= 0) return settle_first(tree, first, second);
  return second.number < 0 || settle_second(tree, first, second);
}

void share_dates(DateTree& tree, Point& first, Point& second) {
  if (first.date == 0 && second.date != 0 && first.timed() && second.timed()) first.date = second.date;
  if (first.date == 0 || second.date == 0) return;
  const DateNode one = tree.nodes[first.date], other = tree.nodes[second.date];
  if (other.month != 0) place_like(tree, first, other);
  if (is_nth_day(other) && one.is_calendar_day() && one.month == 0 && one.weekday < 0) {  // du 1er au 15 du mois
    DateNode day = other;
    day.n = one.day;
    first.date = tree.add(day);
  }
  if (one.month != 0) place_like(tree, second, one);
  const bool year_behind =
      one.kind == Kind::calendar && one.year == 0 && one.month != 0 && other.kind == Kind::calendar && other.year != 0;
  if (!year_behind) return;
  DateNode start = one;  // «du 24 décembre au 4 janvier 2019»: the year of the end, or the one before it
  start.year = other.year - (one.month > other.month ? 1 : 0);
  first.date = tree.add(start);
}

bool are_days(const Point& first, const Point& second) {
  const bool dated = first.date != 0 || second.date != 0 || (first.day && second.day);
  return dated && !first.timed() && !second.timed();
}

bool are_hours(const Point& first, const Point& second) {
  const bool numbers = first.number >= 0 && second.number >= 0 && first.preceded && !first.day && !second.day;
  return first.date == 0 && second.date == 0 && (first.timed() || second.timed() || numbers);
}

}  // namespace jalon
