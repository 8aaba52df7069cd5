#include "servers/store_contract.h"

#include <algorithm>
#include <set>

namespace jalon {

std::string event_body(const std::string& uid, const std::string& title) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//jalon//test//EN\r\nBEGIN:VEVENT\r\nUID:" + uid +
         "\r\nDTSTAMP:20181126T000000Z\r\nDTSTART;VALUE=DATE:20181203\r\nDTEND;VALUE=DATE:20181204\r\nSUMMARY:" +
         title + "\r\nX-KEPT;X-HOW=yes:as it is\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}

Listing StoreContract::listed(const std::string& token) {
  auto listing = store().list(token);
  EXPECT_TRUE(listing) << message_of(listing.error(), Language::english);
  return listing ? *listing : Listing();
}

std::map<std::string, std::string> StoreContract::etags() {
  std::map<std::string, std::string> all;
  for (const ListedObject& object : listed().objects) all.emplace(object.href, object.etag);
  return all;
}

std::vector<ReadObject> StoreContract::read(const std::vector<std::string>& hrefs) {
  std::vector<ReadObject> objects(hrefs.size());
  std::vector<int> answers(hrefs.size());
  const auto done = store().read(hrefs, [&](ReadObject object) {
    ++answers[object.index];
    objects[object.index] = std::move(object);
    return Flow::go_on;
  });
  EXPECT_TRUE(done) << message_of(done.error(), Language::english);
  EXPECT_EQ(answers, std::vector<int>(hrefs.size(), 1)) << "each href gets one answer";
  return objects;
}

std::vector<WriteOutcome> StoreContract::write(const std::vector<ObjectWrite>& writes) {
  std::vector<WriteOutcome> outcomes(writes.size());
  std::vector<int> answers(writes.size());
  const auto done = store().write(writes, [&](WriteOutcome outcome) {
    ++answers[outcome.index];
    outcomes[outcome.index] = std::move(outcome);
    return Flow::go_on;
  });
  EXPECT_TRUE(done) << message_of(done.error(), Language::english);
  EXPECT_EQ(answers, std::vector<int>(writes.size(), 1)) << "each write gets one outcome";
  return outcomes;
}

WriteOutcome StoreContract::write_one(ObjectWrite write) { return this->write({std::move(write)}).front(); }

std::string StoreContract::create(const std::string& uid, const std::string& title) {
  const std::string href = store().href_of_new(uid);
  const WriteOutcome outcome = write_one({WriteKind::create, href, "", event_body(uid, title)});
  EXPECT_FALSE(outcome.refusal) << outcome.refusal->words;
  return outcome.href.empty() ? href : outcome.href;
}

std::string StoreContract::body_at(const std::string& href) { return read({href}).front().body; }

TEST_P(StoreContract, lists_nothing_where_nothing_is) {
  const Listing listing = listed();
  EXPECT_EQ(listing.extent, Listing::Extent::whole);
  EXPECT_TRUE(listing.objects.empty());
}

TEST_P(StoreContract, gives_back_what_was_created) {
  const std::string href = create("one@example.org", "Première");
  const auto all = etags();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_TRUE(all.contains(href)) << all.begin()->first;
  const ReadObject object = read({href}).front();
  EXPECT_EQ(object.status, ReadStatus::found);
  EXPECT_EQ(object.etag, all.at(href));
  EXPECT_NE(object.body.find("SUMMARY:Première\r\n"), std::string::npos) << object.body;
  EXPECT_NE(object.body.find("X-KEPT;X-HOW=yes:as it is\r\n"), std::string::npos) << object.body;
}

TEST_P(StoreContract, tells_the_etag_that_it_lists) {
  const std::string href = store().href_of_new("etag@example.org");
  const WriteOutcome outcome = write_one({WriteKind::create, href, "", event_body("etag@example.org", "Étiquette")});
  if (!outcome.etag.empty()) {
    EXPECT_EQ(outcome.etag, etags().at(href));
  }
}

TEST_P(StoreContract, keeps_what_is_there_when_asked_to_create_it) {
  const std::string href = create("two@example.org", "Avant");
  const WriteOutcome again = write_one({WriteKind::create, href, "", event_body("two@example.org", "Après")});
  ASSERT_TRUE(again.refusal);
  EXPECT_EQ(again.refusal->kind, RefusalKind::precondition) << again.refusal->words;
  EXPECT_NE(body_at(href).find("Avant"), std::string::npos);
}

TEST_P(StoreContract, updates_what_is_still_as_it_was) {
  const std::string href = create("three@example.org", "Avant");
  const std::string etag = etags().at(href);
  const WriteOutcome done = write_one({WriteKind::update, href, etag, event_body("three@example.org", "Après")});
  EXPECT_FALSE(done.refusal) << done.refusal->words;
  EXPECT_NE(body_at(href).find("Après"), std::string::npos);
  EXPECT_NE(etags().at(href), etag);
}

TEST_P(StoreContract, leaves_alone_what_has_changed_since) {
  const std::string href = create("four@example.org", "Avant");
  const std::string stale = etags().at(href);
  write_one({WriteKind::update, href, stale, event_body("four@example.org", "Entre-temps")});
  const WriteOutcome update = write_one({WriteKind::update, href, stale, event_body("four@example.org", "Après")});
  ASSERT_TRUE(update.refusal);
  EXPECT_EQ(update.refusal->kind, RefusalKind::precondition) << update.refusal->words;
  const WriteOutcome removal = write_one({WriteKind::remove, href, stale, ""});
  ASSERT_TRUE(removal.refusal);
  EXPECT_EQ(removal.refusal->kind, RefusalKind::precondition) << removal.refusal->words;
  EXPECT_NE(body_at(href).find("Entre-temps"), std::string::npos);
}

TEST_P(StoreContract, removes_once) {
  const std::string href = create("five@example.org", "Passager");
  const std::string etag = etags().at(href);
  EXPECT_FALSE(write_one({WriteKind::remove, href, etag, ""}).refusal);
  EXPECT_TRUE(etags().empty());
  const WriteOutcome again = write_one({WriteKind::remove, href, etag, ""});
  ASSERT_TRUE(again.refusal);
  // RFC 9110 lets a server look at the condition first: both say that there is nothing to remove.
  EXPECT_TRUE(again.refusal->kind == RefusalKind::gone || again.refusal->kind == RefusalKind::precondition);
}

TEST_P(StoreContract, tells_what_is_gone_among_what_is_there) {
  const std::string first = create("six@example.org", "Là");
  const std::string second = create("seven@example.org", "Là aussi");
  const auto objects = read({first, store().href_of_new("nowhere@example.org"), second});
  EXPECT_EQ(objects[0].status, ReadStatus::found);
  EXPECT_EQ(objects[1].status, ReadStatus::gone);
  EXPECT_EQ(objects[2].status, ReadStatus::found);
}

TEST_P(StoreContract, knows_an_object_by_any_spelling_of_its_name) {
  const std::string uid = "été 50% @ #1+2&3";
  const std::string href = create(uid, "Signes");
  const auto all = etags();
  ASSERT_TRUE(all.contains(href)) << all.begin()->first << " is not " << href;
  EXPECT_EQ(read({href}).front().status, ReadStatus::found);
  EXPECT_FALSE(write_one({WriteKind::remove, href, all.at(href), ""}).refusal);
}

TEST_P(StoreContract, tells_what_changed_since_a_token) {
  const std::string kept = create("kept@example.org", "Reste");
  const std::string changed = create("changed@example.org", "Change");
  const std::string removed = create("removed@example.org", "Part");
  const Listing before = listed();
  const auto tags = etags();
  write_one({WriteKind::update, changed, tags.at(changed), event_body("changed@example.org", "Autre")});
  write_one({WriteKind::remove, removed, tags.at(removed), ""});
  const std::string made = create("made@example.org", "Vient");
  const Listing after = listed(before.token);
  std::set<std::string> told;
  for (const ListedObject& object : after.objects) told.insert(object.href);
  EXPECT_TRUE(told.contains(changed));
  EXPECT_TRUE(told.contains(made));
  EXPECT_FALSE(told.contains(removed));
  if (after.extent == Listing::Extent::changes) {
    EXPECT_FALSE(told.contains(kept));
    EXPECT_EQ(std::count(after.removed.begin(), after.removed.end(), removed), 1);
  } else {
    EXPECT_TRUE(told.contains(kept));
  }
}

TEST_P(StoreContract, lists_everything_for_a_token_that_it_does_not_know) {
  const std::string href = create("token@example.org", "Là");
  const Listing listing = listed("no token of this server");
  EXPECT_EQ(listing.extent, Listing::Extent::whole);
  ASSERT_EQ(listing.objects.size(), 1U);
  EXPECT_EQ(listing.objects[0].href, href);
}

TEST_P(StoreContract, refuses_a_second_object_with_the_same_uid) {
  create("same@example.org", "Premier");
  const std::string other = store().href_of_new("other-name@example.org");
  const WriteOutcome outcome = write_one({WriteKind::create, other, "", event_body("same@example.org", "Second")});
  ASSERT_EQ(outcome.refusal.has_value(), tested_.refuses_same_uid);
  if (outcome.refusal) {
    EXPECT_EQ(outcome.refusal->kind, RefusalKind::uid_taken) << outcome.refusal->words;
  }
}

TEST_P(StoreContract, stores_the_others_where_one_is_refused) {
  std::vector<ObjectWrite> writes;
  for (int i = 0; i < 40; ++i) {
    const std::string uid = "many-" + std::to_string(i) + "@example.org";
    const std::string body = i == 17 ? "this is no calendar\r\n" : event_body(uid, "Parmi d'autres");
    writes.push_back({WriteKind::create, store().href_of_new(uid), "", body});
  }
  const auto outcomes = write(writes);
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    const bool damaged = i == 17 && tested_.refuses_damaged;
    EXPECT_EQ(outcomes[i].refusal.has_value(), damaged) << i;
  }
  EXPECT_EQ(etags().size(), tested_.refuses_damaged ? 39U : 40U);
}

