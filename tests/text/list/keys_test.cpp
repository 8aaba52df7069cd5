#include "text/list/keys.h"

#include <gtest/gtest.h>

#include "text/list/letters.h"

namespace jalon::list {
namespace {

TEST(Keys, are_known_in_both_languages_any_case_with_or_without_accents) {
  const std::pair<const char*, Key> rows[] = {{"due", Key::due},
                                              {"échéance", Key::due},
                                              {"ÉCHÉANCE", Key::due},
                                              {"echeance", Key::due},
                                              {"pour", Key::due},
                                              {"deadline", Key::due},
                                              {"start", Key::start},
                                              {"début", Key::start},
                                              {"end", Key::end},
                                              {"fin", Key::end},
                                              {"when", Key::when},
                                              {"quand", Key::when},
                                              {"date", Key::when},
                                              {"duration", Key::duration},
                                              {"durée", Key::duration},
                                              {"every", Key::every},
                                              {"chaque", Key::every},
                                              {"répéter", Key::every},
                                              {"remind", Key::remind},
                                              {"rappel", Key::remind},
                                              {"alarme", Key::remind},
                                              {"at", Key::at},
                                              {"where", Key::at},
                                              {"lieu", Key::at},
                                              {"location", Key::at},
                                              {"with", Key::with},
                                              {"avec", Key::with},
                                              {"url", Key::url},
                                              {"lien", Key::url},
                                              {"priority", Key::priority},
                                              {"priorité", Key::priority},
                                              {"status", Key::status},
                                              {"statut", Key::status},
                                              {"after", Key::after},
                                              {"après", Key::after},
                                              {"effort", Key::effort},
                                              {"id", Key::id},
                                              {"tags", Key::tags},
                                              {"catégories", Key::tags}};
  for (const auto& [word, key] : rows) {
    const auto found = find_key(word);
    ASSERT_TRUE(found.has_value()) << word;
    EXPECT_EQ(found->key, key) << word;
  }
  for (const char* word : {"", "http", "objet", "12", "dues", "réunion", "anticonstitutionnellement"})
    EXPECT_FALSE(find_key(word)) << word;
}

TEST(Keys, are_hinted_where_a_word_is_nearly_one) {
  const std::pair<const char*, const char*> rows[] = {
      {"rapel", "rappel"},       {"remnid", "remind"},     {"deu", "due"},           {"duue", "due"},
      {"prioritee", "priority"}, {"echeanse", "échéance"}, {"locatoin", "location"}, {"statu", "status"}};
  for (const auto& [word, hint] : rows) EXPECT_EQ(nearest_key(word), hint) << word;
}

TEST(Keys, are_not_hinted_for_other_words) {
  for (const char* word :
       {"objet", "note", "suite", "rate", "late", "http", "sujet", "total", "rien", "budget", "a", ""}) {
    EXPECT_EQ(nearest_key(word), "") << word;
  }
}

TEST(Letters, fold_case_accents_and_typography) {
  EXPECT_EQ(fold("ÉCHÉANCE d’Œuvre\xC2\xA0Ça"), "echeance d'oeuvre ca");
  EXPECT_EQ(fold("Žluťoučký"), "zlutoucky");
  EXPECT_EQ(fold("ДЕКАБРЬ"), "декабрь");
  EXPECT_EQ(FoldedWord("Priorité").view(), "priorite");
  EXPECT_EQ(FoldedWord(std::string(60, 'a')).view(), "");
}

TEST(Letters, trim_every_kind_of_space) {
  EXPECT_EQ(trim(" \t\xC2\xA0"
                 "a b\xE2\x80\xAF\r\n"),
            "a b");
  EXPECT_EQ(trim("\xE2\x80\xAF"), "");
  EXPECT_EQ(trim("é"), "é");
  EXPECT_EQ(trim("à\xC2\xA0"), "à");
}

}  // namespace
}  // namespace jalon::list
