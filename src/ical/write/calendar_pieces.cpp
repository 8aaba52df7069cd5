#include <array>
#include <utility>

#include "ical/lines/content_lines.h"
#include "ical/write/calendar_head.h"
#include "ical/write/component.h"
#include "ical/write/forms.h"
#include "ical/write/time_span.h"
#include "jalon/calendar.h"

namespace jalon {

struct CalendarPieces::State {
  const Zone& zone;
  CalendarOptions options;
  ByteSink sink;
  ContentLines lines{sink};
  TimeSpan span;
  CalendarCounts counts;

  State(const Zone& given_zone, const CalendarOptions& given_options, ByteSink given_sink)
      : zone(given_zone), options(given_options), sink(std::move(given_sink)) {}
};

CalendarPieces::CalendarPieces(const Zone& zone, const CalendarOptions& options, ByteSink sink)
    : state_(std::make_unique<State>(zone, options, std::move(sink))) {}
CalendarPieces::~CalendarPieces() = default;

std::string CalendarPieces::head(const Plan& plan) const {
  std::string head;
  const ByteSink sink = [&head](std::string_view bytes) { head += bytes; };
  ContentLines lines(sink);
  write_calendar_head(lines, plan, state_->options);
  write_zone(lines, state_->zone, state_->span);
  lines.flush();
  return head;
}

void CalendarPieces::include(const Plan& piece) {
  for (const Action& action : piece.actions) state_->span.add(action.when, state_->options.deadlines);
}

void CalendarPieces::write(const Plan& piece, std::span<const std::string> uids) {
  const WallClock clock = state_->span.clock(state_->zone);
  ComponentWriter components(state_->lines, piece, state_->zone, clock, uids, state_->options);
  for (std::size_t i = 0; i < piece.actions.size(); ++i) {
    const When& when = piece.actions[i].when;
    count_kind(when, state_->counts);
    for (const Form form : {Form::event, Form::todo}) {
      if (!has_form(when, form, state_->options.deadlines)) continue;
      state_->lines.flush_when_full();
      components.write(i, form, state_->options.stamp);
    }
  }
  state_->counts.created += piece.actions.size();
}

void CalendarPieces::finish() {
  state_->lines.put("END:VCALENDAR\r\n");
  state_->lines.flush();
}

const CalendarCounts& CalendarPieces::counts() const { return state_->counts; }

}  // namespace jalon
