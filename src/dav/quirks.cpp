#include "dav/quirks.h"

#include <algorithm>
#include <initializer_list>

namespace jalon {
namespace {

constexpr std::uint32_t all(std::initializer_list<Quirk> quirks) {
  std::uint32_t bits = 0;
  for (const Quirk quirk : quirks) bits |= static_cast<std::uint32_t>(quirk);
  return bits;
}

using Q = Quirk;

constexpr ServerKind kinds[] = {
    {"Radicale", all({Q::whole_calendar_put, Q::rewrites_bodies})},
    {"Xandikos", all({Q::refuses_within_207, Q::rewrites_bodies})},
    {"DAViCal", all({Q::forgets_silently, Q::leaves_out_missing, Q::takes_same_uid_twice})},
    {"Cyrus", all({Q::delete_calendar_404, Q::rewrites_bodies, Q::uid_once_an_account})},
    {"SOGo", all({Q::create_overwrites, Q::delete_unconditional, Q::forgets_silently, Q::token_of_seconds,
                  Q::rewrites_bodies, Q::uid_conflict_409})},
    {"", 0},
};

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "data:,", when the calendar was made, and how often its account was changed.
bool is_token_of_cyrus(std::string_view token) {
  constexpr std::string_view scheme = "data:,";
  if (!token.starts_with(scheme)) return false;
  token.remove_prefix(scheme.size());
  const std::size_t dash = token.find('-');
  return dash != std::string_view::npos && is_number(token.substr(0, dash)) && is_number(token.substr(dash + 1));
}

std::string_view name_of(const Headers& headers, const Url& url, std::string_view sync_token) {
  const std::string_view server = header(headers, "Server");
  const std::string_view authenticate = header(headers, "WWW-Authenticate");
  const std::string_view abilities = header(headers, "DAV");
  if (contains(sync_token, "radicale.org") || contains(authenticate, "Radicale")) return "Radicale";
  if (!header(headers, "X-DAViCal-Version").empty() || contains(url.path, "/caldav.php")) return "DAViCal";
  // It names itself to OPTIONS alone.
  if (contains(server, "Cyrus") || is_token_of_cyrus(sync_token)) return "Cyrus";
  // Its own header comes through a proxy, which puts its own name in the place of the other.
  if (contains(server, "SOPE") || !header(headers, "X-Dav-Error").empty()) return "SOGo";
  if (contains(url.path, "/SOGo/") && (sync_token.empty() || is_number(sync_token))) return "SOGo";
  // Neither names itself, but their lists of abilities are their own.
  if (abilities == "1, 2, 3, calendar-access, addressbook, extended-mkcol") return "Radicale";
  if (contains(abilities, "addressbook, extended-mkcol, add-member")) return "Xandikos";
  return "";
}

}  // namespace

std::span<const ServerKind> server_kinds() { return kinds; }

const ServerKind& server_kind(std::string_view name) {
  const auto* found = std::find_if(std::begin(kinds), std::end(kinds), [&](const auto& k) { return k.name == name; });
  return found == std::end(kinds) ? kinds[std::size(kinds) - 1] : *found;
}

const ServerKind& server_kind(const Headers& headers, const Url& url, std::string_view sync_token) {
  return server_kind(name_of(headers, url, sync_token));
}

}  // namespace jalon
