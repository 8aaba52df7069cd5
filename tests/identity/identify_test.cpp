#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <vector>

#include "jalon/identity.h"

namespace jalon {
namespace {

using std::chrono::days;

constexpr LocalTime monday = std::chrono::local_days{std::chrono::year{2018} / 11 / 26};

// "title|day", "title|day|section", "title||section" (undated), with "^id " before the title where it has its own id.
struct Line {
  explicit Line(const std::string& text) {
    const std::size_t bar = text.find('|');
    const std::size_t second = text.find('|', bar + 1);
    title = text.substr(0, bar);
    if (title.starts_with('^')) {
      id = title.substr(1, title.find(' ') - 1);
      title.erase(0, title.find(' ') + 1);
    }
    const std::string day = bar == std::string::npos ? "" : text.substr(bar + 1, second - bar - 1);
    if (second != std::string::npos) section = text.substr(second + 1);
    if (day.empty()) return;
    kind = WhenKind::deadline;
    start = end = monday + days(std::stoi(day));
  }

  Identifiable identifiable() const { return {{}, id, title, section, kind, false, start, end}; }

  std::string id, title, section;
  WhenKind kind = WhenKind::undated;
  LocalTime start{}, end{};
};

class Plan {
 public:
  Plan(std::initializer_list<const char*> lines) : Plan(std::vector<std::string>(lines.begin(), lines.end())) {}
  explicit Plan(const std::vector<std::string>& lines) : lines_(lines.begin(), lines.end()) {}

  std::vector<Identifiable> actions() const {
    std::vector<Identifiable> result;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      result.push_back(lines_[i].identifiable());
      if (i < uids_.size()) result.back().uid = uids_[i];
    }
    return result;
  }
  Plan& convert() {
    uids_ = identify("plan", actions(), {});
    return *this;
  }
  const std::vector<std::string>& uids() const { return uids_; }

