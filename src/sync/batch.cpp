#include "sync/batch.h"

#include <algorithm>
#include <utility>

namespace jalon {
namespace {

// Few enough to be kept in memory twice, many enough to keep every connection busy.
constexpr std::size_t piece = 500;

// What came of so many writes is remembered at once: a transaction costs as much as a small request. A run that is
// killed before finds them pending, and looks at the calendar for what became of them.
constexpr std::size_t most_unsettled = 32;

const Wanted& wanted_of(const SyncJob& job, const Step& step) { return job.wanted[step.wanted]; }

Fields fields_of(const SyncJob& job, const std::string& body) {
  auto content = job.bodies.read(body);
  return content ? std::move(content->fields) : Fields{};
}

}  // namespace

bool Batch::stop(const Result<void>& result) {
  if (result) return true;
  if (!applied_.stopped) applied_.stopped = result.error();
  return false;
}

void Batch::doubt(const Step& step, const std::string& href, RefusalKind kind, const std::string& words) {
  doubts_.push_back({calendar_, step.uid, href, kind, words, step.title, step.line});
}

void Batch::problem(const Step& step, RefusalKind kind, const std::string& words) {
  applied_.problems.push_back({calendar_, step.uid, step.title, step.line, kind, words});
}

bool Batch::write(const std::vector<const Step*>& steps) {
  for (std::size_t i = 0; i < steps.size(); i += piece) {
    if (!write_piece(std::span(steps).subspan(i, std::min(piece, steps.size() - i)))) return false;
  }
  return true;
}

bool Batch::write_piece(std::span<const Step* const> steps) {
  items_.clear();
  unseen_.clear();
  return prepare(steps) && begin() && send() && read_back();
}

bool Batch::prepare(std::span<const Step* const> steps) {
  std::vector<const Step*> to_look_at;
  for (const Step* step : steps) {
    if (step->act == Act::create) {
      prepare_creation(*step);
    } else if (step->act == Act::remove && !step->etag.empty()) {
      prepare_removal(*step, step->etag);
    } else {
      to_look_at.push_back(step);  // its body is needed, or stands for the ETag that the server does not give
    }
  }
  return to_look_at.empty() || prepare_after_a_look(to_look_at);
}

void Batch::prepare_creation(const Step& step) {
  const Wanted& wanted = wanted_of(job_, step);
  Item item{&step, {Act::create, {}, wanted.fields, step.after}, wanted.body};
  item.pending.after.href = link_.store->href_of_new(wanted.uid);
  item.pending.after.theirs = item.pending.sent;
  add(std::move(item));
}

bool Batch::prepare_after_a_look(const std::vector<const Step*>& steps) {
  std::vector<std::string> hrefs;
  hrefs.reserve(steps.size());
  for (const Step* step : steps) hrefs.push_back(step->href);
  return stop(link_.store->read(hrefs, [&](const ReadObject& object) {
    const Step& step = *steps[object.index];
    if (object.status == ReadStatus::failed) problem(step, RefusalKind::unknown, object.words);
    if (object.status == ReadStatus::gone) doubt(step, step.href, RefusalKind::gone, {});
    if (object.status == ReadStatus::found) prepare_update(step, object);
    return Flow::go_on;
  }));
}

// The plan was made from a certain version of the object: only that one is changed.
void Batch::prepare_update(const Step& step, const ReadObject& object) {
  const auto content = job_.bodies.read(object.body);
  if (!content || content->fields != step.after.seen) return doubt(step, step.href, RefusalKind::precondition, {});
  if (step.act == Act::remove) return prepare_removal(step, object.etag);
  auto body = job_.bodies.merge(object.body, wanted_of(job_, step).body, step.take);
  if (!body) return problem(step, RefusalKind::invalid, {});
  Item item{&step, {Act::update, object.etag, fields_of(job_, *body), step.after}, std::move(*body)};
  add(std::move(item));
}

void Batch::prepare_removal(const Step& step, const std::string& etag) {
  Item item{&step, {Act::remove, etag, {}, {}}, {}};
  item.pending.after.calendar = calendar_;
  item.pending.after.uid = step.uid;
  item.pending.after.href = step.href;
  add(std::move(item));
}

void Batch::add(Item item) {
  const std::size_t largest = link_.store->facts().largest_object;
  if (largest > 0 && item.body.size() > largest) return problem(*item.step, RefusalKind::too_large, {});
  items_.push_back(std::move(item));
}

bool Batch::begin() {
  std::vector<Pending> writes;
  writes.reserve(items_.size());
  for (const Item& item : items_) writes.push_back(item.pending);
  return writes.empty() || stop(job_.state.begin(link_.key, writes));
}

bool Batch::send() {
  std::vector<ObjectWrite> writes;
  writes.reserve(items_.size());
  for (Item& item : items_) {
    const WriteKind kind = item.pending.act == Act::create   ? WriteKind::create
                           : item.pending.act == Act::update ? WriteKind::update
                                                             : WriteKind::remove;
    writes.push_back({kind, item.pending.after.href, item.pending.etag, std::move(item.body)});
  }
  const bool sent =
      writes.empty() || stop(link_.store->write(writes, [this](const WriteOutcome& outcome) { return take(outcome); }));
  const bool settled = settle();
  return sent && settled && !applied_.stopped;
}

bool Batch::settle() {
  if (outcomes_.settled.empty()) return true;
  return stop(job_.state.settle(link_.key, std::exchange(outcomes_, {})));
}

Flow Batch::take(const WriteOutcome& outcome) {
  const Item& item = items_[outcome.index];
  outcome.refusal ? note_refused(item, *outcome.refusal) : note_done(item, outcome);
  return outcomes_.settled.size() < most_unsettled || settle() ? Flow::go_on : Flow::stop;
}

void Batch::note_done(const Item& item, const WriteOutcome& outcome) {
  if (item.pending.act == Act::remove) {
    applied_.done.push_back(*item.step);
    outcomes_.settled.push_back(item.step->uid);
    return outcomes_.forgotten.push_back(item.step->uid);
  }
  Agreed agreed = item.pending.after;
  if (!outcome.href.empty()) agreed.href = outcome.href;
  agreed.etag = outcome.etag;
  agreed.seen = item.pending.sent;
  agreed.etag.empty() ? unseen_.push_back({&item, std::move(agreed)}) : note_agreed(item, std::move(agreed));
}

void Batch::note_agreed(const Item& item, Agreed agreed) {
  applied_.done.push_back(*item.step);
  outcomes_.settled.push_back(item.step->uid);
  outcomes_.agreed.push_back(std::move(agreed));
}

// In another calendar, where it is not this one's to look at: some servers keep a UID to one calendar of an account.
bool Batch::is_elsewhere(const std::string& href) const {
  const std::string here = link_.store->href_of_new("");
  return !href.empty() && !href.starts_with(here.substr(0, here.rfind('/') + 1));
}

// The entry in the journal stays open until it was seen what is there: an earlier sending may have been done, which
// libcurl repeats by itself where a kept connection was closed, and the look may come only with the next run.
void Batch::note_refused(const Item& item, const Refusal& refusal) {
  switch (refusal.kind) {
    case RefusalKind::uid_taken:
      if (is_elsewhere(refusal.href)) return problem(*item.step, refusal.kind, refusal.words);
      return doubt(*item.step, refusal.href, refusal.kind, refusal.words);
    case RefusalKind::unknown:
    case RefusalKind::precondition:
    case RefusalKind::gone:
      return doubt(*item.step, item.pending.after.href, refusal.kind, refusal.words);
    default:
      return problem(*item.step, refusal.kind, refusal.words);
  }
}

// What the server made of the bodies that it did not keep as they were sent.
bool Batch::read_back() {
  if (unseen_.empty()) return true;
  std::vector<std::string> hrefs;
  for (const Unseen& unseen : unseen_) hrefs.push_back(unseen.agreed.href);
  const auto read = link_.store->read(hrefs, [this](const ReadObject& object) {
    note_seen(unseen_[object.index], object);
    return Flow::go_on;
  });
  const bool settled = settle();
  return stop(read) && settled;
}

// Without an ETag, the word of success may be that of something else on the way: what is there as it was before has not
// been written, and its entry in the journal stays open.
void Batch::note_seen(Unseen& unseen, const ReadObject& object) {
  const Pending& pending = unseen.item->pending;
  const bool is_as_before = pending.act == Act::create ? object.status == ReadStatus::gone
                                                       : !object.etag.empty() && object.etag == pending.etag;
  if (is_as_before) return doubt(*unseen.item->step, unseen.agreed.href, RefusalKind::unknown, {});
  Agreed& agreed = unseen.agreed;
  auto content = object.status == ReadStatus::found ? job_.bodies.read(object.body) : std::nullopt;
  // A server may add to the rest, which the plan never writes.
  if (content) set_field(agreed.theirs, rest_field, value_of(content->fields, rest_field));
  if (content && content->fields == agreed.theirs) {
    agreed.etag = object.etag;
    agreed.seen = std::move(content->fields);
  } else {
    doubt(*unseen.item->step, agreed.href, RefusalKind::precondition, {});
  }
  note_agreed(*unseen.item, std::move(agreed));
}

bool Batch::write_whole(const std::vector<const Step*>& steps) {
  items_.clear();
  for (const Step* step : steps) prepare_creation(*step);
  if (!begin()) return false;
  std::vector<std::string_view> bodies;
  for (const Item& item : items_) bodies.push_back(item.body);
  const auto answer = link_.store->write_whole(job_.bodies.join(bodies));
  if (!answer) return stop(answer.error());
  const RefusalKind kind = *answer ? (*answer)->kind : RefusalKind::unknown;
  for (const Item& item : items_) {
    if (!*answer) applied_.done.push_back(*item.step);
    doubt(*item.step, {}, kind, *answer ? (*answer)->words : std::string());
  }
  return true;
}

}  // namespace jalon
