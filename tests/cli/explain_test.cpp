#include "app/explain.h"

#include <gtest/gtest.h>

#include "base/catalogue.h"
#include "base/display.h"
#include "cli/tool.h"

namespace jalon {
namespace {

TEST(Explain, knows_every_code_in_both_languages) {
  for (const Message& message : catalogue()) {
    for (const Language language : {Language::french, Language::english}) {
      const auto text = explain(message.name, language);
      ASSERT_TRUE(text) << message.name;
      EXPECT_EQ(text->find('{'), std::string::npos) << *text;
    }
  }
}

class ExplainTool : public ::testing::Test {
 protected:
  ToolRun run(const std::vector<std::string>& arguments, const ToolWorld& world = english_world()) {
    return run_tool(folder_, arguments, world);
  }
  ScratchFolder folder_;
};

TEST_F(ExplainTool, says_what_a_code_means_and_what_to_do) {
  EXPECT_EQ(
      run({"explain", "date.weekday"}).output,
      "date.weekday · error\n\n"
      "What is said: … is a …, not a …\n"
      "What to do: write the weekday or the date that you mean\n"
      "The line is not kept, or nothing is done. jalon convert then writes nothing, unless --keep-going keeps the "
      "rest.\n");
}

TEST_F(ExplainTool, says_which_code_was_meant) {
  const ToolRun wrong = run({"explain", "date.wekday"});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_EQ(wrong.errors,
            "jalon: error: \"date.wekday\" is not a code\n     = did you mean jalon explain date.weekday?\n");
  EXPECT_NE(run({"explain"}).output.find("\nlist.placeholder "), std::string::npos);
}

TEST_F(ExplainTool, teaches_dates_as_they_are_read) {
  const std::string french = run({"help", "dates", "--as-of", "2018-11-26"}, french_world()).output;
  EXPECT_NE(french.find("  10 jours avant Noël              samedi 15 décembre 2018\n"), std::string::npos) << french;
  EXPECT_NE(french.find("lundi (lun)"), std::string::npos);
  EXPECT_NE(french.find("Chandeleur"), std::string::npos);
  const std::string english = run({"help", "dates", "--as-of", "2018-11-26"}).output;
  EXPECT_NE(english.find("by Friday 14 December 2018"), std::string::npos) << english;
  EXPECT_EQ(english.find("  \n"), std::string::npos) << english;  // every example is read
}

TEST_F(ExplainTool, teaches_attributes_with_their_names) {
  const std::string french = run({"help", "attributs"}, french_world()).output;
  EXPECT_NE(french.find("rappel: 1 jour, 2 h"), std::string::npos);
  EXPECT_NE(run({"help", "attributes"}).output.find("also echeance, deadline"), std::string::npos)
      << run({"help", "attributes"}).output;
  EXPECT_EQ(run({"help", "atributes"}).errors,
            "jalon: error: \"atributes\" is not a command\n     = did you mean jalon help attributes?\n");
}

TEST_F(ExplainTool, teaches_formats_and_synchronisation) {
  EXPECT_NE(run({"help", "formats"}).output.find("\n  csv  .csv .tsv .tab\n"), std::string::npos);
  EXPECT_NE(run({"help", "formats"}, french_world()).output.find("classeurs d'Excel"), std::string::npos);
  const ToolRun sync = run({"help", "sync"});
  EXPECT_EQ(sync.code, 0);
  EXPECT_NE(sync.output.find("Touch what jalon did not put into the calendar."), std::string::npos) << sync.output;
  EXPECT_EQ(run({"help", "fromats"}).errors,
            "jalon: error: \"fromats\" is not a command\n     = did you mean jalon help formats?\n");
}

}  // namespace
}  // namespace jalon
