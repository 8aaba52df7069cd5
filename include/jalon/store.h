// A collection of calendar objects that others change too: what a synchroniser asks of it, whatever it is made of.
//
// An object is one iCalendar body (UTF-8, CRLF) with one UID, under an href and an ETag. An href is opaque and
// canonical: two that name the same object are the same string, as the store has decoded them. An ETag is opaque,
// exactly what a condition takes; empty where the server gave none.
//
// Errors (of a whole call): network (not reached, or cut off; kept trying as far as that is safe), auth, protocol (an
// answer that is not understood, is cut, or does not answer for an object that was asked for), refused (the server
// does not allow it at all), config. What one object is refused for is no error: see Refusal. A listing or an answer
// that is not whole is an error, never an absence.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "jalon/result.h"

namespace jalon {

enum class Access : std::uint8_t { read_only, writable };
enum class Keeps : std::uint8_t { events, todos, both };
enum class WholeWrite : std::uint8_t { unsupported, supported };
enum class UidReach : std::uint8_t { calendar, account };

struct StoreFacts {
  std::string address;  // the collection's own, canonical, with its server: the key of what is remembered of it
  std::string name;     // for people
  Keeps keeps = Keeps::both;
  Access access = Access::writable;
  std::size_t largest_object = 0;           // bytes; 0: no limit known
  bool has_changes = false;                 // can tell what changed since a token, in one request
  UidReach uid_reach = UidReach::calendar;  // where a UID may stand only once
  // Whether write_whole may be used: only in a collection that this very run makes, and that holds nothing.
  WholeWrite whole_write = WholeWrite::unsupported;
};

struct ListedObject {
  std::string href;
  std::string etag;
};

struct Listing {
  enum class Extent : std::uint8_t { whole, changes };
  Extent extent = Extent::whole;
  std::vector<ListedObject> objects;  // whole: all there are; changes: those made or changed since; each href once
  std::vector<std::string> removed;   // changes: hrefs that are gone (also of objects that were never told of)
  std::string token;                  // for the next time; empty where there is none
};

enum class ReadStatus : std::uint8_t { found, gone, failed };

struct ReadObject {
  std::size_t index = 0;  // into the hrefs asked for
  ReadStatus status = ReadStatus::found;
  std::string etag;
  std::string body;
  std::string words;  // failed: the server's own
};

enum class WriteKind : std::uint8_t {
  create,  // only where the href has no object yet
  update,  // only where it still has the ETag
  remove,  // only where it still has the ETag
};

struct ObjectWrite {
  WriteKind kind = WriteKind::create;
  std::string href;  // create: what href_of_new() gave; else as it was listed
  std::string etag;  // update, remove: the condition; empty: none can be made (the server gives no ETags)
  std::string body;  // create, update
};

enum class RefusalKind : std::uint8_t {
  precondition,  // the condition does not hold: it was changed, or is there already
  gone,          // update, remove: there is no such object any more
  uid_taken,     // another object has the UID; `href` names it where the server told
  not_allowed,   // read-only, no right, a form of component that is not kept here
  invalid,       // the server does not accept the body
  too_large,
  no_room,    // the account's quota
  try_later,  // busy, locked, or limits its requests, and stayed so
  unknown,    // no whole answer came, or a fault of the server: it may have been done or not
};

struct Refusal {
  RefusalKind kind = RefusalKind::unknown;
  std::string words;  // the server's own, one line; with its status and precondition, as a person would quote them
  std::string href;   // uid_taken: the other object, or empty
  std::chrono::seconds retry_after{0};  // try_later: how long it asked to wait; 0: it did not say
};

struct WriteOutcome {
  std::size_t index = 0;           // into the writes asked for
  std::optional<Refusal> refusal;  // none: done
  std::string href;                // done: where it is now, where that is not the href of the write; else empty
  std::string etag;                // done: the new ETag, only where the server stored the body as it was sent or
                                   // said nothing else; empty: read it back
};

enum class Flow : std::uint8_t { go_on, stop };

class Store {
 public:
  virtual ~Store() = default;

  virtual const StoreFacts& facts() const = 0;

  // The href that an object with this UID gets when it is made. Pure: no request.
  virtual std::string href_of_new(std::string_view uid) const = 0;

  // What changed since `token`; everything where it is empty, where the server has no tokens, or where it refuses or
  // has forgotten this one. Sees every write that was answered before the call. Collections and what is no calendar
  // object are left out.
  virtual Result<Listing> list(std::string_view token) = 0;

  // The bodies of any number of objects, in requests of a size that the server takes. Each href gets one answer, in any
  // order; stops early, without an error, where `each` says so.
  virtual Result<void> read(std::span<const std::string> hrefs, const std::function<Flow(ReadObject)>& each) = 0;

  // Any number of writes, at once as far as the server takes that, in any order; each on its own. Each gets one
  // outcome, as soon as it is known, on the caller's thread. After Flow::stop no further one is begun, and those under
  // way still get their outcome. After an error those without an outcome may have been done or not.
  // Conditions hold: where a server is known not to keep one, the store looks again just before the write.
  virtual Result<void> write(std::span<const ObjectWrite> writes, const std::function<Flow(WriteOutcome)>& each) = 0;

  // Everything at once, one iCalendar body with any number of objects, on the condition that nothing is there yet.
  // Only where facts() says so. hrefs and ETags are known by listing afterwards. A refusal: nothing was written.
  virtual Result<std::optional<Refusal>> write_whole(std::string_view calendar) = 0;
};

}  // namespace jalon
