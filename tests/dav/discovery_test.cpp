#include "dav/discovery.h"

#include <gtest/gtest.h>

#include "base/catalogue.h"
#include "dav/identity_probe.h"
#include "dav/scripted_transport.h"

namespace jalon {
namespace {

class FixedRecords final : public ServiceRecords {
 public:
  explicit FixedRecords(std::vector<Service> services) : services_(std::move(services)) {}
  std::vector<Service> find(const std::string& /*domain*/) override { return services_; }

 private:
  std::vector<Service> services_;
};

std::vector<std::string> urls_from(const std::string& start, std::vector<Service> services) {
  FixedRecords records(std::move(services));
  DiscoveryRequest request;
  request.start = start;
  std::vector<std::string> urls;
  if (const auto found = start_addresses(request, records)) {
    for (const Url& url : found->urls) urls.push_back(to_string(url));
  }
  return urls;
}

TEST(StartAddresses, begin_with_what_the_records_say) {
  const auto urls = urls_from("alice@example.org", {{"dav.example.org", 8443, "/dav/"}, {"two.example.org", 443, ""}});
  EXPECT_EQ(urls.at(0), "https://dav.example.org:8443/dav/");
  EXPECT_EQ(urls.at(1), "https://two.example.org/.well-known/caldav");
  EXPECT_EQ(urls.at(2), "https://example.org/.well-known/caldav");
}

TEST(StartAddresses, leave_another_domain_to_the_person) {
  FixedRecords records({{"dav.hoster.example", 443, ""}});
  DiscoveryRequest request;
  request.start = "alice@example.org";
  const auto start = start_addresses(request, records);
  EXPECT_EQ(start->foreign, std::vector<std::string>{"https://dav.hoster.example/"});
  EXPECT_EQ(start->urls.front().host, "example.org");
  EXPECT_FALSE(is_of_domain("evil.co.uk", "good.co.uk"));
  EXPECT_FALSE(is_of_domain("evilexample.org", "example.org"));
  EXPECT_TRUE(is_of_domain("dav.example.org", "mail.example.org"));
}

TEST(StartAddresses, of_a_url_begin_with_it_and_need_no_records) {
  const auto urls = urls_from("https://cloud.example.org/remote.php/dav", {{"dav.hoster.example", 443, ""}});
  EXPECT_EQ(urls.at(0), "https://cloud.example.org/remote.php/dav");
  EXPECT_EQ(urls.at(1), "https://cloud.example.org/.well-known/caldav");
  EXPECT_TRUE(urls_from("https://alice:secret@example.org/", {}).empty()) << "a password in an address";
  EXPECT_TRUE(urls_from("ftp://example.org/", {}).empty());
}

std::string principal_answer(const std::string& inside) {
  return R"(<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:response><d:href>/</d:href>
    <d:propstat><d:prop>)" +
         inside + "</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>";
}

Result<HttpResponse> small_server(const Attempt& attempt) {
  const std::string& path = attempt.request.url.path;
  if (path == "/.well-known/caldav") return answer(301, "", {{"Location", "/dav/"}});
  if (attempt.credentials.proof == Proof::none) return answer(401, "", {{"WWW-Authenticate", "Basic realm=\"x\""}});
  if (attempt.credentials.secret != "secret") return answer(401);
  if (attempt.request.method == "OPTIONS") return answer(200, "", {{"DAV", "1, calendar-access"}, {"Allow", "PUT"}});
  if (path == "/dav/") {
    return answer(207, principal_answer("<d:current-user-principal><d:href>/p/</d:href></d:current-user-principal>"));
  }
  if (path == "/p/") {
    return answer(207, principal_answer("<c:calendar-home-set><d:href>/calendars/</d:href></c:calendar-home-set>"));
  }
  if (path == "/calendars/") return answer(207, principal_answer("<d:resourcetype><d:collection/></d:resourcetype>"));
  return answer(404);
}

Result<Discovered> discover_with(const std::string& secret, int& asked) {
  ScriptedTransport network(small_server);
  FixedRecords records({});
  DiscoveryRequest request;
  request.start = "alice@example.org";
  request.identity.user = "alice";
  request.identity.secret = [&] {
    ++asked;
    return Result<std::string>(secret);
  };
  return discover(network, records, request, [](const DiscoveryStep&) {});
}

TEST(Discovery, goes_from_an_address_of_e_mail_to_the_home) {
  int asked = 0;
  const auto found = discover_with("secret", asked);
  ASSERT_TRUE(found) << message_of(found.error(), Language::english);
  EXPECT_EQ(to_string(found->home), "https://example.org/calendars/");
  EXPECT_EQ(found->credentials.proof, Proof::basic);
  EXPECT_FALSE(found->abilities.has_mkcalendar);
  EXPECT_EQ(asked, 1);
}

TEST(Discovery, stops_where_the_password_is_wrong) {
  int asked = 0;
  const auto found = discover_with("guess", asked);
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, Code::auth_refused);
  EXPECT_EQ(asked, 1);
}

TEST(Discovery, asks_for_no_password_where_it_could_be_read_on_the_way) {
  ScriptedTransport network([](const Attempt&) { return answer(401, "", {{"WWW-Authenticate", "Basic"}}); });
  FixedRecords records({});
  DiscoveryRequest request;
  request.start = "http://dav.example.org/";
  request.identity.secret = []() -> Result<std::string> { throw std::logic_error("asked"); };
  const auto found = discover(network, records, request, [](const DiscoveryStep&) {});
  EXPECT_EQ(found.error().code, Code::net_plain);
}

TEST(Discovery, says_which_proof_is_wanted_where_it_has_none) {
  EXPECT_EQ(offered_schemes({{"WWW-Authenticate", "Negotiate"}, {"www-authenticate", "NTLM x"}}),
            (std::vector<std::string>{"negotiate", "ntlm"}));
  ScriptedTransport network([](const Attempt&) { return answer(401, "", {{"WWW-Authenticate", "Negotiate"}}); });
  const auto proof = probe_identity(network, *parse_url("https://dav.example.org/"), {}, Identity{});
  EXPECT_EQ(proof.error().code, Code::auth_method);
}

}  // namespace
}  // namespace jalon
