// The actions of a plan, made from its entries: titles, dates, people, and what the attributes say.
//
// Fills Plan::actions and Plan::sections in the order of the entries; where an action says nothing, its section's
// deadline and owners count, then the plan's. Faults go to the plan's diagnostics: a date that is wrong leaves its
// action undated, a value that is not understood stays in the title. Near-linear in the text.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "jalon/phrase.h"
#include "jalon/plan.h"
#include "text/list/dependencies.h"
#include "text/list/entries.h"
#include "text/list/lengths.h"
#include "text/list/schedule.h"
#include "text/list/sections.h"
#include "text/list/settings.h"
#include "text/list/titles.h"

namespace jalon::list {

class ActionReader {
 public:
  ActionReader(Plan& plan, PhraseReader& phrases, const Defaults& defaults);
  enum class Items : std::uint8_t { all, with_box };  // which of them are actions
  void read(const Entries& entries, Items items = Items::all);

 private:
  // What the attributes of one action say; buffers are kept from one to the next.
  struct Draft {
    std::vector<std::string_view> tags;
    std::vector<Person> owners;
    std::vector<Person> attendees;
    std::vector<std::chrono::minutes> alarms;
    Dates dates;
    bool has_dates = false;  // an attribute gave one
    bool no_alarm = false;
    bool date_failed = false;  // an attribute that should have been a date was none
    std::string description;
    std::string_view only_line;  // of the description, while it has one line
    void clear();
  };

  void read_action(const Entry& entry, const Entries& entries);
  LineText marked_line(const Entry& entry);
  void read_body(const Entry& entry, const Entries& entries, ReadTitle& title, Action& action);
  bool goes_on_in(std::string_view line, const Entry& entry, ReadTitle& title);
  bool read_attribute_line(std::string_view text, Action& action);
  bool is_attribute_line(const LineText& line);
  void add_description(std::string_view line);

  void take_mark(Mark& mark, const LineText& line, Action& action);
  void take_text(const Mark& mark, const LineText& line, Action& action);
  void take_people(const Mark& mark, std::vector<Person>& people);
  void take_tags(const Mark& mark);
  void take_id(const Mark& mark, const LineText& line, Action& action);
  void take_length(Mark& mark, const LineText& line, Action& action);
  void take_reminders(Mark& mark, const LineText& line);
  void take_state(Mark& mark, const LineText& line, Action& action);
  void take_day(const Mark& mark, Action& action);
  void take_repetition(Mark& mark, const LineText& line);
  void take_date(Mark& mark, const LineText& line);
  void refuse(Mark& mark, const LineText& line, Code code);
  std::optional<DateValue>& date_of(Key key);

  void set_when(ReadTitle& title, const Entry& entry, Action& action);
  void place_in_agenda(ReadTitle& title);
  void take_fallback(Action& action);
  void take_schedule(ReadTitle& title, Action& action);
  void set_lists(Action& action);
  const When& fallback() const;
  std::uint32_t section_with_deadline() const;

  Plan& plan_;
  PhraseReader& phrases_;
  const Defaults& defaults_;
  TitleReader titles_;
  SectionReader sections_;
  Dependencies dependencies_;
  Draft draft_;
  std::vector<Mark> marks_;
  std::vector<Mark> line_marks_;
  std::vector<std::string_view> parts_;
  std::vector<std::uint32_t> action_of_entry_;
  std::vector<bool> told_past_;                                // of each section: that its deadline is past
  std::unordered_map<std::string_view, Reminders> reminders_;  // what was read before: a plan repeats a few
};

}  // namespace jalon::list
