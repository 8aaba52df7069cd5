#include "dav/discovery.h"

#include <algorithm>
#include <utility>

#include "base/catalogue.h"
#include "dav/identity_probe.h"

namespace jalon {
namespace {

using Kind = DiscoveryStep::Kind;

struct Finder {
  Transport& transport;
  const DiscoveryRequest& request;
  const StepSink& step;
  Credentials credentials;
  bool credentials_known = false;

  HttpClient client_at(const Url& url) const {
    ClientOptions options;
    options.home = url;
    options.trusted_hosts = request.trusted_hosts;
    options.credentials = credentials;
    options.most_attempts = 2;
    return {transport, std::move(options)};
  }

  void told(Kind kind, const std::string& asked, std::string found) const {
    step({kind, asked, std::move(found), std::nullopt});
  }
  Error failed(Kind kind, const std::string& asked, const Error& error) const {
    step({kind, asked, "", error});
    return error;
  }
};

// What makes further addresses pointless: the person must do something first.
bool ends_search(const Error& error) {
  return error.kind == ErrorKind::auth || error.code == Code::net_redirect || error.code == Code::net_plain ||
         error.kind == ErrorKind::config;
}

Result<Principal> ask_principal(Finder& finder, HttpClient& client, Url& url) {
  auto answer = client.send(build_principal_query(url));
  if (!answer) return answer.error();
  if (answer->status == 401) {
    return Error{ErrorKind::auth, Code::auth_refused, {origin_of(answer->url), finder.credentials.user}};
  }
  url = answer->url;
  return parse_principal(*answer);
}

Result<void> learn_identity(Finder& finder, const Url& url) {
  if (finder.credentials_known) return {};
  auto credentials = probe_identity(finder.transport, url, finder.request.trusted_hosts, finder.request.identity);
  if (!credentials) return finder.failed(Kind::identity, to_string(url), credentials.error());
  finder.credentials = *credentials;
  finder.credentials_known = true;
  finder.told(Kind::identity, to_string(url), std::string(proof_name(credentials->proof)));
  return {};
}

Result<Url> find_home(Finder& finder, HttpClient& client, const Principal& first) {
  if (!first.homes.empty()) return first.homes.front();
  if (!first.principal) return Error{ErrorKind::protocol, Code::dav_none, {to_string(client.options().home)}};
  Url url = *first.principal;
  finder.told(Kind::principal, to_string(client.options().home), to_string(url));
  const auto second = ask_principal(finder, client, url);
  if (!second) return finder.failed(Kind::principal, to_string(url), second.error());
  if (second->homes.empty()) {
    return finder.failed(Kind::home, to_string(url), {ErrorKind::protocol, Code::dav_none, {to_string(url)}});
  }
  return second->homes.front();
}

Result<Discovered> list_home(Finder& finder, HttpClient& client, const Url& home, bool is_calendar) {
  const auto answer = client.send(build_calendars_query(home, is_calendar ? Depth::itself : Depth::below));
  if (!answer) return finder.failed(Kind::calendars, to_string(home), answer.error());
  auto calendars = parse_calendars(*answer);
  if (!calendars) return finder.failed(Kind::calendars, to_string(home), calendars.error());
  Discovered found;
  found.home = home;
  found.credentials = finder.credentials;
  found.calendars = std::move(*calendars);
  found.is_one_calendar = is_calendar;
  const std::string token = found.calendars.empty() ? "" : found.calendars.front().sync_token;
  found.kind = &server_kind(answer->headers, home, token);
  finder.told(Kind::calendars, to_string(home), std::to_string(found.calendars.size()));
  return found;
}

void ask_abilities(Finder& finder, HttpClient& client, Discovered& found) {
  const auto answer = client.send(build_options(found.home));
  const auto abilities = answer ? parse_options(*answer) : Result<Abilities>(answer.error());
  if (!abilities) {
    finder.failed(Kind::abilities, to_string(found.home), abilities.error());
    return;
  }
  found.abilities = *abilities;
  if (found.kind->name.empty()) found.kind = &server_kind(answer->headers, found.home, "");
  finder.told(Kind::abilities, to_string(found.home), std::string(found.kind->name));
}

Result<Discovered> try_address(Finder& finder, Url url) {
  const std::string asked = to_string(url);
  if (auto known = learn_identity(finder, url); !known) return known.error();
  HttpClient client = finder.client_at(url);
  const auto principal = ask_principal(finder, client, url);
  if (!principal) return finder.failed(Kind::address, asked, principal.error());
  if (!principal->principal && principal->homes.empty() && !principal->is_calendar) {
    return finder.failed(Kind::address, asked, {ErrorKind::protocol, Code::dav_none, {asked}});
  }
  finder.told(Kind::address, asked, to_string(url));
  const auto home = principal->is_calendar ? Result<Url>(url) : find_home(finder, client, *principal);
  if (!home) return home.error();
  finder.told(Kind::home, asked, to_string(*home));
  auto found = list_home(finder, client, *home, principal->is_calendar);
  if (found) ask_abilities(finder, client, *found);
  return found;
}

}  // namespace

Result<Discovered> discover(Transport& transport, ServiceRecords& records, const DiscoveryRequest& request,
                            const StepSink& step) {
  const auto start = start_addresses(request, records);
  if (!start) return Error{ErrorKind::config, Code::net_address, {request.start}};
  Finder finder{transport, request, step, {}, false};
  if (!start->domain.empty()) {
    const std::string first = start->urls.empty() ? "" : to_string(start->urls.front());
    finder.told(Kind::service_records, start->domain, start->foreign.empty() ? first : start->foreign.front());
  }
  Error last{ErrorKind::protocol, Code::dav_none, {request.start}};
  bool first = true;
  std::vector<std::string> unreachable;
  for (const Url& url : start->urls) {
    if (std::find(unreachable.begin(), unreachable.end(), origin_of(url)) != unreachable.end()) continue;
    auto found = try_address(finder, url);
    if (found || ends_search(found.error())) return found;
    if (found.error().kind == ErrorKind::network) unreachable.push_back(origin_of(url));
    // What is wrong with the first address tells most, unless it merely spoke no CalDAV.
    if (first && found.error().kind == ErrorKind::network) last = found.error();
    first = false;
    finder.credentials_known = false;
  }
  if (!start->foreign.empty()) {
    return Error{ErrorKind::refused, Code::dav_found_elsewhere, {start->domain, start->foreign.front()}};
  }
  return last;
}

}  // namespace jalon
