// Where the CalDAV service of a domain is, as its DNS tells (RFC 6764): SRV of _caldavs._tcp, and the path in TXT.
// The plain service, _caldav._tcp, is not asked for: what came of it could not be trusted with a password.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace jalon {

struct Service {
  std::string host;
  std::uint16_t port = 443;
  std::string path;  // empty: not told
  friend bool operator==(const Service&, const Service&) = default;
};

class ServiceRecords {
 public:
  virtual ~ServiceRecords() = default;
  // In the order in which to try them; none where there are none or the DNS does not answer in time.
  virtual std::vector<Service> find(const std::string& domain) = 0;
};

// By c-ares. `servers`: "127.0.0.1:5300" instead of the system's; empty: those.
class DnsServiceRecords final : public ServiceRecords {
 public:
  explicit DnsServiceRecords(std::string servers = "") : servers_(std::move(servers)) {}
  std::vector<Service> find(const std::string& domain) override;

 private:
  std::string servers_;
};

}  // namespace jalon
