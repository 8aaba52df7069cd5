#include "dav/protocol/objects.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/catalogue.h"
#include "dav/multistatus.h"
#include "dav/protocol/listing.h"

namespace jalon {
namespace {

constexpr std::string_view calendar_type = "text/calendar; charset=utf-8";

Url at(const Url& calendar, const std::string& href) {
  Url url = calendar;
  url.path = href;
  url.query.clear();
  return url;
}

// XML turns every line end into one LF; iCalendar has CRLF.
std::string with_crlf(std::string_view text) {
  std::string body;
  body.reserve(text.size() + text.size() / 32);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n' && (i == 0 || text[i - 1] != '\r')) body += '\r';
    body += text[i];
  }
  if (!body.empty() && !body.ends_with('\n')) body += "\r\n";
  return body;
}

Told told_of(const DavResponse& response, std::size_t index) {
  Told told;
  told.telling = Telling::told;
  told.object.index = index;
  const XmlElement* data = response.property(Space::caldav, "calendar-data");
  if (data != nullptr && !data->text.empty()) {
    told.object.etag = strong_etag(response.text_of(Space::dav, "getetag"));
    told.object.body = with_crlf(data->text);
  } else if (response.status == 404 || response.status == 410) {
    told.object.status = ReadStatus::gone;
  } else if (response.status != 0 && response.status / 100 != 2) {
    told.object.status = ReadStatus::failed;
    told.object.words = status_line(response.status) + (response.words.empty() ? "" : ": " + response.words);
  } else {
    told.telling = Telling::not_told;  // no body and no reason: to be asked for by itself
  }
  return told;
}

struct Meaning {
  std::string_view precondition;
  RefusalKind kind;
};
constexpr std::array<Meaning, 15> meanings = {{{"no-uid-conflict", RefusalKind::uid_taken},
                                               {"unique-scheduling-object-resource", RefusalKind::uid_taken},
                                               {"supported-calendar-data", RefusalKind::invalid},
                                               {"valid-calendar-data", RefusalKind::invalid},
                                               {"valid-calendar-object-resource", RefusalKind::invalid},
                                               {"supported-calendar-component", RefusalKind::not_allowed},
                                               {"calendar-collection-location-ok", RefusalKind::not_allowed},
                                               {"need-privileges", RefusalKind::not_allowed},
                                               {"max-resource-size", RefusalKind::too_large},
                                               {"min-date-time", RefusalKind::invalid},
                                               {"max-date-time", RefusalKind::invalid},
                                               {"max-instances", RefusalKind::invalid},
                                               {"max-attendees-per-instance", RefusalKind::invalid},
                                               {"quota-not-exceeded", RefusalKind::no_room},
                                               {"sufficient-disk-space", RefusalKind::no_room}}};

RefusalKind kind_of_status(int status, WriteKind kind) {
  switch (status) {
    case 404:
    case 410:
      return kind == WriteKind::create ? RefusalKind::not_allowed : RefusalKind::gone;
    case 412:
      return RefusalKind::precondition;
    case 413:
      return RefusalKind::too_large;
    case 507:
      return RefusalKind::no_room;
    case 423:
    case 429:
    case 503:
      return RefusalKind::try_later;
    case 401:
    case 403:
    case 405:
      return RefusalKind::not_allowed;
    default:
      return status / 100 == 4 ? RefusalKind::invalid : RefusalKind::unknown;
  }
}

RefusalKind kind_of(int status, const std::string& precondition, WriteKind kind) {
  const auto found =
      std::find_if(meanings.begin(), meanings.end(), [&](const Meaning& m) { return m.precondition == precondition; });
  return found == meanings.end() ? kind_of_status(status, kind) : found->kind;
}

std::string quoted(int status, const std::string& precondition, const std::string& words) {
  std::string text = status_line(status);
  if (!precondition.empty()) text += " (" + precondition + ")";
  if (!words.empty()) text += ": " + words;
  return text;
}

// A refusal inside a 207 (Xandikos answers a PUT so).
std::optional<Refusal> nested_refusal(const HttpResponse& response, WriteKind kind) {
  std::optional<Refusal> refusal;
  const auto read = parse_multistatus(response, [&](DavResponse&& one) {
    if (one.status / 100 < 4) return;
    refusal = Refusal{kind_of(one.status, one.error, kind), quoted(one.status, one.error, one.words), one.error_href};
  });
  if (!read) return Refusal{RefusalKind::unknown, message_of(read.error(), Language::english), "", {}};
  return refusal;
}

// Cyrus lets a UID stand in one of a person's calendars alone: what has it in another is not to be looked at, let alone
// written, as an object of this one.
Refusal of_this_calendar(Refusal refusal, const ObjectWrite& write) {
  const std::string_view folder = std::string_view(write.href).substr(0, write.href.rfind('/') + 1);
  if (refusal.href.empty() || refusal.href.starts_with(folder)) return refusal;
  refusal.href.clear();
  if (refusal.kind == RefusalKind::uid_taken) refusal.kind = RefusalKind::not_allowed;
  return refusal;
}

}  // namespace

