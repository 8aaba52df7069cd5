// Answers of a server, and a netrc file: any bytes are refused or read, and what is read is what it says it is. The
// first byte chooses the reader.
#include <string>

#include "account/netrc.h"
#include "dav/multistatus.h"
#include "dav/protocol/collections.h"
#include "dav/protocol/listing.h"
#include "dav/protocol/objects.h"
#include "fuzz/fuzz.h"

namespace {

using namespace jalon;

HttpResponse answer(int status, std::string_view body) {
  HttpResponse response;
  response.url = *parse_url("https://cal.example.org/dav/cal/");
  response.status = status;
  response.body = std::string(body);
  return response;
}

void hold_objects(std::string_view body) {
  const HttpResponse response = answer(207, body);
  const auto told = parse_multistatus(response, [](DavResponse&& one) {
    fuzz::hold(one.href.empty() || one.href.front() == '/', "an href is a path, or not of this server");
    fuzz::hold(one.status >= 0 && one.status < 1000, "a status is one");
  });
  if (!told) return;
  const auto listing = parse_etags(response, response.url);
  for (std::size_t i = 0; listing && i < listing->objects.size(); ++i) {
    fuzz::hold(listing->objects[i].href.starts_with("/dav/cal/"), "what is listed stands in the collection");
  }
  const std::vector<std::string> hrefs = {"/dav/cal/a.ics", "/dav/cal/b.ics"};
  const auto objects = parse_multiget(response, hrefs);
  fuzz::hold(!objects || objects->size() == hrefs.size(), "each href that was asked for gets one answer");
}

void hold_collections(std::string_view body) {
  const HttpResponse response = answer(207, body);
  (void)parse_principal(response);
  const auto calendars = parse_calendars(response);
  for (std::size_t i = 0; calendars && i < calendars->size(); ++i) {
    fuzz::hold(!(*calendars)[i].url.path.empty(), "a calendar has an address");
    fuzz::hold((*calendars)[i].color.empty() || (*calendars)[i].color.size() == 7, "a colour is #RRGGBB");
  }
}

void hold_refusal(std::string_view body) {
  const HttpResponse response = answer(403, body);
  fuzz::hold(parse_dav_error(response).words.size() <= 200, "words are cut");
  fuzz::hold(refusal_of(response, WriteKind::create).words.find('\n') == std::string::npos, "words are one line");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text = fuzz::text_of(data + 1, size - 1);
  switch (data[0] % 4) {
    case 0:
      hold_objects(text);
      break;
    case 1:
      hold_collections(text);
      break;
    case 2:
      hold_refusal(text);
      break;
    default:
      (void)find_in_netrc(text, "cal.example.org", "alice");
      (void)parse_url(text);
  }
  return 0;
}
