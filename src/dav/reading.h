// The reading of many bodies at once: multigets side by side, and single GETs for what they leave out.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "dav/http/client.h"
#include "jalon/store.h"

namespace jalon {

class BodyReading {
 public:
  BodyReading(HttpClient& client, const Url& calendar, std::span<const std::string> hrefs,
              const std::function<Flow(ReadObject)>& each);
  Result<void> run();

 private:
  void begin_next();
  void take_chunk(std::size_t begin, std::size_t count, const Result<HttpResponse>& answer);
  void read_alone(std::size_t index);
  void take_alone(std::size_t index, const Result<HttpResponse>& answer);
  void give(ReadObject object);
  void fail(const Error& error);

  HttpClient& client_;
  const Url& calendar_;
  std::span<const std::string> hrefs_;
  const std::function<Flow(ReadObject)>& each_;
  std::size_t next_ = 0;
  bool stopped_ = false;
  std::optional<Error> error_;
};

}  // namespace jalon
