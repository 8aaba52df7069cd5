// The actions of a plan, made from records: the one place that knows what their fields mean.
//
// Adds to Plan::actions and Plan::sections in the order of the records; where a record says nothing, the plan's own
// defaults count. Faults go to the plan's diagnostics, at their fields. Values that many records share (people, tags,
// states) are read once. Near-linear in the number of records.
#pragma once

#include <chrono>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "jalon/phrase.h"
#include "jalon/plan.h"
#include "text/list/settings.h"
#include "text/list/titles.h"
#include "text/records/record.h"
#include "text/records/record_when.h"
#include "text/records/relations.h"
#include "text/records/words.h"

namespace jalon::records {

// Where texts and lists are kept: those of one action, and those that many actions share.
struct Arenas {
  Arena& own;
  Arena& shared;
};

class ActionMaker {
 public:
  ActionMaker(Plan& plan, PhraseReader& phrases, const list::Defaults& defaults);
  // Where actions come in pieces: those of the last piece are gone when the next one begins.
  ActionMaker(Plan& plan, PhraseReader& phrases, const list::Defaults& defaults, Arenas arenas);

  // A record without a title is told, and is no action.
  void add(const Record& record);
  std::uint32_t section_named(std::string_view title);
  // `action` is part of `other` (Field::parent) or comes after it (Field::after). `name`: of the other, as no id is.
  void relate(std::uint32_t action, Field field, std::uint32_t other, std::string_view name, SourceSpan span);
  Moment moment(const RecordField& field) { return scheduler_.moment(field); }
  void finish();  // once all are there
  // Of the piece that was read; false where an action names another one, which may be anywhere.
  bool finish_piece();
  // Between two pieces: whether so much was kept in the shared arena that it was forgotten, and the arena may be
  // emptied.
  bool forget_much();

 private:
  using People = std::span<const Person>;
  using Tags = std::span<const std::string_view>;
  struct State {
    std::optional<Status> status;
    std::optional<std::uint8_t> percent;
    std::optional<Day> completed;
    bool understood = true;
  };

  struct Reminders {
    std::vector<std::chrono::minutes> alarms;
    bool none = false;
    bool understood = true;
  };

  struct Part {
    CheckItem item;
    SourceSpan span;
  };

  void clear();
  void take(const RecordField& field, Action& action);
  void take_people(const RecordField& field);
  void take_state(const RecordField& field, Action& action);
  void take_priority(const RecordField& field, Action& action);
  void take_tags(const RecordField& field, Action& action);
  void take_reminders(const RecordField& field);
  void take_notes(const RecordField& field);
  void take_checklist(const RecordField& field);
  void add_part(const CheckItem& item, SourceSpan span);
  void take_id(const RecordField& field, Action& action);
  void take_parent(const RecordField& field);
  void set_when(const Record& record, Action& action);
  void set_recurrence(const Record& record, Action& action);
  void set_owners(Action& action);
  void set_description(Action& action);
  void set_alarms(Action& action);
  void add_parts(std::uint32_t whole);
  Action part_of(std::uint32_t whole, const Part& part);
  void tell_value_once(const RecordField& field);

  People people_of(std::string_view text);
  Tags tags_of(std::string_view text);
  People with_addresses(People names, std::string_view addresses);
  void take_turned_name(std::string_view text, Arena& arena);
  const Reminders& reminders_of(std::string_view text);
  const State& state_of(const RecordField& field);
  State read_state(const RecordField& field);
  std::uint32_t index() const { return static_cast<std::uint32_t>(plan_.actions.size()); }

  Plan& plan_;
  Arenas arenas_;
  PhraseReader& phrases_;
  const list::Defaults& defaults_;
  RecordScheduler scheduler_;
  list::TitleReader titles_;
  Relations relations_;

  std::string_view addresses_;  // of the owners of this record
  People owners_, attendees_;
  std::string_view owner_text_;  // of the first field of owners
  std::vector<std::chrono::minutes> alarms_;
  bool no_alarm_ = false;
  bool date_failed_ = false;
  std::string_view only_note_;  // while there is one, as it stands
  std::string notes_;
  std::vector<Part> parts_of_action_;
  std::vector<std::string_view> parts_;
  std::vector<Person> persons_;
  std::vector<std::string_view> tags_;

  std::unordered_map<std::string_view, People> known_people_;
  std::unordered_map<std::string_view, Tags> known_tags_;
  std::unordered_map<std::string_view, State> known_states_;
  std::unordered_map<std::string_view, Reminders> known_reminders_;
  std::unordered_map<std::string_view, std::uint32_t> sections_;
  std::unordered_set<std::string> told_values_;
};

}  // namespace jalon::records
