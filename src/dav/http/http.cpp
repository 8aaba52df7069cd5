#include "dav/http/http.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace jalon {
namespace {

struct Reason {
  int status;
  std::string_view words;
};
constexpr std::array<Reason, 21> reasons = {{{400, "Bad Request"},
                                             {401, "Unauthorized"},
                                             {403, "Forbidden"},
                                             {404, "Not Found"},
                                             {405, "Method Not Allowed"},
                                             {406, "Not Acceptable"},
                                             {409, "Conflict"},
                                             {410, "Gone"},
                                             {412, "Precondition Failed"},
                                             {413, "Content Too Large"},
                                             {415, "Unsupported Media Type"},
                                             {422, "Unprocessable Content"},
                                             {423, "Locked"},
                                             {429, "Too Many Requests"},
                                             {500, "Internal Server Error"},
                                             {501, "Not Implemented"},
                                             {502, "Bad Gateway"},
                                             {503, "Service Unavailable"},
                                             {504, "Gateway Timeout"},
                                             {507, "Insufficient Storage"},
                                             {508, "Loop Detected"}}};

char lower(char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); }

}  // namespace

bool is_header(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view header(const Headers& headers, std::string_view name) {
  for (const auto& [key, value] : headers) {
    if (is_header(key, name)) return value;
  }
  return {};
}

std::chrono::seconds retry_after(const HttpResponse& response) {
  const std::string_view text = header(response.headers, "Retry-After");
  std::uint32_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return std::chrono::seconds{whole ? seconds : 0};
}

std::string status_line(int status) {
  const auto found = std::find_if(reasons.begin(), reasons.end(), [&](const Reason& r) { return r.status == status; });
  std::string line = std::to_string(status);
  if (found != reasons.end()) line += " " + std::string(found->words);
  return line;
}

}  // namespace jalon
