// HTTP by libcurl: connections that are kept, HTTP/2 where the server speaks it, several requests at once (see pace.h).
//
// Certificates are always verified, against the system's authorities or those of `ca_file`. A proxy is taken from the
// environment, as curl's own manual has it. Bodies are sent whole, with their length: some servers refuse them in
// chunks or compressed. One that drips or stays silent is given up; so is an answer that is larger than the limit.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "dav/http/transport.h"

namespace jalon {

struct TransportOptions {
  std::string ca_file;  // PEM; empty: the system's authorities
  std::string client_cert;
  std::string client_key;
  std::size_t most_at_once = 8;
  std::size_t largest_answer = std::size_t{256} << 20U;  // bytes, decompressed
  std::chrono::milliseconds connect_time{15'000};
  std::chrono::milliseconds silent_time{45'000};  // no byte for so long: given up; but Patience::long_work
  std::chrono::milliseconds whole_time{600'000};
  std::function<void(std::string_view)> trace;  // lines about requests and answers, without secrets; may be empty
};

struct TransportCounts {
  std::size_t requests = 0;
  std::size_t sent = 0;      // bytes, with headers
  std::size_t received = 0;  // likewise
};

class CurlTransport final : public Transport {
 public:
  explicit CurlTransport(TransportOptions options);
  ~CurlTransport() override;
  CurlTransport(const CurlTransport&) = delete;
  CurlTransport& operator=(const CurlTransport&) = delete;

  void submit(Attempt attempt, Answered answered) override;
  void run() override;
  const TransportCounts& counts() const;

 private:
  class Multi;
  std::unique_ptr<Multi> multi_;
};

}  // namespace jalon
