// What is written, remembered and told, run after run, on a calendar in memory.
#include "sync/apply.h"

#include <gtest/gtest.h>

#include "base/scratch_folder.h"
#include "sync/memory_store.h"
#include "sync/plain_bodies.h"

namespace jalon {
namespace {

using namespace test;

class Sync : public testing::Test {
 protected:
  Sync() : state_(std::move(*State::open(":memory:"))) {
    store_.uid_of = [](const std::string& body) { return read_plain(body)->uid; };
  }

  struct Run {
    ChangePlan plan;
    Applied applied;
  };

  Run run(const Policy& policy = {}, const std::string& machine = "plan") {
    const CalendarLink link{&store_, *state_.key(machine, "memory:/cal/", 0)};
    const SyncJob job{{&link, 1}, wanted_, policy, plain_bodies(), state_};
    const auto observed = observe_all(job);
    Run run;
    if (!observed) {
      run.applied.stopped = observed.error();
      return run;
    }
    run.plan = make_plan(observed->sides(wanted_), policy);
    run.applied = apply(job, *observed, run.plan);
    return run;
  }

  void expect_quiet() {
    const std::size_t writes = store_.writes;
    const std::size_t reads = store_.reads;
    const std::size_t lists = store_.lists;
    const Run again = run();
    EXPECT_EQ(store_.writes, writes);
    EXPECT_EQ(store_.reads, reads);
    EXPECT_EQ(store_.lists, lists + 1);
    EXPECT_TRUE(again.plan.steps.empty());
    EXPECT_TRUE(again.applied.told.empty());
  }

  std::string body(const std::string& uid) const {
    for (const auto& [href, object] : store_.objects()) {
      if (read_plain(object.body)->uid == uid) return object.body;
    }
    return "none";
  }
  void edit(const std::string& uid, const std::string& field, const std::string& value) {
    auto content = *read_plain(body(uid));
    set_field(content.fields, field, value);
    store_.put("/cal/" + uid + ".ics", plain_body(uid, content.fields));
  }
  void fault_once(Fault fault, RefusalKind kind = RefusalKind::invalid) {
    store_.refusal = {kind, "403 no", {}, {}};
    store_.fault = [fault, done = false](const ObjectWrite&) mutable {
      return std::exchange(done, true) ? Fault::none : fault;
    };
  }

