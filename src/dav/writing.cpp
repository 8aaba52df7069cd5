#include "dav/writing.h"

#include <utility>

#include "base/catalogue.h"
#include "dav/protocol/listing.h"
#include "dav/protocol/objects.h"

namespace jalon {
namespace {

constexpr std::size_t most_begun = 32;  // waiting in the transport, so that it never runs dry

// What is said of one object leaves the others alone; what is said of the way to the server, or of who asks, does not.
bool is_about_one(const Error& error) { return error.code == Code::net_cut || error.code == Code::net_timeout; }

WriteOutcome refused(RefusalKind kind, std::string words) {
  WriteOutcome outcome;
  outcome.refusal = Refusal{kind, std::move(words), "", {}};
  return outcome;
}

}  // namespace

Writing::Writing(HttpClient& client, const Url& calendar, const ServerKind& kind, std::span<const ObjectWrite> writes,
                 const std::function<Flow(WriteOutcome)>& each)
    : client_(client), calendar_(calendar), kind_(kind), writes_(writes), each_(each) {}

Result<void> Writing::run() {
  for (std::size_t i = 0; i < most_begun; ++i) begin_next();
  client_.run();
  if (error_) return *error_;
  return {};
}

void Writing::begin_next() {
  if (stopped_ || next_ >= writes_.size()) return;
  const std::size_t index = next_++;
  if (must_look(writes_[index])) {
    look(index);
  } else {
    send(index);
  }
}

bool Writing::must_look(const ObjectWrite& write) const {
  if (write.kind == WriteKind::create) return kind_.has(Quirk::create_overwrites);
  return write.kind == WriteKind::remove && kind_.has(Quirk::delete_unconditional);
}

void Writing::look(std::size_t index) {
  client_.submit(build_head(calendar_, writes_[index].href),
                 [this, index](const Result<HttpResponse>& answer) { take_look(index, answer); });
}

void Writing::take_look(std::size_t index, const Result<HttpResponse>& answer) {
  if (!answer) return take_error(index, answer.error());
  const auto seen = parse_get(*answer);
  if (!seen) return take_error(index, seen.error());
  const ObjectWrite& write = writes_[index];
  const bool create = write.kind == WriteKind::create;
  if (seen->status == ReadStatus::failed) return give(index, refused(RefusalKind::unknown, seen->words));
  if (!create && seen->status == ReadStatus::gone) return give(index, refused(RefusalKind::gone, status_line(404)));
  const bool holds = create ? seen->status == ReadStatus::gone : write.etag.empty() || seen->etag == write.etag;
  if (!holds) return give(index, refused(RefusalKind::precondition, status_line(412)));
  send(index);
}

void Writing::send(std::size_t index) {
  client_.submit(build_write(calendar_, writes_[index]),
                 [this, index](const Result<HttpResponse>& answer) { take(index, answer); });
}

void Writing::take(std::size_t index, const Result<HttpResponse>& answer) {
  if (!answer) return take_error(index, answer.error());
  auto outcome = parse_write(*answer, writes_[index]);
  if (!outcome) return take_error(index, outcome.error());
  const bool bare_conflict =
      outcome->refusal && answer->status == 409 && outcome->refusal->kind == RefusalKind::invalid;
  if (bare_conflict && kind_.has(Quirk::uid_conflict_409)) outcome->refusal->kind = RefusalKind::uid_taken;
  // What refuses it now may be its own doing.
  if (outcome->refusal && answer->may_be_done) outcome->refusal->kind = RefusalKind::unknown;
  give(index, std::move(*outcome));
}

void Writing::take_error(std::size_t index, const Error& error) {
  if (is_about_one(error)) return give(index, refused(RefusalKind::unknown, message_of(error, Language::english)));
  stopped_ = true;
  if (!error_) error_ = error;
}

void Writing::give(std::size_t index, WriteOutcome outcome) {
  outcome.index = index;
  if (each_(std::move(outcome)) == Flow::stop) stopped_ = true;
  begin_next();
}

}  // namespace jalon
