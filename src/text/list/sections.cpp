#include "text/list/sections.h"

#include "text/list/letters.h"
#include "text/list/notes.h"
#include "text/list/schedule.h"
#include "text/list/values.h"

namespace jalon::list {
namespace {

// Of a paragraph that introduces a list only its last sentence names it.
std::string_view last_sentence(std::string_view text) {
  for (const std::string_view end : {". ", "! ", "? ", ".\n", "!\n", "?\n"}) {
    const std::size_t place = text.rfind(end);
    if (place != std::string_view::npos && text.size() - place > 4) text.remove_prefix(place + end.size());
  }
  return trim(text);
}

}  // namespace

void SectionReader::open(const Entry& heading) {
  Section section;
  due_spans_.push_back(enclose(heading.level, section));
  const LineText line = marked_line(heading);
  take_marks(line, section);
  ReadTitle title = titles_.read(line, marks_, DatePlace::heading);
  section.title = trim_separators(title.title);
  std::optional<Agenda> days = agenda();
  if (title.reading) {
    place_in_agenda(title);
    if (const auto own = agenda_of(*title.reading)) days = own;
    take_date(title, section);
  }
  if (heading.level == 1 && plan_.title.empty()) plan_.title = section.title;
  open_.push_back({heading.level, static_cast<std::uint32_t>(plan_.sections.size()), days});
  plan_.sections.push_back(std::move(section));
}

// Gives where the deadline was said that holds here too.
SourceSpan SectionReader::enclose(std::uint8_t level, Section& section) {
  while (!open_.empty() && open_.back().level >= level) open_.pop_back();
  if (open_.empty()) return {};
  const Section& outer = plan_.sections[open_.back().section];
  section.when = outer.when;
  section.owners = outer.owners;
  return due_spans_[open_.back().section];
}

// «Lundi» below «Semaine du 30 novembre» is that week's.
void SectionReader::place_in_agenda(ReadTitle& title) {
  const auto days = agenda();
  if (!days) return;
  auto placed = read_within(phrases_, text_of(title.span, *plan_.source), *title.reading, *days);
  if (placed) title.reading = std::move(placed);
}

LineText SectionReader::marked_line(const Entry& heading) {
  const std::string_view text = heading.level == lead_level ? last_sentence(heading.text) : heading.text;
  const std::uint32_t offset = span_of(text, *plan_.source).begin;
  marks_.clear();
  const bool plain =
      text.find('\n') == std::string_view::npos && read_marks(text, LineStart::title, LineForm::raw, marks_);
  if (plain) return {text, offset};
  const LineText line = clean_line(text, offset, *plan_.arena);
  marks_.clear();
  read_marks(line.text(), LineStart::title, LineForm::cleaned, marks_);
  return line;
}

// A heading has an owner and a deadline; whatever else looks like a mark is part of its title.
void SectionReader::take_marks(const LineText& line, Section& section) {
  std::vector<Person> owners;
  for (Mark& mark : marks_) {
    if (mark.key == Key::owner && mark.form != MarkForm::mention) {
      owners.push_back(people_.find(parse_person(mark.value)));
    } else if (mark.key == Key::due && mark.form != MarkForm::mention) {
      auto due = read_date_value(phrases_, mark.value);
      if (!due) {
        mark.form = MarkForm::mention;
        continue;
      }
      for (Diagnostic& diagnostic : due->reading.diagnostics)
        diagnostic.span = line.span_of(text_of(diagnostic.span, mark.value));
      ReadTitle read{{}, std::move(due->reading), line.span_of(mark.value)};
      take_date(read, section);
    } else {
      mark.form = MarkForm::mention;
    }
  }
  if (!owners.empty()) section.owners = plan_.arena->copy(std::span<const Person>(owners));
}

void SectionReader::take_date(ReadTitle& title, Section& section) {
  tell_reading(plan_, *title.reading, title.span);
  if (title.reading->verdict != Reading::Verdict::when) return;
  section.when = as_deadline(title.reading->when);
  due_spans_.back() = title.span;
}

}  // namespace jalon::list
