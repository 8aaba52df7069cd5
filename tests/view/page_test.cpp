#include "view/page.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "view/page_data.h"
#include "view/plans.h"

namespace jalon {
namespace {

std::size_t count_of(const std::string& text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST(Page, lets_nothing_of_a_plan_become_markup) {
  const Laid all = laid({"---\ntitle: </script><b>&\"{{data}}\n---\n- </script><img src=x> — December 3 @<i>\n"});
  const std::string html = page(all.table, "UTC", Language::english);
  EXPECT_EQ(count_of(html, "</script>"), 2U);  // those of the page itself
  EXPECT_EQ(html.find("<img"), std::string::npos);
  EXPECT_EQ(html.find("<b>"), std::string::npos);
  EXPECT_NE(html.find("<title>&lt;/script&gt;&lt;b&gt;&amp;&quot;{{data}}</title>"), std::string::npos);
  EXPECT_EQ(page_data(all.table, Language::english).find_first_of("<>&"), std::string::npos);
}

TEST(Page, names_its_style_and_script_by_their_hashes_and_forbids_the_rest) {
  const std::string html = page(laid({"- Call — December 3\n"}).table, "UTC", Language::english);
  EXPECT_NE(html.find("content=\"default-src 'none'; script-src 'sha256-"), std::string::npos);
  EXPECT_EQ(html.find("unsafe"), std::string::npos);
  EXPECT_EQ(count_of(html, "http://"), 0U);
  EXPECT_EQ(count_of(html, " style=\""), 0U);
}

TEST(Page, is_the_same_for_the_same_plans) {
  const Laid all = laid({"- Call — every Monday at 9 @Zoé\n"});
  EXPECT_EQ(page(all.table, "UTC", Language::french), page(all.table, "UTC", Language::french));
}

TEST(PageData, holds_actions_instances_conflicts_and_problems) {
  const Laid all =
      laid({"---\nlang: en\n---\n# Office\n- [x] Call — every Monday at 9 until December 10 @Zoé #phone\n"
            "- Meet — December 4 at 10 @Alex\n- Visit — December 4 at 10:30 with: Alex\n- Broken — November 31\n"});
  const auto data = nlohmann::json::parse(page_data(all.table, Language::english));
  EXPECT_EQ(data["today"], 17861);
  EXPECT_EQ(data["actions"][0]["title"], "Call");
  EXPECT_EQ(data["actions"][0]["line"], 5);
  EXPECT_EQ(data["actions"][0]["status"], 2);
  EXPECT_EQ(data["sections"][data["actions"][0]["section"].get<std::size_t>()], "Office");
  EXPECT_EQ(data["people"], (nlohmann::json{"Zoé", "Alex"}));
  EXPECT_EQ(data["instances"][0], (nlohmann::json{0, 17861, 17861, "9:00–10:00", 3}));
  ASSERT_EQ(data["conflicts"].size(), 1U);
  EXPECT_EQ(data["conflicts"][0]["person"], "Alex");
  ASSERT_EQ(data["problems"].size(), 1U);
  EXPECT_EQ(data["problems"][0]["line"], 8);
  EXPECT_EQ(data["problems"][0]["text"], "- Broken — November 31");
}

TEST(PageData, takes_bytes_that_are_no_text) {
  const Laid all = laid({std::string("- Call \xff\xfe\0 — December 3\n", 23)});
  EXPECT_TRUE(nlohmann::json::accept(page_data(all.table, Language::english)));
}

}  // namespace
}  // namespace jalon
