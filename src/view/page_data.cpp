#include "view/page_data.h"

#include <map>
#include <nlohmann/json.hpp>

#include "base/calendar_words.h"
#include "base/source_place.h"
#include "model/when_words.h"
#include "view/conflicts.h"
#include "view/entry_text.h"
#include "view/folded.h"
#include "view/page_words.h"
#include "view/words.h"

namespace jalon {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kinds[] = {"undated", "event", "deadline", "window"};

long number_of(Day day) { return static_cast<long>(day.time_since_epoch().count()); }

int marks_of(std::uint8_t priority) {
  if (priority == 0) return 0;
  return priority <= 3 ? 3 : priority <= 6 ? 2 : 1;
}

std::string title_of(const Plan& plan) {
  return std::string(plan.title.empty() ? std::string_view(plan.name) : plan.title);
}

// Names that come again and again stand once, and are told by their number.
class Names {
 public:
  std::size_t of(std::string_view name) {
    const auto [place, added] = places_.try_emplace(folded(name), all_.size());
    if (added) all_.push_back(name);
    return place->second;
  }
  const Json& all() const { return all_; }

 private:
  std::map<std::string, std::size_t> places_;
  Json all_ = Json::array();
};

class PageData {
 public:
  PageData(const Timetable& table, Language language) : table_(table), language_(language), text_(table, language) {}

  Json make() {
    Json data;
    data["language"] = language_code(language_);
    data["title"] = page_title(table_);
    data["today"] = number_of(table_.today());
    add_words(data);
    add_plans(data);
    add_instances(data);
    add_conflicts(data);
    data["problems"] = problems();
    return data;
  }

 private:
  void add_words(Json& data) const {
    const auto at = static_cast<std::size_t>(language_);
    for (const PageWord& word : page_words()) data["words"][std::string(word.name)] = word.words[at];
    for (const PageCount& count : page_counts()) data["words"][std::string(count.name)] = count.words[at];
    for (unsigned i = 1; i <= 12; ++i) {
      data["months"].push_back(month_name(std::chrono::month{i}, language_));
      data["shortMonths"].push_back(short_month(std::chrono::month{i}, language_));
    }
    for (unsigned i = 1; i <= 7; ++i) {
      data["weekdays"].push_back(short_weekday(std::chrono::weekday{i % 7}, language_));
      data["longWeekdays"].push_back(weekday_name(std::chrono::weekday{i % 7}, language_));
    }
  }

  // Only what the selection let in.
  std::vector<ActionKey> keys() const {
    std::map<std::pair<std::uint32_t, std::uint32_t>, ActionKey> found;
    const auto add = [&found](ActionKey key) { found.try_emplace({key.plan, key.action}, key); };
    for (const Instance& instance : table_.instances) add(instance.key);
    for (const Instance& instance : table_.overdue) add(instance.key);
    for (const ActionKey key : table_.undated) add(key);
    std::vector<ActionKey> keys;
    keys.reserve(found.size());
    for (const auto& [place, key] : found) keys.push_back(key);
    return keys;
  }

  void add_plans(Json& data) {
    data["plans"] = data["files"] = data["sections"] = data["actions"] = Json::array();
    std::vector<std::size_t> first_section;
    std::vector<PlaceFinder> places;
    for (const ShownPlan& shown : table_.plans) {
      data["plans"].push_back(title_of(*shown.plan));
      data["files"].push_back(shown.plan->name);
      first_section.push_back(data["sections"].size());
      places.emplace_back(*shown.plan->source);
      for (const Section& section : shown.plan->sections) data["sections"].push_back(section.title);
    }
    for (const ActionKey key : keys()) {
      indexes_[{key.plan, key.action}] = data["actions"].size();
      const Action& action = table_.action(key);
      Json json = action_json(action);
      json["plan"] = key.plan;
      json["section"] = action.section == no_index ? Json() : Json(first_section[key.plan] + action.section);
      json["line"] = places[key.plan].at(action.span.begin).line;
      data["actions"].push_back(std::move(json));
    }
    data["people"] = people_.all();
    data["tags"] = tags_.all();
  }

  Json action_json(const Action& action) {
    Json json = {{"title", action.title},
                 {"kind", kinds[static_cast<std::size_t>(action.when.kind)]},
                 {"timed", action.when.timed},
                 {"when", words_of(action.when, language_)},
                 {"status", static_cast<int>(action.status)},
                 {"priority", marks_of(action.priority)},
                 {"owners", Json::array()},
                 {"guests", Json::array()},
                 {"tags", Json::array()}};
    for (const Person& person : action.owners) json["owners"].push_back(people_.of(person.name));
    for (const Person& person : action.attendees) json["guests"].push_back(people_.of(person.name));
    for (const std::string_view tag : action.tags) json["tags"].push_back(tags_.of(tag));
    if (!action.location.empty()) json["place"] = action.location;
    if (!action.url.empty()) json["url"] = action.url;
    if (!action.description.empty()) json["notes"] = action.description;
    return json;
  }

  std::size_t index_of(ActionKey key) const { return indexes_.at({key.plan, key.action}); }

  Json instance_json(const Instance& instance) const {
    return {index_of(instance.key), number_of(instance.first), number_of(instance.last), text_.time(instance),
            static_cast<int>(standing_of(table_, instance))};
  }

  void add_instances(Json& data) const {
    data["instances"] = Json::array();
    for (const Instance& instance : table_.instances) data["instances"].push_back(instance_json(instance));
  }

  void add_conflicts(Json& data) const {
    data["conflicts"] = Json::array();
    const auto side = [this](const Instance& instance) { return Json{index_of(instance.key), text_.time(instance)}; };
    for (const Conflict& conflict : find_conflicts(table_)) {
      data["conflicts"].push_back({{"person", conflict.person},
                                   {"day", number_of(conflict.second.first)},
                                   {"first", side(conflict.first)},
                                   {"second", side(conflict.second)}});
    }
  }

  Json problems() const {
    Json all = Json::array();
    for (const ShownPlan& shown : table_.plans) {
      const Plan& plan = *shown.plan;
      PlaceFinder places(*plan.source);
      for (const Diagnostic& diagnostic : plan.diagnostics) {
        if (severity_of(diagnostic) == Severity::note) continue;
        const SourcePlace place = places.at(diagnostic.span.begin);
        const bool empty = diagnostic.span.end <= diagnostic.span.begin;
        all.push_back({{"file", plan.name},
                       {"line", place.line},
                       {"text", empty ? "" : plan.source->substr(place.line_begin, place.line_end - place.line_begin)},
                       {"message", message_of(diagnostic, language_)},
                       {"mend", mend_of(diagnostic, language_)}});
      }
    }
    return all;
  }

  const Timetable& table_;
  Language language_;
  EntryText text_;
  Names people_;
  Names tags_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> indexes_;
};

// JSON allows any character of a string to be written by its number.
std::string safe_in_a_script(const std::string& json) {
  std::string result;
  result.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      result += "\\u003c";
    } else if (c == '>') {
      result += "\\u003e";
    } else if (c == '&') {
      result += "\\u0026";
    } else {
      result += c;
    }
  }
  return result;
}

}  // namespace

std::string page_title(const Timetable& table) {
  std::string title;
  for (const ShownPlan& shown : table.plans) title += (title.empty() ? "" : " · ") + title_of(*shown.plan);
  return title;
}

std::string page_data(const Timetable& table, Language language) {
  const Json data = PageData(table, language).make();
  return safe_in_a_script(data.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace jalon
