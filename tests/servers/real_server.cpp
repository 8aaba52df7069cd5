#include "servers/real_server.h"

#include <cstdlib>
#include <stdexcept>

namespace jalon {
namespace {

std::string told(const char* variable) {
  const char* value = std::getenv(variable);
  return value == nullptr ? "" : value;
}

}  // namespace

RealServer& RealServer::get() {
  static RealServer server;
  return server;
}

RealServer::RealServer()
    : transport_([] {
        TransportOptions options;
        options.ca_file = told("JALON_SERVER_CA");
        return options;
      }()) {
  name_ = told("JALON_SERVER_NAME");
  DiscoveryRequest request;
  request.start = told("JALON_SERVER_URL");
  request.identity.user = told("JALON_SERVER_USER");
  request.identity.secret = [] { return Result<std::string>(told("JALON_SERVER_PASSWORD")); };
  DnsServiceRecords records;
  std::string steps;
  auto found = discover(transport_, records, request, [&](const DiscoveryStep& step) {
    steps += step.asked + ": " + (step.fault ? message_of(*step.fault, Language::english) : step.found) + "\n";
  });
  if (!found) throw std::runtime_error(message_of(found.error(), Language::english) + "\n" + steps);
  found_ = std::move(*found);
  ClientOptions options;
  options.home = found_.home;
  options.credentials = found_.credentials;
  client_ = std::make_unique<HttpClient>(transport_, std::move(options));
}

Calendar RealServer::make_calendar() {
  Url url = found_.home;
  if (!url.path.ends_with('/')) url.path += '/';
  url.path += "made-" + std::to_string(++made_) + "/";
  const auto answer =
      client_->send(build_make_calendar(url, {"Essai " + std::to_string(made_), "#008080", Keeps::both}));
  if (!answer) throw std::runtime_error(message_of(answer.error(), Language::english));
  if (auto made = parse_made(*answer); !made) throw std::runtime_error(message_of(made.error(), Language::english));
  const auto read = client_->send(build_calendars_query(url, Depth::itself));
  if (!read) throw std::runtime_error(message_of(read.error(), Language::english));
  auto calendars = parse_calendars(*read);
  if (!calendars || calendars->size() != 1) throw std::runtime_error("the new calendar is not there: " + read->body);
  return calendars->front();
}

void RealServer::remove_calendar(const Calendar& calendar) { (void)client_->send(build_delete_calendar(calendar.url)); }

}  // namespace jalon
