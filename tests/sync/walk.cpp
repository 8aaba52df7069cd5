#include "sync/walk.h"

#include <algorithm>

#include "sync/plain_bodies.h"

namespace jalon::test {
namespace {

constexpr const char* fields[] = {"summary", "times", "state", "effort"};
constexpr const char* values[] = {"1", "2", "3", "4"};
constexpr int most_steps = 14;
constexpr std::size_t names = 5;  // of actions

std::string action_of(const std::string& uid) { return uid.substr(0, uid.find('-')); }

std::string shown(const Fields& all) {
  std::string text;
  for (const Field& field : all) text += " " + field.name + "=" + field.value;
  return text;
}

std::string uid_in(const std::string& body) {
  const auto content = read_plain(body);
  return content ? content->uid : std::string();
}

}  // namespace

Walk::Walk(State& state, std::uint64_t seed) : state_(state), seed_(seed), random_(seed) {
  key_ = *state_.key(std::to_string(seed), store_.facts_.address, 0);
  choose_server();
}

void Walk::choose_server() {
  store_.uid_of = uid_in;
  store_.tags = static_cast<MemoryStore::Tags>(any(3));
  store_.uids = static_cast<MemoryStore::Uids>(any(2));
  store_.facts_.has_changes = chance(70);
  store_.removals = static_cast<MemoryStore::Removals>(any(2));
  if (chance(30)) store_.facts_.whole_write = WholeWrite::supported;
  if (chance(25) && store_.tags != MemoryStore::Tags::always) stripped_ = "effort";
  // A server that rewrites a body and yet answers with an ETag says that it kept it as it was.
  adds_ = chance(20) && store_.tags != MemoryStore::Tags::always;
  store_.rewrite = [this](const std::string& body) {
    auto content = read_plain(body);
    if (!content) return body;
    set_field(content->fields, stripped_, "");
    if (adds_) set_field(content->fields, rest_field, std::string(value_of(content->fields, rest_field)) + "+");
    return plain_body(content->uid, content->fields);
  };
  store_.fault = [this](const ObjectWrite& write) { return fault_of(write); };
  store_.before_write = [this] {
    if (meddling_ && chance(15)) edit_calendar();
  };
}

std::string Walk::run() {
  const std::size_t steps = 3 + any(most_steps);
  for (std::size_t i = 0; i < steps && broken_.empty(); ++i) step();
  faults_ = Faults::none;
  meddling_ = false;
  if (broken_.empty()) judge_end();
  return broken_.empty() ? std::string() : "seed " + std::to_string(seed_) + ": " + broken_ + "\n" + story_;
}

void Walk::step() {
  const std::uint64_t what = any(100);
  if (what < 35) return edit_plan();
  if (what < 55) return edit_calendar();
  if (what < 60) return edit_foreign();
  if (what < 62) {
    note("the state is lost");
    forgetful_ = true;
    key_ = *state_.key(std::to_string(seed_) + " again " + std::to_string(++machine_), store_.facts_.address, 0);
    return;
  }
  store_.tokens = chance(10) ? MemoryStore::Tokens::forgotten : MemoryStore::Tokens::kept;
  meddling_ = chance(25);
  sync(chance(60) ? Faults::some : Faults::none);
  meddling_ = false;
}

void Walk::edit_plan() {
  const std::string action = "a" + std::to_string(any(names));
  const std::string todo = action + "-todo";
  if (chance(20) && plan_.contains(action)) {
    note("the plan makes a task of " + action);
    plan_[todo] = plan_.extract(action).mapped();
  } else if (chance(20)) {
    note("the plan drops " + action);
    plan_.erase(action);
    plan_.erase(todo);
  } else {
    Fields& changed = plan_.contains(todo) ? plan_[todo] : plan_[action];
    set_field(changed, "summary", value_of(changed, "summary").empty() ? action : value_of(changed, "summary"));
    set_field(changed, fields[any(std::size(fields))], values[any(std::size(values))]);
    note("the plan says of " + action + ":" + shown(changed));
  }
}

std::string Walk::some_object() {
  std::vector<std::string> hrefs;
  for (const auto& [href, object] : store_.objects()) {
    if (!foreign_.contains(href)) hrefs.push_back(href);
  }
  return hrefs.empty() ? std::string() : hrefs[any(hrefs.size())];
}

void Walk::edit_calendar() {
  const std::string href = some_object();
  if (href.empty()) return;
  if (chance(25)) {
    note("someone deletes " + href);
    deleted_.insert(action_of(uid_in(store_.objects().at(href).body)));
    store_.drop(href);
  } else if (chance(15)) {
    note("the ETag changes of " + href);
    store_.touch(href);
  } else {
    edit_object(href);
  }
}

void Walk::edit_object(const std::string& href) {
  auto content = *read_plain(store_.objects().at(href).body);
  const std::string field = chance(25) ? std::string(rest_field) : fields[any(std::size(fields))];
  const std::string before(value_of(content.fields, field));
  const std::string value = field == rest_field ? before + "!" : values[any(std::size(values))];
  if (value == before) return;
  set_field(content.fields, field, value);
  edited_[content.uid][field] = value;
  note("someone writes " + field + "=" + value + " into " + href);
  store_.put(href, plain_body(content.uid, content.fields));
}

void Walk::edit_foreign() {
  const std::string href = "/cal/other" + std::to_string(any(2)) + ".ics";
  const std::string body = plain_body("other" + href, {{"summary", std::to_string(any(1000))}});
  foreign_[href] = body;
  store_.put(href, body);
}

std::vector<Wanted> Walk::wanted() const {
  std::vector<Wanted> all;
  for (const auto& [uid, said] : plan_) all.push_back(want(uid, said));
  return all;
}

bool Walk::sync(Faults faults) {
  faults_ = faults;
  const CalendarLink link{&store_, key_};
  const std::vector<Wanted> all = wanted();
  Policy policy;
  policy.many_removals = policy.empty_calendar = Allow::yes;
  const SyncJob job{{&link, 1}, all, policy, plain_bodies(), state_};
  try {
    try_sync(job);
  } catch (const Killed&) {
    note("  killed");
    return false;
  }
  return true;
}

void Walk::try_sync(const SyncJob& job) {
  note("sync");
  last_plan_ = {};
  last_ = {};
  const auto observed = observe_all(job);
  if (!observed) return fail("could not look");
  agreed_ = observed->agreed;
  last_plan_ = make_plan(observed->sides(job.wanted), job.policy);
  last_ = apply(job, *observed, last_plan_);
  for (const Step& step : last_.done) note("  wrote " + step.uid);
  for (const Step& step : last_.told) note("  told of " + step.uid + (step.clash == Clash::none ? "" : ", a conflict"));
}

Fault Walk::fault_of(const ObjectWrite& write) {
  Fault fault = Fault::none;
  if (faults_ == Faults::some && chance(20)) fault = static_cast<Fault>(1 + any(6));
  if (fault == Fault::refused) {
    constexpr RefusalKind kinds[] = {RefusalKind::invalid, RefusalKind::try_later, RefusalKind::no_room};
    store_.refusal = {kinds[any(std::size(kinds))], "no", {}, {}};
  }
  if (fault != Fault::none) note("  fault " + std::to_string(static_cast<int>(fault)) + " at " + write.href);
  if (fault == Fault::none || fault == Fault::lost || fault == Fault::killed_on) judge_write(write);
  return fault;
}

// A write that the server will do.
void Walk::judge_write(const ObjectWrite& write) {
  const auto found = store_.objects().find(write.href);
  if (foreign_.contains(write.href)) fail("an object of others is written: " + write.href);
  if (found == store_.objects().end() || write.kind == WriteKind::create) return;
  if (!write.etag.empty() && write.etag != found->second.etag) return;
  if (write.etag.empty() && store_.tags != MemoryStore::Tags::never) fail("a write without a condition");
  if (write.etag.empty()) return;  // nothing can be promised where there are no ETags
  const auto before = *read_plain(found->second.body);
  if (write.kind != WriteKind::remove && edited_[before.uid].empty()) return;
  const auto remembered = state_.load(key_);
  const auto& rows = remembered->agreed;
  const auto agreed =
      std::find_if(rows.begin(), rows.end(), [&](const Agreed& each) { return each.uid == before.uid; });
  const Agreed* known = agreed == rows.end() ? nullptr : &*agreed;
  if (write.kind == WriteKind::remove && known == nullptr) return fail("removed what was not ours: " + before.uid);
  const Fields after = write.kind == WriteKind::remove ? Fields{} : read_plain(write.body)->fields;
  judge_loss(before.uid, before.fields, after, known);
}

// What someone wrote is overwritten only where it was agreed on.
void Walk::judge_loss(const std::string& uid, const Fields& before, const Fields& after, const Agreed* agreed) {
  for (const auto& [name, value] : edited_[uid]) {
    const bool goes = value_of(before, name) == value && value_of(after, name) != value;
    const bool known = agreed != nullptr && value_of(agreed->theirs, name) == value;
    if (goes && !known) fail("an unseen edit is lost: " + name + " of " + uid);
  }
}

void Walk::judge_end() {
  store_.tokens = MemoryStore::Tokens::kept;
  sync(Faults::none);
  if (broken_.empty()) sync(Faults::none);
  const std::size_t writes = store_.writes;
  sync(Faults::none);
  if (store_.writes != writes) fail("the run after the last still writes");
  if (!last_.problems.empty()) fail("a problem without a fault");
  if (last_.stopped) fail("stopped without a fault");
  for (const Step& step : last_plan_.steps) {
    if (step.news != News::none) fail("told twice: " + step.uid);
    if (step.clash == Clash::none) continue;
    ++conflicts_;
    const bool touched = edited_.contains(step.uid) || deleted_.contains(action_of(step.uid));
    if (touched || forgetful_) continue;
    ++false_conflicts_;
    if (!adds_ && stripped_.empty()) fail("a conflict that nobody made: " + step.uid);
  }
  judge_objects();
  judge_foreign();
}

void Walk::judge_objects() {
  std::map<std::string, Fields> there;
  std::map<std::string, int> forms;
  for (const auto& [href, object] : store_.objects()) {
    if (foreign_.contains(href)) continue;
    const auto content = *read_plain(object.body);
    if (there.contains(content.uid)) fail("doubled: " + content.uid);
    there[content.uid] = content.fields;
    // A form that is edited while its successor is written stays, as a conflict.
    const std::string action = action_of(content.uid);
    const bool touched = edited_.contains(action) || edited_.contains(action + "-todo");
    if (++forms[action] > 1 && !forgetful_ && !touched) fail("a twin: " + content.uid);
  }
  for (const auto& [uid, said] : plan_) {
    const auto found = there.find(uid);
    if (found != there.end()) {
      judge_fields(uid, found->second);
    } else if (!may_be_missing(uid)) {
      fail("lost: " + uid);
    }
  }
}

bool Walk::may_be_missing(const std::string& uid) const {
  const std::string action = action_of(uid);
  const std::string other = uid == action ? action + "-todo" : action;
  const bool disputed = std::any_of(last_plan_.steps.begin(), last_plan_.steps.end(), [&](const Step& step) {
    return step.clash != Clash::none && action_of(step.uid) == action;
  });
  return disputed || deleted_.contains(action) || edited_.contains(other);
}

void Walk::judge_fields(const std::string& uid, const Fields& found) {
  for (const std::string& name : differing(plan_.at(uid), found)) {
    const bool touched = edited_[uid].contains(name) || name == stripped_ || name == rest_field;
    if (!touched && !forgetful_) fail(name + " of " + uid + " is not what the plan says");
  }
}

void Walk::judge_foreign() {
  for (const auto& [href, body] : foreign_) {
    const auto found = store_.objects().find(href);
    if (found == store_.objects().end() || found->second.body != body) fail("an object of others changed: " + href);
  }
}

}  // namespace jalon::test