TEST_P(StoreContract, begins_no_further_write_after_a_stop) {
  std::vector<ObjectWrite> writes;
  for (int i = 0; i < 60; ++i) {
    const std::string uid = "stop-" + std::to_string(i) + "@example.org";
    writes.push_back({WriteKind::create, store().href_of_new(uid), "", event_body(uid, "Arrêt")});
  }
  std::size_t told = 0;
  const auto done = store().write(writes, [&](const WriteOutcome&) {
    ++told;
    return Flow::stop;
  });
  EXPECT_TRUE(done);
  EXPECT_LT(told, writes.size());
  EXPECT_EQ(etags().size(), told) << "those under way still get their outcome";
}

TEST_P(StoreContract, reads_more_than_one_request_holds) {
  std::vector<ObjectWrite> writes;
  std::vector<std::string> hrefs;
  for (int i = 0; i < 105; ++i) {
    const std::string uid = "read-" + std::to_string(i) + "@example.org";
    hrefs.push_back(store().href_of_new(uid));
    writes.push_back({WriteKind::create, hrefs.back(), "", event_body(uid, "Lecture " + std::to_string(i))});
  }
  write(writes);
  const auto objects = read(hrefs);
  for (std::size_t i = 0; i < objects.size(); ++i) {
    EXPECT_NE(objects[i].body.find("SUMMARY:Lecture " + std::to_string(i) + "\r\n"), std::string::npos) << i;
  }
}

TEST_P(StoreContract, writes_everything_at_once_where_it_can) {
  if (store().facts().whole_write == WholeWrite::unsupported) return;
  const std::string first = event_body("whole-1@example.org", "Un");
  const std::string second = event_body("whole-2@example.org", "Deux");
  const std::size_t tail = std::string("END:VCALENDAR\r\n").size();
  const std::string both = first.substr(0, first.size() - tail) + second.substr(second.find("BEGIN:VEVENT"));
  const auto done = store().write_whole(both);
  ASSERT_TRUE(done) << message_of(done.error(), Language::english);
  EXPECT_FALSE(done->has_value()) << (*done)->words;
  EXPECT_EQ(etags().size(), 2U);
  const auto again = store().write_whole(event_body("whole-3@example.org", "Trois"));
  ASSERT_TRUE(again);
  ASSERT_TRUE(again->has_value()) << "only where nothing is there";
  EXPECT_EQ((*again)->kind, RefusalKind::precondition);
  EXPECT_EQ(etags().size(), 2U);
}

}  // namespace jalon
