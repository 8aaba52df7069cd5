#include "dav/service_records.h"

#include <ares.h>
#include <arpa/nameser.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <tuple>

namespace jalon {
namespace {

constexpr int time_of_one_try = 2000;  // milliseconds
constexpr int tries = 2;

struct Library {
  Library() { ares_library_init(ARES_LIB_INIT_ALL); }
  ~Library() { ares_library_cleanup(); }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
};

using Channel = std::unique_ptr<ares_channeldata, decltype(&ares_destroy)>;

Channel open_channel(const std::string& servers) {
  static const Library library;
  ares_options options{};
  options.timeout = time_of_one_try;
  options.tries = tries;
  ares_channel channel = nullptr;
  if (ares_init_options(&channel, &options, ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES) != ARES_SUCCESS) channel = nullptr;
  if (channel != nullptr && !servers.empty()) ares_set_servers_ports_csv(channel, servers.c_str());
  return {channel, ares_destroy};
}

void keep_answer(void* user, int status, int /*timeouts*/, unsigned char* bytes, int length) {
  if (status != ARES_SUCCESS) return;
  static_cast<std::string*>(user)->assign(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

// Waits for what is under way.
void settle(ares_channel channel) {
  std::array<ares_socket_t, ARES_GETSOCK_MAXNUM> sockets{};
  for (int mask = ares_getsock(channel, sockets.data(), ARES_GETSOCK_MAXNUM); mask != 0;
       mask = ares_getsock(channel, sockets.data(), ARES_GETSOCK_MAXNUM)) {
    std::array<pollfd, ARES_GETSOCK_MAXNUM> waits{};
    nfds_t count = 0;
    for (unsigned i = 0; i < ARES_GETSOCK_MAXNUM; ++i) {
      short events = 0;
      if (ARES_GETSOCK_READABLE(mask, i)) events |= POLLIN;
      if (ARES_GETSOCK_WRITABLE(mask, i)) events |= POLLOUT;
      if (events != 0) waits[count++] = {sockets[i], events, 0};
    }
    timeval longest{};
    longest.tv_sec = 1;
    timeval left{};
    const timeval* wait = ares_timeout(channel, &longest, &left);
    ::poll(waits.data(), count, static_cast<int>(wait->tv_sec * 1000 + wait->tv_usec / 1000) + 1);
    if (count == 0) ares_process_fd(channel, ARES_SOCKET_BAD, ARES_SOCKET_BAD);
    for (nfds_t i = 0; i < count; ++i) {
      const bool readable = (waits[i].revents & (POLLIN | POLLERR | POLLHUP)) != 0;
      const bool writable = (waits[i].revents & POLLOUT) != 0;
      ares_process_fd(channel, readable ? waits[i].fd : ARES_SOCKET_BAD, writable ? waits[i].fd : ARES_SOCKET_BAD);
    }
  }
}

std::string ask(ares_channel channel, const std::string& name, int type) {
  std::string answer;
  ares_query(channel, name.c_str(), ns_c_in, type, keep_answer, &answer);
  settle(channel);
  return answer;
}

const unsigned char* bytes_of(const std::string& answer) {
  return reinterpret_cast<const unsigned char*>(answer.data());
}

// By priority, the heavier first; a target of "." says that there is no such service.
std::vector<Service> services_in(const std::string& answer) {
  ares_srv_reply* first = nullptr;
  if (answer.empty() ||
      ares_parse_srv_reply(bytes_of(answer), static_cast<int>(answer.size()), &first) != ARES_SUCCESS) {
    return {};
  }
  std::vector<std::tuple<int, int, Service>> found;
  for (const ares_srv_reply* reply = first; reply != nullptr; reply = reply->next) {
    const std::string host(reply->host);
    if (!host.empty() && host != ".")
      found.emplace_back(reply->priority, -reply->weight, Service{host, reply->port, ""});
  }
  ares_free_data(first);
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
  });
  std::vector<Service> services;
  for (auto& [priority, weight, service] : found) services.push_back(std::move(service));
  return services;
}

std::string path_in(const std::string& answer) {
  ares_txt_reply* first = nullptr;
  if (answer.empty() ||
      ares_parse_txt_reply(bytes_of(answer), static_cast<int>(answer.size()), &first) != ARES_SUCCESS) {
    return {};
  }
  std::string path;
  for (const ares_txt_reply* reply = first; reply != nullptr; reply = reply->next) {
    const std::string_view text(reinterpret_cast<const char*>(reply->txt), reply->length);
    if (path.empty() && text.starts_with("path=/")) path = text.substr(5);
  }
  ares_free_data(first);
  return path;
}

}  // namespace

std::vector<Service> DnsServiceRecords::find(const std::string& domain) {
  const Channel channel = open_channel(servers_);
  if (channel == nullptr) return {};
  const std::string name = "_caldavs._tcp." + domain;
  std::vector<Service> services = services_in(ask(channel.get(), name, ns_t_srv));
  if (services.empty()) return services;
  const std::string path = path_in(ask(channel.get(), name, ns_t_txt));
  for (Service& service : services) service.path = path;
  return services;
}

}  // namespace jalon
