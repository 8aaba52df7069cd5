// What each mark means for its action: the other half of ActionReader.
#include <algorithm>

#include "text/list/actions.h"
#include "text/list/letters.h"
#include "text/list/notes.h"
#include "text/list/values.h"

namespace jalon::list {
namespace {

// The words behind `value` go back to the title.
void end_with(Mark& mark, std::string_view value) {
  mark.whole = {mark.whole.data(), static_cast<std::size_t>(value.data() + value.size() - mark.whole.data())};
}

}  // namespace

void ActionReader::Draft::clear() {
  tags.clear();
  owners.clear();
  attendees.clear();
  alarms.clear();
  if (has_dates || dates.duration) dates = {};
  has_dates = no_alarm = date_failed = false;
  description.clear();
  only_line = {};
}

void ActionReader::take_mark(Mark& mark, const LineText& line, Action& action) {
  if (mark.form == MarkForm::mention) {
    if (action.url.empty()) action.url = mark.value;
    return;
  }
  if (mark.form == MarkForm::stray) {
    tell(plan_, Code::list_unknown_key, line.span_of(mark.whole), {std::string(mark.name), std::string(mark.value)});
    return;
  }
  switch (mark.key) {
    case Key::at:
    case Key::url:
    case Key::after:
      return take_text(mark, line, action);
    case Key::with:
      return take_people(mark, draft_.attendees);
    case Key::owner:
      return take_people(mark, draft_.owners);
    case Key::tags:
      return take_tags(mark);
    case Key::id:
      return take_id(mark, line, action);
    case Key::duration:
    case Key::effort:
      return take_length(mark, line, action);
    case Key::remind:
      return take_reminders(mark, line);
    case Key::priority:
    case Key::status:
      return take_state(mark, line, action);
    case Key::completed:
    case Key::cancelled:
      return take_day(mark, action);
    case Key::created:
      return;
    case Key::every:
    case Key::repetition:
      return take_repetition(mark, line);
    case Key::due:
    case Key::start:
    case Key::end:
    case Key::when:
    case Key::scheduled:
    case Key::threshold:
      return take_date(mark, line);
  }
}

void ActionReader::take_text(const Mark& mark, const LineText& line, Action& action) {
  if (mark.key == Key::at) action.location = mark.value;
  if (mark.key == Key::url) action.url = mark.value;
  if (mark.key == Key::after) {
    dependencies_.add(static_cast<std::uint32_t>(plan_.actions.size()), mark.value, line.span_of(mark.value));
  }
}

void ActionReader::take_people(const Mark& mark, std::vector<Person>& people) {
  if (mark.form == MarkForm::sign) {
    const bool address = mark.value.find('@') != std::string_view::npos;
    people.push_back(defaults_.people.find({mark.value, address ? mark.value : std::string_view{}}));
    return;
  }
  parts_.clear();
  split_list(mark.value, parts_);
  for (const std::string_view part : parts_) people.push_back(defaults_.people.find(parse_person(part)));
}

void ActionReader::take_tags(const Mark& mark) {
  parts_.clear();
  if (mark.form == MarkForm::sign) {
    parts_.push_back(mark.value);
  } else {
    split_tags(mark.value, parts_);
  }
  for (const std::string_view tag : parts_) draft_.tags.push_back(tag);
}

void ActionReader::take_id(const Mark& mark, const LineText& line, Action& action) {
  const std::string_view id = mark.value.starts_with('^') ? mark.value.substr(1) : mark.value;
  const bool own = dependencies_.name(id, static_cast<std::uint32_t>(plan_.actions.size()));
  if (!own) return tell(plan_, Code::list_same_id, line.span_of(mark.value), {std::string(id)});
  if (action.id.empty()) action.id = id;
}

// A value that is not understood is told and stays in the title. Behind a plain word it is a sentence, in which a date
// may follow; an emoji without a value only adorns a title.
void ActionReader::refuse(Mark& mark, const LineText& line, Code code) {
  const bool adorns = mark.name.starts_with('\xF0') || mark.name.starts_with('\xE2');
  mark.form = mark.plainness == Plainness::plain ? MarkForm::mention : MarkForm::stray;
  if (adorns) return;
  std::vector<Argument> arguments = {std::string(mark.value)};
  if (code == Code::date_unclear) arguments = unclear_arguments(phrases_, mark.value);
  if (code == Code::list_value) arguments.emplace_back(std::string(mark.name));
  tell(plan_, code, line.span_of(mark.value), std::move(arguments));
}

void ActionReader::take_length(Mark& mark, const LineText& line, Action& action) {
  const auto length = read_leading_length(phrases_, mark.value);
  const bool whole = length && length->words.size() == mark.value.size();
  if (!length || (!whole && mark.form != MarkForm::token)) {
    // «~50 personnes» is no effort, and no fault either.
    if (mark.name != "~") return refuse(mark, line, Code::list_value);
    mark.form = MarkForm::mention;
    return;
  }
  if (!whole) end_with(mark, length->words);
  if (mark.key == Key::effort) action.effort = length->length;
  if (mark.key == Key::duration) draft_.dates.duration = length->length;
}

void ActionReader::take_reminders(Mark& mark, const LineText& line) {
  const auto [place, is_new] = reminders_.try_emplace(mark.value);
  if (is_new) place->second = read_reminders(phrases_, mark.value);
  const Reminders& reminders = place->second;
  if (!reminders.strange.empty()) return refuse(mark, line, Code::list_value);
  draft_.no_alarm = reminders.none;
  draft_.alarms.insert(draft_.alarms.end(), reminders.alarms.begin(), reminders.alarms.end());
}

void ActionReader::take_state(Mark& mark, const LineText& line, Action& action) {
  if (mark.key == Key::status) {
    const auto status = parse_status(mark.value);
    if (!status) return refuse(mark, line, Code::list_value);
    action.status = *status;
  } else {
    const auto priority = parse_priority(mark.value);
    if (!priority) return refuse(mark, line, Code::list_value);
    action.priority = *priority;
  }
}

void ActionReader::take_day(const Mark& mark, Action& action) {
  const auto day = parse_iso_day(mark.value);
  if (mark.key == Key::completed) action.completed = day;
  action.status = mark.key == Key::completed ? Status::done : Status::cancelled;
}

void ActionReader::take_repetition(Mark& mark, const LineText& line) {
  if (mark.key == Key::repetition) draft_.dates.repetition = parse_repetition(mark.value);
  if (!draft_.dates.repetition) {
    draft_.dates.every = read_every_value(phrases_, mark.value);
    if (draft_.dates.every) draft_.dates.every->span = line.span_of(mark.value);
  }
  if (draft_.dates.repetition || draft_.dates.every) {
    draft_.has_dates = true;
  } else {
    refuse(mark, line, mark.plainness == Plainness::plain ? Code::list_value : Code::date_unclear);
  }
}

std::optional<DateValue>& ActionReader::date_of(Key key) {
  switch (key) {
    case Key::due:
      return draft_.dates.due;
    case Key::start:
      return draft_.dates.start;
    case Key::end:
      return draft_.dates.end;
    case Key::scheduled:
      return draft_.dates.scheduled;
    case Key::threshold:
      return draft_.dates.threshold;
    default:
      return draft_.dates.when;
  }
}

void ActionReader::take_date(Mark& mark, const LineText& line) {
  std::string_view value = mark.value;
  auto date = read_date_value(phrases_, value);
  if (!date && mark.form == MarkForm::token) {
    value = value.substr(0, value.find_first_of(" \t"));
    date = read_date_value(phrases_, value);
  }
  if (!date) {
    const bool meant = mark.plainness == Plainness::rare;
    draft_.date_failed = draft_.date_failed || meant;
    return refuse(mark, line, meant ? Code::date_unclear : Code::list_value);
  }
  if (value.size() < mark.value.size()) end_with(mark, value);
  date->span = line.span_of(value);
  for (Diagnostic& diagnostic : date->reading.diagnostics)
    diagnostic.span = line.span_of(text_of(diagnostic.span, value));
  tell_reading(plan_, date->reading, date->span);
  date_of(mark.key) = std::move(*date);
  draft_.has_dates = true;
}

}  // namespace jalon::list
