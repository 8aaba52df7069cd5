// A random history of one plan and one calendar: edits on both sides, a server with its habits, faults, crashes. It
// keeps account of what people did, to tell at every write and at the end whether a promise was broken.
#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "sync/apply.h"
#include "sync/memory_store.h"

namespace jalon::test {

class Walk {
 public:
  // `state` is shared by many histories; `seed` names this one in it.
  Walk(State& state, std::uint64_t seed);

  // Empty where every promise was kept; else what was broken, and how it came to it.
  std::string run();
  std::size_t conflicts() const { return conflicts_; }
  // Those that nobody made: where a server rewrites bodies, a crash may leave one.
  std::size_t false_conflicts() const { return false_conflicts_; }
  std::size_t writes() const { return store_.writes; }

 private:
  enum class Faults : std::uint8_t { none, some };

  std::uint64_t any(std::uint64_t below) { return random_() % below; }
  bool chance(std::uint64_t percent) { return any(100) < percent; }
  void note(const std::string& what) { story_ += what + "\n"; }
  void fail(const std::string& what) {
    if (broken_.empty()) broken_ = what;
  }

  void choose_server();
  void step();
  void edit_plan();
  void edit_calendar();
  void edit_object(const std::string& href);
  void edit_foreign();
  std::string some_object();
  std::vector<Wanted> wanted() const;

  // One run; false where it was killed.
  bool sync(Faults faults);
  void try_sync(const SyncJob& job);
  Fault fault_of(const ObjectWrite& write);
  void judge_write(const ObjectWrite& write);
  void judge_loss(const std::string& uid, const Fields& before, const Fields& after, const Agreed* agreed);
  void judge_end();
  void judge_objects();
  void judge_fields(const std::string& uid, const Fields& fields);
  void judge_foreign();
  bool may_be_missing(const std::string& uid) const;

  State& state_;
  std::uint64_t seed_;
  std::mt19937_64 random_;
  MemoryStore store_;
  State::Key key_;
  std::map<std::string, Fields> plan_;
  std::string stripped_;  // a field that the server does not keep
  bool adds_ = false;     // the server adds something to every body
  Faults faults_ = Faults::none;
  bool meddling_ = false;       // people edit while a run writes
  bool forgetful_ = false;      // the state was lost, or there are two machines
  std::vector<Agreed> agreed_;  // as the running run knows it
  std::size_t machine_ = 0;

  std::set<std::string> deleted_;                                     // actions that people deleted in the calendar
  std::map<std::string, std::map<std::string, std::string>> edited_;  // UID → fields that people changed there
  std::map<std::string, std::string> foreign_;                        // href → body, not ours
  ChangePlan last_plan_;
  Applied last_;
  std::size_t conflicts_ = 0, false_conflicts_ = 0;
  std::string story_;
  std::string broken_;
};

}  // namespace jalon::test