HttpRequest build_multiget(const Url& calendar, std::span<const std::string> hrefs) {
  HttpRequest request;
  request.method = "REPORT";
  request.url = calendar;
  request.headers = {{"Depth", "1"}, {"Content-Type", "application/xml; charset=utf-8"}};
  request.body = R"(<?xml version="1.0" encoding="utf-8"?>
<c:calendar-multiget xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop><d:getetag/><c:calendar-data/></d:prop>)";
  for (const std::string& href : hrefs) request.body += "<d:href>" + escape_xml(href) + "</d:href>";
  request.body += "</c:calendar-multiget>\n";
  return request;
}

Result<std::vector<Told>> parse_multiget(const HttpResponse& response, std::span<const std::string> hrefs) {
  std::map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < hrefs.size(); ++i) places.emplace(hrefs[i], i);
  std::vector<Told> all(hrefs.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i].object.index = i;
  const auto read = parse_multistatus(response, [&](DavResponse&& one) {
    const auto place = places.find(one.href);
    if (place != places.end()) all[place->second] = told_of(one, place->second);
  });
  if (!read) return read.error();
  for (Told& told : all) {
    if (read->had_forbidden_characters && told.telling == Telling::told) told.telling = Telling::not_exact;
  }
  return all;
}

HttpRequest build_get(const Url& calendar, const std::string& href) {
  HttpRequest request;
  request.method = "GET";
  request.url = at(calendar, href);
  return request;
}

HttpRequest build_head(const Url& calendar, const std::string& href) {
  HttpRequest request = build_get(calendar, href);
  request.method = "HEAD";
  return request;
}

Result<ReadObject> parse_get(const HttpResponse& response) {
  ReadObject object;
  if (response.status / 100 == 2) {
    object.etag = strong_etag(header(response.headers, "ETag"));
    object.body = response.body;
  } else if (response.status == 404 || response.status == 410) {
    object.status = ReadStatus::gone;
  } else if (response.status == 401) {
    return unexpected(response);
  } else {
    object.status = ReadStatus::failed;
    object.words = status_line(response.status);
  }
  return object;
}

HttpRequest build_write(const Url& calendar, const ObjectWrite& write) {
  HttpRequest request;
  request.method = write.kind == WriteKind::remove ? "DELETE" : "PUT";
  request.url = at(calendar, write.href);
  if (write.kind == WriteKind::create) {
    request.headers = {{"If-None-Match", "*"}};
  } else {
    request.headers = {{"If-Match", write.etag.empty() ? "*" : write.etag}};
  }
  if (write.kind != WriteKind::remove) {
    request.headers.emplace_back("Content-Type", std::string(calendar_type));
    request.body = write.body;
  }
  return request;
}

HttpRequest build_whole_write(const Url& calendar, std::string_view body) {
  HttpRequest request;
  request.method = "PUT";
  request.url = calendar;
  request.headers = {{"Content-Type", std::string(calendar_type)}};
  request.body = body;
  request.repeat = Repeat::never;
  request.patience = Patience::long_work;  // it takes a hundredth of a second an object
  return request;
}

Refusal refusal_of(const HttpResponse& response, WriteKind kind) {
  const DavError said = parse_dav_error(response);
  Refusal refusal;
  refusal.kind = kind_of(response.status, said.precondition, kind);
  refusal.words = quoted(response.status, said.precondition, said.words);
  refusal.href = said.href;
  refusal.retry_after = retry_after(response);
  return refusal;
}

Result<WriteOutcome> parse_write(const HttpResponse& response, const ObjectWrite& write) {
  WriteOutcome outcome;
  if (response.status == 401) return unexpected(response);
  if (response.status == 207) {
    outcome.refusal = nested_refusal(response, write.kind);
  } else if (response.status / 100 != 2) {
    outcome.refusal = refusal_of(response, write.kind);
  }
  if (outcome.refusal) outcome.refusal = of_this_calendar(std::move(*outcome.refusal), write);
  if (outcome.refusal || write.kind == WriteKind::remove) return outcome;
  outcome.etag = strong_etag(header(response.headers, "ETag"));
  const std::string_view location = header(response.headers, "Location");
  const auto moved = location.empty() ? std::nullopt : resolve(response.url, location);
  if (moved && is_same_origin(*moved, response.url) && moved->path != write.href) outcome.href = moved->path;
  return outcome;
}

}  // namespace jalon
