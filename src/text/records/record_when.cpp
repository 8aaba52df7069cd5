#include "text/records/record_when.h"

#include <array>
#include <cmath>

#include "text/list/lengths.h"
#include "text/list/letters.h"
#include "text/list/notes.h"
#include "text/records/words.h"

namespace jalon::records {
namespace {

using std::chrono::days;

void make_day(When& when) {
  const bool timed = when.timed;
  when.timed = false;
  when.start = when.first_day();
  when.end = timed ? when.start : LocalTime{when.last_day()};
}

bool is_plain_event(const Moment& moment) {
  return moment.kind == Moment::Kind::date && moment.when.kind == WhenKind::event && moment.when.recurrence == nullptr;
}

}  // namespace

RecordWhen RecordScheduler::read(const Record& record) {
  collect(record);
  for (const Part* part : {&when_, &start_, &end_, &due_, &time_, &start_time_, &end_time_, &due_time_}) {
    if (*part) tell_faults(*part);
  }
  if (result_.failed) return result_;
  place_times();
  if (is_all_day()) make_all_day();
  settle_midnights();
  if (!make_simply()) make_by_grammar();
  return result_;
}

void RecordScheduler::collect(const Record& record) {
  when_ = start_ = end_ = due_ = time_ = start_time_ = end_time_ = due_time_ = {};
  all_day_ = every_ = nullptr;
  duration_.reset();
  result_ = {};
  for (const RecordField& field : record.fields) take(field);
}

void RecordScheduler::take(const RecordField& field) {
  switch (field.field) {
    case Field::when:
      return take_date(when_, time_, field);
    case Field::start:
      return take_date(start_, start_time_, field);
    case Field::end:
      return take_date(end_, end_time_, field);
    case Field::due:
      return take_date(due_, due_time_, field);
    case Field::time:
      return take_date(time_, time_, field);
    case Field::start_time:
      return take_date(start_time_, start_time_, field);
    case Field::end_time:
      return take_date(end_time_, end_time_, field);
    case Field::due_time:
      return take_date(due_time_, due_time_, field);
    case Field::all_day:
      all_day_ = &field;
      return;
    case Field::recurrence:
      if (!every_ && !means_no(field.text)) every_ = &field;
      return;
    case Field::duration:
      duration_ = read_length(field);
      return;
    default:
      return;
  }
}

// Outlook in French heads the day and the time of day with the same word: what is only a time goes to the time.
void RecordScheduler::take_date(Part& part, Part& time, const RecordField& field) {
  Moment moment = moments_.read(field.text, field.habits->numeric_order);
  if (moment.kind == Moment::Kind::empty) return;
  Part& target = moment.kind == Moment::Kind::time ? time : part;
  if (!target) target = {&field, std::move(moment)};
}

Moment RecordScheduler::moment(const RecordField& field) {
  return moments_.read(field.text, field.habits->numeric_order);
}

void RecordScheduler::tell_faults(const Part& part) {
  const Moment& moment = part.moment;
  const SourceSpan span = part.field->span;
  if (moment.kind == Moment::Kind::none) {
    list::tell(plan_, Code::date_unclear, span, list::unclear_arguments(phrases_, part.field->text));
    result_.failed = true;
    return;
  }
  if (moment.value == nullptr) return;
  Reading reading = moment.value->reading;
  for (Diagnostic& diagnostic : reading.diagnostics) diagnostic.span = span;
  list::tell_reading(plan_, reading, span);
  result_.failed = result_.failed || moment.kind == Moment::Kind::fault;
}

void RecordScheduler::place_times() {
  if (time_) {
    Part& date = start_ ? start_ : when_ ? when_ : due_ ? due_ : end_;
    if (date) put_time(date, time_);
  }
  if (start_time_) put_time(start_ ? start_ : when_, start_time_);
  if (end_time_ && end_) put_time(end_, end_time_);
  if (due_time_) put_time(due_, due_time_);
}

// A date that has a time of its own keeps it, unless that is midnight.
void RecordScheduler::put_time(Part& date, Part& time) {
  if (!date) return;
  const bool event = date.moment.kind == Moment::Kind::date && date.moment.when.kind == WhenKind::event;
  const bool takes_one = event && (!date.moment.when.timed || is_at_midnight(date));
  if (takes_one && time.moment.kind == Moment::Kind::time) {
    const When& clock = time.moment.when;
    When& when = date.moment.when;
    const auto into_day = clock.start - LocalTime{clock.first_day()};
    when.start = LocalTime{when.first_day()} + into_day;
    when.end = when.start + (clock.end - clock.start);
    when.timed = true;
    date.moment.value = nullptr;
  }
  if (takes_one) time = {};
}

bool RecordScheduler::is_at_midnight(const Part& part) {
  const When& when = part.moment.when;
  return part && is_plain_event(part.moment) && when.timed && when.start == LocalTime{when.first_day()};
}

bool RecordScheduler::is_all_day() const { return all_day_ != nullptr && means_yes(all_day_->text); }

void RecordScheduler::make_all_day() {
  const Part& first = start_ ? start_ : when_;
  const bool excludes_end =
      is_at_midnight(end_) && first && end_.moment.when.first_day() > first.moment.when.first_day();
  if (excludes_end) end_.moment.when.start -= days{1};
  for (Part* part : {&when_, &start_, &end_, &due_}) {
    if (!*part || !is_plain_event(part->moment) || !part->moment.when.timed) continue;
    make_day(part->moment.when);
    part->moment.value = nullptr;
  }
  time_ = start_time_ = end_time_ = due_time_ = {};
}

void RecordScheduler::settle_midnights() {
  const auto as_day = [](Part& part) {
    make_day(part.moment.when);
    part.moment.value = nullptr;
  };
  if (is_at_midnight(due_)) as_day(due_);
  Part& first = start_ ? start_ : when_;
  const bool starts_on_a_day = !first || is_at_midnight(first) || !first.moment.when.timed;
  if (!starts_on_a_day || start_time_ || time_) return;
  if (is_at_midnight(end_)) as_day(end_);
  if (is_at_midnight(first) && (!end_ || !end_.moment.when.timed)) as_day(first);
}

// What nearly every row says: one date, or a start and an end, or a start and a due date.
bool RecordScheduler::make_simply() {
  const int dates = (when_ ? 1 : 0) + (start_ ? 1 : 0) + (end_ ? 1 : 0) + (due_ ? 1 : 0);
  if (every_ != nullptr || duration_ || time_ || start_time_ || end_time_ || due_time_) return false;
  if (dates == 0) {
    result_.when = fallback_;
    return true;
  }
  if (dates > 1 || end_) return false;
  const Part& only = when_ ? when_ : start_ ? start_ : due_;
  result_.when = due_ ? list::as_deadline(only.moment.when) : only.moment.when;
  result_.span = only.field->span;
  return true;
}

void RecordScheduler::fill(std::optional<list::DateValue>& value, const Part& part) {
  if (!part) return;
  value.emplace();
  value->text = part.field->text;
  value->span = part.field->span;
  value->reading.verdict = Reading::Verdict::when;
  value->reading.when = part.moment.when;
  value->grain = part.moment.kind == Moment::Kind::time ? list::Grain::time : list::Grain::day;
  result_.span = part.field->span;
}

void RecordScheduler::make_by_grammar() {
  list::Dates dates;
  fill(dates.when, when_);
  fill(dates.start, start_ ? start_ : start_time_ ? start_time_ : time_);
  fill(dates.due, due_ ? due_ : due_time_);
  fill(dates.end, end_ ? end_ : end_time_);
  if (end_ || due_) {
    result_.effort = duration_;
  } else {
    dates.duration = duration_;
  }
  if (every_ != nullptr) {
    dates.every = list::read_every_value(phrases_, every_->text);
    if (dates.every) {
      dates.every->span = every_->span;
    } else {
      list::tell(plan_, Code::date_unclear, every_->span, list::unclear_arguments(phrases_, every_->text));
      result_.failed = true;
      return;
    }
  }
  list::Schedule schedule = list::make_schedule(dates, fallback_, phrases_, plan_.diagnostics);
  result_.when = std::move(schedule.when);
  result_.failed = schedule.failed;
  if (schedule.effort) result_.effort = schedule.effort;
}

std::optional<std::chrono::minutes> RecordScheduler::read_length(const RecordField& field) {
  if (const auto number = parse_decimal(field.text)) {
    if (*number == 0) return std::nullopt;
    if (field.habits->unit && *number > 0 && *number < 1e9) {
      const double seconds = *number * static_cast<double>(field.habits->unit->count());
      return std::chrono::minutes{std::lround(seconds / 60)};
    }
  } else if (const auto length = phrases_.read_duration(field.text)) {
    return length;
  }
  list::tell(plan_, Code::list_value, field.span, {std::string(field.text), std::string(field.habits->name)});
  return std::nullopt;
}

}  // namespace jalon::records
