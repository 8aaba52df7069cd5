// Writes each sample plan in each form as NAME.FORM.ics, and what the plan says as NAME.FORM.json, for the scripts that
// compare the two.  Usage: sample_writer FOLDER
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "ical/samples.h"

namespace {

using namespace jalon;
using namespace jalon::test;
using nlohmann::json;

std::string digits(long value, int width) {
  std::string text = std::to_string(value);
  return std::string(static_cast<std::size_t>(width) - std::min(text.size(), static_cast<std::size_t>(width)), '0') +
         text;
}

std::string day_text(Day day) {
  const std::chrono::year_month_day date{day};
  return digits(static_cast<int>(date.year()), 4) + "-" + digits(static_cast<unsigned>(date.month()), 2) + "-" +
         digits(static_cast<unsigned>(date.day()), 2);
}

std::string time_text(LocalTime time) {
  const Day day = std::chrono::floor<std::chrono::days>(time);
  const auto seconds = (time - day).count();
  return day_text(day) + "T" + digits(seconds / 3600, 2) + ":" + digits(seconds / 60 % 60, 2) + ":" +
         digits(seconds % 60, 2);
}

json rule_of(const Recurrence& rule) {
  static const char* const frequencies[] = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
  json by_day = json::array(), exceptions = json::array();
  for (const auto& day : rule.by_day) by_day.push_back({day.nth, day.weekday.iso_encoding() - 1});
  for (const Day day : rule.exceptions) exceptions.push_back(day_text(day));
  return {{"frequency", frequencies[static_cast<int>(rule.frequency)]},
          {"interval", rule.interval},
          {"count", rule.count},
          {"by_month", rule.by_month},
          {"by_month_day", rule.by_month_day},
          {"by_day", by_day},
          {"by_set_position", rule.by_set_position},
          {"until", rule.until == Day::max() ? json() : json(day_text(rule.until))},
          {"exceptions", exceptions}};
}

json when_of(const When& when) {
  static const char* const kinds[] = {"undated", "event", "deadline", "window"};
  const auto text = [&](LocalTime time) {
    return when.timed ? time_text(time) : day_text(std::chrono::floor<std::chrono::days>(time));
  };
  json result{{"kind", kinds[static_cast<int>(when.kind)]}, {"timed", when.timed}};
  if (when.kind == WhenKind::undated) return result;
  result["start"] = text(when.kind == WhenKind::deadline ? when.end : when.start);
  result["end"] = text(when.end);
  if (when.recurrence) result["rule"] = rule_of(*when.recurrence);
  return result;
}

json names_of(std::span<const Person> people) {
  json names = json::array();
  for (const Person& person : people) names.push_back(person.name);
  return names;
}

json action_of(const Plan& plan, const Action& action, const std::string& uid) {
  static const char* const statuses[] = {"open", "begun", "done", "cancelled"};
  json alarms = json::array();
  for (const auto before : action.alarms) alarms.push_back(before.count());
  json result{{"uid", uid},
              {"title", action.title},
              {"description", action.description},
              {"location", action.location},
              {"url", action.url},
              {"id", action.id},
              {"when", when_of(action.when)},
              {"section", action.section == no_index ? "" : plan.sections[action.section].title},
              {"tags", action.tags},
              {"owners", names_of(action.owners)},
              {"attendees", names_of(action.attendees)},
              {"alarms", alarms},
              {"after", action.after},
              {"effort", action.effort.count()},
              {"priority", action.priority},
              {"percent", action.percent},
              {"status", statuses[static_cast<int>(action.status)]}};
  if (action.completed) result["completed"] = day_text(*action.completed);
  if (action.parent != no_index) result["parent"] = action.parent;
  return result;
}

json plan_of(SamplePlan& sample, const char* form) {
  const Plan& plan = sample.built.plan();
  json actions = json::array();
  for (std::size_t i = 0; i < plan.actions.size(); ++i)
    actions.push_back(action_of(plan, plan.actions[i], sample.built.uids()[i]));
  return {{"zone", sample.zone}, {"title", plan.title}, {"language", language_code(plan.language)},
          {"deadlines", form},   {"mark", "⏰"},         {"actions", actions}};
}

}  // namespace

int main(int, char** argv) {
  const std::string folder = std::string(argv[1]) + "/";
  const std::pair<const char*, DeadlineForm> forms[] = {
      {"event", DeadlineForm::event}, {"todo", DeadlineForm::todo}, {"both", DeadlineForm::both}};
  for (SamplePlan& sample : sample_plans()) {
    for (const auto& [name, form] : forms) {
      CalendarOptions chosen = options(form);
      chosen.deadline_mark = "⏰";
      std::ofstream(folder + sample.name + "." + name + ".ics", std::ios::binary)
          << write(sample.built, chosen, sample.zone.c_str());
      std::ofstream(folder + sample.name + "." + name + ".json") << plan_of(sample, name).dump();
    }
  }
  return 0;
}
