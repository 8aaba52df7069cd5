#include "cli/online/sync_words.h"

#include <array>

#include "base/word_pattern.h"

namespace jalon {
namespace {

using Words = std::array<std::string_view, language_count>;  // French, English

constexpr std::array<Words, static_cast<std::size_t>(SyncWord::count_)> words = {{
    {"{0}: rien n'a été écrit, à cause des erreurs du plan", "{0}: nothing was written, because of the plan's errors"},
    {"des objets du calendrier seraient modifiés ou retirés", "objects of the calendar would be changed or removed"},
    {"regardez ce qui changerait avec --dry-run, puis permettez-le avec --yes",
     "look at what would change with --dry-run, then allow it with --yes"},
    {"Continuer? [o/N] ", "Go on? [y/N] "},
    {"Que garder? [p]lan, [c]alendrier, [N] décider plus tard: ", "Keep which? [p]lan, [c]alendar, [N] decide later: "},
    {"«{0}» n'a pas de place dans ce calendrier, qui n'en garde pas de cette sorte",
     "\"{0}\" has no place in this calendar, which keeps none of its kind"},
    {"{0}: des dates se lisent à partir d'aujourd'hui («demain»…), et bougeraient chaque jour.\n"
     "Écrire en tête du plan le jour d'où elles partent («as of»)? Rien d'autre n'y change. [o/N] ",
     "{0}: dates are read from today (\"tomorrow\"…), and would move every day.\n"
     "Write the day that they start from (\"as of\") at the plan's head? Nothing else in it changes. [y/N] "},
}};

// In the singular and the plural.
struct Counted {
  std::array<std::string_view, language_count> one, many;
};

constexpr std::array<Counted, 7> counted = {{{{"créé", "created"}, {"créés", "created"}},
                                             {{"modifié", "changed"}, {"modifiés", "changed"}},
                                             {{"retiré", "removed"}, {"retirés", "removed"}},
                                             {{"gardé comme dans le calendrier", "kept as in the calendar"},
                                              {"gardés comme dans le calendrier", "kept as in the calendar"}},
                                             {{"conflit", "conflict"}, {"conflits", "conflicts"}},
                                             {{"refusé", "refused"}, {"refusés", "refused"}},
                                             {{"inchangé", "unchanged"}, {"inchangés", "unchanged"}}}};

}  // namespace

std::string sync_word(SyncWord id, Language language, std::initializer_list<std::string_view> values) {
  return fill(words[static_cast<std::size_t>(id)][static_cast<std::size_t>(language)], values);
}

std::string told_counts(const SyncCounts& counts, Language language) {
  const std::array<std::size_t, 7> numbers = {counts.created,   counts.updated, counts.removed,  counts.kept,
                                              counts.conflicts, counts.refused, counts.unchanged};
  std::string text;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const bool last = i + 1 == numbers.size();
    if (numbers[i] == 0 && !(last && text.empty())) continue;
    const bool singular = numbers[i] == 1 || (numbers[i] == 0 && language == Language::french);
    const auto& forms = singular ? counted[i].one : counted[i].many;
    text += (text.empty() ? "" : ", ") + std::to_string(numbers[i]) + " ";
    text += forms[static_cast<std::size_t>(language)];
  }
  return text;
}

}  // namespace jalon
