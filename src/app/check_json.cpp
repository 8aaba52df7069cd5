#include "app/check_json.h"

#include "app/action_json.h"
#include "app/diagnostic_text.h"
#include "app/faulty.h"
#include "app/json.h"
#include "app/plan_places.h"

namespace jalon {
namespace {

// Reads the actions of one plan in their order, so that their places cost one pass.
class ActionJson {
 public:
  ActionJson(const Plan& plan, Language language)
      : plan_(plan), language_(language), faulty_(faulty_actions(plan)), begins_(plan), ends_(plan) {
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
    add_people_and_place(json, plan_, action);
    add_state(json, action);
    add_relations(json, action);
    return json_line(json);
  }

 private:
  Json text_of(SourceSpan span) const {
    if (span.end <= span.begin || span.end > plan_.source->size()) return {};
    return plan_.source->substr(span.begin, span.end - span.begin);
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
  PlanPlaces begins_;
  PlanPlaces ends_;
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
  DiagnosticPrinter printer(plan, {.language = language, .format = Format::json});
  for (const Diagnostic& diagnostic : plan.diagnostics) result += printer.print(diagnostic);
  return result + summary_line(outcome);
}

}  // namespace jalon
