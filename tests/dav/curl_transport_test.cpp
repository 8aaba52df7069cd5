// Requests on a loopback connection, to a server that is a few lines of this file.
#include "dav/http/curl_transport.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>
#include <thread>
#include <vector>

namespace jalon {
namespace {

// Answers in HTTP/1.0 and closes each connection, as Radicale does; but holds each answer back until the next request
// is there, too, or never came.
class ClosingServer {
 public:
  explicit ClosingServer(int expected) : expected_(expected) {
    socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    ::listen(socket_, expected);
    socklen_t length = sizeof address;
    ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &length);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ClosingServer(const ClosingServer&) = delete;
  ClosingServer& operator=(const ClosingServer&) = delete;
  ~ClosingServer() { ::close(socket_); }

  int port() const { return port_; }
  // How many requests came only once the one before them was answered. Ends the server.
  int count_alone() {
    thread_.join();
    return alone_;
  }

 private:
  void serve() {
    int held = accept_next();
    for (int i = 1; i < expected_; ++i) {
      pollfd waiting{socket_, POLLIN, 0};
      const bool together = ::poll(&waiting, 1, 10000) == 1;
      if (!together) ++alone_;
      if (!together) answer(held);
      const int next = accept_next();
      if (together) answer(held);
      held = next;
    }
    answer(held);
  }

  int accept_next() const { return ::accept(socket_, nullptr, nullptr); }

  static void answer(int connection) {
    std::string request(4096, '\0');
    for (std::string all; all.find("\r\n\r\n") == std::string::npos;) {
      const ssize_t length = ::read(connection, request.data(), request.size());
      if (length <= 0) break;
      all.append(request, 0, static_cast<std::size_t>(length));
    }
    constexpr std::string_view text = "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok";
    EXPECT_EQ(::write(connection, text.data(), text.size()), static_cast<ssize_t>(text.size()));
    ::close(connection);
  }

  int expected_, socket_ = -1, port_ = 0, alone_ = 0;
  std::thread thread_;
};

TEST(CurlTransport, keeps_several_requests_under_way_where_each_connection_is_closed) {
  constexpr int count = 12;
  ClosingServer server(count);
  CurlTransport transport({});
  int answers = 0;
  for (int i = 0; i < count; ++i) {
    Attempt attempt;
    attempt.request.method = "GET";
    attempt.request.url = *parse_url("http://127.0.0.1:" + std::to_string(server.port()) + "/" + std::to_string(i));
    transport.submit(std::move(attempt), [&](const Result<HttpResponse>& answer) {
      ASSERT_TRUE(answer) << message_of(answer.error(), Language::english);
      EXPECT_EQ(answer->body, "ok");
      ++answers;
    });
  }
  transport.run();
  EXPECT_EQ(answers, count);
  EXPECT_EQ(server.count_alone(), 0);
}

}  // namespace
}  // namespace jalon
