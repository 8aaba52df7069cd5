// The sections of a plan, as their headings open them: title, default deadline, default owners.
//
// A heading encloses those of a lower level that follow it; what it gives holds under them too, unless they give
// their own. Faults go to the plan's diagnostics.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "jalon/plan.h"
#include "text/list/agenda.h"
#include "text/list/entries.h"
#include "text/list/people.h"
#include "text/list/titles.h"

namespace jalon::list {

class SectionReader {
 public:
  SectionReader(Plan& plan, PhraseReader& phrases, TitleReader& titles, const People& people)
      : plan_(plan), phrases_(phrases), titles_(titles), people_(people) {}

  void open(const Entry& heading);
  std::uint32_t current() const { return open_.empty() ? no_index : open_.back().section; }
  // The days that the headings name, where they name some.
  std::optional<Agenda> agenda() const { return open_.empty() ? std::nullopt : open_.back().agenda; }
  // Where the default deadline of a section was said.
  SourceSpan due_span(std::uint32_t section) const { return due_spans_[section]; }

 private:
  struct Open {
    std::uint8_t level;
    std::uint32_t section;
    std::optional<Agenda> agenda;
  };

  SourceSpan enclose(std::uint8_t level, Section& section);
  LineText marked_line(const Entry& heading);
  void take_marks(const LineText& line, Section& section);
  void take_date(ReadTitle& title, Section& section);
  void place_in_agenda(ReadTitle& title);

  Plan& plan_;
  PhraseReader& phrases_;
  TitleReader& titles_;
  const People& people_;
  std::vector<Open> open_;  // the current section and those that enclose it, outermost first
  std::vector<Mark> marks_;
  std::vector<SourceSpan> due_spans_;  // of each section of the plan
};

}  // namespace jalon::list
