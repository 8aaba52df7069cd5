#include "base/word_pattern.h"

#include <gtest/gtest.h>

namespace jalon {
namespace {

TEST(WordPattern, fills_slots_in_their_order_or_by_their_number) {
  EXPECT_EQ(fill("{} de {}", {"mardi", "10 h"}), "mardi de 10 h");
  EXPECT_EQ(fill("{1} before {0}", {"a", "b"}), "b before a");
  EXPECT_EQ(fill("{0}{0}", {"a"}), "aa");
}

TEST(WordPattern, leaves_a_slot_without_a_value_empty_and_other_braces_alone) {
  EXPECT_EQ(fill("a {1}.", {"x"}), "a .");
  EXPECT_EQ(fill("{x} {", {"a"}), "{x} {");
}

TEST(WordPattern, does_not_read_slots_in_what_it_fills_in) { EXPECT_EQ(fill("{} {}", {"{}", "b"}), "{} b"); }

}  // namespace
}  // namespace jalon
