#include <algorithm>
#include <array>

#include "dav/discovery.h"

namespace jalon {
namespace {

constexpr std::string_view well_known = "/.well-known/caldav";

// Where common servers are, where they are not at their well-known address. {} is the user. SOGo answers at the address
// of others too, but names things otherwise there.
constexpr std::array<std::string_view, 6> usual_paths = {"/",     "/SOGo/dav/{}/", "/remote.php/dav/",
                                                         "/dav/", "/caldav.php/",  "/dav.php/"};

std::string path_for(std::string_view pattern, const std::string& user) {
  const std::size_t slot = pattern.find("{}");
  if (slot == std::string_view::npos) return std::string(pattern);
  if (user.empty()) return "/";
  return std::string(pattern.substr(0, slot)) + encode_segment(user) + std::string(pattern.substr(slot + 2));
}

void add(std::vector<Url>& urls, const Url& url) {
  if (std::find(urls.begin(), urls.end(), url) == urls.end()) urls.push_back(url);
}

void add_usual(std::vector<Url>& urls, Url url, const std::string& user) {
  url.query.clear();
  url.path = well_known;
  add(urls, url);
  for (const std::string_view pattern : usual_paths) {
    url.path = path_for(pattern, user);
    add(urls, url);
  }
}

void add_services(StartAddresses& start, ServiceRecords& records) {
  for (const Service& service : records.find(start.domain)) {
    if (!is_of_domain(service.host, start.domain)) {
      start.foreign.push_back("https://" + service.host + (service.path.empty() ? "/" : service.path));
      continue;
    }
    auto url = parse_url("https://" + service.host + ":" + std::to_string(service.port) + "/");
    if (!url) continue;
    url->path = service.path.empty() ? std::string(well_known) : canonical_path(service.path);
    add(start.urls, *url);
  }
}

std::string_view registered_name(std::string_view domain) {
  const std::size_t last = domain.rfind('.');
  if (last == std::string_view::npos || last == 0) return domain;
  std::size_t before = domain.rfind('.', last - 1);
  if (before == std::string_view::npos) return domain;
  // example.co.uk, example.org.au: anyone may have another name below co.uk.
  const bool shared = domain.size() - last == 3 && last - before <= 4;
  if (shared && before > 0) before = domain.rfind('.', before - 1);
  return before == std::string_view::npos ? domain : domain.substr(before + 1);
}

}  // namespace

bool is_of_domain(std::string_view host, std::string_view domain) {
  const std::string_view own = registered_name(domain);
  if (host == domain || host == own) return true;
  return host.size() > own.size() && host.ends_with(own) && host[host.size() - own.size() - 1] == '.';
}

std::optional<StartAddresses> start_addresses(const DiscoveryRequest& request, ServiceRecords& records) {
  StartAddresses start;
  const std::string& user = request.identity.user;
  const std::string& text = request.start;
  if (text.find("://") != std::string::npos) {
    auto url = parse_url(text);
    if (!url) return std::nullopt;
    url->user.clear();
    add(start.urls, *url);
    add_usual(start.urls, *url, user);
    return start;
  }
  auto url = parse_url("https://" + text.substr(text.rfind('@') + 1));
  if (!url || url->host.find_first_of(" \t") != std::string::npos) return std::nullopt;
  url->user.clear();
  start.domain = url->host;
  if (const auto usual = parse_url(request.usual_url)) add(start.urls, *usual);
  const bool has_port = url->port != 443;
  if (!has_port && !is_loopback(*url) && start.urls.empty()) add_services(start, records);
  if (url->path != "/") add(start.urls, *url);
  add_usual(start.urls, *url, user);
  if (is_loopback(*url)) {
    url->scheme = "http";
    if (!has_port) url->port = 80;
    add_usual(start.urls, *url, user);
  }
  return start;
}

}  // namespace jalon
