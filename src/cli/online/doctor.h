// The steps of a discovery and what a server can do, as a person reads them.
#pragma once

#include <string>

#include "account/account.h"
#include "cli/requests.h"
#include "dav/discovery.h"

namespace jalon {

std::string told_step(const DiscoveryStep& step, Language language);   // "✓ …" or "✗ …", with the mend below
std::string json_step(const DiscoveryStep& step, Language language);   // one object a line
std::string told_server(const Discovered& found, Language language);   // lines
std::string told_provider(const Account& account, Language language);  // lines; empty for no provider known

}  // namespace jalon
