// The two forms of an action and their UIDs.
#pragma once

#include <string_view>

#include "ical/write/placement.h"
#include "jalon/calendar.h"

namespace jalon {

// What makes the UID of an action's task form out of that of its event form.
inline constexpr std::string_view todo_suffix = "-todo";

// Whether an action is written in this form: what takes place is an event; what has no date can only be a task.
inline bool has_form(const When& when, Form form, DeadlineForm deadlines) {
  if (when.kind == WhenKind::event) return form == Form::event;
  if (when.kind == WhenKind::undated) return form == Form::todo;
  return deadlines == DeadlineForm::both || (deadlines == DeadlineForm::event) == (form == Form::event);
}

}  // namespace jalon
