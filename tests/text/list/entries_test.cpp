#include "text/list/entries.h"

#include <gtest/gtest.h>

#include "base/catalogue.h"
#include "text/list/letters.h"

namespace jalon::list {
namespace {

// One line an entry: "## title" for a section, "- text" for an action, indented below its parent, with its lines.
std::string dump(std::string_view text) {
  std::vector<Diagnostic> diagnostics;
  const Entries entries = read_entries(text, 0, diagnostics);
  std::string result;
  for (const Entry& entry : entries.entries) {
    std::string margin;
    for (std::uint32_t parent = entry.parent; parent != no_entry; parent = entries.entries[parent].parent)
      margin += "  ";
    result += margin + (entry.kind == EntryKind::section ? std::string(entry.level, '#') : "-") + " " +
              std::string(entry.text);
    for (std::uint32_t at = entry.first_line; at != no_entry; at = entries.lines[at].next) {
      result += " / " + std::string(entries.lines[at].text);
    }
    result += "\n";
  }
  for (const Diagnostic& diagnostic : diagnostics) {
    result += std::string(code_name(diagnostic.code)) + ": " + std::string(text_of(diagnostic.span, text)) + "\n";
  }
  return result;
}

TEST(Entries, are_the_items_of_a_list_and_prose_is_not) {
  EXPECT_EQ(dump("Voici un plan.\n\n- a\n- b\n\nFin.\n* c\n"), "- a\n- b\n- c\n");
}

TEST(Entries, nest_by_indentation) {
  EXPECT_EQ(dump("- a\n  - b\n    - c\n  - d\n- e\n"), "- a\n  - b\n    - c\n  - d\n- e\n");
  EXPECT_EQ(dump("1. a\n\t1. b\n\t\t1. c\n\n\t2. d\n"), "- a\n  - b\n    - c\n  - d\n");
  EXPECT_EQ(dump(" - a\n- b\n - c\n"), "- a\n- b\n- c\n");
}

TEST(Entries, take_indented_lines_to_the_item_above_them) {
  EXPECT_EQ(dump("- a\n  un\n\n  deux\n  - b\n    trois\n  quatre\n- c\n"),
            "- a / un / deux / quatre\n  - b / trois\n- c\n");
}

TEST(Entries, stand_under_headings_of_both_styles) {
  EXPECT_EQ(dump("# A\n- a\nB\n===\n- b\n\nC\n---\n- c\n### D ###\n"), "# A\n- a\n# B\n- b\n## C\n- c\n### D\n");
}

TEST(Entries, stand_under_a_line_in_a_colon_with_a_list_under_it) {
  EXPECT_EQ(dump("À faire :\n\n- a\n\nNote : rien.\n\nEt puis:\n- b\n"),
            "####### À faire :\n- a\n####### Et puis:\n- b\n");
  EXPECT_EQ(dump("Sans liste :\n\nTexte.\n- a\n"), "- a\n");
  EXPECT_EQ(dump("**Clients :**\n- a\n"), "####### **Clients :**\n- a\n");
  EXPECT_EQ(dump("1. Clients :\n- a\n- b\n2. Fournisseurs :\n- c\n"),
            "####### Clients :\n- a\n- b\n####### Fournisseurs :\n- c\n");
}

TEST(Entries, keep_an_item_in_a_colon_that_encloses_others) {
  EXPECT_EQ(dump("- La fête :\n  - a\n"), "- La fête :\n  - a\n");
}

TEST(Entries, join_a_line_that_a_mail_program_broke) {
  EXPECT_EQ(dump("- Remercier les vingt meilleurs clients par un appel personnel — avant\nle 15 décembre\n- b\n"),
            "- Remercier les vingt meilleurs clients par un appel personnel — avant\nle 15 décembre\n- b\n");
  EXPECT_EQ(dump("- court\nsuite\n"), "- court\n");
  EXPECT_EQ(dump("- Remercier les vingt meilleurs clients par un appel personnel, vite\nMerci.\n"),
            "- Remercier les vingt meilleurs clients par un appel personnel, vite\n");
}

TEST(Entries, pass_over_code_tables_rules_and_comments) {
  EXPECT_EQ(dump("- a\n```\n- code\n```\n***\n| x | y |\n|---|---|\n<!-- - b -->\n- c\n"),
            "- a\n- c\nlist.table: | x | y |\n");
  EXPECT_EQ(dump("<!--\n- a\n-->\n- b <!-- deux\nlignes --> \n- c\n"), "- b\n- c\n");
  EXPECT_EQ(dump("- a <!-- note --> fin\n"), "- a <!-- note --> fin\n");
  EXPECT_EQ(dump("```\n<!-- dans du code\n```\n- a\n"), "- a\n");
}

TEST(Entries, tell_what_is_not_closed) {
  EXPECT_EQ(dump("- a\n```\n- b\n"), "- a\nlist.open-fence: ```\n");
  EXPECT_EQ(dump("- a\n<!-- b\n- c\n"), "- a\nlist.open-comment: <!--\n");
}

TEST(Entries, are_read_in_quoted_mail) {
  EXPECT_EQ(dump("> - a\n>   - b\n>\n> Texte\n> - c\n- d\n"), "- a\n  - b\n- c\n- d\n");
  EXPECT_EQ(dump("Le 26 nov., Paul a écrit :\n> - a\n"), "- a\n");
}

TEST(Entries, leave_placeholders_and_empty_items_out) {
  EXPECT_EQ(dump("- a\n- \n- [ ]\n- Etc.\n"), "- a\nlist.placeholder: Etc.\n");
}

TEST(Entries, are_the_lines_of_a_text_without_bullets) {
  EXPECT_EQ(dump("Un\nDeux\n  détail\n\nTrois\n"), "- Un\n- Deux / détail\n- Trois\n");
  EXPECT_EQ(dump("Clients :\nUn\n# Titre\nDeux\nDate\n----\n"), "####### Clients :\n- Un\n# Titre\n- Deux\n## Date\n");
}

TEST(Entries, are_no_greetings_closings_and_headers_of_a_mail_without_bullets) {
  EXPECT_EQ(
      dump("De : Paul\nObjet : plan\n\nBonjour Marie,\n\nÀ faire :\nUn\nDeux\nEtc.\n\nMerci,\n\nPaul\n514 555-0147\n"),
      "####### À faire :\n- Un\n- Deux\nlist.placeholder: De : Paul\nlist.placeholder: Objet : plan\n"
      "list.placeholder: Bonjour Marie,\nlist.placeholder: Etc.\nlist.placeholder: Merci,\n\nPaul\n514 555-0147\n");
}

TEST(Entries, end_at_the_signature_of_a_mail) { EXPECT_EQ(dump("- a\n-- \n- Paul\n"), "- a\n"); }

TEST(Entries, of_an_empty_text_are_none) {
  EXPECT_EQ(dump(""), "");
  EXPECT_EQ(dump("\n\n  \n"), "");
  EXPECT_EQ(dump("# Titre"), "# Titre\n");
}

}  // namespace
}  // namespace jalon::list
