// The contract of stores on a real server, and the facts of the table of quirks: a fact that became untrue fails here.
#include <gtest/gtest.h>

#include "dav/caldav_store.h"
#include "dav/multistatus.h"
#include "dav/protocol/listing.h"
#include "dav/protocol/objects.h"
#include "servers/real_server.h"
#include "servers/store_contract.h"

namespace jalon {
namespace {

TestedStore make_store() {
  RealServer& server = RealServer::get();
  const Calendar calendar = server.make_calendar();
  const ServerKind& kind = *server.found().kind;
  TestedStore tested;
  tested.store = std::make_unique<CalDavStore>(server.client(), calendar, kind, CalendarOrigin::made_by_this_run);
  tested.refuses_same_uid = !kind.has(Quirk::takes_same_uid_twice);
  tested.clean_up = [calendar] { RealServer::get().remove_calendar(calendar); };
  return tested;
}

// Others may have put something there since it was listed: only what this run made is surely empty.
TEST(WholeCalendar, is_never_written_into_one_that_was_there) {
  RealServer& server = RealServer::get();
  const Calendar calendar = server.make_calendar();
  const CalDavStore store(server.client(), calendar, *server.found().kind, CalendarOrigin::found);
  EXPECT_EQ(store.facts().whole_write, WholeWrite::unsupported);
  server.remove_calendar(calendar);
}

INSTANTIATE_TEST_SUITE_P(OnServer, StoreContract, ::testing::Values(StoreMaker{"server", make_store}));

class ServerFacts : public ::testing::Test {
 protected:
  void SetUp() override { calendar_ = server().make_calendar(); }
  void TearDown() override { server().remove_calendar(calendar_); }

  static RealServer& server() { return RealServer::get(); }
  static bool has(Quirk quirk) { return server().found().kind->has(quirk); }

  HttpResponse send(HttpRequest request) {
    auto answer = server().client().send(std::move(request));
    EXPECT_TRUE(answer) << message_of(answer.error(), Language::english);
    return answer ? *answer : HttpResponse();
  }
  HttpResponse put(const std::string& name, const std::string& uid, WriteKind kind = WriteKind::create) {
    return send(
        build_write(calendar_.url, {kind, calendar_.url.path + name, "\"no such etag\"", event_body(uid, "Fait")}));
  }
  static bool is_done(const HttpResponse& response) { return response.status / 100 == 2 && response.status != 207; }

