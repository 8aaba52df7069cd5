#include <gtest/gtest.h>

#include "base/display.h"
#include "view/agenda.h"
#include "view/month_grid.h"
#include "view/plans.h"
#include "view/timeline.h"
#include "view/words.h"

namespace jalon {
namespace {

using std::chrono::days;

constexpr const char* plan =
    "---\nlang: fr\n---\n"
    "- [ ] Facturer — au plus tard le 23 novembre !!! @Zoé\n"
    "- Réunion d'équipe — chaque mardi de 10 h à 11 h jusqu'au 4 décembre @Alex lieu: Salle B\n"
    "- [x] Réserver la salle — 28 novembre\n"
    "- Fermé 🎄 — du 1er au 4 décembre\n"
    "- Budget — entre le 3 et le 6 décembre #argent\n"
    "- Un jour\n";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

TEST(Agenda, shows_what_is_overdue_then_week_by_week_then_what_has_no_date) {
  const Laid all = laid({plan}, {.from = monday_26});
  EXPECT_EQ(agenda(all.table, {.from = monday_26}, {}, Language::french),
            R"(En retard
  ven. 23 nov.   Facturer !!! @Zoé · en retard de 3 jours

Semaine 48 · du 26 nov. au 2 déc. 2018
▸ lun. 26 nov.   aujourd'hui
  mar. 27 nov.   10 h – 11 h      Réunion d'équipe @Alex · Salle B
  mer. 28 nov.                    ✓ Réserver la salle
  sam. 1er déc.  jusqu'au 4 déc.  Fermé 🎄

Semaine 49 · du 3 déc. au 9 déc. 2018
  lun. 3 déc.    jusqu'au 4 déc.  Fermé 🎄
                 d'ici le 6 déc.  Budget #argent · dans 10 jours
  mar. 4 déc.    10 h – 11 h      Réunion d'équipe @Alex · Salle B

Sans date
  Un jour
)");
}

TEST(Agenda, speaks_english) {
  const Laid all = laid({"- Invoice — by Friday @Zoé\n- Call — December 3 at 9\n"});
  EXPECT_EQ(agenda(all.table, {}, {}, Language::english),
            R"(Week 48 · 26 Nov to 2 Dec 2018
▸ Mon 26 Nov  today
  Fri 30 Nov  due         Invoice @Zoé · in 4 days

Week 49 · 3 Dec to 9 Dec 2018
  Mon 3 Dec   9:00–10:00  Call
)");
}

TEST(Agenda, fits_every_width) {
  const Laid all = laid({plan});
  for (const std::size_t width : {30, 44, 60, 80, 120}) {
    for (const std::string& line : lines_of(agenda(all.table, {}, {.width = width}, Language::french))) {
      EXPECT_LE(display_width(line), width) << line;
    }
  }
}

TEST(Agenda, says_what_two_things_one_person_has_at_once) {
  const Laid all = laid({"- Ask — December 3, 9:00 to 11:00 @Léa\n- Build — December 3, 10:00 to 12:00 @Léa\n"});
  const std::string text = agenda(all.table, {}, {}, Language::english);
  EXPECT_NE(text.find("Conflicts\n  Mon 3 Dec   @Léa Ask (9:00–11:00) + Build (10:00–12:00)\n"), std::string::npos)
      << text;
}

TEST(Agenda, says_that_nothing_is_planned) {
  EXPECT_EQ(agenda(laid({"Bonjour,\n"}).table, {}, {}, Language::french), "Rien de prévu.\n");
}

TEST(Agenda, names_the_plan_where_there_are_several) {
  const Laid all =
      laid({"---\ntitle: Office\n---\n- Ask — December 3\n", "---\ntitle: Shop\n---\n- Build — December 3\n"});
  const std::string text = agenda(all.table, {}, {}, Language::english);
  EXPECT_NE(text.find("Ask · Office\n"), std::string::npos) << text;
  EXPECT_NE(text.find("Build · Shop\n"), std::string::npos) << text;
}

TEST(Agenda, is_safe_for_a_terminal) {
  const Laid all = laid({"- A\x1b[31m\tB — December 3 @L\x1b]0;x\x07\n"});
  const std::string text = agenda(all.table, {}, {}, Language::english);
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_EQ(text.find('\x07'), std::string::npos);
}

TEST(Agenda, has_colours_only_when_told) {
  const Laid all = laid({plan});
  const std::string colored = agenda(all.table, {}, {.color = Color::on}, Language::french);
  EXPECT_NE(colored.find("\x1b[31mFacturer !!!\x1b[0m"), std::string::npos) << colored;
}

TEST(MonthGrids, show_titles_in_their_days) {
  const Laid all = laid({plan}, {.from = monday_26});
  const std::string text = month_grids(all.table, {.from = monday_26}, {.width = 80}, Language::french);
  const std::vector<std::string> lines = lines_of(text);
  EXPECT_EQ(lines[0], "novembre 2018");
  EXPECT_EQ(lines[1], "lun.       mar.       mer.       jeu.       ven.       sam.       dim.");
  EXPECT_NE(text.find("[26]       27         28         29         30\n"
                      "           10 h Réun… ✓ Réserve…\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("3          4          5          6          7          8          9\n"
                      "… Fermé 🎄 … Fermé 🎄            ◆ Budget\n"
                      "           10 h Réun…\n"),
            std::string::npos)
      << text;
}

TEST(MonthGrids, fit_every_width) {
  const Laid all = laid({plan});
  for (const std::size_t width : {42, 50, 63, 80, 200}) {
    for (const std::string& line : lines_of(month_grids(all.table, {}, {.width = width}, Language::french))) {
      EXPECT_LE(display_width(line), width) << line;
      EXPECT_FALSE(line.ends_with(' ')) << line;
    }
  }
}

TEST(MonthGrids, say_how_many_more_there_are) {
  std::string many;
  for (int i = 0; i < 30; ++i) many += "- Facture " + std::to_string(i) + " — au plus tard le 14 décembre\n";
  const Laid all = laid({many});
  const std::string text = month_grids(all.table, {}, {}, Language::french);
  EXPECT_NE(text.find("+ 25\n"), std::string::npos) << text;
}

TEST(MonthGrids, leave_empty_months_out) {
  const std::string text =
      month_grids(laid({"- Ask — 3 décembre\n- Build — 3 mars 2019\n"}).table, {}, {}, Language::french);
  EXPECT_NE(text.find("décembre 2018"), std::string::npos);
  EXPECT_EQ(text.find("janvier 2019"), std::string::npos);
  EXPECT_NE(text.find("mars 2019"), std::string::npos);
}

TEST(Timelines, draw_a_bar_from_start_to_due) {
  const Laid all = laid({plan}, {.from = monday_26});
  EXPECT_EQ(timeline(all.table, {.from = monday_26, .until = monday_26 + days{13}}, {.width = 60}, Language::french),
            "                     nov. 2018      déc.\n"
            "Réunion d'équipe     ●                          ●\n"
            "✓ Réserver la salle     ●\n"
            "Fermé 🎄                            ━━━━━━━━━━━━━━━━\n"
            "Budget                                      ━━━━━━━━━━━━━━━◆\n");
}

TEST(Timelines, mark_today) {
  const Laid all = laid({"- Before — November 24\n- After — November 28\n"});
  EXPECT_EQ(timeline(all.table, {}, {.width = 40}, Language::english),
            "        Nov 2018\n"
            "Before  ●       ┊\n"
            "After           ┊       ●\n");
}

TEST(Timelines, fit_every_width) {
  const Laid all = laid({plan});
  for (const std::size_t width : {40, 60, 80, 200}) {
    for (const std::string& line : lines_of(timeline(all.table, {}, {.width = width}, Language::french))) {
      EXPECT_LE(display_width(line), width) << line;
    }
  }
}

TEST(Words, count_the_weeks_as_the_calendar_does) {
  EXPECT_EQ(iso_week(monday_26), 48);
  EXPECT_EQ(iso_week(Day{std::chrono::year{2018} / 12 / 31}), 1);
  EXPECT_EQ(iso_week(Day{std::chrono::year{2021} / 1 / 3}), 53);
}

}  // namespace
}  // namespace jalon
