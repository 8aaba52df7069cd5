// A request and its answer, as values: what the protocol builds and reads, whatever carries it.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dav/http/url.h"

namespace jalon {

using Headers = std::vector<std::pair<std::string, std::string>>;  // names as they came

// Whether doing it twice does no harm: reading does none, nor does a write that holds only under a condition.
enum class Repeat : std::uint8_t { never, safe };

// How long the server may stay silent: some do work for minutes before they say a word.
enum class Patience : std::uint8_t { usual, long_work };

struct HttpRequest {
  std::string method;
  Url url;
  Headers headers;
  std::string body;
  Repeat repeat = Repeat::safe;
  Patience patience = Patience::usual;
};

struct HttpResponse {
  int status = 0;
  Headers headers;
  std::string body;
  Url url;                   // that answered, after what was sent on
  bool may_be_done = false;  // by an attempt before this answer's: the server may have acted, and its word was lost
};

// Empty where there is none. Names are compared without case.
std::string_view header(const Headers& headers, std::string_view name);
bool is_header(std::string_view a, std::string_view b);

// Retry-After (RFC 9110 section 10.2.3), in seconds; 0 where there is none that is a number.
std::chrono::seconds retry_after(const HttpResponse& response);

// One line a person may quote: "403 Forbidden", the status and its usual words.
std::string status_line(int status);

}  // namespace jalon
