// What jalon remembers of each plan in each calendar: what was agreed, and what it was about to write when it stopped.
//
// One database for all plans; several runs may use it at once. Every call is a transaction of its own, or none. It is a
// convenience: without it, objects are found again by their UIDs, and nothing is doubled.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "jalon/result.h"
#include "sync/database.h"
#include "sync/plan.h"
#include "sync/values.h"

namespace jalon {

// A write that was begun, and of which it is not known whether it was done.
struct Pending {
  Act act = Act::create;
  std::string etag;  // its condition
  Fields sent;       // what the body says
  Agreed after;      // what is agreed if it was done; remove: only its calendar and UID count
};

struct Remembered {
  std::string token;  // of the last listing
  std::vector<Agreed> agreed;
  std::vector<Pending> pending;
  // The calendar's other objects, href → UID; empty where it was not looked at.
  std::map<std::string, std::string> others;
};

// What changes of it at once.
struct Settlement {
  std::optional<std::string> token;
  std::vector<Agreed> agreed;          // new or changed
  std::vector<std::string> forgotten;  // UIDs
  std::vector<std::string> settled;    // UIDs of which it is known now whether the pending write was done
  std::map<std::string, std::string> others;
  std::vector<std::string> others_gone;  // hrefs
  enum class Others : std::uint8_t { add, replace } how = Others::add;

  bool changes_nothing() const;
};

class State {
 public:
  // A path, or ":memory:". The folder must be there.
  static Result<State> open(const std::string& path);

  // A plan's identity in one calendar. `calendar` is the index that values read through it get.
  struct Key {
    std::int64_t row = 0;
    std::size_t calendar = 0;
  };
  Result<Key> key(const std::string& plan, const std::string& address, std::size_t calendar);
  // All calendars that a plan was put into: their addresses.
  Result<std::vector<std::string>> calendars_of(const std::string& plan);
  // The plan is called otherwise from now on.
  Result<void> rename(const std::string& from, const std::string& to);
  // Plans, and what the caller noted with them.
  Result<std::map<std::string, std::string>> plans();
  Result<void> note_plan(const std::string& plan, const std::string& note);

  // The names of an account's calendars, as a server last told them; of all accounts where `account` is empty.
  Result<void> note_calendars(const std::string& account, std::span<const std::string> names);
  Result<std::vector<std::string>> known_calendars(const std::string& account);

  Result<Remembered> load(const Key& key);
  Result<void> settle(const Key& key, const Settlement& settlement);
  Result<void> begin(const Key& key, std::span<const Pending> writes);

 private:
  explicit State(std::unique_ptr<Database> database);
  void put_agreed(std::int64_t row, const Agreed& agreed);
  void forget(std::int64_t row, const std::string& uid);
  void drop_pending(std::int64_t row, const std::string& uid);

  std::unique_ptr<Database> database_;
  Statement put_agreed_, forget_, put_pending_, drop_pending_, put_other_, drop_other_;
};

}  // namespace jalon
