#include "sync/observe.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "sync/pending.h"

namespace jalon {
namespace {

using Extent = Listing::Extent;

// What cannot be read as a calendar object differs from all that can.
BodyContent content_of(const Bodies& bodies, const std::string& body) {
  auto content = bodies.read(body);
  return content ? std::move(*content) : BodyContent{{}, {{std::string(rest_field), "?"}}};
}

class Observer {
 public:
  Observer(Store& store, std::size_t calendar, Remembered remembered, const Bodies& bodies, Observed& observed)
      : store_(store), calendar_(calendar), remembered_(std::move(remembered)), bodies_(bodies), observed_(observed) {
    by_href_.reserve(remembered_.agreed.size());
    for (const Agreed& agreed : remembered_.agreed) by_href_.emplace(agreed.href, &agreed);
  }

  Result<void> observe(std::span<const Wanted> wanted) {
    auto listing = store_.list(remembered_.token);
    if (!listing) return listing.error();
    listing_ = std::move(*listing);
    note_listing();
    if (auto done = read_moved(); !done) return done;
    if (auto done = find_by_uid(missing(wanted)); !done) return done;
    finish();
    return {};
  }

 private:
  // Splits what was listed into what is known, what moved, and what is not ours.
  void note_listing() {
    if (listing_.token != remembered_.token) settlement_.token = listing_.token;
    if (listing_.extent == Extent::whole) {
      settlement_.how = Settlement::Others::replace;
      if (listing_.objects.empty()) observed_.empty_ones.push_back(calendar_);
    } else {
      others_ = remembered_.others;
    }
    for (const std::string& href : listing_.removed) note_removed(href);
    for (const ListedObject& object : listing_.objects) note(object);
    if (listing_.extent == Extent::changes) note_unlisted();
  }

  void note_removed(const std::string& href) {
    removed_.insert(href);
    if (others_.erase(href) > 0) settlement_.others_gone.push_back(href);
  }

  void note(const ListedObject& object) {
    const auto known = by_href_.find(object.href);
    if (known == by_href_.end()) return note_other(object);
    listed_.insert(object.href);
    const Agreed& agreed = *known->second;
    const bool same = !object.etag.empty() && object.etag == agreed.etag && agreed.presence == Presence::there;
    same ? keep(agreed) : to_read_.push_back(object.href);
  }

  // A UID never changes, so what was found out before still holds.
  void note_other(const ListedObject& object) {
    const auto before = remembered_.others.find(object.href);
    others_[object.href] = before == remembered_.others.end() ? std::string() : before->second;
  }

  // What a list of changes does not name is as it was.
  void note_unlisted() {
    for (const Agreed& agreed : remembered_.agreed) {
      if (agreed.presence == Presence::gone || listed_.contains(agreed.href) || removed_.contains(agreed.href))
        continue;
      agreed.etag.empty() ? to_read_.push_back(agreed.href) : keep(agreed);
    }
  }

  void keep(const Agreed& agreed) { add({calendar_, agreed.uid, agreed.href, agreed.etag, agreed.seen}); }

  void add(Remote remote) {
    if (found_.insert(remote.uid).second) observed_.present.push_back(std::move(remote));
  }

  Result<void> read_moved() {
    return store_.read(to_read_, [this](ReadObject object) {
      const Agreed& agreed = *by_href_.at(to_read_[object.index]);
      if (object.status == ReadStatus::failed) {
        keep(agreed);
        observed_.problems.push_back({calendar_, agreed.uid, agreed.title, 0, RefusalKind::unknown, object.words});
      } else if (object.status == ReadStatus::found) {
        take(agreed, std::move(object));
      }
      return Flow::go_on;
    });
  }

  // Another object may stand there now: that one is not ours.
  void take(const Agreed& agreed, ReadObject object) {
    BodyContent content = content_of(bodies_, object.body);
    if (!content.uid.empty() && content.uid != agreed.uid) {
      others_[agreed.href] = content.uid;
      return;
    }
    add({calendar_, agreed.uid, agreed.href, std::move(object.etag), std::move(content.fields)});
  }

