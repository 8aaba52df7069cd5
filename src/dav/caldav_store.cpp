#include "dav/caldav_store.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/catalogue.h"
#include "dav/protocol/listing.h"
#include "dav/protocol/objects.h"
#include "dav/reading.h"
#include "dav/writing.h"

namespace jalon {
namespace {

constexpr std::size_t most_pages = 10'000;

// A later page counts more than an earlier one.
void add_page(Listing& all, std::map<std::string, std::size_t>& places, Listing&& page) {
  std::set<std::string> gone(page.removed.begin(), page.removed.end());
  for (ListedObject& object : page.objects) {
    gone.erase(object.href);
    const auto [place, is_new] = places.emplace(object.href, all.objects.size());
    if (is_new) {
      all.objects.push_back(std::move(object));
    } else {
      all.objects[place->second] = std::move(object);
    }
  }
  const auto is_gone = [&](const ListedObject& o) { return gone.contains(o.href); };
  if (std::any_of(all.objects.begin(), all.objects.end(), is_gone)) {
    std::erase_if(all.objects, is_gone);
    places.clear();
    for (std::size_t i = 0; i < all.objects.size(); ++i) places.emplace(all.objects[i].href, i);
  }
  if (all.extent == Listing::Extent::changes) all.removed.insert(all.removed.end(), gone.begin(), gone.end());
  all.token = std::move(page.token);
}

// The name of the calendar goes with its objects: a run that ends here leaves no nameless one behind.
std::string with_name(std::string_view calendar, std::string_view name) {
  std::string escaped;
  for (const char c : name) {
    if (c == '\\' || c == ';' || c == ',') escaped += '\\';
    if (c != '\r' && c != '\n') escaped += c;
  }
  const std::size_t first_line = calendar.find('\n') + 1;
  return std::string(calendar.substr(0, first_line)) + "X-WR-CALNAME:" + escaped + "\r\n" +
         std::string(calendar.substr(first_line));
}

}  // namespace

CalDavStore::CalDavStore(HttpClient& client, Calendar calendar, const ServerKind& kind, CalendarOrigin origin)
    : client_(client), calendar_(std::move(calendar)), kind_(kind) {
  if (!calendar_.url.path.ends_with('/')) calendar_.url.path += '/';
  const bool sure = !kind.has(Quirk::forgets_silently) && !kind.has(Quirk::token_of_seconds);
  facts_.address = to_string(calendar_.url);
  facts_.name = calendar_.name;
  facts_.keeps = calendar_.keeps;
  facts_.access = calendar_.access;
  facts_.largest_object = calendar_.largest_object;
  facts_.has_changes = calendar_.has_sync && sure;
  if (kind.has(Quirk::uid_once_an_account)) facts_.uid_reach = UidReach::account;
  const bool ours = origin == CalendarOrigin::made_by_this_run;
  if (ours && kind.has(Quirk::whole_calendar_put)) facts_.whole_write = WholeWrite::supported;
}

std::string CalDavStore::href_of_new(std::string_view uid) const {
  return calendar_.url.path + encode_segment(uid) + ".ics";
}

Result<Listing> CalDavStore::list(std::string_view token) {
  if (!facts_.has_changes) return list_etags();
  return list_changes(token);
}

Result<Listing> CalDavStore::list_etags() {
  const auto answer = client_.send(build_etags(calendar_.url));
  if (!answer) return answer.error();
  return parse_etags(*answer, calendar_.url);
}

Result<Listing> CalDavStore::list_changes(std::string_view token) {
  Listing all;
  all.extent = token.empty() ? Listing::Extent::whole : Listing::Extent::changes;
  std::map<std::string, std::size_t> places;
  std::string at(token);
  for (std::size_t page = 0; page < most_pages; ++page) {
    const auto answer = client_.send(build_changes(calendar_.url, at));
    if (!answer) return answer.error();
    auto changes = parse_changes(*answer, calendar_.url, at);
    if (!changes) return changes.error();
    if (changes->token_refused) return page == 0 ? list_changes("") : list_etags();
    at = changes->listing.token;
    add_page(all, places, std::move(changes->listing));
    if (changes->more) continue;
    // An empty answer looks like that of a server that is not well: the calendar itself must be in the other one.
    const bool doubtful = all.extent == Listing::Extent::whole && all.objects.empty();
    if (!doubtful) return all;
    auto sure = list_etags();
    if (sure && sure->objects.empty()) sure->token = all.token;
    return sure;
  }
  return Error{ErrorKind::protocol, Code::dav_partial, {facts_.address, status_line(507)}};
}

Result<void> CalDavStore::read(std::span<const std::string> hrefs, const std::function<Flow(ReadObject)>& each) {
  return BodyReading(client_, calendar_.url, hrefs, each).run();
}

Result<void> CalDavStore::write(std::span<const ObjectWrite> writes, const std::function<Flow(WriteOutcome)>& each) {
  return Writing(client_, calendar_.url, kind_, writes, each).run();
}

Result<std::optional<Refusal>> CalDavStore::write_whole(std::string_view calendar) {
  const auto empty = list_etags();
  if (!empty) return empty.error();
  if (!empty->objects.empty())
    return std::optional<Refusal>(Refusal{RefusalKind::precondition, status_line(412), "", {}});
  const auto answer = client_.send(build_whole_write(calendar_.url, with_name(calendar, calendar_.name)));
  if (!answer) return answer.error();
  if (answer->status / 100 != 2) return std::optional<Refusal>(refusal_of(*answer, WriteKind::create));
  // It takes the place of the collection with its properties: the others are given back.
  const auto named = client_.send(build_properties(calendar_.url, {calendar_.name, calendar_.color, calendar_.keeps}));
  if (!named) return named.error();
  return std::optional<Refusal>();
}

}  // namespace jalon
