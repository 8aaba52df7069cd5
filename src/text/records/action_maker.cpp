#include "text/records/action_maker.h"

#include <algorithm>
#include <utility>

#include "text/list/lengths.h"
#include "text/list/letters.h"
#include "text/list/lines.h"
#include "text/list/notes.h"
#include "text/list/values.h"

namespace jalon::records {
namespace {

bool is_open(const Action& action) { return action.status == Status::open || action.status == Status::begun; }

const RecordField* find_title(const Record& record) {
  const auto place = std::find_if(record.fields.begin(), record.fields.end(),
                                  [](const RecordField& field) { return field.field == Field::title; });
  return place == record.fields.end() ? nullptr : &*place;
}

}  // namespace

ActionMaker::ActionMaker(Plan& plan, PhraseReader& phrases, const list::Defaults& defaults)
    : ActionMaker(plan, phrases, defaults, {*plan.arena, *plan.arena}) {}

ActionMaker::ActionMaker(Plan& plan, PhraseReader& phrases, const list::Defaults& defaults, Arenas arenas)
    : plan_(plan),
      arenas_(arenas),
      phrases_(phrases),
      defaults_(defaults),
      scheduler_(plan, phrases, defaults.due),
      titles_(phrases, arenas.own) {}

void ActionMaker::clear() {
  addresses_ = {};
  owners_ = attendees_ = {};
  owner_text_ = {};
  alarms_.clear();
  no_alarm_ = false;
  only_note_ = {};
  notes_.clear();
  parts_of_action_.clear();
  date_failed_ = false;
}

void ActionMaker::add(const Record& record) {
  const RecordField* title = find_title(record);
  if (title == nullptr) return list::tell(plan_, Code::table_no_title, record.span);
  clear();
  Action action;
  action.span = record.span;
  action.parent = record.parent;
  for (const RecordField& field : record.fields) take(field, action);
  if (action.section == no_index) action.section = record.section;
  set_when(record, action);
  set_owners(action);
  set_description(action);
  set_alarms(action);
  if (action.tags.empty()) action.tags = defaults_.tags;
  if (action.status == Status::done) action.percent = 100;
  const bool undated = action.when.kind == WhenKind::undated && is_open(action);
  if (undated && !date_failed_) list::tell(plan_, Code::list_undated, title->span);
  const std::uint32_t whole = index();
  plan_.actions.push_back(std::move(action));
  if (!parts_of_action_.empty()) add_parts(whole);
}

void ActionMaker::take(const RecordField& field, Action& action) {
  switch (field.field) {
    case Field::title:
      if (action.title.empty()) action.title = without_address(field.text);
      return;
    case Field::section:
      if (action.section == no_index) action.section = section_named(without_address(field.text));
      return;
    case Field::owner:
    case Field::address:
    case Field::attendee:
      return take_people(field);
    case Field::place:
      if (action.location.empty()) action.location = field.text;
      return;
    case Field::url:
      if (action.url.empty()) action.url = field.text;
      return;
    case Field::notes:
      return take_notes(field);
    case Field::checklist:
      return take_checklist(field);
    case Field::tags:
      return take_tags(field, action);
    case Field::priority:
      return take_priority(field, action);
    case Field::status:
    case Field::progress:
    case Field::completed:
      return take_state(field, action);
    case Field::reminder:
      return take_reminders(field);
    case Field::effort:
      if (const auto length = scheduler_.read_length(field)) action.effort = *length;
      return;
    case Field::id:
    case Field::number:
      return take_id(field, action);
    case Field::parent:
    case Field::after:
      return take_parent(field);
    default:
      return;  // dates: the scheduler reads them
  }
}

void ActionMaker::take_people(const RecordField& field) {
  if (field.field == Field::address) {
    addresses_ = field.text;
    return;
  }
  const People people = people_of(field.text);
  People& known = field.field == Field::owner ? owners_ : attendees_;
  if (known.empty()) {
    known = people;
    if (field.field == Field::owner) owner_text_ = field.text;
    return;
  }
  owner_text_ = {};
  persons_.assign(known.begin(), known.end());
  persons_.insert(persons_.end(), people.begin(), people.end());
  known = arenas_.own.copy(std::span<const Person>(persons_));
}

ActionMaker::People ActionMaker::people_of(std::string_view text) {
  if (const auto place = known_people_.find(text); place != known_people_.end()) return place->second;
  text = arenas_.shared.copy(text);
  parts_.clear();
  split_cell(text, parts_);
  persons_.clear();
  for (const std::string_view part : parts_) {
    persons_.push_back(defaults_.people.find(list::parse_person(without_address(part))));
  }
  if (persons_.size() == 2) take_turned_name(text, arenas_.shared);
  return known_people_[text] = arenas_.shared.copy(std::span<const Person>(persons_));
}

// «Roy, Alex» is one person where people know Alex Roy; else they are two.
void ActionMaker::take_turned_name(std::string_view text, Arena& arena) {
  const auto turned = parse_turned_name(text);
  if (!turned) return;
  const std::string name = turned->in_order();
  const Person person = defaults_.people.find({name, {}});
  if (!person.address.empty()) persons_.assign(1, {arena.copy(name), person.address});
}

ActionMaker::People ActionMaker::with_addresses(People names, std::string_view addresses) {
  parts_.clear();
  split_cell(addresses, parts_);
  persons_.assign(names.begin(), names.end());
  const bool one_address = names.size() == 2 && parts_.size() == 1;
  const auto turned = one_address ? parse_turned_name(owner_text_) : std::nullopt;
  if (turned && may_be_of(list::parse_person(parts_[0]).address, *turned)) {
    persons_.assign(1, {arenas_.own.copy(turned->in_order()), {}});
  }
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const Person person = list::parse_person(parts_[i]);
    if (i < persons_.size()) {
      persons_[i].address = person.address.empty() ? parts_[i] : person.address;
    } else if (names.empty()) {
      persons_.push_back(person);
    }
  }
  return arenas_.own.copy(std::span<const Person>(persons_));
}

