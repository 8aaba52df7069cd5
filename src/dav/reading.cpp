#include "dav/reading.h"

#include <algorithm>
#include <utility>

#include "dav/protocol/objects.h"

namespace jalon {
namespace {

constexpr std::size_t chunk = 100;
constexpr std::size_t most_begun = 8;  // chunks

}  // namespace

BodyReading::BodyReading(HttpClient& client, const Url& calendar, std::span<const std::string> hrefs,
                         const std::function<Flow(ReadObject)>& each)
    : client_(client), calendar_(calendar), hrefs_(hrefs), each_(each) {}

Result<void> BodyReading::run() {
  for (std::size_t i = 0; i < most_begun; ++i) begin_next();
  client_.run();
  if (error_) return *error_;
  return {};
}

void BodyReading::begin_next() {
  if (stopped_ || next_ >= hrefs_.size()) return;
  const std::size_t begin = next_;
  const std::size_t count = std::min(chunk, hrefs_.size() - begin);
  next_ += count;
  client_.submit(build_multiget(calendar_, hrefs_.subspan(begin, count)),
                 [this, begin, count](const Result<HttpResponse>& answer) { take_chunk(begin, count, answer); });
}

void BodyReading::take_chunk(std::size_t begin, std::size_t count, const Result<HttpResponse>& answer) {
  if (!answer) return fail(answer.error());
  auto told = parse_multiget(*answer, hrefs_.subspan(begin, count));
  if (!told) return fail(told.error());
  for (Told& one : *told) {
    one.object.index += begin;
    if (one.telling == Telling::told) {
      give(std::move(one.object));
    } else {
      read_alone(one.object.index);
    }
  }
  begin_next();
}

void BodyReading::read_alone(std::size_t index) {
  if (stopped_) return;
  client_.submit(build_get(calendar_, hrefs_[index]),
                 [this, index](const Result<HttpResponse>& answer) { take_alone(index, answer); });
}

void BodyReading::take_alone(std::size_t index, const Result<HttpResponse>& answer) {
  if (!answer) return fail(answer.error());
  auto object = parse_get(*answer);
  if (!object) return fail(object.error());
  object->index = index;
  give(std::move(*object));
}

void BodyReading::give(ReadObject object) {
  if (!stopped_ && each_(std::move(object)) == Flow::stop) stopped_ = true;
}

void BodyReading::fail(const Error& error) {
  stopped_ = true;
  if (!error_) error_ = error;
}

}  // namespace jalon