  // The UIDs that should be there, or may be, and were not found where they were expected.
  std::unordered_set<std::string> missing(std::span<const Wanted> wanted) const {
    std::unordered_set<std::string> uids;
    for (const Wanted& each : wanted) {
      if (each.calendar == calendar_ && !found_.contains(each.uid)) uids.insert(each.uid);
    }
    for (const Pending& pending : remembered_.pending) {
      if (!found_.contains(pending.after.uid)) uids.insert(pending.after.uid);
    }
    for (const Agreed& agreed : remembered_.agreed) {
      if (!found_.contains(agreed.uid)) uids.insert(agreed.uid);
    }
    return uids;
  }

  Result<void> find_by_uid(const std::unordered_set<std::string>& uids) {
    if (uids.empty()) return {};
    for (auto& [href, uid] : others_) {
      if (uid.empty() || uids.contains(uid)) candidates_.push_back(href);
    }
    return store_.read(candidates_, [&](ReadObject object) {
      const std::string& href = candidates_[object.index];
      if (object.status == ReadStatus::gone) others_.erase(href);
      if (object.status == ReadStatus::found) take_other(href, std::move(object), uids);
      return Flow::go_on;
    });
  }

  void take_other(const std::string& href, ReadObject object, const std::unordered_set<std::string>& uids) {
    BodyContent content = content_of(bodies_, object.body);
    // What is no calendar object is never ours, and need not be read again.
    others_[href] = content.uid.empty() ? "?" : content.uid;
    if (!uids.contains(content.uid)) return;
    Remote remote{calendar_, content.uid, href, std::move(object.etag), std::move(content.fields)};
    const auto twin = ours_.find(content.uid);
    if (twin == ours_.end()) {
      ours_.emplace(content.uid, std::move(remote));
    } else if (href == store_.href_of_new(content.uid)) {
      twin->second = std::move(remote);
    }
  }

  void finish() {
    for (auto& [uid, remote] : ours_) {
      others_.erase(remote.href);
      settlement_.others_gone.push_back(remote.href);
      add(std::move(remote));
    }
    for (const auto& [href, uid] : others_) {
      const auto before = remembered_.others.find(href);
      const bool told = settlement_.how == Settlement::Others::add && before != remembered_.others.end();
      if (!told || before->second != uid) settlement_.others.emplace(href, uid);
    }
    std::vector<Agreed> agreed = resolve_all(std::move(remembered_), observed_.present, settlement_);
    std::move(agreed.begin(), agreed.end(), std::back_inserter(observed_.agreed));
    observed_.settlements.push_back(std::move(settlement_));
  }

  Store& store_;
  std::size_t calendar_;
  Remembered remembered_;
  const Bodies& bodies_;
  Observed& observed_;
  Listing listing_;
  Settlement settlement_;
  std::unordered_map<std::string_view, const Agreed*> by_href_;
  std::map<std::string, std::string> others_;
  std::unordered_set<std::string> listed_, removed_;  // hrefs
  std::unordered_set<std::string> found_;             // UIDs
  std::map<std::string, Remote> ours_;                // found by UID
  std::vector<std::string> to_read_, candidates_;
};

}  // namespace

Result<void> observe(Store& store, std::size_t calendar, Remembered remembered, std::span<const Wanted> wanted,
                     const Bodies& bodies, Observed& observed) {
  return Observer(store, calendar, std::move(remembered), bodies, observed).observe(wanted);
}

Result<std::vector<Remote>> look_again(Store& store, std::size_t calendar, const std::vector<std::string>& hrefs,
                                       const Bodies& bodies) {
  std::vector<Remote> present;
  const auto done = store.read(hrefs, [&](ReadObject object) {
    if (object.status == ReadStatus::found) {
      BodyContent content = content_of(bodies, object.body);
      present.push_back(
          {calendar, content.uid, hrefs[object.index], std::move(object.etag), std::move(content.fields)});
    }
    return Flow::go_on;
  });
  if (!done) return done.error();
  return present;
}

}  // namespace jalon
