#include "dav/multistatus.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/catalogue.h"

namespace jalon {
namespace {

std::string path_of(const Url& base, std::string_view href) {
  const auto url = resolve(base, href);
  if (!url || url->host != base.host) return {};
  return url->path;
}

void take_error(const XmlElement& error, const Url& base, DavResponse& response) {
  for (const XmlElement& condition : error.children) {
    if (response.error.empty()) response.error = condition.name;
    const std::string_view href = condition.text_of(Space::dav, "href");
    if (!href.empty()) response.error_href = path_of(base, href);
  }
}

void take_propstat(XmlElement& propstat, const Url& base, DavResponse& response) {
  const int status = parse_status(propstat.text_of(Space::dav, "status"));
  if (const XmlElement* error = propstat.child(Space::dav, "error")) take_error(*error, base, response);
  // Without a status of its own, as some servers leave it out, what is there was found.
  if (status != 0 && status / 100 != 2) return;
  for (XmlElement& part : propstat.children) {
    if (!part.is(Space::dav, "prop")) continue;
    std::move(part.children.begin(), part.children.end(), std::back_inserter(response.found));
  }
}

DavResponse response_of(XmlElement& element, const Url& base) {
  DavResponse response;
  response.href = path_of(base, element.text_of(Space::dav, "href"));
  response.status = parse_status(element.text_of(Space::dav, "status"));
  response.words = element.text_of(Space::dav, "responsedescription");
  if (const XmlElement* error = element.child(Space::dav, "error")) take_error(*error, base, response);
  for (XmlElement& part : element.children) {
    if (part.is(Space::dav, "propstat")) take_propstat(part, base, response);
  }
  return response;
}

std::string one_line(std::string_view text) {
  constexpr std::size_t longest = 200;
  std::string line;
  for (const char c : text) {
    const bool blank = static_cast<unsigned char>(c) <= 0x20 || c == 0x7f;
    if (!blank) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
    if (line.size() >= longest) break;
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  while (line.size() >= longest && (static_cast<unsigned char>(line.back()) & 0xC0U) == 0x80U) line.pop_back();
  return line;
}

std::string text_within(const XmlElement& element) {
  std::string text = element.text;
  for (const XmlElement& child : element.children) text += " " + text_within(child);
  return text;
}

}  // namespace

const XmlElement* DavResponse::property(Space space, std::string_view name) const {
  const auto it = std::find_if(found.begin(), found.end(), [&](const auto& p) { return p.is(space, name); });
  return it == found.end() ? nullptr : &*it;
}

std::string_view DavResponse::text_of(Space space, std::string_view name) const {
  const XmlElement* element = property(space, name);
  return element == nullptr ? std::string_view() : trimmed(element->text);
}

int parse_status(std::string_view line) {
  const std::size_t space = line.find(' ');
  if (!line.starts_with("HTTP/") || space == std::string_view::npos) return 0;
  int status = 0;
  std::from_chars(line.data() + space + 1, line.data() + line.size(), status);
  return status >= 100 && status < 600 ? status : 0;
}

Error unexpected(const HttpResponse& response) {
  const std::string where = to_string(response.url);
  const DavError said = parse_dav_error(response);
  std::string words = status_line(response.status);
  if (!said.precondition.empty()) words += " (" + said.precondition + ")";
  if (!said.words.empty()) words += ": " + said.words;
  if (response.status == 401) return {ErrorKind::auth, Code::auth_refused, {origin_of(response.url), std::string()}};
  if (response.status == 403) return {ErrorKind::refused, Code::auth_forbidden, {where, words}};
  if (response.status == 429 || response.status == 503) return {ErrorKind::network, Code::net_busy, {where}};
  return {ErrorKind::protocol, Code::dav_status, {where, words}};
}

Error not_understood(const HttpResponse& response, std::string why) {
  return {ErrorKind::protocol, Code::dav_answer, {to_string(response.url), std::move(why)}};
}

DavError parse_dav_error(const HttpResponse& response) {
  XmlElement root;
  DavError error;
  const bool xml = !parse_xml(response.body, root);
  if (xml && root.is(Space::dav, "error")) {
    DavResponse said;
    take_error(root, response.url, said);
    error.precondition = said.error;
    error.href = said.error_href;
  }
  const std::string_view type = header(response.headers, "Content-Type");
  if (xml) {
    error.words = one_line(text_within(root));
  } else if (type.starts_with("text/plain")) {
    error.words = one_line(response.body);
  }
  return error;
}

Result<Multistatus> parse_multistatus(const HttpResponse& response, const std::function<void(DavResponse&&)>& each) {
  if (response.status != 207) return unexpected(response);
  Multistatus result;
  XmlElement root;
  std::vector<DavResponse> responses;
  const auto take = [&](XmlElement&& child) {
    if (child.is(Space::dav, "response")) responses.push_back(response_of(child, response.url));
    if (child.is(Space::dav, "sync-token")) result.sync_token = trimmed(child.text);
  };
  XmlFault fault = read_xml(response.body, root, take);
  if (fault && fault.is_character) {
    responses.clear();
    const std::string clean = without_forbidden_characters(response.body, result.had_forbidden_characters);
    fault = read_xml(clean, root, take);
  }
  if (fault) return not_understood(response, fault.words);
  if (!root.is(Space::dav, "multistatus")) return not_understood(response, "no multistatus");
  for (DavResponse& one : responses) each(std::move(one));
  return result;
}

}  // namespace jalon
