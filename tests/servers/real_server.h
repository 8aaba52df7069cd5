// The real server that a run of these tests is given (by servers.py), and a new calendar on it for each test.
#pragma once

#include <memory>
#include <string>

#include "dav/discovery.h"
#include "dav/http/curl_transport.h"

namespace jalon {

class RealServer {
 public:
  static RealServer& get();  // found once

  HttpClient& client() { return *client_; }
  const Discovered& found() const { return found_; }
  const std::string& name() const { return name_; }  // as servers.py has it
  Calendar make_calendar();
  void remove_calendar(const Calendar& calendar);

 private:
  RealServer();
  CurlTransport transport_;
  std::unique_ptr<HttpClient> client_;
  Discovered found_;
  std::string name_;
  int made_ = 0;
};

}  // namespace jalon
