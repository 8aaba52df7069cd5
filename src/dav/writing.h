// The writing of many objects at once, each under its condition. Where the server does not keep a condition, what it
// would have looked at is looked at just before.
#pragma once

#include <functional>
#include <optional>
#include <span>

#include "dav/http/client.h"
#include "dav/quirks.h"
#include "jalon/store.h"

namespace jalon {

class Writing {
 public:
  Writing(HttpClient& client, const Url& calendar, const ServerKind& kind, std::span<const ObjectWrite> writes,
          const std::function<Flow(WriteOutcome)>& each);
  Result<void> run();

 private:
  void begin_next();
  bool must_look(const ObjectWrite& write) const;
  void look(std::size_t index);
  void take_look(std::size_t index, const Result<HttpResponse>& answer);
  void send(std::size_t index);
  void take(std::size_t index, const Result<HttpResponse>& answer);
  void take_error(std::size_t index, const Error& error);
  void give(std::size_t index, WriteOutcome outcome);

  HttpClient& client_;
  const Url& calendar_;
  const ServerKind& kind_;
  std::span<const ObjectWrite> writes_;
  const std::function<Flow(WriteOutcome)>& each_;
  std::size_t next_ = 0;
  bool stopped_ = false;
  std::optional<Error> error_;
};

}  // namespace jalon
