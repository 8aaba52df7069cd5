// What proof of identity a server wants: learnt from its answer to a request without any.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dav/http/client.h"

namespace jalon {

struct Identity;

// The schemes that the challenges of a 401 name, in small letters: "basic", "digest", "bearer", "negotiate".
std::vector<std::string> offered_schemes(const Headers& headers);

// Errors: auth.method where none of them is ours; what asking for the secret gives.
Result<Credentials> probe_identity(Transport& transport, const Url& url, const std::vector<std::string>& trusted_hosts,
                                   const Identity& identity);

std::string_view proof_name(Proof proof);  // "none", "basic" …

}  // namespace jalon
