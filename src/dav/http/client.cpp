#include "dav/http/client.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "base/catalogue.h"

namespace jalon {
namespace {

constexpr int most_redirects = 5;
constexpr std::chrono::seconds longest_pause{120};

bool is_transient(int status) {
  return status == 429 || status == 500 || status == 502 || status == 503 || status == 504;
}

bool is_transient(const Error& error) {
  return error.code == Code::net_connect || error.code == Code::net_timeout || error.code == Code::net_cut;
}

bool may_be_done(const Result<HttpResponse>& result) {
  if (!result) return result.error().code != Code::net_connect;
  return result->status == 500 || result->status == 502 || result->status == 504;
}

bool matches(const std::string& host, const std::string& trusted) {
  if (!trusted.starts_with("*.")) return host == trusted;
  return host.size() > trusted.size() - 1 && host.ends_with(trusted.substr(1));
}

// The same host on its usual ports may move from http to https: that is the way up.
bool is_way_up(const Url& from, const Url& to) {
  return from.host == to.host && from.scheme == "http" && to.scheme == "https" && from.port == 80 && to.port == 443;
}

}  // namespace

struct HttpClient::Journey {
  HttpRequest request;
  Answered answered;
  std::uint32_t attempts = 0;
  int redirects = 0;
  bool renewed = false;
  bool may_be_done = false;
};

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

HttpClient::HttpClient(Transport& transport, ClientOptions options)
    : transport_(transport), options_(std::move(options)) {}

bool HttpClient::trusts(const Url& url) const {
  if (is_same_origin(url, options_.home) || is_way_up(options_.home, url)) return true;
  const auto& hosts = options_.trusted_hosts;
  const auto listed = [&](const std::string& host) { return matches(url.host, host); };
  return url.scheme == "https" && url.port == 443 && std::any_of(hosts.begin(), hosts.end(), listed);
}

void HttpClient::submit(HttpRequest request, Answered answered) {
  auto journey = std::make_shared<Journey>();
  journey->request = std::move(request);
  journey->answered = std::move(answered);
  begin(journey, {});
}

Result<HttpResponse> HttpClient::send(HttpRequest request) {
  std::optional<Result<HttpResponse>> result;
  submit(std::move(request), [&](Result<HttpResponse> answer) { result.emplace(std::move(answer)); });
  run();
  return std::move(*result);
}

void HttpClient::begin(const std::shared_ptr<Journey>& journey, std::chrono::milliseconds delay) {
  const Url& url = journey->request.url;
  const std::string home = origin_of(options_.home);
  if (!trusts(url)) {
    journey->answered(Error{ErrorKind::refused, Code::net_redirect, {home, url.host}});
    return;
  }
  const bool secret = options_.credentials.proof != Proof::none;
  if (secret && url.scheme != "https" && !is_loopback(url)) {
    journey->answered(Error{ErrorKind::refused, Code::net_plain, {origin_of(url)}});
    return;
  }
  ++journey->attempts;
  transport_.submit({journey->request, options_.credentials, delay},
                    [this, journey](Result<HttpResponse> result) { answer(journey, std::move(result)); });
}

void HttpClient::answer(const std::shared_ptr<Journey>& journey, Result<HttpResponse> result) {
  if (try_again(journey, result)) return;
  if (result && (renew(journey, *result) || follow(journey, *result))) return;
  if (result) result->may_be_done = journey->may_be_done;
  journey->answered(std::move(result));
}

bool HttpClient::try_again(const std::shared_ptr<Journey>& journey, const Result<HttpResponse>& result) {
  const bool transient = result ? is_transient(result->status) : is_transient(result.error());
  if (!transient || journey->request.repeat == Repeat::never || journey->attempts >= options_.most_attempts)
    return false;
  std::chrono::milliseconds pause = options_.first_pause * (1U << (journey->attempts - 1));
  if (result) {
    const auto asked = retry_after(*result);
    if (asked > longest_pause) return false;
    pause = std::max(pause, std::chrono::milliseconds(asked));
  }
  journey->may_be_done = journey->may_be_done || may_be_done(result);
  begin(journey, pause);
  return true;
}

bool HttpClient::renew(const std::shared_ptr<Journey>& journey, const HttpResponse& response) {
  const bool may = options_.credentials.proof == Proof::bearer && options_.renew_token && !journey->renewed;
  if (response.status != 401 || !may) return false;
  journey->renewed = true;
  auto token = options_.renew_token();
  if (!token) {
    journey->answered(token.error());
    return true;
  }
  options_.credentials.secret = *token;
  begin(journey, {});
  return true;
}

bool HttpClient::follow(const std::shared_ptr<Journey>& journey, const HttpResponse& response) {
  const std::string_view location = header(response.headers, "Location");
  if (!is_redirect(response.status) || location.empty()) return false;
  const std::string origin = origin_of(journey->request.url);
  const auto next = resolve(journey->request.url, location);
  if (!next || ++journey->redirects > most_redirects) {
    journey->answered(Error{ErrorKind::protocol, Code::net_loop, {origin}});
    return true;
  }
  if (journey->request.url.scheme == "https" && next->scheme != "https") {
    journey->answered(Error{ErrorKind::refused, Code::net_plain, {origin_of(*next)}});
    return true;
  }
  journey->request.url = *next;
  journey->attempts = 0;
  begin(journey, {});
  return true;
}

}  // namespace jalon
