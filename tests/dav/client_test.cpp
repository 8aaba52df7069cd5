#include "dav/http/client.h"

#include <gtest/gtest.h>

#include "base/catalogue.h"
#include "dav/scripted_transport.h"

namespace jalon {
namespace {

using namespace std::chrono_literals;

ClientOptions options_at(const std::string& home) {
  ClientOptions options;
  options.home = *parse_url(home);
  options.credentials = {Proof::basic, "alice", "secret"};
  return options;
}

HttpRequest get(const std::string& url) {
  HttpRequest request;
  request.method = "GET";
  request.url = *parse_url(url);
  return request;
}

const std::string home = "https://dav.example.org/";

Code fault_of(const Result<HttpResponse>& result) { return result ? Code::count_ : result.error().code; }

TEST(HttpClient, proves_identity_to_its_own_server_only) {
  ScriptedTransport network([](const Attempt&) { return answer(200); });
  HttpClient client(network, options_at(home));
  EXPECT_TRUE(client.send(get(home + "a")));
  EXPECT_EQ(network.asked.at(0).credentials.secret, "secret");
  for (const char* other : {"https://evil.example/", "https://dav.example.org:8443/", "http://dav.example.org/",
                            "https://dav.example.org.evil.example/"}) {
    EXPECT_EQ(fault_of(client.send(get(other))), Code::net_redirect) << other;
  }
  EXPECT_EQ(network.asked.size(), 1U) << "nothing at all is sent elsewhere";
}

TEST(HttpClient, follows_redirects_on_the_same_server) {
  ScriptedTransport network([](const Attempt& attempt) {
    return attempt.request.url.path == "/" ? answer(301, "", {{"location", "/dav/"}}) : answer(207);
  });
  const auto result = HttpClient(network, options_at(home)).send(get(home));
  ASSERT_TRUE(result);
  EXPECT_EQ(result->url.path, "/dav/");
  EXPECT_EQ(network.asked.at(1).request.method, "GET");
}

TEST(HttpClient, sends_nothing_to_where_another_server_is) {
  for (const char* to : {"https://evil.example/", "//evil.example/", "https://dav.example.org:444/"}) {
    ScriptedTransport network([&](const Attempt&) { return answer(302, "", {{"Location", to}}); });
    EXPECT_EQ(fault_of(HttpClient(network, options_at(home)).send(get(home))), Code::net_redirect) << to;
    EXPECT_EQ(network.asked.size(), 1U);
  }
}

TEST(HttpClient, does_not_go_down_to_plain_http) {
  ScriptedTransport network([](const Attempt&) { return answer(302, "", {{"Location", "http://dav.example.org/"}}); });
  EXPECT_EQ(fault_of(HttpClient(network, options_at(home)).send(get(home))), Code::net_plain);
  ScriptedTransport silent([](const Attempt&) { return answer(200); });
  const std::string plain = "http://dav.example.org/";
  EXPECT_EQ(fault_of(HttpClient(silent, options_at(plain)).send(get(plain))), Code::net_plain);
  EXPECT_TRUE(silent.asked.empty());
}

TEST(HttpClient, tells_that_a_lost_attempt_may_have_been_done) {
  const std::vector<std::pair<Result<HttpResponse>, bool>> firsts = {
      {Error{ErrorKind::network, Code::net_cut, {home, ""}}, true},
      {Error{ErrorKind::network, Code::net_connect, {home, ""}}, false},
      {answer(500), true},
      {answer(503), false}};
  for (const auto& [first, may_be_done] : firsts) {
    int attempts = 0;
    ScriptedTransport network(
        [&, lost = first](const Attempt&) { return ++attempts == 1 ? lost : Result(answer(423)); });
    const auto result = HttpClient(network, options_at(home)).send(get(home));
    ASSERT_TRUE(result);
    EXPECT_EQ(result->may_be_done, may_be_done);
  }
}

TEST(HttpClient, goes_where_the_account_trusts_a_host) {
  ScriptedTransport network([](const Attempt& attempt) {
    return attempt.request.url.host == "p01-caldav.icloud.com"
               ? answer(207)
               : answer(302, "", {{"Location", "https://p01-caldav.icloud.com/"}});
  });
  ClientOptions options = options_at("https://caldav.icloud.com/");
  options.trusted_hosts = {"*.icloud.com"};
  EXPECT_TRUE(HttpClient(network, options).send(get("https://caldav.icloud.com/")));
  EXPECT_FALSE(HttpClient(network, options).trusts(*parse_url("https://evilicloud.com/")));
  EXPECT_FALSE(HttpClient(network, options).trusts(*parse_url("http://p01-caldav.icloud.com/")));
}

TEST(HttpClient, ends_a_circle_of_redirects) {
  ScriptedTransport network([](const Attempt&) { return answer(302, "", {{"Location", "/"}}); });
  EXPECT_EQ(fault_of(HttpClient(network, options_at(home)).send(get(home))), Code::net_loop);
}

TEST(HttpClient, tries_again_what_is_safe_and_waits_as_asked) {
  int count = 0;
  ScriptedTransport network([&](const Attempt&) {
    return ++count == 1 ? answer(503, "", {{"Retry-After", "7"}}) : count == 2 ? answer(429) : answer(200);
  });
  const auto result = HttpClient(network, options_at(home)).send(get(home));
  EXPECT_EQ(result->status, 200);
  EXPECT_EQ(network.asked.at(0).delay, 0ms);
  EXPECT_EQ(network.asked.at(1).delay, 7000ms);
  EXPECT_EQ(network.asked.at(2).delay, 400ms);
}

TEST(HttpClient, gives_up_in_the_end_and_at_once_where_doing_it_twice_does_harm) {
  const Error cut{ErrorKind::network, Code::net_cut, {}};
  ScriptedTransport network([&](const Attempt&) { return cut; });
  HttpClient client(network, options_at(home));
  EXPECT_EQ(fault_of(client.send(get(home))), Code::net_cut);
  EXPECT_EQ(network.asked.size(), 4U);
  HttpRequest once = get(home);
  once.repeat = Repeat::never;
  EXPECT_FALSE(client.send(once));
  EXPECT_EQ(network.asked.size(), 5U);
}

TEST(HttpClient, does_not_wait_for_hours) {
  ScriptedTransport network([](const Attempt&) { return answer(429, "", {{"Retry-After", "36000"}}); });
  EXPECT_EQ(HttpClient(network, options_at(home)).send(get(home))->status, 429);
  EXPECT_EQ(network.asked.size(), 1U);
}

TEST(HttpClient, renews_a_token_once) {
  ScriptedTransport network(
      [](const Attempt& attempt) { return answer(attempt.credentials.secret == "new" ? 207 : 401); });
  ClientOptions options = options_at(home);
  options.credentials = {Proof::bearer, "", "old"};
  options.renew_token = [] { return Result<std::string>("new"); };
  EXPECT_EQ(HttpClient(network, options).send(get(home))->status, 207);
  options.renew_token = [] { return Result<std::string>("old"); };
  EXPECT_EQ(HttpClient(network, options).send(get(home))->status, 401);
}

TEST(Http, reads_retry_after_in_seconds_only) {
  EXPECT_EQ(retry_after(answer(429, "", {{"retry-after", "12"}})), 12s);
  for (const char* text : {"", "soon", "-3", "12s", "99999999999999999999"}) {
    EXPECT_EQ(retry_after(answer(429, "", {{"Retry-After", text}})), 0s) << text;
  }
}

}  // namespace
}  // namespace jalon
