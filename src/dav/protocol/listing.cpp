#include "dav/protocol/listing.h"

#include <map>
#include <optional>
#include <utility>

#include "base/catalogue.h"
#include "dav/multistatus.h"

namespace jalon {
namespace {

// Servers name a collection with its slash and without.
bool is_itself(const std::string& href, const Url& calendar) {
  std::string_view a = href;
  std::string_view b = calendar.path;
  while (a.ends_with('/')) a.remove_suffix(1);
  while (b.ends_with('/')) b.remove_suffix(1);
  return a == b;
}

bool is_collection(const DavResponse& response) {
  const XmlElement* type = response.property(Space::dav, "resourcetype");
  return response.href.ends_with('/') || (type != nullptr && type->child(Space::dav, "collection") != nullptr);
}

bool is_calendar_object(const DavResponse& response) {
  if (is_collection(response)) return false;
  const std::string_view type = response.text_of(Space::dav, "getcontenttype");
  return type.empty() || type.find("calendar") != std::string_view::npos;
}

Error cut(const HttpResponse& response, std::string why) {
  return {ErrorKind::protocol, Code::dav_partial, {to_string(response.url), std::move(why)}};
}

// Each href once: one that a server tells twice counts as it was told last.
void put(Listing& listing, std::map<std::string, std::size_t>& places, ListedObject object) {
  const auto [place, is_new] = places.emplace(object.href, listing.objects.size());
  if (is_new) {
    listing.objects.push_back(std::move(object));
  } else {
    listing.objects[place->second] = std::move(object);
  }
}

bool is_token_refused(const HttpResponse& response) {
  return response.status == 403 || response.status == 409 || response.status == 410 || response.status == 412 ||
         response.status == 400 || response.status == 500;
}

}  // namespace

std::string strong_etag(std::string_view etag) { return std::string(etag.starts_with("W/") ? etag.substr(2) : etag); }

HttpRequest build_changes(const Url& calendar, std::string_view token) {
  HttpRequest request;
  request.method = "REPORT";
  request.url = calendar;
  request.headers = {{"Depth", "0"}, {"Content-Type", "application/xml; charset=utf-8"}};
  request.body = R"(<?xml version="1.0" encoding="utf-8"?>
<d:sync-collection xmlns:d="DAV:"><d:sync-token>)" +
                 escape_xml(token) +
                 "</d:sync-token><d:sync-level>1</d:sync-level><d:prop><d:getetag/><d:getcontenttype/>"
                 "<d:resourcetype/></d:prop></d:sync-collection>\n";
  return request;
}

Result<Changes> parse_changes(const HttpResponse& response, const Url& calendar, std::string_view token) {
  Changes changes;
  changes.listing.extent = token.empty() ? Listing::Extent::whole : Listing::Extent::changes;
  if (!token.empty() && is_token_refused(response)) {
    changes.token_refused = true;
    return changes;
  }
  std::map<std::string, std::size_t> seen;
  std::optional<Error> fault;
  const auto read = parse_multistatus(response, [&](DavResponse&& one) {
    if (one.href.empty()) return;
    if (is_itself(one.href, calendar)) {
      changes.more = changes.more || one.status == 507;
    } else if (one.status == 404 || one.status == 410) {
      changes.listing.removed.push_back(one.href);
    } else if (one.status != 0 && one.status / 100 != 2) {
      fault = cut(response, one.href + ": " + status_line(one.status));
    } else if (is_calendar_object(one)) {
      put(changes.listing, seen, {one.href, strong_etag(one.text_of(Space::dav, "getetag"))});
    }
  });
  if (!read) return read.error();
  if (fault) return *fault;
  changes.listing.token = read->sync_token;
  if (changes.more && (read->sync_token.empty() || read->sync_token == token)) {
    return cut(response, status_line(507));
  }
  return changes;
}

HttpRequest build_etags(const Url& calendar) {
  HttpRequest request;
  request.method = "PROPFIND";
  request.url = calendar;
  request.headers = {{"Depth", "1"}, {"Content-Type", "application/xml; charset=utf-8"}};
  request.body = R"(<?xml version="1.0" encoding="utf-8"?>
<d:propfind xmlns:d="DAV:"><d:prop><d:getetag/><d:getcontenttype/><d:resourcetype/></d:prop></d:propfind>
)";
  return request;
}

Result<Listing> parse_etags(const HttpResponse& response, const Url& calendar) {
  Listing listing;
  std::map<std::string, std::size_t> seen;
  bool itself = false;
  std::optional<Error> fault;
  const auto read = parse_multistatus(response, [&](DavResponse&& one) {
    if (is_itself(one.href, calendar)) {
      itself = true;
      if (one.status == 507) fault = cut(response, status_line(507));
    } else if (one.href.empty() || one.status == 404) {
      return;
    } else if (one.status != 0 && one.status / 100 != 2) {
      fault = cut(response, one.href + ": " + status_line(one.status));
    } else if (is_calendar_object(one)) {
      put(listing, seen, {one.href, strong_etag(one.text_of(Space::dav, "getetag"))});
    }
  });
  if (!read) return read.error();
  if (fault) return *fault;
  if (!itself) return cut(response, calendar.path);
  return listing;
}

}  // namespace jalon
