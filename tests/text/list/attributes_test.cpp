#include "text/list/attributes.h"

#include <gtest/gtest.h>

#include "text/list/markup.h"

namespace jalon::list {
namespace {

// Each mark as key(value), the text it takes in braces where that is more than the value.
std::string dump(std::string_view text, LineStart start = LineStart::title) {
  static constexpr const char* names[] = {"due",       "start",      "end",       "when",      "duration", "every",
                                          "remind",    "at",         "with",      "url",       "priority", "status",
                                          "after",     "effort",     "id",        "tags",      "owner",    "scheduled",
                                          "threshold", "repetition", "completed", "cancelled", "created"};
  std::vector<Mark> marks;
  if (!read_marks(text, start, LineForm::raw, marks)) return "markdown";
  std::string result;
  for (const Mark& mark : marks) {
    if (!result.empty()) result += " ";
    result += mark.form == MarkForm::mention ? "mention"
              : mark.form == MarkForm::stray ? "stray"
                                             : names[static_cast<std::size_t>(mark.key)];
    result += "(" + std::string(mark.value) + "){" + std::string(mark.whole) + "}";
  }
  return result;
}

TEST(Attributes, are_found_behind_the_title) {
  EXPECT_EQ(dump("Remercier — avant le 15 décembre @Alex #merci !! ~2h rappel: 1 jour"),
            "owner(Alex){@Alex} tags(merci){#merci} priority(!!){!!} effort(2h){~2h} remind(1 jour){rappel: 1 jour}");
}

TEST(Attributes, are_no_signs_inside_words) {
  for (const char* text : {"a@b.ca", "C#", "#1", "# 1", "10:30", "a^2", "50!", "Bravo\xC2\xA0!", "vas-y! ok", "@ 18 h",
                           "@5pm", "+1", "a+b", "x: ", "~environ"}) {
    EXPECT_EQ(dump(text), "") << text;
  }
}

TEST(Attributes, name_people) {
  EXPECT_EQ(dump("a @Jean-Luc.P, @D'Arcy (@Zoé)"),
            "owner(Jean-Luc.P){@Jean-Luc.P} owner(D'Arcy){@D'Arcy} owner(Zoé){(@Zoé)}");
  EXPECT_EQ(dump("a @\"Marie T\" @“Li Na” @« Zoé »"),
            "owner(Marie T){@\"Marie T\"} owner(Li Na){@“Li Na”} owner(Zoé){@« Zoé »}");
  EXPECT_EQ(dump("a @alex@x.ca."), "owner(alex@x.ca){@alex@x.ca}");
  EXPECT_EQ(dump("a @\"Marie"), "");
}

TEST(Attributes, have_values_that_go_on_to_the_next_mark) {
  EXPECT_EQ(dump("x lieu: Salle B, 3e étage rappel : 1 jour, 1 h #x"),
            "at(Salle B, 3e étage){lieu: Salle B, 3e étage} remind(1 jour, 1 h){rappel : 1 jour, 1 h} tags(x){#x}");
  EXPECT_EQ(dump("x avec: @Marie, @Paul @Li"), "with(@Marie, @Paul @Li){avec: @Marie, @Paul @Li}");
  EXPECT_EQ(dump("x avec: Marie @Li"), "with(Marie){avec: Marie} owner(Li){@Li}");
  EXPECT_EQ(dump("x lieu: Salle B — demain"), "at(Salle B){lieu: Salle B}");
  EXPECT_EQ(dump("x (lieu: Salle B) b"), "at(Salle B){(lieu: Salle B)}");
  EXPECT_EQ(dump("x priorité: !! url: https://x.ca/a:b#c b"),
            "priority(!!){priorité: !!} url(https://x.ca/a:b#c){url: https://x.ca/a:b#c}");
  EXPECT_EQ(dump("x après: ^un, ^deux"), "after(^un, ^deux){après: ^un, ^deux}");
  EXPECT_EQ(dump("x tags: #un #deux"), "tags(#un #deux){tags: #un #deux}");
}

TEST(Attributes, are_no_keys_in_a_sentence) {
  for (const char* text : {"Revoir la fin : trop longue", "Date : lundi", "Objet : courriel", "Fixer une date: lundi",
                           "Ratio 3: 4", "due:"}) {
    EXPECT_EQ(dump(text), "") << text;
  }
}

TEST(Attributes, may_have_keys_of_two_words) {
  EXPECT_EQ(dump("a — date limite : lundi"), "due(lundi){date limite : lundi}");
}

TEST(Attributes, hint_at_words_that_are_nearly_keys) { EXPECT_EQ(dump("a rapel: 1 jour"), "stray(rappel){rapel}"); }

TEST(Attributes, mention_web_addresses) {
  EXPECT_EQ(dump("Voir https://x.ca/a?b=c#d, puis"), "mention(https://x.ca/a?b=c#d){https://x.ca/a?b=c#d}");
  EXPECT_EQ(dump("Voir (http://x.ca)"), "mention(http://x.ca){http://x.ca}");
}

TEST(Attributes, of_a_line_of_their_own_may_begin_it) {
  EXPECT_EQ(dump("lieu : Salle B", LineStart::attribute), "at(Salle B){lieu : Salle B}");
  EXPECT_EQ(dump("due:: 2018-12-24", LineStart::attribute), "due(2018-12-24){due:: 2018-12-24}");
  EXPECT_EQ(dump("due:2018-12-24 Merci"), "due(2018-12-24 Merci){due:2018-12-24 Merci}");
}

TEST(Attributes, are_read_from_the_head_of_a_todo_txt_line) {
  EXPECT_EQ(dump("(A) 2018-11-26 Merci +fin @Alex due:2018-12-24"),
            "priority(A){(A)} created(2018-11-26){2018-11-26} tags(fin){+fin} owner(Alex){@Alex} "
            "due(2018-12-24){due:2018-12-24}");
  EXPECT_EQ(dump("x 2018-12-01 2018-11-26 Merci"),
            "status(x){x} completed(2018-12-01){2018-12-01} created(2018-11-26){2018-11-26}");
  EXPECT_EQ(dump("x ray"), "");
  EXPECT_EQ(dump("2018-11-26 Merci"), "");
}

TEST(Attributes, are_read_from_obsidian_tasks) {
  EXPECT_EQ(
      dump("a 🛫 2018-12-10 📅 2018-12-24 ⏫ 🔁 every week"),
      "threshold(2018-12-10){🛫 2018-12-10} due(2018-12-24){📅 2018-12-24} priority(⏫){⏫} repetition(every "
      "week){🔁 every week}");
  EXPECT_EQ(dump("a 🗓️2018-12-24 ✅ 2018-12-20"),
            "due(2018-12-24){🗓️2018-12-24} completed(2018-12-20){✅ 2018-12-20}");
  EXPECT_EQ(dump("a [due:: 2018-12-24] (priority:: high)"),
            "due(2018-12-24){[due:: 2018-12-24]} priority(high){(priority:: high)}");
  EXPECT_EQ(dump("✅ Fait 🎉"), "");
}

TEST(Attributes, are_not_looked_for_in_code) { EXPECT_EQ(dump("a `@b #c` @d"), "owner(d){@d}"); }

TEST(Attributes, wait_for_markdown_to_be_cleaned) {
  for (const char* text : {"**a** b", "[a](b)", "[[a]]", "~~a~~", "a <!-- b -->", "<https://x.ca>"})
    EXPECT_EQ(dump(text), "markdown") << text;
}

TEST(Separators, are_trimmed_from_both_ends) {
  EXPECT_EQ(trim_separators(" — a — "), "a");
  EXPECT_EQ(trim_separators("a :: "), "a");
  EXPECT_EQ(trim_separators("porte-"), "porte-");
  EXPECT_EQ(trim_separators("-5"), "-5");
  EXPECT_EQ(trim_separators(" - , ; "), "");
}

TEST(Markup, leaves_the_words) {
  const std::pair<const char*, const char*> rows[] = {{"**a** b", "a b"},         {"a *b* c", "a b c"},
                                                      {"~~a b~~", "a b"},         {"[a](http://x) b", "a b"},
                                                      {"[[p|a]] b", "a b"},       {"[[a]] b", "a b"},
                                                      {"a <!-- b --> c", "a c"},  {"<https://x> a", "https://x a"},
                                                      {"5 * 3 * 2", "5 * 3 * 2"}, {"a ** b", "a ** b"},
                                                      {"`**a**` b", "`**a**` b"}, {"![a](p.png) b", "a b"},
                                                      {"[a] b", "[a] b"},         {"2*3*4", "2*3*4"},
                                                      {"a\r\nb", "a b"},          {"**a", "**a"},
                                                      {"***a***", "a"},           {"[ ](http://x)", "[ ](http://x)"},
                                                      {"[[p| ]]", "[[p| ]]"}};
  for (const auto& [text, words] : rows) {
    Arena arena;
    EXPECT_EQ(clean_line(text, 0, arena).text(), words) << text;
  }
}

TEST(Markup, knows_where_the_words_stood) {
  Arena arena;
  const LineText line = clean_line("a **b** [c](d) e", 100, arena);
  EXPECT_EQ(line.text(), "a b c e");
  EXPECT_EQ(line.address(), "d");
  EXPECT_EQ(line.span_of(line.text().substr(2, 1)), (SourceSpan{104, 105}));
  EXPECT_EQ(line.span_of(line.text().substr(4, 1)), (SourceSpan{109, 110}));
  EXPECT_EQ(line.span_of(line.text().substr(4, 3)), (SourceSpan{109, 116}));
}

}  // namespace
}  // namespace jalon::list
