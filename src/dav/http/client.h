// What is asked of one account's server, on top of a transport: the proof of identity goes only where it belongs,
// redirects are followed within bounds, and what failed on the way is tried again where that does no harm.
//
// Requests go to the account's own host and to hosts that it trusts, and to no other: elsewhere nothing is sent at all.
// Identity is proved over https, and over plain http to this very machine only. A redirect from https to http is
// refused. Retry-After is honoured up to two minutes; what asks for more is given back as it is.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "dav/http/transport.h"

namespace jalon {

struct ClientOptions {
  Url home;                                // the account's own address
  std::vector<std::string> trusted_hosts;  // "*.icloud.com" is any host below
  Credentials credentials;
  std::function<Result<std::string>()> renew_token;  // of a bearer, once, where it is refused; may be empty
  std::uint32_t most_attempts = 4;
  std::chrono::milliseconds first_pause{200};  // before trying again; doubles
};

class HttpClient {
 public:
  HttpClient(Transport& transport, ClientOptions options);

  // Errors as those of Transport, and: refused (another host, no encryption). Any status is an answer.
  void submit(HttpRequest request, Answered answered);
  void run() { transport_.run(); }
  Result<HttpResponse> send(HttpRequest request);  // one, by itself

  const ClientOptions& options() const { return options_; }
  bool trusts(const Url& url) const;

 private:
  struct Journey;
  void begin(const std::shared_ptr<Journey>& journey, std::chrono::milliseconds delay);
  void answer(const std::shared_ptr<Journey>& journey, Result<HttpResponse> result);
  bool try_again(const std::shared_ptr<Journey>& journey, const Result<HttpResponse>& result);
  bool renew(const std::shared_ptr<Journey>& journey, const HttpResponse& response);
  bool follow(const std::shared_ptr<Journey>& journey, const HttpResponse& response);

  Transport& transport_;
  ClientOptions options_;
};

bool is_redirect(int status);

}  // namespace jalon
