#include "app/teach.h"

#include <algorithm>
#include <array>
#include <vector>

#include "app/teach_topics.h"
#include "app/when.h"
#include "base/display.h"
#include "base/word_pattern.h"
#include "model/when_words.h"
#include "text/lexicon.h"
#include "text/list/keys.h"

namespace jalon {
namespace {

using Pair = std::array<std::string_view, language_count>;

constexpr std::array<std::string_view, 5> names = {"dates", "attributes", "attributs", "formats", "sync"};
constexpr std::array<Topic, names.size()> topics = {Topic::dates, Topic::attributes, Topic::attributes, Topic::formats,
                                                    Topic::sync};

constexpr Pair examples_title = {"Une date s'écrit comme elle se dit. Lues à partir d'aujourd'hui:",
                                 "A date is written as it is said. Read from today:"};
constexpr std::array<std::array<std::string_view, 12>, language_count> examples = {{
    {"avant le 15 décembre", "d'ici vendredi", "au plus tard le 14 déc. à 17 h", "demain à 14 h 30", "jeudi après-midi",
     "dans deux semaines", "du 24 décembre au 4 janvier", "entre le 3 et le 14 décembre", "mi-décembre",
     "tous les mardis de 10 h à 11 h", "le premier lundi de chaque mois", "10 jours avant Noël"},
    {"before December 15", "by Friday", "no later than Dec 14 at 5 pm", "tomorrow at 2:30 pm", "Thursday afternoon",
     "in two weeks", "from December 24 to January 4", "between December 3 and 14", "mid-December",
     "every Tuesday 10:00 to 11:00", "the first Monday of every month", "10 days before Christmas"},
}};

struct Shelf {
  Term term;
  Pair title;
};

constexpr Shelf shelves[] = {
    {Term::weekday, {"Jours", "Days"}},
    {Term::month, {"Mois", "Months"}},
    {Term::relative_day, {"Près d'aujourd'hui", "Near today"}},
    {Term::day_part, {"Parties du jour", "Parts of the day"}},
    {Term::bound, {"Échéances", "Deadlines"}},
    {Term::every, {"Répétitions", "Recurrences"}},
    {Term::unit, {"Unités", "Units"}},
    {Term::holiday, {"Fêtes", "Holidays"}},
};

struct Attribute {
  list::Key key;
  Pair about;
  Pair example;
};

constexpr Attribute attributes[] = {
    {list::Key::due, {"quand c'est dû", "when it is due"}, {"échéance: 15 décembre", "due: December 15"}},
    {list::Key::start, {"quand cela commence", "when it begins"}, {"début: 3 décembre", "start: December 3"}},
    {list::Key::end, {"quand cela finit", "when it ends"}, {"fin: 5 décembre", "end: December 5"}},
    {list::Key::when, {"quand cela a lieu", "when it takes place"}, {"quand: jeudi à 10 h", "when: Thursday at 10"}},
    {list::Key::duration, {"combien de temps", "how long"}, {"durée: 1 h 30", "duration: 90 min"}},
    {list::Key::every, {"combien de fois", "how often"}, {"chaque: mardi", "every: Tuesday"}},
    {list::Key::remind, {"quand le rappeler", "when to remind"}, {"rappel: 1 jour, 2 h", "remind: 1 day, 2 h"}},
    {list::Key::at, {"où", "where"}, {"lieu: salle B", "at: room B"}},
    {list::Key::with, {"avec qui", "with whom"}, {"avec: Marie, Alex", "with: Marie, Alex"}},
    {list::Key::url, {"un lien", "a link"}, {"lien: https://exemple.org", "url: https://example.org"}},
    {list::Key::priority, {"de 1 (haute) à 9", "from 1 (high) to 9"}, {"priorité: 1", "priority: 1"}},
    {list::Key::status, {"où cela en est", "how far it is"}, {"statut: fait", "status: done"}},
    {list::Key::after, {"ce qui vient avant", "what comes first"}, {"après: Commander", "after: Order"}},
    {list::Key::effort, {"combien de travail", "how much work"}, {"effort: 2 h", "effort: 2 h"}},
    {list::Key::id, {"un nom bien à elle", "a name of its own"}, {"id: factures", "id: invoices"}},
    {list::Key::tags, {"des étiquettes", "tags"}, {"tags: argent, clients", "tags: money, customers"}},
    {list::Key::owner, {"à qui c'est", "whose it is"}, {"responsable: Alex", "owner: Alex"}},
};
constexpr Pair attributes_title = {
    "Un attribut se met au bout de la ligne d'une action, ou seul sur une ligne en retrait sous elle:",
    "An attribute stands at the end of an action's line, or alone on an indented line under it:"};
constexpr Pair also = {"aussi {}", "also {}"};

std::string_view in(const Pair& pair, Language language) { return pair[static_cast<std::size_t>(language)]; }

std::string lines(std::string_view text, std::size_t indent, std::size_t width) {
  std::string result;
  for (const std::string& line : wrap(text, width - std::min(width, indent))) {
    result += std::string(indent, ' ') + line + "\n";
  }
  return result;
}

// «lundi (lun), mardi (mar)»: the first word of each row of the table, and the next two.
std::string words_of_shelf(const LanguageTable& table, Term term) {
  std::string result;
  for (const Words& row : table.words) {
    if (row.term != term) continue;
    std::string_view rest = row.alternatives;
    std::vector<std::string_view> some;
    while (some.size() < 3 && !rest.empty()) {
      const std::size_t end = std::min(rest.find('|'), rest.size());
      some.push_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    result += (result.empty() ? "" : ", ") + std::string(some[0]);
    if (some.size() > 1) result += " (" + std::string(some[1]);
    if (some.size() > 2) result += ", " + std::string(some[2]);
    if (some.size() > 1) result += ")";
  }
  return result;
}

Result<std::string> teach_dates(const Settings& settings, std::size_t width) {
  auto reader = WhenReader::make(settings);
  if (!reader) return reader.error();
  const Language language = settings.shown_language();
  const auto& phrases = examples[static_cast<std::size_t>(language)];
  std::size_t widest = 0;
  for (const std::string_view phrase : phrases) widest = std::max(widest, display_width(phrase));
  std::string result = lines(in(examples_title, language), 0, width) + "\n";
  for (const std::string_view phrase : phrases) {
    result += "  " + padded(phrase, widest) + "  " + words_of(reader->read(phrase).when, language) + "\n";
  }
  const LanguageTable& table = language == Language::french ? french_words : english_words;
  for (const Shelf& shelf : shelves) {
    result += "\n" + std::string(in(shelf.title, language)) + "\n" + lines(words_of_shelf(table, shelf.term), 2, width);
  }
  return result;
}

std::string other_names(const Attribute& attribute, Language language) {
  const std::string_view example = in(attribute.example, language);
  std::string result;
  for (const list::KeyName& name : list::all_keys()) {
    if (name.key != attribute.key || list::find_key(example.substr(0, example.find(':')))->name == name.name) continue;
    result += (result.empty() ? "" : ", ") + std::string(name.name);
  }
  return result;
}

std::string teach_attributes(Language language, std::size_t width) {
  std::size_t example_width = 0, about_width = 0;
  for (const Attribute& attribute : attributes) {
    example_width = std::max(example_width, display_width(in(attribute.example, language)));
    about_width = std::max(about_width, display_width(in(attribute.about, language)));
  }
  std::string result = lines(in(attributes_title, language), 0, width) + "\n";
  for (const Attribute& attribute : attributes) {
    const std::string others = other_names(attribute, language);
    std::string line = "  " + padded(in(attribute.example, language), example_width) + "  ";
    line += others.empty() ? std::string(in(attribute.about, language))
                           : padded(in(attribute.about, language), about_width);
    if (!others.empty()) line += "  " + fill(in(also, language), {others});
    result += line + "\n";
  }
  return result;
}

}  // namespace

std::optional<Topic> find_topic(std::string_view word) {
  const auto place = std::find(names.begin(), names.end(), word);
  if (place == names.end()) return std::nullopt;
  return topics[static_cast<std::size_t>(place - names.begin())];
}

std::span<const std::string_view> topic_names() { return names; }

Result<std::string> teach(Topic topic, const Settings& settings, std::size_t width) {
  if (topic == Topic::dates) return teach_dates(settings, width);
  const Language language = settings.shown_language();
  if (topic == Topic::formats) return teach_formats(language, width);
  return topic == Topic::sync ? teach_sync(language, width) : teach_attributes(language, width);
}

}  // namespace jalon