void ActionMaker::set_owners(Action& action) {
  action.owners = addresses_.empty() ? owners_ : with_addresses(owners_, addresses_);
  if (action.owners.empty()) action.owners = defaults_.owners;
  action.attendees = attendees_;
}

void ActionMaker::take_notes(const RecordField& field) {
  const bool plain = only_note_.empty() && notes_.empty() && !begins_with_box(field.text) &&
                     field.text.find('\n') == std::string_view::npos;
  if (plain) {
    only_note_ = field.text;
    return;
  }
  if (!only_note_.empty()) notes_ = std::exchange(only_note_, {});
  std::string_view line;
  for (list::LineReader lines(field.text); lines.next(line);) {
    if (begins_with_box(line)) {
      add_part(parse_check_item(line), field.span);
    } else {
      if (!notes_.empty()) notes_ += '\n';
      notes_ += line;
    }
  }
}

void ActionMaker::set_description(Action& action) {
  while (notes_.ends_with('\n')) notes_.pop_back();
  action.description = only_note_.empty() ? arenas_.own.copy(notes_) : only_note_;
}

void ActionMaker::take_checklist(const RecordField& field) {
  constexpr std::string_view joints = ";\n";
  for (std::size_t begin = 0; begin < field.text.size();) {
    const std::size_t end = std::min(field.text.find_first_of(joints, begin), field.text.size());
    add_part(parse_check_item(field.text.substr(begin, end - begin)), field.span);
    begin = end + 1;
  }
}

void ActionMaker::add_part(const CheckItem& item, SourceSpan span) {
  if (!item.text.empty()) parts_of_action_.push_back({item, span});
}

void ActionMaker::add_parts(std::uint32_t whole) {
  for (const Part& part : parts_of_action_) plan_.actions.push_back(part_of(whole, part));
}