  MemoryStore store_;
  State state_;
  std::vector<Wanted> wanted_ = {want("a", {{"summary", "A"}}), want("b", {{"summary", "B"}})};
};

TEST_F(Sync, CreatesWhatIsNewAndThenDoesNothing) {
  EXPECT_EQ(run().applied.done.size(), 2U);
  EXPECT_EQ(body("a"), "uid=a\nsummary=A\n");
  expect_quiet();
}

TEST_F(Sync, NeedsOneListingWhereNothingChangedEvenWithoutTokens) {
  store_.facts_.has_changes = false;
  store_.put("/cal/other.ics", "uid=other\n");
  run();
  expect_quiet();
}

// Xandikos says nothing of what came and went since the token.
TEST_F(Sync, SeesThatWhatItMadeInItsLastRunWasDeleted) {
  store_.removals = MemoryStore::Removals::net;
  run();
  store_.drop("/cal/a.ics");
  const Run done = run();
  ASSERT_EQ(done.applied.told.size(), 1U);
  EXPECT_EQ(done.applied.told[0].news, News::deleted);
}

TEST_F(Sync, ReadsBackWhatTheServerDoesNotTagOnWriting) {
  store_.tags = MemoryStore::Tags::not_on_write;
  run();
  EXPECT_EQ(store_.bodies, 2U);
  expect_quiet();
}

TEST_F(Sync, UpdatesInPlaceAndLeavesTheRest) {
  run();
  edit("a", "rest", "theirs");
  wanted_[0] = want("a", {{"summary", "A2"}, {"times", "1"}});
  const Run done = run();
  EXPECT_EQ(body("a"), "uid=a\nrest=theirs\nsummary=A2\ntimes=1\n");
  ASSERT_EQ(done.applied.told.size(), 1U);
  EXPECT_EQ(done.applied.told[0].news, News::edited);
  expect_quiet();
}

TEST_F(Sync, RemovesWhatThePlanDropsAndNothingElse) {
  store_.put("/cal/other.ics", "uid=other\n");
  run();
  wanted_.pop_back();
  run();
  EXPECT_EQ(body("b"), "none");
  EXPECT_EQ(body("other"), "uid=other\n");
  expect_quiet();
}

TEST_F(Sync, FindsItsObjectsAgainWithoutItsState) {
  run();
  store_.put("/cal/renamed.ics", body("a"));
  store_.drop("/cal/a.ics");
  const Run again = run({}, "another state");
  EXPECT_TRUE(again.applied.done.empty());
  EXPECT_EQ(store_.objects().size(), 2U);
}

TEST_F(Sync, MakesWholeCalendarsAtOnceWhereThatIsOffered) {
  store_.facts_.whole_write = WholeWrite::supported;
  const Run done = run();
  EXPECT_EQ(store_.writes, 1U);
  EXPECT_EQ(store_.objects().size(), 2U);
  EXPECT_TRUE(done.applied.problems.empty());
  expect_quiet();
}

TEST_F(Sync, WritesOneByOneWhereTheWholeIsRefused) {
  store_.facts_.whole_write = WholeWrite::supported;
  fault_once(Fault::refused, RefusalKind::not_allowed);
  const Run done = run();
  EXPECT_EQ(store_.writes, 3U);
  EXPECT_EQ(store_.objects().size(), 2U);
  EXPECT_TRUE(done.applied.problems.empty());
}

TEST_F(Sync, WritesNoWholeCalendarOverWhatIsThere) {
  store_.facts_.whole_write = WholeWrite::supported;
  store_.put("/cal/other.ics", "uid=other\n");
  run();
  EXPECT_EQ(store_.writes, 2U);
  EXPECT_EQ(store_.objects().size(), 3U);
}

TEST_F(Sync, IsolatesAnObjectThatTheServerRefuses) {
  fault_once(Fault::refused);
  const Run done = run();
  ASSERT_EQ(done.applied.problems.size(), 1U);
  EXPECT_EQ(done.applied.problems[0].words, "403 no");
  EXPECT_EQ(done.applied.problems[0].title, "A");
  EXPECT_EQ(body("b"), "uid=b\nsummary=B\n");
  EXPECT_EQ(run().applied.done.size(), 1U);
  expect_quiet();
}

TEST_F(Sync, RefusesHereWhatIsTooLargeThere) {
  store_.facts_.largest_object = 16;
  wanted_[0] = want("a", {{"summary", "far too much to be kept"}});
  const Run done = run();
  ASSERT_EQ(done.applied.problems.size(), 1U);
  EXPECT_EQ(done.applied.problems[0].kind, RefusalKind::too_large);
  EXPECT_EQ(store_.writes, 1U);
}

TEST_F(Sync, TakesALostAnswerForWhatItWas) {
  fault_once(Fault::lost);
  EXPECT_TRUE(run().applied.problems.empty());
  EXPECT_EQ(store_.objects().size(), 2U);
  expect_quiet();
  wanted_[0] = want("a", {{"summary", "A2"}});
  fault_once(Fault::dropped);
  EXPECT_TRUE(run().applied.problems.empty());
  EXPECT_EQ(body("a"), "uid=a\nsummary=A2\n");
  expect_quiet();
}

TEST_F(Sync, BelievesNoSuccessWithoutAnEtagThatChangedNothing) {
  store_.tags = MemoryStore::Tags::not_on_write;
  fault_once(Fault::ignored);
  run();
  EXPECT_EQ(body("a"), "uid=a\nsummary=A\n");
  wanted_ = {want("a", {{"summary", "A2"}}), want("b", {{"summary", "B"}})};
  fault_once(Fault::ignored);
  run();
  EXPECT_EQ(body("a"), "uid=a\nsummary=A2\n");
  expect_quiet();
}

TEST_F(Sync, KnowsForItsOwnWhatARefusedRepetitionHadMade) {
  for (const RefusalKind kind : {RefusalKind::not_allowed, RefusalKind::precondition}) {
    fault_once(Fault::repeated, kind);
    store_.reads_fail = kind == RefusalKind::precondition;
    run();
    store_.reads_fail = false;
    wanted_ = {want("b", {{"summary", "B2"}})};
    run();
    EXPECT_EQ(body("a"), "none");
    EXPECT_EQ(body("b"), "uid=b\nsummary=B2\n");
    expect_quiet();
    wanted_ = {want("a", {{"summary", "A"}}), want("b", {{"summary", "B"}})};
  }
}

TEST_F(Sync, GivesUpOnAnObjectThatNeverAnswers) {
  store_.fault = [](const ObjectWrite& write) { return write.href == "/cal/a.ics" ? Fault::dropped : Fault::none; };
  const Run done = run();
  ASSERT_EQ(done.applied.problems.size(), 1U);
  EXPECT_EQ(done.applied.problems[0].kind, RefusalKind::unknown);
  EXPECT_EQ(store_.writes, 5U);
}

TEST_F(Sync, DecidesAgainWhereSomeoneWasFaster) {
  run();
  wanted_[0] = want("a", {{"summary", "A2"}, {"times", "1"}});
  store_.before_write = [this] {
    store_.before_write = [] {};
    edit("a", "state", "done");
  };
  const Run done = run();
  EXPECT_EQ(body("a"), "uid=a\nstate=done\nsummary=A2\ntimes=1\n");
  ASSERT_EQ(done.applied.told.size(), 1U);
  EXPECT_EQ(done.applied.told[0].kept, (std::vector<Change>{{"state", "", "done"}}));
  expect_quiet();
}

TEST_F(Sync, DoesNotRemoveWhatSomeoneHasJustEdited) {
  run();
  wanted_.pop_back();
  store_.before_write = [this] { edit("b", "summary", "mine"); };
  const Run done = run();
  EXPECT_EQ(body("b"), "uid=b\nsummary=mine\n");
  ASSERT_EQ(done.applied.told.size(), 1U);
  EXPECT_EQ(done.applied.told[0].clash, Clash::edited_there);
}

TEST_F(Sync, AdoptsWhatAnotherMachineCreatedAtTheSameTime) {
  store_.before_write = [this] {
    store_.before_write = [] {};
    store_.put("/cal/a.ics", wanted_[0].body);
  };
  EXPECT_TRUE(run().applied.problems.empty());
  EXPECT_EQ(store_.objects().size(), 2U);
  expect_quiet();
}

TEST_F(Sync, AdoptsTheObjectThatHasItsUidUnderAnotherName) {
  store_.before_write = [this] {
    store_.before_write = [] {};
    store_.put("/cal/elsewhere.ics", wanted_[0].body);
  };
  EXPECT_TRUE(run().applied.problems.empty());
  EXPECT_EQ(store_.objects().size(), 2U);
  expect_quiet();
}

TEST_F(Sync, LeavesAStrangersObjectThatStandsInItsPlace) {
  store_.put("/cal/a.ics", "uid=stranger\n");
  const Run done = run();
  EXPECT_EQ(body("stranger"), "uid=stranger\n");
  ASSERT_EQ(done.applied.problems.size(), 1U);
  EXPECT_EQ(done.applied.problems[0].kind, RefusalKind::precondition);
}

TEST_F(Sync, GoesOnAfterBeingKilledBeforeOrAfterAnyWrite) {
  for (const Fault fault : {Fault::killed, Fault::killed_on}) {
    fault_once(fault);
    wanted_[0] = want("a", {{"summary", fault == Fault::killed ? "A3" : "A4"}});
    EXPECT_THROW(run(), Killed);
    wanted_[0] = want("a", {{"summary", fault == Fault::killed ? "A5" : "A6"}});
    EXPECT_TRUE(run().applied.told.empty());
    EXPECT_EQ(body("a"), wanted_[0].body);
    EXPECT_EQ(store_.objects().size(), 2U);
    expect_quiet();
  }
}

TEST_F(Sync, RemembersThatARemovalItWasKilledInWasItsOwn) {
  run();
  const Wanted b = wanted_.back();
  wanted_.pop_back();
  fault_once(Fault::killed_on);
  EXPECT_THROW(run(), Killed);
  wanted_.push_back(b);
  EXPECT_TRUE(run().applied.told.empty());
  EXPECT_EQ(body("b"), b.body);
}

TEST_F(Sync, TellsWhatItDidBeforeTheNetworkFailed) {
  store_.fault = [](const ObjectWrite& write) { return write.href == "/cal/b.ics" ? Fault::cut : Fault::none; };
  const Run done = run();
  EXPECT_EQ(done.applied.done.size(), 1U);
  ASSERT_TRUE(done.applied.stopped);
  EXPECT_EQ(done.applied.stopped->kind, ErrorKind::network);
  store_.fault = [](const ObjectWrite&) { return Fault::none; };
  EXPECT_EQ(run().applied.done.size(), 1U);
  expect_quiet();
}

TEST_F(Sync, RemovesTheOldFormOnlyWhenTheNewOneIsThere) {
  run();
  wanted_[0] = want("a-todo", {{"summary", "A"}});
  store_.refusal = {RefusalKind::not_allowed, "403 no tasks here", {}, {}};
  store_.fault = [](const ObjectWrite& write) {
    return write.kind == WriteKind::create ? Fault::refused : Fault::none;
  };
  EXPECT_EQ(run().applied.problems.size(), 1U);
  EXPECT_EQ(body("a"), "uid=a\nsummary=A\n");
  store_.fault = [](const ObjectWrite&) { return Fault::none; };
  run();
  EXPECT_EQ(body("a"), "none");
  EXPECT_EQ(body("a-todo"), "uid=a-todo\nsummary=A\n");
  expect_quiet();
}

TEST_F(Sync, TakesNoObjectOfAnotherCalendarForItsOwn) {
  store_.refusal = {RefusalKind::uid_taken, "403 taken", "/another/a.ics", {}};
  store_.fault = [](const ObjectWrite& write) { return write.href == "/cal/a.ics" ? Fault::refused : Fault::none; };
  const Run refused = run();
  ASSERT_EQ(refused.applied.problems.size(), 1U);
  EXPECT_EQ(refused.applied.problems[0].kind, RefusalKind::uid_taken);
  EXPECT_EQ(body("a"), "none");
  store_.fault = [](const ObjectWrite&) { return Fault::none; };
  run();
  EXPECT_EQ(body("a"), "uid=a\nsummary=A\n");
  expect_quiet();
}

TEST_F(Sync, MovesAnObjectWhereAnAccountTakesAUidOnlyOnce) {
  MemoryStore second;
  second.facts_.address = "memory:/second/";
  second.refusal = {RefusalKind::uid_taken, "403 taken", "/first/a.ics", {}};
  second.fault = [&](const ObjectWrite& write) {
    return body(read_plain(write.body)->uid) == "none" ? Fault::none : Fault::refused;
  };
  second.facts_.uid_reach = store_.facts_.uid_reach = UidReach::account;
  const std::vector<CalendarLink> links = {{&store_, *state_.key("plan", "memory:/cal/", 0)},
                                           {&second, *state_.key("plan", "memory:/second/", 1)}};
  const auto run_both = [&] {
    const Policy policy;
    const SyncJob job{links, wanted_, policy, plain_bodies(), state_};
    const auto observed = observe_all(job);
    return apply(job, *observed, make_plan(observed->sides(wanted_), policy));
  };
  run_both();
  wanted_[0].calendar = 1;
  const Applied moved = run_both();
  EXPECT_TRUE(moved.problems.empty());
  EXPECT_EQ(moved.done.size(), 2U);
  EXPECT_EQ(body("a"), "none");
  EXPECT_EQ(second.objects().size(), 1U);
  EXPECT_TRUE(run_both().done.empty());
}

TEST_F(Sync, KeepsAConflictUntilItIsDecided) {
  run();
  edit("a", "summary", "theirs");
  wanted_[0] = want("a", {{"summary", "ours"}});
  for (int i = 0; i < 2; ++i) {
    const Run done = run();
    ASSERT_EQ(done.applied.told.size(), 1U);
    EXPECT_EQ(done.applied.told[0].disagreements, (std::vector<Disagreement>{{"summary", "A", "ours", "theirs"}}));
  }
  EXPECT_EQ(body("a"), "uid=a\nsummary=theirs\n");
  Policy policy;
  policy.prefer = Prefer::plan;
  run(policy);
  EXPECT_EQ(body("a"), "uid=a\nsummary=ours\n");
  expect_quiet();
}

TEST_F(Sync, KeepsThePlansOfOneCalendarApart) {
  run();
  const std::vector<Wanted> first = std::exchange(wanted_, {want("c", {{"summary", "C"}})});
  run({}, "another plan");
  EXPECT_EQ(store_.objects().size(), 3U);
  wanted_ = first;
  const std::size_t writes = store_.writes;
  EXPECT_TRUE(run().plan.steps.empty());
  EXPECT_EQ(store_.writes, writes);
}

TEST(SyncState, TellsWhyItCannotBeOpened) {
  const auto state = State::open("/nowhere/at/all/state.db");
  ASSERT_FALSE(state);
  EXPECT_NE(message_of(state.error(), Language::english).find("/nowhere/at/all/state.db"), std::string::npos);
}

TEST(SyncState, IsNotReadWhereANewerVersionWroteIt) {
  const ScratchFolder folder;
  const std::string path = folder.path("state.db");
  ASSERT_TRUE(State::open(path));
  ASSERT_TRUE(State::open(path));
  (*Database::open(path))->execute("PRAGMA user_version = 99");
  const auto state = State::open(path);
  ASSERT_FALSE(state);
  EXPECT_NE(message_of(state.error(), Language::english).find("newer version"), std::string::npos);
}

TEST(SyncState, TellsThatItIsDamaged) {
  const ScratchFolder folder;
  const auto state = State::open(folder.put("state.db", std::string(4096, 'x')));
  ASSERT_FALSE(state);
  EXPECT_NE(message_of(state.error(), Language::english).find("damaged"), std::string::npos);
}

TEST(SyncState, GivesBackWhatItWasTold) {
  auto state = State::open(":memory:");
  ASSERT_TRUE(state);
  const State::Key key = *state->key("plan", "place", 3);
  Agreed agreed{3,   "u", "u", "/u", "e", {{"a", "1\n2"}}, {{"a", "x"}, {"b", ""}}, {{"c", "é"}}, Presence::gone,
                "t", "n"};
  Settlement settlement;
  settlement.token = "token";
  settlement.agreed = {agreed};
  settlement.others = {{"/x", ""}, {"/y", "uy"}};
  ASSERT_TRUE(state->settle(key, settlement));
  const Pending pending{Act::update, "tag", {{"s", "1"}}, agreed};
  ASSERT_TRUE(state->begin(key, {&pending, 1}));
  const auto loaded = state->load(key);
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->token, "token");
  EXPECT_EQ(loaded->agreed, std::vector{agreed});
  EXPECT_EQ(loaded->others, settlement.others);
  ASSERT_EQ(loaded->pending.size(), 1U);
  EXPECT_EQ(loaded->pending[0].etag, "tag");
  EXPECT_EQ(loaded->pending[0].sent, pending.sent);
  EXPECT_EQ(loaded->pending[0].after.theirs, agreed.theirs);
  Settlement removal;
  removal.forgotten = removal.settled = {"u"};
  ASSERT_TRUE(state->settle(key, removal));
  EXPECT_TRUE(state->load(key)->agreed.empty());
  EXPECT_TRUE(state->load(key)->pending.empty());
}

}  // namespace
}  // namespace jalon
