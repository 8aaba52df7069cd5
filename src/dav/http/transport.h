// What carries requests to servers and brings answers back: the network, or a twin in memory for tests.
//
// It does one attempt of one request and nothing of its own: it follows no redirect, repeats nothing, and sends the
// proof of identity that it is given, if any. Answers come on the caller's thread, within run().
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "dav/http/http.h"
#include "jalon/result.h"

namespace jalon {

enum class Proof : std::uint8_t { none, basic, digest, bearer };

// Who is asking, for one origin. Never logged.
struct Credentials {
  Proof proof = Proof::none;
  std::string user;
  std::string secret;  // the password, or the token
};

struct Attempt {
  HttpRequest request;
  Credentials credentials;
  std::chrono::milliseconds delay{0};  // before it may begin
};

// Errors: network (resolve, connect, timeout, cut, TLS), protocol (an answer larger than the limit).
using Answered = std::function<void(Result<HttpResponse>)>;

class Transport {
 public:
  virtual ~Transport() = default;
  virtual void submit(Attempt attempt, Answered answered) = 0;  // also from within an answer
  virtual void run() = 0;                                       // until every attempt is answered
};

}  // namespace jalon
