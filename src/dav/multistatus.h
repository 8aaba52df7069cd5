// A 207 answer (RFC 4918 section 13): what is said of each resource, one at a time.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "dav/http/http.h"
#include "dav/xml.h"
#include "jalon/result.h"

namespace jalon {

struct DavResponse {
  std::string href;               // canonical path; empty where it is none of this server
  int status = 0;                 // of the whole resource; 0: told by property
  std::vector<XmlElement> found;  // properties with a status of 2xx
  std::string error;              // the precondition that failed, "no-uid-conflict"; empty
  std::string error_href;         // canonical, that the precondition names; empty
  std::string words;              // responsedescription

  const XmlElement* property(Space space, std::string_view name) const;
  std::string_view text_of(Space space, std::string_view name) const;  // without blanks around; empty
};

struct Multistatus {
  std::string sync_token;
  bool had_forbidden_characters = false;  // bodies in it are not what is stored
};

// Calls `each` for every response in its order. Errors: protocol, where it is no whole multistatus.
Result<Multistatus> parse_multistatus(const HttpResponse& response, const std::function<void(DavResponse&&)>& each);

// Body of an error (RFC 4918 section 16): the names of the preconditions and what href they name.
struct DavError {
  std::string precondition;
  std::string href;   // canonical; empty
  std::string words;  // the text that came with it, one line, cut at 200 bytes; empty
};
DavError parse_dav_error(const HttpResponse& response);

// "HTTP/1.1 404 Not Found" → 404; 0 where it is no status line.
int parse_status(std::string_view line);

// The error of an answer that is not what was asked for.
Error unexpected(const HttpResponse& response);
Error not_understood(const HttpResponse& response, std::string why);

}  // namespace jalon
