// Random histories of plans that are edited and converted again and again.
// JALON_SEED sets the first seed; a failure names its own. JALON_HISTORIES plays that many times as many.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "identity/edited_plan.h"
#include "jalon/identity.h"

namespace jalon {
namespace {

constexpr std::uint64_t clear_histories = 1000;  // of one test
constexpr std::uint64_t wild_histories = 250;
constexpr int rounds = 4;

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* value = std::getenv(variable);
  return value == nullptr ? otherwise : std::strtoull(value, nullptr, 10);
}

// What one run wrote, and who each line was.
struct Output {
  std::vector<Line> lines;
  std::vector<std::string> uids;

  std::vector<Identifiable> actions() const {
    std::vector<Identifiable> result;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      result.push_back(lines[i].identifiable());
      if (!uids.empty()) result.back().uid = uids[i];
    }
    return result;
  }
};

Output convert(const std::vector<Line>& lines, const Output& previous) {
  Output result{lines, {}};
  result.uids = identify("plan", result.actions(), previous.actions());
  return result;
}

// Compares two runs one after the other.
class Comparison {
 public:
  Comparison(const Output& before, const Output& after) : after_(after) {
    for (std::size_t i = 0; i < before.lines.size(); ++i) {
      uid_of_[before.lines[i].key] = before.uids[i];
      line_of_[before.uids[i]] = &before.lines[i];
    }
  }

  std::size_t changed() const {
    std::size_t count = 0;
    for (std::size_t j = 0; j < after_.lines.size(); ++j) count += has_changed(j) ? 1 : 0;
    return count;
  }

 private:
  bool has_changed(std::size_t j) const {
    const auto expected = uid_of_.find(after_.lines[j].key);
    if (expected == uid_of_.end() || expected->second == after_.uids[j]) return false;
    return !looked_the_same(expected->second, after_.uids[j]) && !looks_the_same(j, expected->second);
  }

  // Between two lines that are the same in every letter nobody can see a difference.
  bool looked_the_same(const std::string& expected, const std::string& given) const {
    const auto line = line_of_.find(given);
    return line != line_of_.end() && line->second->same_content(*line_of_.at(expected));
  }
  bool looks_the_same(std::size_t j, const std::string& expected) const {
    for (std::size_t k = 0; k < after_.lines.size(); ++k) {
      if (after_.uids[k] == expected && after_.lines[k].same_content(after_.lines[j])) return true;
    }
    return false;
  }

  const Output& after_;
  std::map<int, std::string> uid_of_;
  std::map<std::string, const Line*> line_of_;
};

std::size_t count_different(const std::vector<std::string>& uids) {
  return std::set<std::string>(uids.begin(), uids.end()).size();
}

struct Tally {
  std::size_t lines = 0;
  std::size_t changed = 0;
};

void play(std::uint64_t seed, Clarity clarity, std::size_t most_edits, Tally& tally) {
  Dice dice(seed);
  EditedPlan plan(dice.below(1'000'000'000), 2 + dice.below(dice.percent(90) ? 20 : 60), clarity);
  Output before = convert(plan.lines(), {});
  ASSERT_EQ(count_different(before.uids), plan.lines().size()) << "seed " << seed;
  for (int round = 0; round < rounds; ++round) {
    ASSERT_EQ(convert(before.lines, before).uids, before.uids) << "seed " << seed << ": nothing was edited";
    plan.begin_round();
    for (std::size_t edits = 1 + dice.below(most_edits); edits > 0; --edits) {
      plan.edit(static_cast<Edit>(dice.below(edit_count)));
    }
    const Output after = convert(plan.lines(), before);
    ASSERT_EQ(count_different(after.uids), plan.lines().size()) << "seed " << seed << ", round " << round;
    const std::size_t changed = Comparison(before, after).changed();
    ASSERT_TRUE(clarity == Clarity::any || changed == 0) << "seed " << seed << ", round " << round;
    tally.lines += after.lines.size();
    tally.changed += changed;
    before = after;
  }
}

class Histories : public testing::TestWithParam<std::uint64_t> {
 protected:
  Tally play_all(Clarity clarity, std::uint64_t histories, std::size_t most_edits) {
    Tally tally;
    histories *= number_from("JALON_HISTORIES", 1);
    const std::uint64_t first = number_from("JALON_SEED", 20181126) + GetParam() * histories;
    std::cout << "seeds from " << first << "\n";
    for (std::uint64_t seed = first; seed < first + histories && !HasFatalFailure(); ++seed) {
      play(seed, clarity, most_edits, tally);
    }
    return tally;
  }
};

INSTANTIATE_TEST_SUITE_P(InTurn, Histories, testing::Range(std::uint64_t{0}, std::uint64_t{4}));

TEST_P(Histories, KeepEveryUidWhereAPersonSeesWhichLineIsWhich) { play_all(Clarity::clear, clear_histories, 5); }

TEST_P(Histories, KeepNearlyEveryUidWhereEverythingIsEditedAtOnce) {
  const Tally tally = play_all(Clarity::any, wild_histories, 8);
  EXPECT_LT(tally.changed * 400, tally.lines) << tally.changed << " of " << tally.lines << " changed their UID";
}

}  // namespace
}  // namespace jalon
