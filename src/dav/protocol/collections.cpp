#include "dav/protocol/collections.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/catalogue.h"
#include "dav/multistatus.h"

namespace jalon {
namespace {

constexpr std::string_view xml_type = "application/xml; charset=utf-8";

HttpRequest propfind(const Url& url, Depth depth, std::string_view properties) {
  HttpRequest request;
  request.method = "PROPFIND";
  request.url = url;
  request.headers = {{"Depth", depth == Depth::itself ? "0" : "1"}, {"Content-Type", std::string(xml_type)}};
  request.body = R"(<?xml version="1.0" encoding="utf-8"?>
<d:propfind xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:s="http://calendarserver.org/ns/" )"
                 R"(xmlns:a="http://apple.com/ns/ical/"><d:prop>)" +
                 std::string(properties) + "</d:prop></d:propfind>\n";
  return request;
}

bool has_type(const DavResponse& response, Space space, std::string_view name) {
  const XmlElement* type = response.property(Space::dav, "resourcetype");
  return type != nullptr && type->child(space, name) != nullptr;
}

std::optional<Url> href_in(const DavResponse& response, Space space, std::string_view name, const Url& base) {
  const XmlElement* property = response.property(space, name);
  const std::string_view href = property == nullptr ? "" : property->text_of(Space::dav, "href");
  return href.empty() ? std::nullopt : resolve(base, href);
}

void take_homes(const DavResponse& response, const Url& base, Principal& principal) {
  const XmlElement* property = response.property(Space::caldav, "calendar-home-set");
  if (property == nullptr) return;
  for (const XmlElement& href : property->children) {
    if (!href.is(Space::dav, "href")) continue;
    if (const auto url = resolve(base, trimmed(href.text))) principal.homes.push_back(*url);
  }
}

// What a server does not tell is taken as kept: RFC 4791 section 5.2.3 has it that without the property all are.
Keeps keeps_of(const DavResponse& response) {
  const XmlElement* set = response.property(Space::caldav, "supported-calendar-component-set");
  if (set == nullptr || set->children.empty()) return Keeps::both;
  bool events = false;
  bool todos = false;
  for (const XmlElement& component : set->children) {
    events = events || component.attribute("name") == "VEVENT";
    todos = todos || component.attribute("name") == "VTODO";
  }
  if (events == todos) return Keeps::both;
  return events ? Keeps::events : Keeps::todos;
}

Access access_of(const DavResponse& response) {
  const XmlElement* set = response.property(Space::dav, "current-user-privilege-set");
  if (set == nullptr || set->children.empty()) return Access::writable;
  for (const XmlElement& privilege : set->children) {
    for (const char* name : {"all", "write", "write-content", "bind"}) {
      if (privilege.child(Space::dav, name) != nullptr) return Access::writable;
    }
  }
  return Access::read_only;
}

// Some servers leave the wrapping elements out: what counts is that the name stands anywhere within.
bool names_report(const XmlElement& element, std::string_view name) {
  if (element.is(Space::dav, name)) return true;
  return std::any_of(element.children.begin(), element.children.end(),
                     [&](const XmlElement& child) { return names_report(child, name); });
}

// "#RRGGBBAA" and "#RRGGBB" alike.
std::string color_of(std::string_view text) {
  constexpr std::size_t length = 7;
  return text.starts_with('#') && text.size() >= length ? std::string(text.substr(0, length)) : std::string();
}

std::string last_part(const std::string& path) {
  std::string_view text = path;
  while (text.ends_with('/')) text.remove_suffix(1);
  return decoded_path(text.substr(text.rfind('/') + 1));
}

Calendar calendar_of(const DavResponse& response, const Url& base) {
  Calendar calendar;
  calendar.url = base;
  calendar.url.query.clear();
  calendar.url.path = response.href;
  calendar.name = response.text_of(Space::dav, "displayname");
  if (calendar.name.empty()) calendar.name = last_part(response.href);
  calendar.color = color_of(response.text_of(Space::apple, "calendar-color"));
  calendar.keeps = keeps_of(response);
  calendar.access = access_of(response);
  const XmlElement* reports = response.property(Space::dav, "supported-report-set");
  calendar.has_sync = reports != nullptr && names_report(*reports, "sync-collection");
  calendar.sync_token = response.text_of(Space::dav, "sync-token");
  const std::string_view largest = response.text_of(Space::caldav, "max-resource-size");
  std::from_chars(largest.data(), largest.data() + largest.size(), calendar.largest_object);
  return calendar;
}

bool is_calendar(const DavResponse& response) {
  if (response.href.empty() || !has_type(response, Space::caldav, "calendar")) return false;
  return !has_type(response, Space::calendar_server, "subscribed") &&
         !has_type(response, Space::caldav, "schedule-inbox") && !has_type(response, Space::caldav, "schedule-outbox");
}

std::string properties_of(const NewCalendar& calendar) {
  std::string properties = "<d:displayname>" + escape_xml(calendar.name) + "</d:displayname>";
  if (calendar.color.empty()) return properties;
  // SOGo takes none without its opacity.
  const std::string opacity = calendar.color.size() == std::string_view("#RRGGBB").size() ? "FF" : "";
  return properties + "<a:calendar-color>" + escape_xml(calendar.color) + opacity + "</a:calendar-color>";
}

bool names_word(std::string_view list, std::string_view word) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    if (trimmed(list.substr(at, end - at)) == word) return true;
    at = end + 1;
  }
  return false;
}

