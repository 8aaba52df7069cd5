#include "view/page_words.h"

namespace jalon {
namespace {

constexpr PageWord words[] = {
    {"today", {"aujourd'hui", "today"}},
    {"tomorrow", {"demain", "tomorrow"}},
    {"inDays", {"dans {0} jours", "in {0} days"}},
    {"dayLate", {"en retard d'un jour", "1 day late"}},
    {"daysLate", {"en retard de {0} jours", "{0} days late"}},
    {"views", {"Vues", "Views"}},
    {"months", {"Mois", "Months"}},
    {"timeline", {"Frise", "Timeline"}},
    {"people", {"Personnes", "People"}},
    {"sections", {"Sections", "Sections"}},
    {"states", {"États", "States"}},
    {"attention", {"À voir", "To look at"}},
    {"search", {"Chercher", "Search"}},
    {"person", {"Personne", "Person"}},
    {"tag", {"Étiquette", "Tag"}},
    {"plan", {"Plan", "Plan"}},
    {"hideDone", {"sans le fait", "hide done"}},
    {"theme", {"Clair ou sombre", "Light or dark"}},
    {"close", {"Fermer", "Close"}},
    {"nothing", {"Rien ne correspond.", "Nothing matches."}},
    {"nothingThen", {"rien de prévu", "nothing planned"}},
    {"moreOn", {"{0} de plus le {1}", "{0} more on {1}"}},
    {"nobody", {"Personne en particulier", "Nobody in particular"}},
    {"noSection", {"Hors section", "In no section"}},
    {"noDate", {"Sans date", "No date"}},
    {"overdue", {"En retard", "Overdue"}},
    {"thisWeek", {"Cette semaine", "This week"}},
    {"later", {"Plus tard", "Later"}},
    {"past", {"Passé", "Past"}},
    {"open", {"à faire", "to do"}},
    {"begun", {"commencé", "begun"}},
    {"done", {"Fait", "Done"}},
    {"cancelled", {"Annulé", "Cancelled"}},
    {"conflicts", {"Deux choses à la fois", "Two things at once"}},
    {"notUnderstood", {"Lignes à revoir", "Lines to look over"}},
    {"allWell",
     {"Rien en retard, aucun conflit, tout a été compris.", "Nothing is late, nothing collides, all was understood."}},
    {"lineOf", {"{0}, ligne {1}", "{0}, line {1}"}},
    {"when", {"Quand", "When"}},
    {"state", {"État", "State"}},
    {"owners", {"Responsable", "Owner"}},
    {"guests", {"Avec", "With"}},
    {"place", {"Lieu", "Place"}},
    {"tags", {"Étiquettes", "Tags"}},
    {"link", {"Lien", "Link"}},
    {"notes", {"Notes", "Notes"}},
    {"section", {"Section", "Section"}},
    {"source", {"Dans le plan", "In the plan"}},
};

constexpr PageCount counts[] = {
    {"actions", {{{"{0} action", "{0} actions"}, {"{0} action", "{0} actions"}}}},
};

}  // namespace

std::span<const PageWord> page_words() { return words; }
std::span<const PageCount> page_counts() { return counts; }

}  // namespace jalon
