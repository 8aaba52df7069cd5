#include "app/online/connection.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/catalogue.h"
#include "dav/multistatus.h"

namespace jalon {
namespace {

Error named(Error error, const Account& account) {
  if (error.code == Code::auth_refused) error.arguments = {error.arguments.front(), account.user};
  return error;
}

std::string names_of(const std::vector<Calendar>& calendars) {
  std::string names;
  for (const Calendar& calendar : calendars) names += (names.empty() ? "" : ", ") + calendar.name;
  return names.empty() ? "–" : names;
}

// Letters and digits of the name as they are, "-" for what stands between; "calendar" where nothing is left.
std::string path_part(const std::string& name) {
  std::string part;
  for (const char c : name) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (plain) {
      part += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    } else if (!part.empty() && part.back() != '-') {
      part += '-';
    }
  }
  while (part.ends_with('-')) part.pop_back();
  return part.empty() ? "calendar" : part;
}

}  // namespace

Proof proof_of(AuthScheme scheme) {
  constexpr std::array<Proof, 4> proofs = {Proof::none, Proof::basic, Proof::digest, Proof::bearer};
  return proofs[static_cast<std::size_t>(scheme)];
}

AuthScheme scheme_of(Proof proof) {
  constexpr std::array<AuthScheme, 4> schemes = {AuthScheme::none, AuthScheme::basic, AuthScheme::digest,
                                                 AuthScheme::bearer};
  return schemes[static_cast<std::size_t>(proof)];
}

TransportOptions transport_options(const Account& account, const OnlineWorld& world) {
  TransportOptions options;
  options.ca_file = account.ca_file;
  options.client_cert = account.client_cert;
  options.client_key = account.client_key;
  options.trace = world.trace;
  return options;
}

Connection::Connection(Account account, Url home, std::unique_ptr<CurlTransport> transport, ClientOptions options)
    : account_(std::move(account)),
      home_(std::move(home)),
      transport_(std::move(transport)),
      client_(std::make_unique<HttpClient>(*transport_, std::move(options))) {}

Result<std::unique_ptr<Connection>> Connection::open(Account account, const OnlineWorld& world) {
  const auto home = parse_url(account.url);
  if (!home) return Error{ErrorKind::config, Code::net_address, {account.url}};
  ClientOptions options;
  options.home = *home;
  options.trusted_hosts = account.trusted_hosts;
  options.credentials.proof = proof_of(account.scheme);
  if (options.credentials.proof != Proof::none) {
    auto found = fetch_secret(account, home->host, world.secrets);
    if (!found) return found.error();
    options.credentials.user = std::move(found->user);
    options.credentials.secret = std::move(found->secret);
  }
  if (account.secret == SecretSource::bearer_command) {
    options.renew_token = [command = account.secret_word] { return run_for_secret(command); };
  }
  auto transport = std::make_unique<CurlTransport>(transport_options(account, world));
  return std::unique_ptr<Connection>(
      new Connection(std::move(account), *home, std::move(transport), std::move(options)));
}

Result<std::vector<Calendar>> Connection::calendars() {
  for (const Depth depth : {Depth::below, Depth::itself}) {
    const auto answer = client_->send(build_calendars_query(home_, depth));
    if (!answer) return answer.error();
    auto calendars = parse_calendars(*answer);
    if (!calendars) return named(calendars.error(), account_);
    const std::string token = calendars->empty() ? "" : calendars->front().sync_token;
    kind_ = &server_kind(answer->headers, home_, token);
    if (!calendars->empty()) return calendars;
  }
  return std::vector<Calendar>();
}

Result<Calendar> Connection::find_calendar(std::string_view which, const std::vector<Calendar>& among) const {
  std::vector<const Calendar*> fitting;
  const auto url = resolve(home_, which);
  const bool address = which.find('/') != std::string_view::npos;
  for (const Calendar& calendar : among) {
    const bool by_address = address && url && (calendar.url.path == url->path || calendar.url.path == url->path + "/");
    if (which.empty() || by_address || calendar.name == which) fitting.push_back(&calendar);
  }
  if (fitting.size() == 1) return *fitting.front();
  const std::string name(which);
  if (fitting.empty() || which.empty()) {
    return Error{ErrorKind::config, Code::dav_no_calendar, {name, names_of(among)}};
  }
  return Error{ErrorKind::config, Code::dav_same_name, {name, to_string(fitting.front()->url)}};
}

Calendar Connection::calendar_to_make(const NewCalendar& wanted, const std::vector<Calendar>& there) const {
  Calendar calendar;
  calendar.name = wanted.name;
  calendar.color = wanted.color;
  calendar.keeps = wanted.keeps;
  calendar.url = home_;
  std::string& path = calendar.url.path;
  if (!path.ends_with('/')) path += '/';
  const std::string base = path + path_part(wanted.name);
  path = base + "/";
  const auto taken = [&](const Calendar& other) { return other.url.path == path; };
  for (int i = 2; std::any_of(there.begin(), there.end(), taken); ++i) path = base + "-" + std::to_string(i) + "/";
  return calendar;
}

Result<Calendar> Connection::make_calendar(const NewCalendar& wanted) {
  const auto there = calendars();
  if (!there) return there.error();
  const Url url = calendar_to_make(wanted, *there).url;
  const auto answer = client_->send(build_make_calendar(url, wanted));
  if (!answer) return answer.error();
  if (auto made = parse_made(*answer); !made) return named(made.error(), account_);
  auto made = read_calendar(url);
  if (!made || made->color == wanted.color || wanted.color.empty()) return made;
  // Xandikos takes a colour only once the calendar is there; what takes none at all is still a calendar.
  if (const auto colored = client_->send(build_properties(url, wanted)); !colored) return colored.error();
  return read_calendar(url);
}

Result<Calendar> Connection::read_calendar(const Url& url) {
  const auto answer = client_->send(build_calendars_query(url, Depth::itself));
  if (!answer) return answer.error();
  auto calendars = parse_calendars(*answer);
  if (!calendars) return calendars.error();
  if (calendars->empty()) return not_understood(*answer, url.path);
  return std::move(calendars->front());
}

std::unique_ptr<Store> Connection::store_of(const Calendar& calendar, CalendarOrigin origin) {
  const ServerKind& kind =
      kind_ == nullptr || kind_->name.empty() ? server_kind({}, calendar.url, calendar.sync_token) : *kind_;
  return std::make_unique<CalDavStore>(*client_, calendar, kind, origin);
}

}  // namespace jalon
