#include "text/list/actions.h"

#include <algorithm>
#include <utility>

#include "text/list/letters.h"
#include "text/list/notes.h"

namespace jalon::list {
namespace {

bool is_part_of_text(const Mark& mark) { return mark.form == MarkForm::mention || mark.form == MarkForm::stray; }

bool is_open(const Action& action) { return action.status == Status::open || action.status == Status::begun; }

}  // namespace

ActionReader::ActionReader(Plan& plan, PhraseReader& phrases, const Defaults& defaults)
    : plan_(plan),
      phrases_(phrases),
      defaults_(defaults),
      titles_(phrases, *plan.arena),
      sections_(plan, phrases, titles_, defaults.people) {}

void ActionReader::read(const Entries& entries, Items items) {
  plan_.actions.reserve(entries.entries.size());
  action_of_entry_.reserve(entries.entries.size());
  for (const Entry& entry : entries.entries) {
    action_of_entry_.push_back(static_cast<std::uint32_t>(plan_.actions.size()));
    if (entry.kind == EntryKind::section) {
      sections_.open(entry);
    } else if (items == Items::with_box && entry.box == Box::none) {
      action_of_entry_.back() = entry.parent == no_entry ? no_index : action_of_entry_[entry.parent];
    } else {
      read_action(entry, entries);
    }
  }
  dependencies_.resolve(plan_);
}

void ActionReader::read_action(const Entry& entry, const Entries& entries) {
  draft_.clear();
  Action action;
  action.span = entry.span;
  action.status = entry.status;
  action.section = sections_.current();
  if (entry.parent != no_entry) action.parent = action_of_entry_[entry.parent];
  const LineText line = marked_line(entry);
  action.url = line.address();
  for (Mark& mark : marks_) take_mark(mark, line, action);
  ReadTitle title = titles_.read(line, marks_, DatePlace::action);
  read_body(entry, entries, title, action);
  action.title = title.title;
  set_when(title, entry, action);
  set_lists(action);
  if (action.status == Status::done) action.percent = 100;
  plan_.actions.push_back(std::move(action));
}

LineText ActionReader::marked_line(const Entry& entry) {
  const std::uint32_t offset = span_of(entry.text, *plan_.source).begin;
  marks_.clear();
  const bool one_line = entry.text.find('\n') == std::string_view::npos;
  if (one_line && read_marks(entry.text, LineStart::title, LineForm::raw, marks_)) return {entry.text, offset};
  const LineText line = clean_line(entry.text, offset, *plan_.arena);
  marks_.clear();
  read_marks(line.text(), LineStart::title, LineForm::cleaned, marks_);
  return line;
}

void ActionReader::read_body(const Entry& entry, const Entries& entries, ReadTitle& title, Action& action) {
  for (std::uint32_t at = entry.first_line; at != no_entry; at = entries.lines[at].next) {
    const std::string_view text = entries.lines[at].text;
    if (at == entry.first_line && goes_on_in(text, entry, title)) continue;
    if (!read_attribute_line(text, action)) add_description(text);
  }
  const bool one_line = !draft_.only_line.empty();
  action.description = one_line ? draft_.only_line : plan_.arena->copy(draft_.description);
}

// A line that was broken amid its date: «… au bureau lundi» and then «7 décembre à 9 h».
bool ActionReader::goes_on_in(std::string_view line, const Entry& entry, ReadTitle& title) {
  constexpr std::size_t longest = 60;
  const bool ends_in_weekday = title.reading && (title.reading->said & (said_weekday | said_day)) == said_weekday &&
                               title.span.end == span_of(entry.text, *plan_.source).end;
  if (!ends_in_weekday || line.size() > longest) return false;
  Reading whole = phrases_.read(std::string(text_of(title.span, *plan_.source)).append(" ").append(line));
  if (whole.verdict != Reading::Verdict::when) return false;
  title.span.end = span_of(line, *plan_.source).end;
  for (Diagnostic& diagnostic : whole.diagnostics) diagnostic.span = title.span;
  title.reading = std::move(whole);
  return true;
}

bool ActionReader::read_attribute_line(std::string_view text, Action& action) {
  const std::uint32_t offset = span_of(text, *plan_.source).begin;
  const LineText line = text.starts_with("**") ? clean_line(text, offset, *plan_.arena) : LineText(text, offset);
  line_marks_.clear();
  read_marks(line.text(), LineStart::attribute, LineForm::cleaned, line_marks_);
  if (!is_attribute_line(line)) return false;
  for (Mark& mark : line_marks_) take_mark(mark, line, action);
  return !is_part_of_text(line_marks_.front());
}

// A line is an attribute where it begins with a mark and holds nothing else, or nearly is one.
bool ActionReader::is_attribute_line(const LineText& line) {
  const std::string_view text = line.text();
  const char* at = text.data();
  for (const Mark& mark : line_marks_) {
    const std::string_view gap(at, static_cast<std::size_t>(mark.whole.data() - at));
    const bool nearly = mark.form == MarkForm::stray && mark.whole.data() == text.data();
    if (nearly) return true;
    if (is_part_of_text(mark) || !trim_separators(gap).empty()) return false;
    at = mark.whole.data() + mark.whole.size();
  }
  const std::string_view rest(at, static_cast<std::size_t>(text.data() + text.size() - at));
  return !line_marks_.empty() && trim_separators(rest).empty();
}

void ActionReader::add_description(std::string_view line) {
  if (draft_.only_line.empty() && draft_.description.empty()) {
    draft_.only_line = line;
    return;
  }
  if (!draft_.only_line.empty()) draft_.description = std::exchange(draft_.only_line, {});
  draft_.description += '\n';
  draft_.description += line;
}

void ActionReader::set_when(ReadTitle& title, const Entry& entry, Action& action) {
  if (title.reading) place_in_agenda(title);
  if (title.reading) tell_reading(plan_, *title.reading, title.span);
  if (title.reading && title.reading->verdict == Reading::Verdict::none) title.reading.reset();
  const bool title_failed = title.reading && title.reading->verdict == Reading::Verdict::error;
  const bool failed = title_failed || draft_.date_failed;
  if (!failed && (draft_.has_dates || draft_.dates.duration)) {
    take_schedule(title, action);
  } else if (!failed && title.reading) {
    action.when = std::move(title.reading->when);
    action.when_span = title.span;
  } else if (!failed) {
    take_fallback(action);
  }
  const bool told = failed || draft_.date_failed;
  if (action.when.kind == WhenKind::undated && is_open(action) && !told) {
    tell(plan_, Code::list_undated, span_of(entry.text, *plan_.source));
  }
}

void ActionReader::place_in_agenda(ReadTitle& title) {
  const auto days = sections_.agenda();
  if (!days) return;
  auto placed = read_within(phrases_, text_of(title.span, *plan_.source), *title.reading, *days);
  if (placed) title.reading = std::move(placed);
}

// A heading's day that is over is seldom meant as a deadline: minutes of a meeting, a plan of last year.
void ActionReader::take_fallback(Action& action) {
  action.when = fallback();
  const std::uint32_t section = section_with_deadline();
  if (section == no_index || !is_open(action) || action.when.end >= floor<std::chrono::days>(plan_.as_of)) return;
  told_past_.resize(plan_.sections.size());
  if (told_past_[section]) return;
  told_past_[section] = true;
  tell(plan_, Code::list_past_deadline, sections_.due_span(section), {action.when.last_day()});
}

void ActionReader::take_schedule(ReadTitle& title, Action& action) {
  Dates& dates = draft_.dates;
  if (title.reading) {
    dates.title = DateValue{text_of(title.span, *plan_.source), title.span, std::move(*title.reading), Grain::day, {}};
  }
  for (const auto* value : {&dates.title, &dates.when, &dates.due, &dates.start, &dates.scheduled, &dates.threshold,
                            &dates.end, &dates.every}) {
    if (*value) action.when_span = (*value)->span;
  }
  Schedule schedule = make_schedule(dates, fallback(), phrases_, plan_.diagnostics);
  action.when = std::move(schedule.when);
  draft_.date_failed = schedule.failed;
  if (schedule.effort && action.effort.count() == 0) action.effort = *schedule.effort;
}

std::uint32_t ActionReader::section_with_deadline() const {
  const std::uint32_t section = sections_.current();
  const bool own = section != no_index && plan_.sections[section].when.kind != WhenKind::undated;
  return own ? section : no_index;
}

const When& ActionReader::fallback() const {
  const std::uint32_t section = section_with_deadline();
  return section != no_index ? plan_.sections[section].when : defaults_.due;
}

void ActionReader::set_lists(Action& action) {
  Arena& arena = *plan_.arena;
  const std::uint32_t section = action.section;
  const bool section_owned = section != no_index && !plan_.sections[section].owners.empty();
  const auto default_owners = section_owned ? plan_.sections[section].owners : defaults_.owners;
  action.owners = draft_.owners.empty() ? default_owners : arena.copy(std::span<const Person>(draft_.owners));
  action.attendees = arena.copy(std::span<const Person>(draft_.attendees));
  if (draft_.tags.empty()) {
    action.tags = defaults_.tags;
  } else {
    for (const std::string_view tag : defaults_.tags) {
      if (std::find(draft_.tags.begin(), draft_.tags.end(), tag) == draft_.tags.end()) draft_.tags.push_back(tag);
    }
    action.tags = arena.copy(std::span<const std::string_view>(draft_.tags));
  }
  const bool awaited = action.when.kind != WhenKind::undated && is_open(action);
  const bool takes_default = draft_.alarms.empty() && !draft_.no_alarm && awaited;
  action.alarms = takes_default ? defaults_.alarms : arena.copy(std::span<const std::chrono::minutes>(draft_.alarms));
}

}  // namespace jalon::list
