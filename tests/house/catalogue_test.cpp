#include "base/catalogue.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace jalon {
namespace {

std::set<char> slots(std::string_view text) {
  std::set<char> found;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    EXPECT_TRUE(at + 2 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9' && text[at + 2] == '}')
        << "a brace that is no slot in: " << text;
    found.insert(text[at + 1]);
  }
  return found;
}

bool is_code_name(std::string_view name) {
  const auto word = [](std::string_view part) {
    return !part.empty() &&
           std::all_of(part.begin(), part.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
  };
  const std::size_t dot = name.find('.');
  return dot != std::string_view::npos && word(name.substr(0, dot)) && word(name.substr(dot + 1));
}

TEST(Catalogue, has_one_entry_a_code_in_the_order_of_the_codes) {
  const auto entries = catalogue();
  ASSERT_EQ(entries.size(), static_cast<std::size_t>(Code::count_));
  for (std::size_t i = 0; i < entries.size(); ++i) {
    EXPECT_EQ(static_cast<std::size_t>(entries[i].code), i) << entries[i].name;
  }
}

TEST(Catalogue, has_every_message_in_every_language) {
  for (const Message& entry : catalogue()) {
    for (const std::string_view text : entry.text) EXPECT_FALSE(text.empty()) << entry.name;
    const auto told = std::count_if(entry.mend.begin(), entry.mend.end(), [](auto mend) { return !mend.empty(); });
    EXPECT_TRUE(told == 0 || told == static_cast<std::ptrdiff_t>(language_count)) << "mend of " << entry.name;
  }
}

TEST(Catalogue, says_the_same_arguments_in_every_language) {
  for (const Message& entry : catalogue()) {
    for (const auto* texts : {&entry.text, &entry.mend}) {
      for (const std::string_view text : *texts) EXPECT_EQ(slots(text), slots(texts->front())) << entry.name;
    }
  }
}

TEST(Catalogue, names_each_code_once_as_area_and_fault) {
  std::set<std::string_view> names;
  for (const Message& entry : catalogue()) {
    EXPECT_TRUE(is_code_name(entry.name)) << entry.name;
    EXPECT_TRUE(names.insert(entry.name).second) << entry.name << " twice";
  }
}

TEST(Catalogue, ends_no_sentence_with_a_full_stop) {
  for (const Message& entry : catalogue()) {
    for (const auto* texts : {&entry.text, &entry.mend}) {
      for (const std::string_view text : *texts) EXPECT_FALSE(text.ends_with('.')) << text;
    }
  }
}

}  // namespace
}  // namespace jalon
