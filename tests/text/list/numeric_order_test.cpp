#include "text/list/numeric_order.h"

#include <gtest/gtest.h>

namespace jalon::list {
namespace {

constexpr auto day = NumericOrder::day_first;
constexpr auto month = NumericOrder::month_first;
constexpr auto unknown = NumericOrder::unknown;

TEST(NumericOrders, are_decided_by_a_part_over_twelve) {
  EXPECT_EQ(find_numeric_order("- a 5/12\n- b 14/12\n"), day);
  EXPECT_EQ(find_numeric_order("- a 5/12\n- b 12/14\n"), month);
  EXPECT_EQ(find_numeric_order("- a 25/12/2018\n"), day);
  EXPECT_EQ(find_numeric_order("- a 12/25/18.\n"), month);
  EXPECT_EQ(find_numeric_order("- a 14.12.2018\n"), day);
  EXPECT_EQ(find_numeric_order("(31-01-2019)"), day);
}

TEST(NumericOrders, are_unknown_where_nothing_decides) {
  for (const char* text : {"", "5/12", "support 24/7", "2018-12-24", "2018/12/24", "a/14/12", "https://x.ca/14/12",
                           "14/12/3", "18/19", "1/200", "v1.14.2", "14.12", "10-15", "x14/12", "32/12", "0/14"}) {
    EXPECT_EQ(find_numeric_order(text), unknown) << text;
  }
}

TEST(NumericOrders, are_unknown_where_dates_contradict_each_other) {
  EXPECT_EQ(find_numeric_order("14/12 12/14"), unknown);
}

}  // namespace
}  // namespace jalon::list