 private:
  std::vector<Line> lines_;
  std::vector<std::string> uids_;
};

// Where each line of `after` was in `before`; -1: it is new.
std::vector<int> origins(Plan before, const Plan& after) {
  const std::vector<std::string> old = before.convert().uids();
  const std::vector<std::string> now = identify("plan", after.actions(), before.actions());
  EXPECT_EQ(std::set<std::string>(now.begin(), now.end()).size(), now.size()) << "two share a UID";
  std::vector<int> result;
  for (const std::string& uid : now) {
    const auto found = std::find(old.begin(), old.end(), uid);
    result.push_back(found == old.end() ? -1 : static_cast<int>(found - old.begin()));
  }
  return result;
}

using Origins = std::vector<int>;

const Plan firm = {"Appeler le client Tremblay|1|Clients",   "Appeler le client Gagnon|2|Clients",
                   "Envoyer les cartes de vœux|9|Clients",   "Préparer la réunion budget|4|Équipe",
                   "Préparer la réunion objectifs|4|Équipe", "Ranger les archives||Équipe"};

TEST(Identify, GivesEachNewActionItsOwnLowerCaseUuid) {
  Plan plan = {"A|1", "B|1", "A|2", "a!|2"};
  plan.convert();
  EXPECT_EQ(std::set<std::string>(plan.uids().begin(), plan.uids().end()).size(), 4U);
  for (const std::string& uid : plan.uids()) {
    EXPECT_EQ(uid.size(), 36U);
    EXPECT_EQ(uid[14], '5') << "version 5";
    EXPECT_NE(std::string("89ab").find(uid[19]), std::string::npos) << "variant of RFC 9562";
    EXPECT_EQ(uid.find_first_not_of("0123456789abcdef-"), std::string::npos);
  }
}

TEST(Identify, GivesTheUidsThatTheStandardGives) {
  // Python: uuid5(uuid5(uuid5(NAMESPACE_DNS, "jalon"), "plan"), "preparer la fete\n1"), and … "^bilan").
  Plan plan = {"Préparer la fête!|1", "^bilan Faire le bilan|2"};
  EXPECT_EQ(plan.convert().uids(),
            (std::vector<std::string>{"2313eaee-700c-5da3-851d-e35184742fd1", "536141a1-5944-5763-8f01-7133e0a0afd0"}));
}

TEST(Identify, GivesOtherUidsInAnotherPlan) {
  const Plan plan = {"A|1"};
  EXPECT_NE(identify("one", plan.actions(), {}), identify("two", plan.actions(), {}));
  EXPECT_EQ(identify("one", plan.actions(), {}), identify("one", plan.actions(), {}));
}

TEST(Identify, TakesEmptySides) {
  EXPECT_TRUE(identify("plan", {}, {}).empty());
  EXPECT_TRUE(identify("plan", {}, Plan(firm).convert().actions()).empty());
}

TEST(Identify, ChangesNothingWhereNothingChanged) { EXPECT_EQ(origins(firm, firm), (Origins{0, 1, 2, 3, 4, 5})); }

TEST(Identify, FollowsAWordThatWasChanged) {
  EXPECT_EQ(origins(firm, {"Appeler le client Roy|1|Clients", "Appeler le client Gagnon|2|Clients",
                           "Envoyer les cartes de vœux|9|Clients", "Préparer la réunion budget|4|Équipe",
                           "Préparer la rencontre objectifs|4|Équipe", "Ranger les archives||Équipe"}),
            (Origins{0, 1, 2, 3, 4, 5}));
}

TEST(Identify, FollowsATitleThatIsNewAltogether) {
  EXPECT_EQ(origins(firm, {"Appeler le client Tremblay|1|Clients", "Écrire à Zoé|2|Clients",
                           "Envoyer les cartes de vœux|9|Clients", "Dîner de Noël|4|Équipe", "Tirage au sort|4|Équipe",
                           "Donner un coup de balai||Équipe"}),
            (Origins{0, 1, 2, 3, 4, 5}));
}

TEST(Identify, FollowsDatesThatWereChanged) {
  EXPECT_EQ(origins(firm, {"Appeler le client Tremblay|20|Clients", "Appeler le client Gagnon||Clients",
                           "Envoyer les cartes de vœux|1|Clients", "Préparer la réunion budget|30|Équipe",
                           "Préparer la réunion objectifs|31|Équipe", "Ranger les archives|4|Équipe"}),
            (Origins{0, 1, 2, 3, 4, 5}));
}

TEST(Identify, FollowsTitleAndDateChangedAtOnceInTheSamePlace) {
  EXPECT_EQ(origins(firm, {"Appeler le client Tremblay|1|Clients", "Écrire à Zoé|15|Clients",
                           "Envoyer les cartes de vœux|9|Clients", "Préparer la réunion budget|4|Équipe",
                           "Préparer la réunion objectifs|4|Équipe", "Ranger les archives||Équipe"}),
            (Origins{0, 1, 2, 3, 4, 5}));
}

TEST(Identify, FollowsLinesThatMoved) {
  EXPECT_EQ(origins(firm, {"Ranger les archives||Équipe", "Envoyer les cartes de vœux|9|Clients",
                           "Appeler le client Tremblay|1|Clients", "Appeler le client Gagnon|2|Clients",
                           "Préparer la réunion objectifs|4|Équipe", "Préparer la réunion budget|4|Équipe"}),
            (Origins{5, 2, 0, 1, 4, 3}));
}

TEST(Identify, FollowsABlockThatMovedWithALineEditedInIt) {
  EXPECT_EQ(origins(firm, {"Préparer la réunion budget|4|Équipe", "Tirage au sort|4|Équipe",
                           "Ranger les archives||Équipe", "Appeler le client Tremblay|1|Clients",
                           "Appeler le client Gagnon|2|Clients", "Envoyer les cartes de vœux|9|Clients"}),
            (Origins{3, 4, 5, 0, 1, 2}));
}

TEST(Identify, FollowsAListThatWasTurnedRound) {
  EXPECT_EQ(origins(firm, {"Ranger les archives||Équipe", "Préparer la réunion objectifs|4|Équipe",
                           "Préparer la rencontre budget|4|Équipe", "Envoyer les cartes de vœux|9|Clients",
                           "Appeler le client Gagnon|2|Clients", "Appeler le client Tremblay|1|Clients"}),
            (Origins{5, 4, 3, 2, 1, 0}));
}

TEST(Identify, FollowsASectionThatGotAnotherName) {
  EXPECT_EQ(origins(firm, {"Appeler le client Tremblay|1|Comptes", "Écrire à Zoé|2|Comptes",
                           "Envoyer les cartes de vœux|9|Comptes", "Préparer la réunion budget|4|Équipe",
                           "Préparer la réunion objectifs|4|Équipe", "Ranger les archives||Équipe"}),
            (Origins{0, 1, 2, 3, 4, 5}));
}

TEST(Identify, TakesALineThatWasPutInForNew) {
  EXPECT_EQ(origins({"A B|1", "C D|2", "E F|3"}, {"A B|1", "Neuf|7", "C D|2", "Nouveau|2", "E F|3", "New|9"}),
            (Origins{0, -1, 1, -1, 2, -1}));
}

TEST(Identify, TellsANewLineFromARetitledOneBesideIt) {
  const Plan before = {"Ouvrir|1", "Appeler le client Roy|2", "Fermer|3"};
  EXPECT_EQ(origins(before, {"Ouvrir|1", "Neuf|8", "Écrire à Zoé|2", "Fermer|3"}), (Origins{0, -1, 1, 2}));
  EXPECT_EQ(origins(before, {"Ouvrir|1", "Écrire à Zoé|2", "Neuf|8", "Fermer|3"}), (Origins{0, 1, -1, 2}));
  EXPECT_EQ(origins(before, {"Ouvrir|1", "Neuf|2", "Appeler la cliente Roy|2", "Fermer|3"}), (Origins{0, -1, 1, 2}));
}

TEST(Identify, TellsADeletedLineFromARetitledOneBesideIt) {
  const Plan before = {"Ouvrir|1", "Appeler le client Roy|2", "Ranger|5", "Fermer|3"};
  EXPECT_EQ(origins(before, {"Ouvrir|1", "Écrire à Zoé|2", "Fermer|3"}), (Origins{0, 1, 3}));
  EXPECT_EQ(origins(before, {"Ouvrir|1", "Écrire à Zoé|5", "Fermer|3"}), (Origins{0, 2, 3}));
  EXPECT_EQ(origins(before, {"Ouvrir|1", "Ranger le bureau|9", "Fermer|3"}), (Origins{0, 2, 3}));
}

TEST(Identify, NeverGivesTheUidOfADeletedLineToAnUnlikeOne) {
  EXPECT_EQ(origins({"A B|1", "C D|2", "E F|3", "G H|4"}, {"A B|1", "E F|3", "Neuf|30", "G H|4"}),
            (Origins{0, 2, -1, 3}));
}

TEST(Identify, TellsTwinsApartByTheirNeighbours) {
  const Plan before = {"A|1", "Appeler|2", "B|3", "Appeler|2", "C|4"};
  EXPECT_EQ(origins(before, {"A|1", "B|3", "Appeler|2", "C|4"}), (Origins{0, 2, 3, 4})) << "the first was deleted";
  EXPECT_EQ(origins(before, {"A|1", "Appeler|2", "B|3", "C|4"}), (Origins{0, 1, 2, 4})) << "the second was";
  EXPECT_EQ(origins(before, {"A|1", "Écrire|2", "B|3", "Appeler|2", "C|4"}), (Origins{0, 1, 2, 3, 4}));
  EXPECT_EQ(origins(before, {"A|1", "Appeler|2", "B|3", "Appeler|8", "C|4"}), (Origins{0, 1, 2, 3, 4}));
  EXPECT_EQ(origins(before, {"A|1", "Appeler|8", "B|3", "Appeler|2", "C|4"}), (Origins{0, 1, 2, 3, 4}));
}

TEST(Identify, TakesACopyForNewAndKeepsTheOriginal) {
  const Plan before = {"A|1", "Appeler Roy|2", "B|3"};
  EXPECT_EQ(origins(before, {"A|1", "Appeler Roy|2", "Appeler Roy|2", "B|3"}), (Origins{0, 1, -1, 2}));
  EXPECT_EQ(origins(before, {"Appeler Roy|2", "A|1", "Appeler Roy|2", "B|3"}), (Origins{-1, 0, 1, 2}));
  EXPECT_EQ(origins(before, {"A|1", "Appeler Roy|2", "Appeler Roy|9", "B|3"}), (Origins{0, 1, -1, 2}));
  EXPECT_EQ(origins(before, {"A|1", "Appeler Roy|2", "Appeler Zoé|2", "B|3"}), (Origins{0, 1, -1, 2}));
}

TEST(Identify, KeepsTwoLinesThatWereSwapped) {
  EXPECT_EQ(origins({"A|1", "B|2", "C|3"}, {"C|3", "B|2", "A|1"}), (Origins{2, 1, 0}));
}

TEST(Identify, TellsTheSameTitleOnDifferentDaysApart) {
  const Plan before = {"Réunion|1", "Réunion|8", "Réunion|15", "Réunion|22"};
  EXPECT_EQ(origins(before, {"Réunion|1", "Réunion|15", "Réunion|22"}), (Origins{0, 2, 3}));
  EXPECT_EQ(origins(before, {"Réunion|1", "Réunion|8", "Réunion|16", "Réunion|22"}), (Origins{0, 1, 2, 3}));
  EXPECT_EQ(origins(before, {"Réunion|1", "Réunion|9", "Réunion|22"}), (Origins{0, 1, 3}));
}

TEST(Identify, FollowsAListInWhichEveryTitleIsNew) {
  EXPECT_EQ(origins({"A B|1", "C D|2", "E F|3", "G H|4"}, {"Un|1", "Deux|2", "Trois|3", "Quatre|4"}),
            (Origins{0, 1, 2, 3}));
}

TEST(Identify, TakesAnotherPlanForNew) {
  EXPECT_EQ(origins({"Acheter le sapin|1|Noël", "Inviter la famille|2|Noël"},
                    {"Fermer les livres|30|Comptes", "Payer la TPS|31|Comptes", "Voir la banque|40|Comptes"}),
            (Origins{-1, -1, -1}));
}

TEST(Identify, FindsAnActionByItsOwnIdFirst) {
  EXPECT_EQ(origins({"^a Appeler|1", "^b Écrire|2"}, {"^b Appeler|1", "^a Tout autre chose|9"}), (Origins{1, 0}));
  EXPECT_EQ(origins({"Avant|0", "^a Appeler|1"}, {"Avant|0", "Encore|1", "^a Neuf|9"}), (Origins{0, -1, 1}));
}

TEST(Identify, KeepsTheUidOfAnActionThatGetsAnIdOrLosesIt) {
  EXPECT_EQ(origins({"Appeler|1", "Écrire|2"}, {"^a Appeler|1", "Écrire|2"}), (Origins{0, 1}));
  EXPECT_EQ(origins({"^a Appeler|1", "Écrire|2"}, {"Appeler|1", "Écrire|2"}), (Origins{0, 1}));
  EXPECT_EQ(origins({"^a Appeler|1", "Écrire|2"}, {"^b Appeler|1", "Écrire|2"}), (Origins{0, 1}));
}

TEST(Identify, NeverTakesTwoDifferentIdsForOneActionByResemblance) {
  EXPECT_EQ(origins({"^a Appeler le client Roy|1", "B|2"}, {"^b Appeler le client Zoé|1", "B|2"}), (Origins{-1, 1}));
}

TEST(Identify, FindsAnIdByItsUidWhereTheIdItselfWasLost) {
  Plan before = {"^bilan Faire le bilan|1", "B|2"};
  std::vector<Identifiable> old = before.convert().actions();
  old[0].id = {};
  old[0].title = "Changed elsewhere";
  const Plan after = {"B|2", "^bilan Dresser les comptes|9"};
  EXPECT_EQ(identify("plan", after.actions(), old)[1], before.uids()[0]);
}

TEST(Identify, SharesNoUidWhereAnIdStandsTwice) {
  EXPECT_EQ(origins({"^a Appeler|1"}, {"^a Écrire|1", "^a Appeler|1"}), (Origins{-1, 0}));
  EXPECT_EQ(origins({"^a Appeler|1", "^a Écrire|2"}, {"^a Appeler|1", "^a Écrire|2"}), (Origins{0, 1}));
}

TEST(Identify, NeverGivesANewActionTheUidOfAnOldOne) {
  Plan first = {"Appeler|1"};
  first.convert();
  // The old «Appeler» has become «Voir»; a new «Appeler» would get the same name-based UID.
  Plan second = {"^v Voir|1"};
  std::vector<Identifiable> old = second.actions();
  old[0].uid = first.uids()[0];
  const Plan third = {"^v Voir|1", "Appeler|50"};
  const std::vector<std::string> uids = identify("plan", third.actions(), old);
  EXPECT_EQ(uids[0], first.uids()[0]);
  EXPECT_NE(uids[1], first.uids()[0]);
}

TEST(Identify, CountsAPreviousUidOnceAndIgnoresWhatHasNone) {
  Plan before = {"A|1", "B|2", "C|3"};
  std::vector<Identifiable> old = before.convert().actions();
  old[1].uid = old[0].uid;
  old[2].uid = {};
  const Plan after = {"B|2", "A|1", "C|3"};
  const std::vector<std::string> uids = identify("plan", after.actions(), old);
  EXPECT_EQ(uids[1], before.uids()[0]);
  EXPECT_EQ(std::set<std::string>(uids.begin(), uids.end()).size(), 3U);
}

TEST(Identify, KnowsADeadlineThatWasWrittenAsAnEvent) {
  Plan before = {"Appeler|1", "Appeler|2", "B|3"};
  std::vector<Identifiable> old = before.convert().actions();
  for (Identifiable& action : old) action.kind = WhenKind::event;
  const Plan after = {"Appeler|2", "B|3", "Appeler|1"};
  EXPECT_EQ(identify("plan", after.actions(), old),
            (std::vector<std::string>{before.uids()[1], before.uids()[2], before.uids()[0]}));
}

TEST(Identify, TakesTitlesOfAnyBytes) {
  const Plan before = {"|1", "\xff\xfe|2", "☃ \xc3|3", "日本語の予定|4", "!!!|5"};
  EXPECT_EQ(origins(before, before), (Origins{0, 1, 2, 3, 4}));
  EXPECT_EQ(origins(before, {"!!!|5", "日本語の予定表|4", "☃|3", "\xff|2", "|1"}), (Origins{4, 3, 2, 1, 0}));
}

}  // namespace
}  // namespace jalon
