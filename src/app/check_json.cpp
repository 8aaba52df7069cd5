#include "app/check_json.h"

#include <array>

#include "app/diagnostic_text.h"
#include "app/faulty.h"
#include "app/json.h"
#include "base/source_place.h"

namespace jalon {
namespace {

constexpr std::array<std::string_view, 4> statuses = {"open", "begun", "done", "cancelled"};

Json people(std::span<const Person> persons) {
  Json list = Json::array();
  for (const Person& person : persons) {
    list.push_back({{"name", person.name}, {"address", person.address.empty() ? Json() : Json(person.address)}});
  }
  return list;
}

Json minutes(std::span<const std::chrono::minutes> durations) {
  Json list = Json::array();
  for (const auto duration : durations) list.push_back(duration.count());
  return list;
}

Json texts(std::span<const std::string_view> items) {
  Json list = Json::array();
  for (const std::string_view item : items) list.push_back(item);
  return list;
}

// Reads the actions of one plan in their order, so that their places cost one pass.
class ActionJson {
 public:
  ActionJson(const Plan& plan, Language language)
      : plan_(plan), language_(language), faulty_(faulty_actions(plan)), begins_(*plan.source), ends_(*plan.source) {
    for (const Action& action : plan.actions) lines_.push_back(begins_.at(action.span.begin).line);
  }

  std::string line(std::size_t index) {
    const Action& action = plan_.actions[index];
    Json json;
    json["type"] = "action";
    json["file"] = plan_.name;
    json["line"] = lines_[index];
    json["end_line"] = ends_.at(action.span.end > action.span.begin ? action.span.end - 1 : action.span.begin).line;
    json["title"] = action.title;
    json["faulty"] = static_cast<bool>(faulty_[index]);
    add_when(json, action.when, language_);
    json["when_text"] = text_of(action.when_span);
    add_people_and_place(json, action);
    add_state(json, action);
    add_relations(json, action);
    return json_line(json);
  }

 private:
  Json text_of(SourceSpan span) const {
    if (span.end <= span.begin || span.end > plan_.source->size()) return {};
    return plan_.source->substr(span.begin, span.end - span.begin);
  }

  void add_people_and_place(Json& json, const Action& action) const {
    const bool in_section = action.section != no_index;
    json["section"] = in_section ? Json(plan_.sections[action.section].title) : Json();
    json["owners"] = people(action.owners);
    json["attendees"] = people(action.attendees);
    json["tags"] = texts(action.tags);
    json["location"] = action.location;
    json["url"] = action.url;
    json["description"] = action.description;
  }

  static void add_state(Json& json, const Action& action) {
    json["priority"] = action.priority;
    json["effort"] = action.effort.count();
    json["reminders"] = minutes(action.alarms);
    json["status"] = statuses[static_cast<std::size_t>(action.status)];
    json["percent"] = action.percent;
    json["completed"] = action.completed ? Json(json_time(*action.completed)) : Json();
  }

  // Other actions are named by their lines.
  void add_relations(Json& json, const Action& action) const {
    json["id"] = action.id;
    json["parent"] = action.parent == no_index ? Json() : Json(lines_[action.parent]);
    json["after"] = Json::array();
    for (const std::uint32_t other : action.after) json["after"].push_back(lines_[other]);
  }

  const Plan& plan_;
  Language language_;
  std::vector<bool> faulty_;
  PlaceFinder begins_;
  PlaceFinder ends_;
  std::vector<std::size_t> lines_;
};

std::string plan_line(const CheckOutcome& outcome) {
  const Plan& plan = outcome.plan;
  Json json;
  json["type"] = "plan";
  json["file"] = plan.name;
  json["title"] = plan.title;
  json["id"] = plan.id;
  json["calendar"] = plan.calendar;
  json["language"] = language_code(plan.language);
  json["timezone"] = outcome.zone;
  json["as_of"] = json_time(plan.as_of);
  json["as_of_given"] = plan.as_of_given;
  json["relative"] = plan.relative;
  return json_line(json);
}

std::string summary_line(const CheckOutcome& outcome) {
  const PlanCounts& counts = outcome.counts;
  return json_line({{"type", "summary"},
                    {"file", outcome.plan.name},
                    {"events", counts.events},
                    {"deadlines", counts.deadlines},
                    {"undated", counts.undated},
                    {"faulty", counts.faulty},
                    {"errors", counts.errors},
                    {"warnings", counts.warnings},
                    {"notes", counts.notes}});
}

}  // namespace

std::string check_json(const CheckOutcome& outcome, Language language) {
  const Plan& plan = outcome.plan;
  std::string result = plan_line(outcome);
  ActionJson actions(plan, language);
  for (std::size_t i = 0; i < plan.actions.size(); ++i) result += actions.line(i);
  DiagnosticPrinter printer(plan.name, *plan.source, {.language = language, .format = Format::json});
  for (const Diagnostic& diagnostic : plan.diagnostics) result += printer.print(diagnostic);
  return result + summary_line(outcome);
}

}  // namespace jalon