  Calendar calendar_;
};

TEST_F(ServerFacts, name_the_server) {
  std::string name(server().found().kind->name);
  for (char& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  EXPECT_EQ(name, server().name());
}

TEST_F(ServerFacts, tell_of_a_new_calendar_what_it_was_made_with) {
  EXPECT_EQ(calendar_.name.substr(0, 5), "Essai");
  EXPECT_EQ(calendar_.access, Access::writable);
  EXPECT_EQ(calendar_.keeps, Keeps::both);
  EXPECT_TRUE(calendar_.has_sync);
}

TEST_F(ServerFacts, say_whether_creating_overwrites) {
  put("a.ics", "a@example.org");
  EXPECT_EQ(is_done(put("a.ics", "a@example.org")), has(Quirk::create_overwrites));
}

TEST_F(ServerFacts, say_whether_deleting_looks_at_the_etag) {
  put("b.ics", "b@example.org");
  EXPECT_EQ(is_done(put("b.ics", "", WriteKind::remove)), has(Quirk::delete_unconditional));
}

TEST_F(ServerFacts, say_how_a_put_is_refused) {
  put("c.ics", "c@example.org");
  EXPECT_EQ(put("d.ics", "c@example.org").status == 207, has(Quirk::refuses_within_207));
}

TEST_F(ServerFacts, say_whether_a_uid_may_come_twice) {
  put("e.ics", "e@example.org");
  EXPECT_EQ(is_done(put("f.ics", "e@example.org")), has(Quirk::takes_same_uid_twice));
}

TEST_F(ServerFacts, say_how_a_second_uid_is_refused) {
  put("g.ics", "g@example.org");
  const HttpResponse answer = put("h.ics", "g@example.org");
  const bool bare = answer.status == 409 && parse_dav_error(answer).precondition.empty();
  EXPECT_EQ(bare, has(Quirk::uid_conflict_409)) << answer.status << answer.body;
}

TEST_F(ServerFacts, say_whether_two_calendars_may_have_the_same_uid) {
  put("i.ics", "i@example.org");
  const Calendar other = server().make_calendar();
  const ObjectWrite write{WriteKind::create, other.url.path + "i.ics", "", event_body("i@example.org", "Ailleurs")};
  EXPECT_EQ(!is_done(send(build_write(other.url, write))), has(Quirk::uid_once_an_account));
  server().remove_calendar(other);
}

TEST_F(ServerFacts, say_whether_tokens_are_seconds) {
  put("t.ics", "t@example.org");
  const auto changes = parse_changes(send(build_changes(calendar_.url, "")), calendar_.url, "");
  ASSERT_TRUE(changes);
  const std::string& token = changes->listing.token;
  const bool number = token.size() == 10 && token.find_first_not_of("0123456789") == std::string::npos;
  EXPECT_EQ(number, has(Quirk::token_of_seconds)) << token;
}

// Whether it minds the limit or not: what is left out is never taken for absent.
TEST_F(ServerFacts, say_of_a_limited_listing_that_it_is_cut) {
  for (const char* name : {"1", "2", "3"}) put(std::string(name) + ".ics", std::string(name) + "@example.org");
  HttpRequest request = build_changes(calendar_.url, "");
  request.body.insert(request.body.find("<d:prop>"), "<d:limit><d:nresults>2</d:nresults></d:limit>");
  const auto changes = parse_changes(send(std::move(request)), calendar_.url, "");
  ASSERT_TRUE(changes);
  EXPECT_EQ(changes->more, changes->listing.objects.size() < 3);
}

TEST_F(ServerFacts, say_whether_a_multiget_tells_of_what_is_missing) {
  const std::vector<std::string> hrefs = {calendar_.url.path + "nowhere.ics"};
  const auto told = parse_multiget(send(build_multiget(calendar_.url, hrefs)), hrefs);
  ASSERT_TRUE(told);
  EXPECT_EQ(told->front().telling == Telling::not_told, has(Quirk::leaves_out_missing));
}

TEST_F(ServerFacts, say_whether_an_unknown_token_is_refused) {
  const HttpResponse answer = send(build_changes(calendar_.url, "data:,9999999"));
  EXPECT_EQ(answer.status == 207, has(Quirk::forgets_silently)) << answer.status << answer.body;
}

TEST_F(ServerFacts, say_whether_a_whole_calendar_may_be_put) {
  const HttpResponse answer = send(build_whole_write(calendar_.url, event_body("w@example.org", "Tout")));
  const auto listing = parse_etags(send(build_etags(calendar_.url)), calendar_.url);
  const bool stored = is_done(answer) && listing && listing->objects.size() == 1;
  EXPECT_EQ(stored, has(Quirk::whole_calendar_put)) << answer.status;
}

TEST_F(ServerFacts, say_how_the_deletion_of_a_calendar_is_answered) {
  const HttpResponse answer = send(build_delete_calendar(calendar_.url));
  EXPECT_EQ(answer.status == 404, has(Quirk::delete_calendar_404));
  const auto after = server().client().send(build_calendars_query(calendar_.url, Depth::itself));
  ASSERT_TRUE(after);
  const auto left = parse_calendars(*after);
  EXPECT_TRUE(!left || left->empty()) << after->body;
}

TEST_F(ServerFacts, say_whether_bodies_are_rewritten) {
  std::string body = event_body("r@example.org", "Corps");
  body.insert(body.find("END:VEVENT"), "CATEGORIES:un,deux\r\n");
  send(build_write(calendar_.url, {WriteKind::create, calendar_.url.path + "r.ics", "", body}));
  const auto read = parse_get(send(build_get(calendar_.url, calendar_.url.path + "r.ics")));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->body != body, has(Quirk::rewrites_bodies)) << read->body;
}

}  // namespace
}  // namespace jalon
