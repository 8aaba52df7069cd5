#include "text/mistyped.h"

#include <gtest/gtest.h>

#include "base/catalogue.h"
#include "jalon/list.h"

namespace jalon {
namespace {

using std::chrono::days;

PhraseReader french_reader() {
  PhraseContext context;
  context.as_of = LocalTime{std::chrono::sys_days{std::chrono::year{2018} / 11 / 26}.time_since_epoch()};
  return PhraseReader(std::move(context));
}

struct Typo {
  std::string_view title;
  std::string_view word;
  std::string_view meant;
};

constexpr Typo typos[] = {
    {"Appeler Léa avant le 15 décmebre", "décmebre", "décembre"},
    {"Appeler Léa — 15 decmbre", "decmbre", "décembre"},
    {"Rapport (15 novmebre)", "novmebre", "novembre"},
    {"Réunion tous les lnudis à 9 h", "lnudis", "lundis"},
    {"Payer en juni", "juni", "juin"},
    {"Call Lea by Thrusday", "Thrusday", "Thursday"},
    {"Call Lea, Wendesday", "Wendesday", "Wednesday"},
    {"Every Tuseday at 10: standup", "Tuseday", "Tuesday"},
};

TEST(Mistyped, names_the_month_or_weekday_that_was_meant) {
  PhraseReader reader = french_reader();
  for (const Typo& typo : typos) {
    const auto found = reader.find(typo.title);
    ASSERT_TRUE(found) << typo.title;
    EXPECT_EQ(found->reading.verdict, Reading::Verdict::none) << typo.title;
    ASSERT_EQ(found->reading.diagnostics.size(), 1U) << typo.title;
    const Diagnostic& told = found->reading.diagnostics[0];
    EXPECT_EQ(code_name(told.code), "date.mistyped");
    EXPECT_EQ(typo.title.substr(told.span.begin, told.span.end - told.span.begin), typo.word);
    EXPECT_EQ(mend_of(told, Language::english), "did you mean \"" + std::string(typo.meant) + "\"?");
  }
}

TEST(Mistyped, says_nothing_of_other_words) {
  PhraseReader reader = french_reader();
  for (const std::string_view title :
       {"Appeler Javier", "Call and remember 10 things", "Vérifier le nombre de chaises", "Appeler Marie à 10 h",
        "La marche 10 km", "Appeler Auguste le 10", "Remember 15 cards", "Marie, mardi", "Fonder la mercerie en mai"}) {
    const auto found = reader.find(title);
    if (!found) continue;
    for (const Diagnostic& told : found->reading.diagnostics) EXPECT_NE(code_name(told.code), "date.mistyped") << title;
  }
}

TEST(Mistyped, does_not_matter_beside_a_day_that_is_understood) {
  PhraseReader reader = french_reader();
  const auto found = reader.find("Souper mercerdi 5 décembre");
  ASSERT_TRUE(found);
  EXPECT_EQ(format_reading(found->reading), "event 2018-12-05");
}

TEST(Mistyped, takes_no_hour_of_today_for_that_of_a_day_that_is_not_understood) {
  PhraseReader reader = french_reader();
  const auto found = reader.find("Appeler Léa 15 décmebre à 10 h");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->reading.verdict, Reading::Verdict::none);
}

TEST(Mistyped, is_found_in_a_phrase_only_where_that_would_be_a_date) {
  PhraseReader reader = french_reader();
  const auto mistyped = reader.find_mistyped("le 15 décmebre");
  ASSERT_TRUE(mistyped);
  EXPECT_EQ(mistyped->meant, "décembre");
  EXPECT_EQ(mistyped->word, (SourceSpan{6, 15}));
  EXPECT_FALSE(reader.find_mistyped("le chat décmebre"));
  EXPECT_FALSE(reader.find_mistyped("le 15 décembre"));
  EXPECT_FALSE(reader.find_mistyped(""));
}

// Every fault of an attribute, a setting or a cell says the same.
TEST(Mistyped, is_named_wherever_a_date_is_not_understood) {
  for (const std::string_view text : {"- Appel\n  échéance: 15 décmebre\n", "---\ndue: 15 décmebre\n---\n- Appel\n",
                                      "---\nas of: 15 décmebre\n---\n- A\n"}) {
    const Plan plan = read_list("plan.md", std::string(text), {});
    ASSERT_FALSE(plan.diagnostics.empty()) << text;
    EXPECT_EQ(mend_of(plan.diagnostics[0], Language::french), "vouliez-vous dire «décembre»?") << text;
  }
  ListOptions options;
  options.format = ListFormat::csv;
  const Plan table = read_list("plan.csv", "tâche,échéance\nA,15 décmebre\n", options);
  ASSERT_FALSE(table.diagnostics.empty());
  EXPECT_EQ(mend_of(table.diagnostics[0], Language::french), "vouliez-vous dire «décembre»?");
}

TEST(Mistyped, finds_every_word_with_two_letters_swapped) {
  for (const std::string_view word :
       {"janvier", "mars", "avril", "juillet", "septembre", "lundi", "Wednesday", "July"}) {
    for (std::size_t i = 0; i + 1 < word.size(); ++i) {
      std::string typed(word);
      std::swap(typed[i], typed[i + 1]);
      if (typed == word) continue;
      EXPECT_EQ(nearest_date_word(typed), word) << typed;
    }
  }
}

TEST(Mistyped, compares_no_word_that_is_too_short_or_too_long) {
  EXPECT_EQ(nearest_date_word(""), "");
  EXPECT_EQ(nearest_date_word("mai"), "");
  EXPECT_EQ(nearest_date_word(std::string(100'000, 'x')), "");
  EXPECT_EQ(nearest_date_word("\xff\xfe\xfd\xfc\xfb"), "");
}

}  // namespace
}  // namespace jalon
