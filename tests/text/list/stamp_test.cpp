#include <gtest/gtest.h>

#include "jalon/list.h"

namespace jalon {
namespace {

std::string stamped(std::string_view bytes) { return stamp_list(bytes, Day{std::chrono::year{2018} / 11 / 26}); }

TEST(Stamp, makes_front_matter_where_there_is_none) {
  EXPECT_EQ(stamped("- a\n"), "---\nas of: 2018-11-26\n---\n- a\n");
  EXPECT_EQ(stamped(""), "---\nas of: 2018-11-26\n---\n");
  EXPECT_EQ(stamped("---\n- a"), "---\nas of: 2018-11-26\n---\n---\n- a");
}

TEST(Stamp, adds_its_line_to_front_matter) {
  EXPECT_EQ(stamped("---\ntitle: x\n---\n- a"), "---\nas of: 2018-11-26\ntitle: x\n---\n- a");
  EXPECT_EQ(stamped("---\n---\n"), "---\nas of: 2018-11-26\n---\n");
}

TEST(Stamp, replaces_the_day_that_is_there) {
  EXPECT_EQ(stamped("---\nas of: 2017-01-01   # lundi\nid: x\n---\n"),
            "---\nas of: 2018-11-26   # lundi\nid: x\n---\n");
  EXPECT_EQ(stamped("---\nAs_Of: \"2017-01-01\"\n---\n"), "---\nAs_Of: 2018-11-26\n---\n");
  EXPECT_EQ(stamped("---\nas of:\n---\n"), "---\nas of: 2018-11-26\n---\n");
  EXPECT_EQ(stamped("---\nen date du: hier\n---\n"), "---\nen date du: 2018-11-26\n---\n");
}

TEST(Stamp, replaces_what_is_said_on_the_lines_below) {
  EXPECT_EQ(stamped("---\nas of:\n  2017-01-01\nid: x\n---\n"), "---\nas of:\n  2018-11-26\nid: x\n---\n");
  EXPECT_EQ(stamped("---\nas of: le 1er\n  janvier 2017\n---\n"), "---\nas of: 2018-11-26\n---\n");
}

TEST(Stamp, touches_no_other_byte) {
  EXPECT_EQ(stamped("\xEF\xBB\xBF- a\r\n- b"), "\xEF\xBB\xBF---\r\nas of: 2018-11-26\r\n---\r\n- a\r\n- b");
  EXPECT_EQ(stamped("---\r\nid: x \r\n---\r\n\t- d\xE9j\xE0 e\xCC\x81  \r\n"),
            "---\r\nas of: 2018-11-26\r\nid: x \r\n---\r\n\t- d\xE9j\xE0 e\xCC\x81  \r\n");
  EXPECT_EQ(stamped("- a\r- b\r"), "---\ras of: 2018-11-26\r---\r- a\r- b\r");
  EXPECT_EQ(stamped(std::string("\xFF\xFE-\0", 4)).substr(0, 6), std::string("\xFF\xFE-\0-\0", 6));
}

TEST(Stamp, done_twice_changes_nothing_more) {
  for (const char* text : {"- a\n", "---\ntitle: x\n---\n", "\xEF\xBB\xBF- a\r\n", "- a\r",
                           "---\nno setting\n  x\n---\n- a", "---\n  x\nid: y\n---\n- a"})
    EXPECT_EQ(stamped(stamped(text)), stamped(text));
}

TEST(Stamp, is_read_back) {
  ListOptions options;
  options.today = Day{std::chrono::year{2020} / 1 / 1};
  for (const char* text : {"- Appeler demain\n", "- Appeler demain\r", "\xEF\xBB\xBF- Appeler demain\r\n",
                           "---\nid: x\n---\n- Appeler demain"}) {
    const Plan plan = read_list("plan.md", stamped(text), options);
    EXPECT_TRUE(plan.as_of_given);
    ASSERT_EQ(plan.actions.size(), 1U) << text;
    EXPECT_EQ(plan.actions[0].when.first_day(), Day{std::chrono::year{2018} / 11 / 27});
  }
}

}  // namespace
}  // namespace jalon