// What the whole has, but for its date: a part says its own, or has none.
Action ActionMaker::part_of(std::uint32_t whole, const Part& part) {
  Action action;
  const Action& parent = plan_.actions[whole];
  action.parent = whole;
  action.section = parent.section;
  action.span = part.span;
  action.owners = parent.owners;
  action.tags = parent.tags;
  action.status = is_open(parent) ? part.item.status : parent.status;
  action.percent = action.status == Status::done ? 100 : 0;
  list::ReadTitle title = titles_.read(list::LineText(part.item.text, part.span.begin), {}, list::DatePlace::action);
  action.title = title.title;
  action.when = defaults_.due;
  if (title.reading && title.reading->verdict == Reading::Verdict::when) action.when = title.reading->when;
  if (title.reading) {
    for (Diagnostic& diagnostic : title.reading->diagnostics) diagnostic.span = part.span;
    list::tell_reading(plan_, *title.reading, part.span);
  }
  return action;
}

void ActionMaker::take_tags(const RecordField& field, Action& action) {
  const Tags tags = tags_of(field.text);
  if (action.tags.empty()) {
    action.tags = tags;
    return;
  }
  tags_.assign(action.tags.begin(), action.tags.end());
  tags_.insert(tags_.end(), tags.begin(), tags.end());
  action.tags = arenas_.own.copy(std::span<const std::string_view>(tags_));
}

ActionMaker::Tags ActionMaker::tags_of(std::string_view text) {
  if (const auto place = known_tags_.find(text); place != known_tags_.end()) return place->second;
  text = arenas_.shared.copy(text);
  tags_.clear();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of(",;#\n", begin), text.size());
    const std::string_view tag = without_color(without_address(list::trim(text.substr(begin, end - begin))));
    if (!tag.empty()) tags_.push_back(tag);
    begin = end + 1;
  }
  return known_tags_[text] = arenas_.shared.copy(std::span<const std::string_view>(tags_));
}

void ActionMaker::take_priority(const RecordField& field, Action& action) {
  if (const auto priority = list::parse_priority(field.text)) {
    action.priority = *priority;
  } else if (!means_no(field.text)) {
    tell_value_once(field);
  }
}

void ActionMaker::take_state(const RecordField& field, Action& action) {
  const State& state = state_of(field);
  if (!state.understood) return tell_value_once(field);
  const Status status = state.status.value_or(Status::open);
  if (status == Status::begun ? action.status == Status::open : status != Status::open) action.status = status;
  if (state.percent) action.percent = *state.percent;
  if (state.completed) action.completed = state.completed;
}

const ActionMaker::State& ActionMaker::state_of(const RecordField& field) {
  if (const auto place = known_states_.find(field.text); place != known_states_.end()) return place->second;
  return known_states_[arenas_.shared.copy(field.text)] = read_state(field);
}

ActionMaker::State ActionMaker::read_state(const RecordField& field) {
  if (const auto status = list::parse_status(field.text)) return {status, std::nullopt, std::nullopt};
  if (means_no(field.text)) return {Status::open, std::nullopt, std::nullopt};
  if (const auto share = parse_share(field.text); share && field.field != Field::completed) {
    const Status status = *share == 100 ? Status::done : *share > 0 ? Status::begun : Status::open;
    return {status, share, std::nullopt};
  }
  if (means_yes(field.text)) return {Status::done, std::nullopt, std::nullopt};
  const Moment moment = scheduler_.moment(field);
  if (moment.kind == Moment::Kind::empty) return {};
  if (moment.kind != Moment::Kind::date) return {std::nullopt, std::nullopt, std::nullopt, false};
  return {Status::done, std::nullopt, moment.when.first_day()};
}

