#include "dav/multistatus.h"

#include <gtest/gtest.h>

#include "base/catalogue.h"
#include "dav/protocol/collections.h"
#include "dav/protocol/listing.h"
#include "dav/protocol/objects.h"
#include "dav/quirks.h"
#include "dav/scripted_transport.h"

namespace jalon {
namespace {

const Url calendar = *parse_url("https://dav.example.org/cal/");

HttpResponse multistatus(const std::string& inside, int status = 207) {
  HttpResponse response = answer(status, R"(<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">)" +
                                             inside + "</d:multistatus>");
  response.url = calendar;
  return response;
}

std::string object(const std::string& href, const std::string& etag) {
  return "<d:response><d:href>" + href + "</d:href><d:propstat><d:prop><d:getetag>" + etag +
         "</d:getetag></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>";
}

std::string status_of(const std::string& href, const std::string& status) {
  return "<d:response><d:href>" + href + "</d:href><d:status>HTTP/1.1 " + status + "</d:status></d:response>";
}

const std::string itself = object("/cal/", "\"c\"");

TEST(Xml, refuses_document_types_and_depth) {
  XmlElement root;
  EXPECT_TRUE(parse_xml("<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>", root));
  EXPECT_TRUE(parse_xml("<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x/>", root));
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "<a>";
  EXPECT_EQ(parse_xml(deep, root).words, "too many levels");
  for (const char* text : {"", "<a>", "<a></b>", "no xml", "<a>&nbsp;</a>"}) EXPECT_TRUE(parse_xml(text, root)) << text;
}

TEST(Xml, knows_namespaces_whatever_their_prefix) {
  XmlElement root;
  ASSERT_FALSE(
      parse_xml("<a:x xmlns:a='DAV:'><y xmlns='urn:ietf:params:xml:ns:caldav'><![CDATA[<1>]]></y><z/></a:x>", root));
  EXPECT_TRUE(root.is(Space::dav, "x"));
  EXPECT_EQ(root.text_of(Space::caldav, "y"), "<1>");
  EXPECT_NE(root.child(Space::other, "z"), nullptr);
}

TEST(Listing, takes_objects_and_leaves_the_rest) {
  const std::string folder =
      "<d:response><d:href>/cal/sub</d:href><d:propstat><d:prop><d:resourcetype><d:collection/>"
      "</d:resourcetype></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>";
  const auto listing =
      parse_etags(multistatus(itself + object("/cal/a%40b.ics", "W/\"1\"") + folder +
                              object("https://dav.example.org/cal/c.ics", "\"2\"") + object("/cal/c.ics", "\"3\"")),
                  calendar);
  ASSERT_TRUE(listing);
  ASSERT_EQ(listing->objects.size(), 2U);
  EXPECT_EQ(listing->objects[0].href, "/cal/a@b.ics");
  EXPECT_EQ(listing->objects[0].etag, "\"1\"") << "a proxy that compresses weakens it";
  EXPECT_EQ(listing->objects[1].etag, "\"3\"");
}

TEST(Listing, that_is_cut_is_an_error_and_never_an_absence) {
  const std::string some = itself + object("/cal/a.ics", "\"1\"");
  HttpResponse cut = multistatus(some);
  cut.body.resize(cut.body.size() - 20);
  EXPECT_EQ(parse_etags(cut, calendar).error().code, Code::dav_answer);
  EXPECT_EQ(parse_etags(multistatus(object("/cal/a.ics", "\"1\"")), calendar).error().code, Code::dav_partial);
  EXPECT_EQ(parse_etags(multistatus(some + status_of("/cal/", "507 Insufficient Storage")), calendar).error().code,
            Code::dav_partial);
  EXPECT_EQ(parse_etags(multistatus(some + status_of("/cal/b.ics", "500 Oops")), calendar).error().code,
            Code::dav_partial);
  EXPECT_FALSE(parse_etags(answer(200, "<html/>"), calendar));
  EXPECT_FALSE(parse_etags(answer(207, ""), calendar));
}

TEST(Changes, are_made_removed_and_cut_into_pages) {
  const auto changes =
      parse_changes(multistatus(object("/cal/a.ics", "\"1\"") + status_of("/cal/b.ics", "404 Not Found") +
                                status_of("/cal/", "507 Insufficient Storage") + "<d:sync-token>next</d:sync-token>"),
                    calendar, "now");
  ASSERT_TRUE(changes);
  EXPECT_TRUE(changes->more);
  EXPECT_EQ(changes->listing.token, "next");
  EXPECT_EQ(changes->listing.objects.size(), 1U);
  EXPECT_EQ(changes->listing.removed, std::vector<std::string>{"/cal/b.ics"});
  EXPECT_FALSE(parse_changes(multistatus(status_of("/cal/", "507 X")), calendar, "now")) << "no way to go on";
  for (const int status : {400, 403, 409, 410, 412, 500}) {
    EXPECT_TRUE(parse_changes(answer(status), calendar, "old")->token_refused) << status;
    EXPECT_FALSE(parse_changes(answer(status), calendar, "")) << status;
  }
}

TEST(Multiget, tells_what_each_href_came_to) {
  const std::vector<std::string> hrefs = {"/cal/a.ics", "/cal/b.ics", "/cal/c.ics", "/cal/d.ics"};
  const auto told = parse_multiget(
      multistatus("<d:response><d:href>/cal/a.ics</d:href><d:propstat><d:prop><d:getetag>\"1\"</d:getetag>"
                  "<c:calendar-data>BEGIN:VCALENDAR\nEND:VCALENDAR\n</c:calendar-data></d:prop>"
                  "<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>" +
                  status_of("/cal/b.ics", "404 Not Found") + status_of("/cal/c.ics", "500 Oops") +
                  status_of("/cal/unasked.ics", "404 Not Found")),
      hrefs);
  ASSERT_TRUE(told);
  EXPECT_EQ((*told)[0].object.body, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
  EXPECT_EQ((*told)[1].object.status, ReadStatus::gone);
  EXPECT_EQ((*told)[2].object.status, ReadStatus::failed);
  EXPECT_EQ((*told)[3].telling, Telling::not_told);
}

TEST(Multiget, does_not_trust_a_body_that_xml_cannot_carry) {
  const std::vector<std::string> hrefs = {"/cal/a.ics"};
  const auto told = parse_multiget(
      multistatus("<d:response><d:href>/cal/a.ics</d:href><d:propstat><d:prop><c:calendar-data>SUMMARY:\x07&#7;bell\n"
                  "</c:calendar-data></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>"),
      hrefs);
  ASSERT_TRUE(told) << message_of(told.error(), Language::english);
  EXPECT_EQ(told->front().telling, Telling::not_exact);
}

RefusalKind kind_of(int status, const std::string& precondition = "", WriteKind kind = WriteKind::create) {
  std::string body;
  if (!precondition.empty()) {
    body = R"(<d:error xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><c:)" + precondition +
           "><d:href>/cal/other%40.ics</d:href></c:" + precondition + "></d:error>";
  }
  HttpResponse response = answer(status, body);
  response.url = calendar;
  return refusal_of(response, kind).kind;
}

TEST(Refusal, is_known_by_its_precondition_under_any_status) {
  for (const int status : {400, 403, 409}) EXPECT_EQ(kind_of(status, "no-uid-conflict"), RefusalKind::uid_taken);
  EXPECT_EQ(kind_of(403, "max-resource-size"), RefusalKind::too_large);
  EXPECT_EQ(kind_of(403, "supported-calendar-component"), RefusalKind::not_allowed);
  EXPECT_EQ(kind_of(403, "valid-calendar-data"), RefusalKind::invalid);
  EXPECT_EQ(kind_of(412), RefusalKind::precondition);
  EXPECT_EQ(kind_of(404, "", WriteKind::remove), RefusalKind::gone);
  EXPECT_EQ(kind_of(507), RefusalKind::no_room);
  EXPECT_EQ(kind_of(423), RefusalKind::try_later);
  EXPECT_EQ(kind_of(413), RefusalKind::too_large);
  EXPECT_EQ(kind_of(500), RefusalKind::unknown);
}

TEST(Refusal, names_the_other_object_and_quotes_the_server) {
  HttpResponse response = answer(409, R"(<d:error xmlns:d="DAV:"><x><d:href>/cal/o%40.ics</d:href></x>Deleted calendar
      object   exists</d:error>)");
  response.url = calendar;
  const Refusal refusal = refusal_of(response, WriteKind::create);
  EXPECT_EQ(refusal.href, "/cal/o@.ics");
  EXPECT_NE(refusal.words.find("409 Conflict"), std::string::npos);
  EXPECT_NE(refusal.words.find("Deleted calendar object exists"), std::string::npos);
}

TEST(Write, that_is_refused_within_a_207_is_refused) {
  const auto outcome = parse_write(
      multistatus("<d:response><d:href>/cal/a.ics</d:href><d:status>HTTP/1.1 412 Precondition Failed</d:status>"
                  "<d:error><c:no-uid-conflict/></d:error></d:response>"),
      {WriteKind::create, "/cal/a.ics", "", "x"});
  ASSERT_TRUE(outcome);
  ASSERT_TRUE(outcome->refusal);
  EXPECT_EQ(outcome->refusal->kind, RefusalKind::uid_taken);
}

// Cyrus: of the same person, in another calendar.
TEST(Write, never_leads_to_an_object_of_another_calendar) {
  const auto refused = [](const std::string& other) {
    HttpResponse response = answer(
        403, R"(<d:error xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><c:unique-scheduling-object-resource>
        <d:href>)" +
                 other + R"(</d:href></c:unique-scheduling-object-resource></d:error>)");
    response.url = calendar;
    return *parse_write(response, {WriteKind::create, "/cal/a.ics", "", "x"})->refusal;
  };
  EXPECT_EQ(refused("/cal/b.ics").kind, RefusalKind::uid_taken);
  EXPECT_EQ(refused("/cal/b.ics").href, "/cal/b.ics");
  EXPECT_EQ(refused("/calendar/b.ics").kind, RefusalKind::not_allowed);
  EXPECT_EQ(refused("/calendar/b.ics").href, "");
}

TEST(Write, holds_only_under_its_condition) {
  const auto condition = [](WriteKind kind, const std::string& etag) {
    return build_write(calendar, {kind, "/cal/a.ics", etag, "x"}).headers.front();
  };
  EXPECT_EQ(condition(WriteKind::create, ""), (std::pair<std::string, std::string>("If-None-Match", "*")));
  EXPECT_EQ(condition(WriteKind::update, "\"1\""), (std::pair<std::string, std::string>("If-Match", "\"1\"")));
  EXPECT_EQ(condition(WriteKind::remove, ""), (std::pair<std::string, std::string>("If-Match", "*")));
}

TEST(Calendars, tell_what_they_keep_and_allow) {
  const auto calendars = parse_calendars(multistatus(R"(<d:response><d:href>/cal/work/</d:href><d:propstat><d:prop>
    <d:resourcetype><d:collection/><c:calendar/></d:resourcetype><d:displayname>Fin d&#8217;ann&#233;e</d:displayname>
    <x:calendar-color xmlns:x="http://apple.com/ns/ical/">#11AA22FF</x:calendar-color>
    <c:supported-calendar-component-set><c:comp name="VTODO"/></c:supported-calendar-component-set>
    <d:current-user-privilege-set><d:privilege><d:read/></d:privilege></d:current-user-privilege-set>
    <d:supported-report-set><d:supported-report><d:sync-collection/></d:supported-report></d:supported-report-set>
    <c:max-resource-size>1000</c:max-resource-size></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>
    <d:response><d:href>/cal/inbox/</d:href><d:propstat><d:prop><d:resourcetype><d:collection/><c:schedule-inbox/>
    </d:resourcetype></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>)"));
  ASSERT_TRUE(calendars);
  ASSERT_EQ(calendars->size(), 1U);
  const Calendar& found = calendars->front();
  EXPECT_EQ(found.name, "Fin d’année");
  EXPECT_EQ(found.color, "#11AA22");
  EXPECT_EQ(found.keeps, Keeps::todos);
  EXPECT_EQ(found.access, Access::read_only);
  EXPECT_TRUE(found.has_sync);
  EXPECT_EQ(found.largest_object, 1000U);
}

TEST(Calendar, name_is_escaped_where_it_is_made) {
  const HttpRequest request = build_make_calendar(calendar, {"A & <B>", "#008080", Keeps::events});
  XmlElement root;
  ASSERT_FALSE(parse_xml(request.body, root));
  const XmlElement& prop = root.children[0].children[0];
  EXPECT_EQ(prop.text_of(Space::dav, "displayname"), "A & <B>");
  EXPECT_EQ(prop.child(Space::caldav, "supported-calendar-component-set")->children.size(), 1U);
}

TEST(ServerKind, is_known_by_what_the_server_says_of_itself) {
  EXPECT_EQ(server_kind({{"server", "Cyrus-HTTP/3.6.1"}}, calendar, "").name, "Cyrus");
  EXPECT_EQ(server_kind({}, calendar, "data:,1795480000-12").name, "Cyrus");
  EXPECT_EQ(server_kind({}, calendar, "data:,12").name, "");
  EXPECT_EQ(server_kind({}, calendar, "http://radicale.org/ns/sync/1").name, "Radicale");
  EXPECT_EQ(server_kind({}, *parse_url("https://x.example/SOGo/dav/a/Calendar/"), "1700000000").name, "SOGo");
  EXPECT_EQ(server_kind({{"Server", "nginx"}, {"X-Dav-Error", "200 No error"}}, calendar, "").name, "SOGo");
  EXPECT_EQ(server_kind({{"Server", "nginx"}}, calendar, "").name, "");
  EXPECT_EQ(server_kind({}, calendar, "").quirks, 0U);
}

}  // namespace
}  // namespace jalon
