// `jalon help sync`: what a synchronisation does, what it never does, how its lines read, what stops it.
#include <algorithm>
#include <array>

#include "app/teach_topics.h"
#include "base/display.h"
#include "base/word_pattern.h"
#include "sync/plan.h"

namespace jalon {
namespace {

using Pair = std::array<std::string_view, language_count>;

enum class Part : std::uint8_t { does, never, guard, sign, choice, count_ };

constexpr std::array<Pair, static_cast<std::size_t>(Part::count_)> titles = {{
    {"Ce qu'une synchronisation fait:", "What a synchronisation does:"},
    {"Ce qu'elle ne fait jamais:", "What it never does:"},
    {"Ce qui l'arrête avant d'écrire, et ce qui le permet quand même:",
     "What stops it before it writes, and what allows it all the same:"},
    {"Ce que ses lignes disent:", "What its lines say:"},
    {"Ce que vous pouvez choisir:", "What you may choose:"},
}};

struct Lesson {
  Part part;
  std::string_view term;  // an option or a sign; empty for a sentence
  Pair words;
};

constexpr Lesson lessons[] = {
    {Part::does,
     "",
     {"Elle compare trois choses: le plan, le calendrier, et ce dont ils étaient convenus la dernière fois.",
      "It compares three things: the plan, the calendar, and what they agreed on the last time."}},
    {Part::does,
     "",
     {"Ce que le plan seul a changé va dans le calendrier; ce que le calendrier seul a changé y reste, et est dit.",
      "What the plan alone changed goes to the calendar; what the calendar alone changed stays there, and is told."}},
    {Part::does,
     "",
     {"Elle compare champ par champ: un titre changé dans le plan et une heure changée dans le calendrier vont "
      "ensemble.",
      "It compares field by field: a title changed in the plan and a time changed in the calendar go together."}},
    {Part::does,
     "",
     {"Le même champ changé des deux côtés est un conflit: le calendrier reste tel quel, les deux sont montrés, et le "
      "code de sortie est 1.",
      "The same field changed on both sides is a conflict: the calendar stays as it is, both are shown, and the exit "
      "code is 1."}},
    {Part::does,
     "",
     {"Ce que le plan n'a plus est retiré du calendrier, sauf si on l'y a modifié: c'est alors un conflit.",
      "What the plan has no more is removed from the calendar, unless it was edited there: that is a conflict."}},
    {Part::does,
     "",
     {"Refaite sans que rien n'ait changé, elle n'écrit rien. Elle peut être arrêtée à tout moment: la suivante finit "
      "le "
      "travail.",
      "Done again where nothing changed, it writes nothing. It may be stopped at any moment: the next one finishes the "
      "work."}},
    {Part::never,
     "",
     {"Toucher à ce que jalon n'a pas mis dans le calendrier.", "Touch what jalon did not put into the calendar."}},
    {Part::never,
     "",
     {"Perdre ce qui a été fait dans le calendrier: une heure déplacée, une case cochée, un rappel ajouté.",
      "Lose what was done in the calendar: a time that was moved, a box that was ticked, a reminder that was added."}},
    {Part::never,
     "",
     {"Refaire ce qui a été supprimé dans le calendrier, sauf si on le lui demande.",
      "Make again what was deleted in the calendar, unless it is asked to."}},
    {Part::never, "", {"Envoyer des invitations.", "Send invitations."}},
    {Part::never,
     "",
     {"Écrire par-dessus une modification qu'elle n'a pas vue: chaque écriture dit au serveur ce qu'elle remplace.",
      "Write over an edit that it has not seen: each write tells the server what it replaces."}},
    {Part::guard,
     "--allow-deletions",
     {"plus de {} objets, ou plus de la moitié de ceux du plan, seraient retirés; ou le plan est vide",
      "more than {} objects, or more than half of the plan's, would be removed; or the plan is empty"}},
    {Part::guard,
     "--allow-empty",
     {"le calendrier est vide, et ne devrait pas l'être: --allow-empty le croit, --restore refait tout",
      "the calendar is empty, and should not be: --allow-empty believes it, --restore makes everything again"}},
    {Part::sign, "+", {"nouveau dans le calendrier", "new in the calendar"}},
    {Part::sign, ">", {"déplacé: seule sa date change", "moved: only its date changes"}},
    {Part::sign, "~", {"modifié: ses champs suivent", "changed: its fields follow"}},
    {Part::sign, "-", {"retiré: le plan ne l'a plus", "removed: the plan has it no more"}},
    {Part::sign, "=", {"changé dans le calendrier, et laissé ainsi", "changed in the calendar, and kept so"}},
    {Part::sign, "!", {"conflit: changé des deux côtés", "conflict: changed on both sides"}},
    {Part::sign, "x", {"refusé par le serveur; les autres continuent", "refused by the server; the others go on"}},
    {Part::choice,
     "--dry-run",
     {"montre ce qui serait fait, et n'écrit rien", "shows what would be done, and writes nothing"}},
    {Part::choice, "--prefer plan|calendar|ask", {"qui a raison dans un conflit", "who is right in a conflict"}},
    {Part::choice,
     "--restore",
     {"refait ce qui a été supprimé dans le calendrier", "makes again what was deleted there"}},
};

std::string_view in(const Pair& pair, Language language) { return pair[static_cast<std::size_t>(language)]; }

std::size_t widest_term(Part part) {
  std::size_t widest = 0;
  for (const Lesson& lesson : lessons) {
    if (lesson.part == part) widest = std::max(widest, display_width(lesson.term));
  }
  return widest;
}

// A sentence behind a dash, or what a term means beside it.
std::string taught(const Lesson& lesson, Language language, std::size_t width) {
  const std::string term = lesson.term.empty() ? "-" : padded(lesson.term, widest_term(lesson.part)) + " ";
  const std::size_t before = 3 + display_width(term);
  const std::string words = fill(in(lesson.words, language), {std::to_string(most_removals)});
  std::string result;
  for (const std::string& line : wrap(words, width - std::min(width - 1, before))) {
    result += padded(result.empty() ? "  " + term : "", before);
    result += line;
    result += '\n';
  }
  return result;
}

}  // namespace

std::string teach_sync(Language language, std::size_t width) {
  std::string result;
  for (std::size_t part = 0; part < titles.size(); ++part) {
    if (part > 0) result += "\n";
    for (const std::string& line : wrap(in(titles[part], language), width)) result += line + "\n";
    for (const Lesson& lesson : lessons) {
      if (lesson.part == static_cast<Part>(part)) result += taught(lesson, language, width);
    }
  }
  return result;
}

}  // namespace jalon