// A header may come several times, each a part of the list.
bool says(const Headers& headers, std::string_view name, std::string_view word) {
  return std::any_of(headers.begin(), headers.end(),
                     [&](const auto& h) { return is_header(h.first, name) && names_word(h.second, word); });
}

}  // namespace

HttpRequest build_principal_query(const Url& url) {
  return propfind(url, Depth::itself, "<d:current-user-principal/><c:calendar-home-set/><d:resourcetype/>");
}

Result<Principal> parse_principal(const HttpResponse& response) {
  Principal principal;
  const auto read = parse_multistatus(response, [&](DavResponse&& one) {
    if (auto url = href_in(one, Space::dav, "current-user-principal", response.url)) principal.principal = url;
    const XmlElement* user = one.property(Space::dav, "current-user-principal");
    principal.unauthenticated = user != nullptr && user->child(Space::dav, "unauthenticated") != nullptr;
    take_homes(one, response.url, principal);
    principal.is_calendar = principal.is_calendar || is_calendar(one);
  });
  if (!read) return read.error();
  return principal;
}

HttpRequest build_options(const Url& url) {
  HttpRequest request;
  request.method = "OPTIONS";
  request.url = url;
  return request;
}

Result<Abilities> parse_options(const HttpResponse& response) {
  if (response.status / 100 != 2) return unexpected(response);
  Abilities abilities;
  abilities.has_caldav = says(response.headers, "DAV", "calendar-access");
  abilities.has_scheduling = says(response.headers, "DAV", "calendar-auto-schedule");
  abilities.has_mkcalendar = says(response.headers, "Allow", "MKCALENDAR");
  abilities.server = header(response.headers, "Server");
  return abilities;
}

HttpRequest build_calendars_query(const Url& url, Depth depth) {
  return propfind(url, depth,
                  "<d:resourcetype/><d:displayname/><a:calendar-color/><c:supported-calendar-component-set/>"
                  "<d:current-user-privilege-set/><d:supported-report-set/><d:sync-token/><c:max-resource-size/>");
}

Result<std::vector<Calendar>> parse_calendars(const HttpResponse& response) {
  std::vector<Calendar> calendars;
  const auto read = parse_multistatus(response, [&](DavResponse&& one) {
    if (is_calendar(one)) calendars.push_back(calendar_of(one, response.url));
  });
  if (!read) return read.error();
  return calendars;
}

HttpRequest build_make_calendar(const Url& url, const NewCalendar& calendar) {
  std::string properties = properties_of(calendar);
  std::string components;
  if (calendar.keeps != Keeps::todos) components += R"(<c:comp name="VEVENT"/>)";
  if (calendar.keeps != Keeps::events) components += R"(<c:comp name="VTODO"/>)";
  properties += "<c:supported-calendar-component-set>" + components + "</c:supported-calendar-component-set>";
  HttpRequest request;
  request.method = "MKCALENDAR";
  request.url = url;
  request.headers = {{"Content-Type", std::string(xml_type)}};
  request.body = R"(<?xml version="1.0" encoding="utf-8"?>
<c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:a="http://apple.com/ns/ical/"><d:set><d:prop>)" +
                 properties + "</d:prop></d:set></c:mkcalendar>\n";
  request.repeat = Repeat::never;
  return request;
}

Result<void> parse_made(const HttpResponse& response) {
  if (response.status / 100 == 2) return {};
  const DavError said = parse_dav_error(response);
  std::string words = status_line(response.status);
  if (!said.precondition.empty()) words += " (" + said.precondition + ")";
  if (!said.words.empty()) words += ": " + said.words;
  if (response.status == 401) return unexpected(response);
  return Error{ErrorKind::refused, Code::dav_not_made, {origin_of(response.url), words}};
}

HttpRequest build_properties(const Url& url, const NewCalendar& calendar) {
  HttpRequest request;
  request.method = "PROPPATCH";
  request.url = url;
  request.headers = {{"Content-Type", std::string(xml_type)}};
  request.body = R"(<?xml version="1.0" encoding="utf-8"?>
<d:propertyupdate xmlns:d="DAV:" xmlns:a="http://apple.com/ns/ical/"><d:set><d:prop>)" +
                 properties_of(calendar) + "</d:prop></d:set></d:propertyupdate>\n";
  return request;
}

HttpRequest build_delete_calendar(const Url& url) {
  HttpRequest request;
  request.method = "DELETE";
  request.url = url;
  return request;
}

}  // namespace jalon
