#include "app/settings.h"

#include <gtest/gtest.h>

namespace jalon {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

const Day day{std::chrono::year{2018} / 11 / 26};

TEST(Moment, is_a_day_or_a_day_and_a_time) {
  EXPECT_EQ(parse_moment("2018-11-26"), LocalTime{day});
  EXPECT_EQ(parse_moment("2018-11-26T14:30"), LocalTime{day} + hours{14} + minutes{30});
  EXPECT_EQ(parse_moment("2018-11-26 9:05"), LocalTime{day} + hours{9} + minutes{5});
  EXPECT_EQ(parse_moment("2018-11-26T23:59:58"), LocalTime{day} + hours{23} + minutes{59} + seconds{58});
}

TEST(Moment, is_nothing_else) {
  for (const char* text :
       {"", "2018", "2018-11", "2018-13-01", "2018-02-29", "26-11-2018", "2018-11-26T", "2018-11-26T24:00",
        "2018-11-26T14:60", "2018-11-26T14:30Z", "2018-11-26x", "demain", "2018-11-26T14:30:"}) {
    EXPECT_FALSE(parse_moment(text)) << text;
  }
}

TEST(NumericOrder, is_that_of_the_country_of_a_tag) {
  EXPECT_EQ(numeric_order_of("en-US"), NumericOrder::month_first);
  EXPECT_EQ(numeric_order_of("en_us"), NumericOrder::month_first);
  EXPECT_EQ(numeric_order_of("en-GB"), NumericOrder::day_first);
  EXPECT_EQ(numeric_order_of("en-CA"), NumericOrder::day_first);
  for (const char* tag : {"en", "fr", "fr-CA", "", "de-DE", "en-"}) {
    EXPECT_EQ(numeric_order_of(tag), NumericOrder::unknown) << tag;
  }
}

TEST(TimeOfDay, is_written_as_people_of_both_languages_write_it) {
  EXPECT_EQ(parse_time_of_day("9"), hours{9});
  EXPECT_EQ(parse_time_of_day("09:00"), hours{9});
  EXPECT_EQ(parse_time_of_day("9 h"), hours{9});
  EXPECT_EQ(parse_time_of_day("17h45"), hours{17} + minutes{45});
  EXPECT_EQ(parse_time_of_day("8\u202fh\u00a030"), hours{8} + minutes{30});
  EXPECT_EQ(parse_time_of_day("0:00"), minutes{0});
}

TEST(TimeOfDay, is_nothing_else) {
  for (const char* text : {"", "h", "24:00", "9:60", "930", "9:5", "9h3", "midi", "-1", "9:00x"}) {
    EXPECT_FALSE(parse_time_of_day(text)) << text;
  }
}

}  // namespace
}  // namespace jalon
