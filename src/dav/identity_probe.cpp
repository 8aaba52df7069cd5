#include "dav/identity_probe.h"

#include <algorithm>
#include <array>

#include "base/catalogue.h"
#include "dav/discovery.h"
#include "dav/protocol/collections.h"
#include "dav/xml.h"

namespace jalon {
namespace {

constexpr std::array<std::string_view, 4> names = {"none", "basic", "digest", "bearer"};

bool offers(const std::vector<std::string>& schemes, std::string_view name) {
  return std::find(schemes.begin(), schemes.end(), name) != schemes.end();
}

// Basic over a safe connection tells no less than Digest, costs no second request, and works with hashed passwords.
std::optional<Proof> chosen(const std::vector<std::string>& schemes, const Identity& identity) {
  if (identity.has_token) return Proof::bearer;
  if (offers(schemes, "basic")) return Proof::basic;
  if (offers(schemes, "digest")) return Proof::digest;
  return std::nullopt;
}

std::string joined(const std::vector<std::string>& schemes) {
  std::string text;
  for (const std::string& scheme : schemes) text += (text.empty() ? "" : ", ") + scheme;
  return text;
}

Result<Credentials> credentials_of(Proof proof, const Identity& identity) {
  Credentials credentials;
  credentials.proof = proof;
  credentials.user = identity.user;
  if (proof == Proof::none || !identity.secret) return credentials;
  auto secret = identity.secret();
  if (!secret) return secret.error();
  credentials.secret = std::move(*secret);
  return credentials;
}

// Without a challenge: a server that knows who is asking needs no more; one that knows no one may ask for it silently.
Proof proof_without_challenge(const HttpResponse& response, const Identity& identity) {
  const auto principal = parse_principal(response);
  const bool known = principal && (principal->principal || !principal->homes.empty() || principal->is_calendar);
  if (known || identity.user.empty()) return Proof::none;
  return identity.has_token ? Proof::bearer : Proof::basic;
}

}  // namespace

std::vector<std::string> offered_schemes(const Headers& headers) {
  std::vector<std::string> schemes;
  for (const auto& [name, value] : headers) {
    if (!is_header(name, "WWW-Authenticate")) continue;
    std::string scheme(trimmed(std::string_view(value).substr(0, value.find(' '))));
    for (char& c : scheme) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    schemes.push_back(scheme);
  }
  return schemes;
}

std::string_view proof_name(Proof proof) { return names[static_cast<std::size_t>(proof)]; }

Result<Credentials> probe_identity(Transport& transport, const Url& url, const std::vector<std::string>& trusted_hosts,
                                   const Identity& identity) {
  if (identity.known) return credentials_of(*identity.known, identity);
  ClientOptions options;
  options.home = url;
  options.trusted_hosts = trusted_hosts;
  options.most_attempts = 2;
  HttpClient client(transport, std::move(options));
  const auto answer = client.send(build_principal_query(url));
  if (!answer) return answer.error();
  if (answer->status != 401) return credentials_of(proof_without_challenge(*answer, identity), identity);
  const auto schemes = offered_schemes(answer->headers);
  const auto proof = chosen(schemes, identity);
  if (!proof) return Error{ErrorKind::auth, Code::auth_method, {origin_of(answer->url), joined(schemes)}};
  if (answer->url.scheme != "https" && !is_loopback(answer->url)) {
    return Error{ErrorKind::refused, Code::net_plain, {origin_of(answer->url)}};
  }
  return credentials_of(*proof, identity);
}

}  // namespace jalon
