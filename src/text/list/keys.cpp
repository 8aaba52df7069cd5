#include "text/list/keys.h"

#include <algorithm>
#include <array>

#include "base/nearest.h"
#include "text/list/letters.h"

namespace jalon::list {
namespace {

using enum Plainness;

constexpr std::array written_names = {
    KeyName{"due", Key::due},
    KeyName{"echeance", Key::due},
    KeyName{"deadline", Key::due},
    KeyName{"date limite", Key::due},
    KeyName{"due date", Key::due},
    KeyName{"pour", Key::due, plain},
    KeyName{"start", Key::start, plain},
    KeyName{"debut", Key::start, plain},
    KeyName{"end", Key::end, plain},
    KeyName{"fin", Key::end, plain},
    KeyName{"when", Key::when, plain},
    KeyName{"quand", Key::when, plain},
    KeyName{"date", Key::when, plain},
    KeyName{"duration", Key::duration, plain},
    KeyName{"duree", Key::duration, plain},
    KeyName{"every", Key::every, plain},
    KeyName{"chaque", Key::every, plain},
    KeyName{"repeter", Key::every},
    KeyName{"repeat", Key::every},
    KeyName{"remind", Key::remind},
    KeyName{"rappel", Key::remind},
    KeyName{"rappels", Key::remind},
    KeyName{"alarme", Key::remind},
    KeyName{"reminder", Key::remind},
    KeyName{"reminders", Key::remind},
    KeyName{"alarm", Key::remind},
    KeyName{"at", Key::at, plain},
    KeyName{"where", Key::at, plain},
    KeyName{"lieu", Key::at, plain},
    KeyName{"location", Key::at},
    KeyName{"with", Key::with, plain},
    KeyName{"avec", Key::with, plain},
    KeyName{"url", Key::url},
    KeyName{"lien", Key::url, plain},
    KeyName{"link", Key::url, plain},
    KeyName{"priority", Key::priority},
    KeyName{"priorite", Key::priority},
    KeyName{"pri", Key::priority},
    KeyName{"status", Key::status},
    KeyName{"statut", Key::status},
    KeyName{"after", Key::after, plain},
    KeyName{"apres", Key::after, plain},
    KeyName{"dependson", Key::after},
    KeyName{"effort", Key::effort},
    KeyName{"id", Key::id},
    KeyName{"tags", Key::tags},
    KeyName{"tag", Key::tags},
    KeyName{"categories", Key::tags},
    KeyName{"categorie", Key::tags},
    KeyName{"category", Key::tags},
    KeyName{"owner", Key::owner},
    KeyName{"responsable", Key::owner, plain},
    KeyName{"scheduled", Key::scheduled},
    KeyName{"t", Key::threshold},
    KeyName{"rec", Key::repetition},
    KeyName{"completion", Key::completed},
    KeyName{"completed", Key::completed},
    KeyName{"cancelled", Key::cancelled},
    KeyName{"created", Key::created},
    KeyName{"oncompletion", Key::created},  // what becomes of the line itself
};
constexpr auto by_name = [](const KeyName& a, const KeyName& b) { return a.name < b.name; };
constexpr auto key_names = [] {
  auto names = written_names;
  std::sort(names.begin(), names.end(), by_name);
  return names;
}();
constexpr std::size_t longest_key = 12;
// Where the names with each first letter begin; the last is the end.
constexpr auto first_of_letter = [] {
  std::array<std::uint8_t, 27> first{};
  for (std::size_t letter = 0; letter < first.size(); ++letter) {
    while (first[letter] < key_names.size() && key_names[first[letter]].name[0] < static_cast<char>('a' + letter))
      ++first[letter];
  }
  return first;
}();

// What a hint names: folded, and as a person would write it.
constexpr auto suggested_names = std::to_array<NameHint>({
    {"due", "due"},         {"echeance", "échéance"}, {"deadline", "deadline"}, {"start", "start"},
    {"debut", "début"},     {"duration", "duration"}, {"duree", "durée"},       {"every", "every"},
    {"repeter", "répéter"}, {"remind", "remind"},     {"rappel", "rappel"},     {"location", "location"},
    {"lieu", "lieu"},       {"priority", "priority"}, {"priorite", "priorité"}, {"status", "status"},
    {"statut", "statut"},   {"effort", "effort"},     {"tags", "tags"},         {"categories", "catégories"},
    {"after", "after"},     {"apres", "après"},       {"avec", "avec"},         {"date", "date"},
});

bool begin_alike(std::string_view a, std::string_view b) {
  return a.front() == b.front() || (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0]);
}

bool is_near(std::string_view word, std::string_view name) {
  const std::size_t longer = std::max(word.size(), name.size());
  const std::size_t shorter = std::min(word.size(), name.size());
  const std::size_t allowed = longer >= 8 ? 2 : 1;
  if (longer < 3 || longer - shorter > allowed || !begin_alike(word, name)) return false;
  // Words of three or four letters with one changed are mostly other words: rate, lire, wish.
  const bool swapped = longer == shorter && std::is_permutation(word.begin(), word.end(), name.begin());
  return edit_distance(word, name) <= allowed && (longer > 4 || (longer == 4 && shorter == 3) || swapped);
}

}  // namespace

std::span<const KeyName> all_keys() { return written_names; }

std::optional<KeyName> find_key(std::string_view word) {
  if (word.size() > 2 * longest_key) return std::nullopt;
  const FoldedWord folded(word);
  const std::string_view name = folded.view();
  if (name.empty() || name[0] < 'a' || name[0] > 'z') return std::nullopt;
  const auto letter = static_cast<std::size_t>(name[0] - 'a');
  for (std::size_t i = first_of_letter[letter]; i < first_of_letter[letter + 1]; ++i) {
    if (key_names[i].name == name) return key_names[i];
  }
  return std::nullopt;
}

std::string_view nearest_name(std::string_view folded, std::span<const NameHint> names) {
  if (folded.empty() || folded.size() > 31) return {};
  for (const NameHint& name : names) {
    if (is_near(folded, name.folded)) return name.written;
  }
  return {};
}

std::string_view nearest_key(std::string_view word) { return nearest_name(FoldedWord(word).view(), suggested_names); }

}  // namespace jalon::list
