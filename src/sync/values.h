// What synchronising one plan deals with: what the plan wants, what was agreed last time, what the calendars hold.
//
// A plan may go to two calendars at once (events here, tasks there); `calendar` says which, from 0. Within one, an
// object is known by its UID. An action that is written in another form gets another UID: `action` links the two.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "jalon/fields.h"

namespace jalon {

struct Wanted {
  std::size_t calendar = 0;
  std::string uid;
  std::string action;  // the same for every form of one action
  Fields fields;
  std::string body;
  std::string title;
  std::string note;      // kept with what is agreed, for the caller to find the action again
  std::size_t line = 0;  // in the plan, for people
};

enum class Presence : std::uint8_t { there, gone };

struct Agreed {
  std::size_t calendar = 0;
  std::string uid;
  std::string action;
  std::string href;
  std::string etag;                     // of `seen`; empty where none is known
  Fields ours;                          // what the plan said when both sides last agreed
  Fields theirs;                        // what the calendar said then: servers rewrite bodies
  Fields seen;                          // what the calendar said when it was last looked at
  Presence presence = Presence::there;  // gone: deleted in the calendar, and that was respected
  std::string title;
  std::string note;
  friend bool operator==(const Agreed&, const Agreed&) = default;
};

// An object that a calendar holds now.
struct Remote {
  std::size_t calendar = 0;
  std::string uid;
  std::string href;
  std::string etag;
  Fields fields;
};

}  // namespace jalon
