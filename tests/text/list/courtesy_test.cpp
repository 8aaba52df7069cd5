#include "text/list/courtesy.h"

#include <gtest/gtest.h>

namespace jalon::list {
namespace {

TEST(Courtesy, greets_in_both_languages) {
  for (const char* line :
       {"Bonjour,", "Bonjour à tous,", "Bonjour Marie,", "Salut!", "Chers collègues,", "Chère Marie, cher Paul,",
        "Hi all,", "Hello team!", "Dear Ms. Smith,", "Good morning everyone,", "BONJOUR"}) {
    EXPECT_TRUE(is_greeting(line)) << line;
  }
}

TEST(Courtesy, does_not_take_an_action_for_a_greeting) {
  for (const char* line :
       {"Dire bonjour à Marie", "Salut les artistes: appeler le traiteur demain", "Hire a developer",
        "Chercher une salle", "Bonjour 2019: commander les affiches", "Highlight the report", "Appeler Marie,"}) {
    EXPECT_FALSE(is_greeting(line)) << line;
  }
}

TEST(Courtesy, closes_in_both_languages) {
  for (const char* line : {"Merci,", "Merci!", "Merci d'avance", "Merci d’avance à tous!", "Merci et bonne journée,",
                           "Cordialement", "Bien à vous,", "Thanks,", "Thank you very much!", "Best regards,",
                           "Kind regards", "Cheers", "Sincerely yours,", "Have a great day!", "Envoyé de mon iPhone"}) {
    EXPECT_TRUE(is_closing(line)) << line;
  }
}

TEST(Courtesy, does_not_take_an_action_for_a_closing) {
  for (const char* line : {"Merci aux clients — cartes à poster", "Remercier les clients", "Thank the clients",
                           "Best price list to print", "Bonne année: cartes à commander",
                           "Thanks to Bob, cards are ordered", "Cheers for the team — order champagne"}) {
    EXPECT_FALSE(is_closing(line)) << line;
  }
}

TEST(Courtesy, knows_the_headers_of_a_mail) {
  for (const char* line :
       {"De : Paul <p@x.ca>", "Objet : plan", "À : Marie", "From: Paul", "Subject: plan", "Sent: Monday"}) {
    EXPECT_TRUE(is_mail_header(line)) << line;
  }
  for (const char* line : {"Plan : a", "Objets : a", "De la farine", "From here: go"})
    EXPECT_FALSE(is_mail_header(line)) << line;
}

TEST(Courtesy, knows_the_line_above_a_quoted_mail) {
  EXPECT_TRUE(is_quote_introduction("Le lun. 26 nov. 2018 à 09:12, Paul <p@x.ca> a écrit :"));
  EXPECT_TRUE(is_quote_introduction("On Mon, Nov 26, 2018 at 9:12 AM Paul wrote:"));
  EXPECT_FALSE(is_quote_introduction("Voici ce que Paul a écrit hier :"));
}

TEST(Courtesy, knows_placeholders) {
  for (const char* item : {"Etc.", "etc", "etc…", "ETC...", "…", "...", "???", "À compléter", "à venir.", "TBD",
                           "(tbd)", "And so on…", "et cetera", "N/A", "Autres…", "… etc."}) {
    EXPECT_TRUE(is_placeholder(item)) << item;
  }
  for (const char* item : {"Etc. mais plus tard", "Compléter", "TBD with Marie", "Autres clients", "🎉", "a"}) {
    EXPECT_FALSE(is_placeholder(item)) << item;
  }
}

}  // namespace
}  // namespace jalon::list
