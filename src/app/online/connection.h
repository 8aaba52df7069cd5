// An account's server, ready to be asked: transport, proof of identity, bounds, all as the account says. It lives as
// long as what is opened through it.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "account/account.h"
#include "account/secret.h"
#include "dav/caldav_store.h"
#include "dav/discovery.h"
#include "dav/http/client.h"
#include "dav/http/curl_transport.h"

namespace jalon {

struct OnlineWorld {
  std::string config_folder;  // XDG, without jalon's own name
  std::string state_folder;   // likewise
  SecretWorld secrets;
  std::function<void(std::string_view line)> trace;  // of requests and answers; may be empty
};

TransportOptions transport_options(const Account& account, const OnlineWorld& world);
Proof proof_of(AuthScheme scheme);
AuthScheme scheme_of(Proof proof);

class Connection {
 public:
  // Errors: those of fetch_secret; config for an address that is none.
  static Result<std::unique_ptr<Connection>> open(Account account, const OnlineWorld& world);

  const Account& account() const { return account_; }
  HttpClient& client() { return *client_; }
  const TransportCounts& counts() const { return transport_->counts(); }

  // In the order of the server. One request.
  Result<std::vector<Calendar>> calendars();

  // By its name or its address; the only one where `which` is empty and there is one alone.
  Result<Calendar> find_calendar(std::string_view which, const std::vector<Calendar>& among) const;

  // MKCALENDAR beside the others, then read back. Its path is made of its name.
  Result<Calendar> make_calendar(const NewCalendar& wanted);

  // What make_calendar would make. No request.
  Calendar calendar_to_make(const NewCalendar& wanted, const std::vector<Calendar>& there) const;

  // The last step: `calendar` as it was listed or made.
  std::unique_ptr<Store> store_of(const Calendar& calendar, CalendarOrigin origin);

 private:
  Result<Calendar> read_calendar(const Url& url);
  Connection(Account account, Url home, std::unique_ptr<CurlTransport> transport, ClientOptions options);

  Account account_;
  Url home_;
  std::unique_ptr<CurlTransport> transport_;
  std::unique_ptr<HttpClient> client_;
  const ServerKind* kind_ = nullptr;
};

}  // namespace jalon
