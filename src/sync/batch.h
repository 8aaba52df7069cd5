// The writes of one plan to one calendar: what is sent, and what becomes of each.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "sync/apply.h"

namespace jalon {

// An object to look at again before it is decided anew, and why.
struct Doubt {
  std::size_t calendar = 0;
  std::string uid;
  std::string href;  // empty: not known, the calendar must be listed
  RefusalKind kind = RefusalKind::unknown;
  std::string words;
  std::string title;
  std::size_t line = 0;
};

class Batch {
 public:
  Batch(const SyncJob& job, std::size_t calendar, Applied& applied, std::vector<Doubt>& doubts)
      : job_(job), link_(job.calendars[calendar]), calendar_(calendar), applied_(applied), doubts_(doubts) {}

  // Every step has this calendar and is a creation, an update or a removal. False: nothing further can be done.
  bool write(const std::vector<const Step*>& steps);
  // All steps are creations in an empty calendar that takes them at once. Where it may have been done, each is a doubt
  // until it was listed.
  bool write_whole(const std::vector<const Step*>& steps);

 private:
  struct Item {
    const Step* step = nullptr;
    Pending pending;
    std::string body;
  };
  struct Unseen {  // written, but the server did not say how it keeps it
    const Item* item = nullptr;
    Agreed agreed;
  };

  bool write_piece(std::span<const Step* const> steps);
  bool prepare(std::span<const Step* const> steps);
  bool prepare_after_a_look(const std::vector<const Step*>& steps);
  void prepare_creation(const Step& step);
  void prepare_update(const Step& step, const ReadObject& object);
  void prepare_removal(const Step& step, const std::string& etag);
  void add(Item item);
  bool begin();
  bool send();
  Flow take(const WriteOutcome& outcome);
  void note_done(const Item& item, const WriteOutcome& outcome);
  void note_agreed(const Item& item, Agreed agreed);
  void note_refused(const Item& item, const Refusal& refusal);
  bool settle();
  bool read_back();
  bool is_elsewhere(const std::string& href) const;
  void note_seen(Unseen& unseen, const ReadObject& object);
  void doubt(const Step& step, const std::string& href, RefusalKind kind, const std::string& words);
  void problem(const Step& step, RefusalKind kind, const std::string& words);
  bool stop(const Result<void>& result);

  const SyncJob& job_;
  const CalendarLink& link_;
  std::size_t calendar_;
  Applied& applied_;
  std::vector<Doubt>& doubts_;
  std::vector<Item> items_;
  Settlement outcomes_;  // those that the state does not know yet
  std::vector<Unseen> unseen_;
};

}  // namespace jalon
