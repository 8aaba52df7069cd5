#include "app/online/changes_text.h"

#include <fmt/format.h>

#include <array>

#include "app/json.h"
#include "base/display.h"

namespace jalon {
namespace {

using Words = std::array<std::string_view, language_count>;  // French, English

std::string_view in(const Words& words, Language language) { return words[static_cast<std::size_t>(language)]; }

struct FieldName {
  std::string_view field;
  Words words;
};

constexpr FieldName field_names[] = {
    {"summary", {"titre", "title"}},
    {"description", {"description", "description"}},
    {"times", {"quand", "when"}},
    {"location", {"lieu", "place"}},
    {"categories", {"catégories", "categories"}},
    {"priority", {"priorité", "priority"}},
    {"state", {"état", "state"}},
    {"url", {"lien", "link"}},
    {"relations", {"liens entre actions", "relations"}},
    {"busy", {"occupation", "busy"}},
    {"effort", {"effort", "effort"}},
    {rest_field, {"autre chose", "something else"}},
};

std::string field_name(std::string_view field, Language language) {
  for (const FieldName& each : field_names) {
    if (each.field == field) return std::string(in(each.words, language));
  }
  constexpr Words alarm = {"rappel", "reminder"};
  const std::size_t space = field.find(' ');
  if (space == std::string_view::npos) return std::string(field);
  return std::string(in(alarm, language)).append(field.substr(space));
}

std::string shown(std::string_view value) {
  if (value.empty()) return "∅";
  std::string line(value);
  for (char& c : line) c = c == '\n' ? ' ' : c;
  return line;
}

char sign_of(const Step& step) {
  if (step.clash != Clash::none) return '!';
  if (step.act == Act::create) return '+';
  if (step.act == Act::remove) return '-';
  if (step.act == Act::update) return step.changes.size() == 1 && step.changes[0].field == "times" ? '>' : '~';
  return '=';
}

std::string head(char sign, std::size_t line, const std::string& title, std::string_view plan) {
  const std::string place = line == 0 ? std::string() : fmt::format("{}:{}  ", plan, line);
  return fmt::format("{} {}{}", sign, place, title);
}

std::string_view clash_words(Clash clash, Language language) {
  constexpr std::array<Words, 5> words = {{{"", ""},
                                           {"conflit", "conflict"},
                                           {"conflit: modifié dans le calendrier, plus dans le plan",
                                            "conflict: edited in the calendar, no longer in the plan"},
                                           {"conflit: supprimé dans le calendrier, modifié dans le plan",
                                            "conflict: deleted in the calendar, edited in the plan"},
                                           {"conflit: modifié dans le calendrier sous son ancienne forme",
                                            "conflict: edited in the calendar in its previous form"}}};
  return in(words[static_cast<std::size_t>(clash)], language);
}

// What is said of an object behind its title.
std::string tail(const Step& step, Language language) {
  constexpr Words deleted = {"supprimé dans le calendrier", "deleted in the calendar"};
  constexpr Words edited = {"modifié dans le calendrier", "edited in the calendar"};
  if (step.act == Act::create) {
    for (const Change& change : step.changes) {
      if (change.field == "times") return " — " + shown(change.to);
    }
    return {};
  }
  if (step.clash != Clash::none) return fmt::format(" ({})", clash_words(step.clash, language));
  if (step.news == News::deleted) return fmt::format(" ({})", in(deleted, language));
  if (step.news == News::edited && step.act == Act::nothing) return fmt::format(" ({})", in(edited, language));
  return {};
}

std::string change_text(const Change& change, Language language) {
  if (change.field == rest_field) return fmt::format("    {}\n", field_name(change.field, language));
  return fmt::format("    {}: {} → {}\n", field_name(change.field, language), shown(change.from), shown(change.to));
}

std::string kept_text(const Change& change, Language language) {
  constexpr Words kept = {"gardé: ", "kept: "};
  std::string line = change_text(change, language);
  return line.insert(4, in(kept, language));
}

std::string disagreement_text(const Disagreement& each, Language language) {
  constexpr Words pattern = {"    {}: le plan dit {}, le calendrier {} (c'était {})\n",
                             "    {}: the plan says {}, the calendar {} (it was {})\n"};
  return fmt::format(fmt::runtime(in(pattern, language)), field_name(each.field, language), shown(each.ours),
                     shown(each.theirs), shown(each.agreed));
}

std::string_view name_of(Act act) {
  constexpr std::array<std::string_view, 5> names = {"none", "create", "update", "delete", "forget"};
  return names[static_cast<std::size_t>(act)];
}

std::string_view name_of(Clash clash) {
  constexpr std::array<std::string_view, 5> names = {"none", "fields", "edited-in-calendar", "deleted-in-calendar",
                                                     "other-form-edited"};
  return names[static_cast<std::size_t>(clash)];
}

std::string_view name_of(RefusalKind kind) {
  constexpr std::array<std::string_view, 9> names = {"changed",   "gone",    "uid-taken", "not-allowed", "invalid",
                                                     "too-large", "no-room", "try-later", "unknown"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view words_of(RefusalKind kind, Language language) {
  constexpr std::array<Words, 9> words = {{{"change sans cesse", "keeps changing"},
                                           {"n'est plus là", "is gone"},
                                           {"son UID est déjà pris", "its UID is taken"},
                                           {"n'est pas permis", "is not allowed"},
                                           {"n'est pas accepté", "is not accepted"},
                                           {"est trop grand", "is too large"},
                                           {"il n'y a plus de place", "there is no room left"},
                                           {"le serveur demande d'attendre", "the server asks to wait"},
                                           {"reste sans réponse", "has no answer"}}};
  return in(words[static_cast<std::size_t>(kind)], language);
}

Json to_json(const std::vector<Change>& changes) {
  Json list = Json::array();
  for (const Change& change : changes)
    list.push_back({{"field", change.field}, {"from", change.from}, {"to", change.to}});
  return list;
}

}  // namespace

std::string step_text(const Step& step, std::string_view plan, Language language) {
  const bool silent =
      step.act == Act::forget || (step.act == Act::nothing && step.clash == Clash::none && step.news == News::none);
  if (silent) return {};
  std::string text = head(sign_of(step), step.line, step.title, plan) + tail(step, language) + "\n";
  if (step.act == Act::update || step.clash == Clash::removed_there) {
    for (const Change& change : step.changes) text += change_text(change, language);
  }
  for (const Change& change : step.kept) text += kept_text(change, language);
  for (const Disagreement& each : step.disagreements) text += disagreement_text(each, language);
  return printable(text);
}

std::string held_text(const Step& step, Language language) {
  constexpr Words kept = {"n'est plus dans le plan; gardé, --yes le retire",
                          "no longer in the plan; kept, --yes removes it"};
  return printable(fmt::format("{} ({})\n", head('=', 0, step.title, {}), in(kept, language)));
}

std::string problem_text(const Problem& problem, std::string_view plan, Language language) {
  const std::string words = problem.words.empty() ? std::string() : fmt::format(" ({})", problem.words);
  return printable(
      fmt::format("{}: {}{}\n", head('x', problem.line, problem.title, plan), words_of(problem.kind, language), words));
}

std::string guard_text(const Tripped& tripped, Language language) {
  constexpr std::array<Words, 3> words = {
      {{"le plan est vide: ses {} objets seraient retirés du calendrier; --allow-deletions le permet",
        "the plan is empty: its {} objects would go from the calendar; --allow-deletions allows it"},
       {"le calendrier est vide, où {} objets devraient être; --allow-empty le croit, --restore les refait",
        "the calendar is empty, where {} objects should be; --allow-empty believes it, --restore makes them again"},
       {"{} objets sur {} seraient retirés du calendrier; --allow-deletions le permet",
        "{} objects of {} would go from the calendar; --allow-deletions allows it"}}};
  const std::string_view pattern = in(words[static_cast<std::size_t>(tripped.guard)], language);
  return fmt::format(fmt::runtime(pattern), tripped.count, tripped.of);
}

std::string step_json(const Step& step, std::string_view plan) {
  Json json = {{"type", "step"}, {"act", name_of(step.act)}, {"uid", step.uid}, {"title", step.title}};
  if (step.line > 0) json["plan"] = plan;
  if (step.line > 0) json["line"] = step.line;
  if (!step.changes.empty()) json["changes"] = to_json(step.changes);
  if (!step.kept.empty()) json["kept"] = to_json(step.kept);
  if (step.news == News::deleted) json["deleted_in_calendar"] = true;
  if (step.clash == Clash::none) return json_line(json);
  json["conflict"] = name_of(step.clash);
  for (const Disagreement& each : step.disagreements) {
    json["disagreements"].push_back(
        {{"field", each.field}, {"agreed", each.agreed}, {"plan", each.ours}, {"calendar", each.theirs}});
  }
  return json_line(json);
}

std::string held_json(const Step& step) {
  return json_line({{"type", "held"}, {"uid", step.uid}, {"title", step.title}});
}

std::string problem_json(const Problem& problem, std::string_view plan) {
  Json json = {{"type", "problem"}, {"kind", name_of(problem.kind)}, {"uid", problem.uid}, {"title", problem.title}};
  if (problem.line > 0) json["plan"] = plan;
  if (problem.line > 0) json["line"] = problem.line;
  json["words"] = problem.words;
  return json_line(json);
}

std::string guard_json(const Tripped& tripped) {
  constexpr std::array<std::string_view, 3> names = {"plan-empty", "calendar-empty", "many-deletions"};
  return json_line({{"type", "guard"},
                    {"guard", names[static_cast<std::size_t>(tripped.guard)]},
                    {"count", tripped.count},
                    {"of", tripped.of}});
}

}  // namespace jalon
