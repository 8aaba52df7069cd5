#include "text/list/front_matter.h"

#include <gtest/gtest.h>

#include "text/list/letters.h"

namespace jalon::list {
namespace {

std::string dump(std::string_view text) {
  const FrontMatter front = read_front_matter(text);
  if (front.end == 0) return "none";
  std::string result;
  for (const SettingField& field : front.fields) {
    result += std::to_string(static_cast<int>(field.setting)) + ":" + std::string(text_of(field.key, text)) + "=";
    for (const SettingValue& value : field.values) {
      result += "(" + value.name + (value.name.empty() ? "" : "→") + value.text + ")";
    }
    result += ";";
  }
  for (const SourceSpan& span : front.strange) result += "?" + std::string(text_of(span, text)) + ";";
  return result + " rest " + std::string(text.substr(front.end));
}

TEST(FrontMatter, reads_keys_and_values) {
  EXPECT_EQ(dump("---\ntitle: Plan\nas of: 2018-11-26\n---\n- a"), "1:title=(Plan);2:as of=(2018-11-26); rest - a");
}

TEST(FrontMatter, accepts_what_strict_yaml_refuses) {
  EXPECT_EQ(dump("---\ntitle: Plan : fin\nowner: @Alex\ntags: #a #b\n---\n"),
            "1:title=(Plan : fin);8:owner=(@Alex);10:tags=(#a #b); rest ");
}

TEST(FrontMatter, reads_quoted_values) {
  EXPECT_EQ(dump("---\ntitle: \"Plan: \\\"fin\\\"\" # mot\nid: 'l''an'\n---\n"),
            "1:title=(Plan: \"fin\");11:id=(l'an); rest ");
}

TEST(FrontMatter, reads_lists_in_brackets_and_below_the_key) {
  EXPECT_EQ(dump("---\ntags: [a, \"b, c\", d]\n---\n"), "10:tags=(a)(b, c)(d); rest ");
  EXPECT_EQ(dump("---\ntags:\n  - a\n  - 'b c'\n- d\n---\n"), "10:tags=(a)(b c)(d); rest ");
}

TEST(FrontMatter, reads_the_people_below_their_key_and_in_braces) {
  const std::string wanted = "9:people=(Alex→a@x.ca)(Marie T.→m@x.ca); rest ";
  EXPECT_EQ(dump("---\npeople:\n  Alex: a@x.ca\n  \"Marie T.\": m@x.ca # chef\n---\n"), wanted);
  EXPECT_EQ(dump("---\npeople: {Alex: a@x.ca, \"Marie T.\": m@x.ca}\n---\n"), wanted);
}

TEST(FrontMatter, knows_its_keys_in_both_languages_any_case_with_or_without_accents) {
  EXPECT_EQ(find_setting("Échéance"), Setting::due);
  EXPECT_EQ(find_setting("echeance"), Setting::due);
  EXPECT_EQ(find_setting("AS_OF"), Setting::as_of);
  EXPECT_EQ(find_setting("as-of"), Setting::as_of);
  EXPECT_EQ(find_setting("Fuseau horaire"), Setting::timezone);
  EXPECT_EQ(find_setting("équipe"), Setting::people);
  EXPECT_EQ(find_setting("catégories"), Setting::tags);
  EXPECT_EQ(find_setting("cssclass"), Setting::unknown);
}

TEST(FrontMatter, names_the_key_that_a_mistyped_one_is_near) {
  EXPECT_EQ(nearest_setting("timezon"), "timezone");
  EXPECT_EQ(nearest_setting("echeanse"), "échéance");
  EXPECT_EQ(nearest_setting("cssclass"), "");
}

TEST(FrontMatter, joins_what_goes_on_over_lines) {
  EXPECT_EQ(dump("---\ntitle: >\n  Plan\n  de fin\n---\n"), "1:title=(Plan)(de fin); rest ");
}

TEST(FrontMatter, passes_over_comments_and_blank_lines) {
  EXPECT_EQ(dump("---\n\n# mot\nid: x\r\n---\r\n- a"), "11:id=(x); rest - a");
}

TEST(FrontMatter, tells_lines_that_are_no_settings) {
  EXPECT_EQ(dump("---\nbonjour\nid: x\n---\n"), "11:id=(x);?bonjour; rest ");
}

TEST(FrontMatter, is_none_without_its_end_or_its_beginning) {
  EXPECT_EQ(dump("---\ntitle: x\n- a"), "none");
  EXPECT_EQ(dump("title: x\n---\n"), "none");
  EXPECT_EQ(dump(""), "none");
  EXPECT_EQ(dump("----\nx: y\n----\n"), "none");
}

TEST(FrontMatter, may_be_empty) { EXPECT_EQ(dump("---\n---\n- a"), " rest - a"); }

}  // namespace
}  // namespace jalon::list