void ActionMaker::take_reminders(const RecordField& field) {
  constexpr std::size_t most_digits = 6;
  const bool number = field.text.size() <= most_digits &&
                      std::all_of(field.text.begin(), field.text.end(), [](char c) { return list::is_digit(c); });
  if (number) {
    alarms_.emplace_back(std::stol(std::string(field.text)));
    return;
  }
  const Reminders& reminders = reminders_of(field.text);
  if (!reminders.understood) return tell_value_once(field);
  no_alarm_ = reminders.none;
  alarms_.insert(alarms_.end(), reminders.alarms.begin(), reminders.alarms.end());
}

const ActionMaker::Reminders& ActionMaker::reminders_of(std::string_view text) {
  if (const auto place = known_reminders_.find(text); place != known_reminders_.end()) return place->second;
  list::Reminders read = list::read_reminders(phrases_, text);
  return known_reminders_[arenas_.shared.copy(text)] = {std::move(read.alarms), read.none, read.strange.empty()};
}

void ActionMaker::set_alarms(Action& action) {
  const bool awaited = action.when.kind != WhenKind::undated && is_open(action);
  const bool takes_default = alarms_.empty() && !no_alarm_ && awaited;
  action.alarms = takes_default ? defaults_.alarms : arenas_.own.copy(std::span<const std::chrono::minutes>(alarms_));
}

void ActionMaker::take_id(const RecordField& field, Action& action) {
  if (field.field == Field::number || !action.id.empty()) return relations_.add_alias(index(), field.text);
  action.id = field.text;
  relations_.add_id(index(), field.text, field.span);
}

void ActionMaker::take_parent(const RecordField& field) {
  const std::string_view name = without_address(field.text);
  if (field.field == Field::parent) {
    relations_.add_parent(index(), name, field.span);
  } else {
    relations_.add_after(index(), name, field.span);
  }
}

void ActionMaker::set_when(const Record& record, Action& action) {
  if (record.when) {
    action.when = *record.when;
    return;
  }
  RecordWhen read = scheduler_.read(record);
  date_failed_ = read.failed;
  action.when = std::move(read.when);
  action.when_span = read.span;
  if (record.recurrence && action.when.kind != WhenKind::undated) set_recurrence(record, action);
  if (read.effort && action.effort.count() == 0) action.effort = *read.effort;
}

std::uint32_t ActionMaker::section_named(std::string_view title) {
  if (const auto place = sections_.find(title); place != sections_.end()) return place->second;
  title = plan_.arena->copy(title);
  plan_.sections.push_back({title, {}, {}});
  return sections_[title] = static_cast<std::uint32_t>(plan_.sections.size() - 1);
}

// A program's own words for a state come again in row after row: once is enough.
void ActionMaker::tell_value_once(const RecordField& field) {
  if (!told_values_.insert(std::string(field.habits->name) + '\n' + std::string(field.text)).second) return;
  list::tell(plan_, Code::list_value, field.span, {std::string(field.text), std::string(field.habits->name)});
}

void ActionMaker::set_recurrence(const Record& record, Action& action) {
  const bool ends_before = record.recurrence->until != Day::max() && record.recurrence->until < action.when.first_day();
  if (ends_before) return list::tell(plan_, Code::date_empty, record.span);
  action.when.recurrence = std::make_shared<const Recurrence>(*record.recurrence);
}

void ActionMaker::relate(std::uint32_t action, Field field, std::uint32_t other, std::string_view name,
                         SourceSpan span) {
  relations_.add_alias(other, name);
  if (field == Field::parent) {
    relations_.add_parent(action, name, span);
  } else {
    relations_.add_after(action, name, span);
  }
}

void ActionMaker::finish() { relations_.resolve(plan_); }

bool ActionMaker::finish_piece() { return relations_.resolve_piece(plan_); }

bool ActionMaker::forget_much() {
  constexpr std::size_t much = 1 << 13;
  if (known_people_.size() + known_tags_.size() + known_states_.size() + known_reminders_.size() < much) return false;
  known_reminders_.clear();
  known_people_.clear();
  known_tags_.clear();
  known_states_.clear();
  return true;
}

}  // namespace jalon::records
