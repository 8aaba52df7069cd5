#include "dav/http/url.h"

#include <curl/curl.h>

#include <charconv>
#include <memory>

namespace jalon {
namespace {

using Handle = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

Handle make_handle() { return {curl_url(), curl_url_cleanup}; }

bool put(CURLU* handle, const std::string& text) {
  return curl_url_set(handle, CURLUPART_URL, text.c_str(), 0) == CURLUE_OK;
}

std::string part(CURLU* handle, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(handle, which, &text, flags) != CURLUE_OK || text == nullptr) return {};
  std::string result(text);
  curl_free(text);
  return result;
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return text;
}

std::optional<Url> taken_apart(CURLU* handle) {
  Url url;
  url.scheme = lower(part(handle, CURLUPART_SCHEME));
  url.host = lower(part(handle, CURLUPART_HOST));
  const std::string port = part(handle, CURLUPART_PORT, CURLU_DEFAULT_PORT);
  std::from_chars(port.data(), port.data() + port.size(), url.port);
  url.path = canonical_path(part(handle, CURLUPART_PATH));
  url.query = part(handle, CURLUPART_QUERY);
  url.user = part(handle, CURLUPART_USER, CURLU_URLDECODE);
  const bool known = url.scheme == "https" || url.scheme == "http";
  if (!known || url.host.empty() || !part(handle, CURLUPART_PASSWORD).empty()) return std::nullopt;
  return url;
}

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool is_escape(std::string_view text, std::size_t at) {
  return text[at] == '%' && at + 2 < text.size() && digit(text[at + 1]) >= 0 && digit(text[at + 2]) >= 0;
}

char octet_at(std::string_view text, std::size_t at) {
  return static_cast<char>(digit(text[at + 1]) * 16 + digit(text[at + 2]));
}

// What stands as itself in a segment: pchar of RFC 3986.
bool is_plain(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return letter || std::string_view("-._~!$&'()*+,;=:@").find(c) != std::string_view::npos;
}

void append_octet(std::string& path, char octet) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  if (is_plain(octet)) {
    path += octet;
    return;
  }
  const auto value = static_cast<unsigned char>(octet);
  path += {'%', digits[value >> 4U], digits[value & 15U]};
}

}  // namespace

std::optional<Url> parse_url(std::string_view text) {
  const Handle handle = make_handle();
  if (text.find("://") == std::string_view::npos || !put(handle.get(), std::string(text))) return std::nullopt;
  return taken_apart(handle.get());
}

std::optional<Url> resolve(const Url& base, std::string_view reference) {
  const Handle handle = make_handle();
  if (!put(handle.get(), to_string(base)) || !put(handle.get(), std::string(reference))) return std::nullopt;
  return taken_apart(handle.get());
}

std::string origin_of(const Url& url) {
  const bool usual = url.port == (url.scheme == "https" ? 443 : 80);
  return url.scheme + "://" + url.host + (usual ? "" : ":" + std::to_string(url.port));
}

std::string to_string(const Url& url) { return origin_of(url) + url.path + (url.query.empty() ? "" : "?" + url.query); }

std::string canonical_path(std::string_view path) {
  std::string result;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] == '/') {
      result += '/';
    } else if (is_escape(path, i)) {
      append_octet(result, octet_at(path, i));
      i += 2;
    } else {
      append_octet(result, path[i]);
    }
  }
  return result.starts_with('/') ? result : "/" + result;
}

std::string decoded_path(std::string_view path) {
  std::string result;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const bool escape = is_escape(path, i);
    result += escape ? octet_at(path, i) : path[i];
    if (escape) i += 2;
  }
  return result;
}

std::string encode_segment(std::string_view text) {
  std::string result;
  for (const char c : text) append_octet(result, c);
  return result;
}

bool is_same_origin(const Url& a, const Url& b) { return a.scheme == b.scheme && a.host == b.host && a.port == b.port; }

bool is_loopback(const Url& url) {
  const bool number = url.host.find_first_not_of("0123456789.") == std::string::npos;
  return url.host == "localhost" || url.host == "[::1]" || (number && url.host.starts_with("127."));
}

}  // namespace jalon
