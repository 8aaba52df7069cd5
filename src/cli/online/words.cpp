#include "cli/online/words.h"

#include <array>

#include "base/word_pattern.h"

namespace jalon {
namespace {

struct Entry {
  Word id;
  std::array<std::string_view, language_count> words;  // in the order of Language: French, English
};

constexpr Entry entries[] = {
    {Word::account_added, {"compte «{0}» retenu: {1}", "account \"{0}\" remembered: {1}"}},
    {Word::account_removed, {"compte «{0}» oublié", "account \"{0}\" forgotten"}},
    {Word::account_verb, {"«{0}» n'est rien qui se fasse avec un compte", "\"{0}\" is nothing to do with an account"}},
    {Word::account_verb_mend,
     {"écrivez: jalon account add, list, test ou remove", "write: jalon account add, list, test or remove"}},
    {Word::account_name_missing, {"il manque le nom du compte", "the name of the account is missing"}},
    {Word::account_address_missing, {"il manque l'adresse du serveur", "the address of the server is missing"}},
    {Word::account_address_mend,
     {"jalon account add {0} https://exemple.org, ou alice@exemple.org",
      "jalon account add {0} https://example.org, or alice@example.org"}},
    {Word::keyring_kept, {"le mot de passe est dans le trousseau du système", "the password is in the system keyring"}},
    {Word::ask_password, {"Mot de passe de {0}: ", "Password of {0}: "}},
    {Word::step_records, {"le domaine {0}", "the domain {0}"}},
    {Word::step_address, {"l'adresse {0}", "the address {0}"}},
    {Word::step_identity, {"la preuve d'identité", "the proof of identity"}},
    {Word::step_principal, {"l'utilisateur", "the user"}},
    {Word::step_home, {"le dossier des calendriers", "the home of the calendars"}},
    {Word::step_calendars, {"les calendriers de {0}", "the calendars of {0}"}},
    {Word::step_abilities, {"ce que le serveur sait faire", "what the server can do"}},
    {Word::nothing_found, {"rien", "nothing"}},
    {Word::server_is, {"le serveur est {0}", "the server is {0}"}},
    {Word::server_other,
     {"le serveur n'est pas l'un de ceux que jalon connaît; il s'en tient aux normes",
      "the server is none of those that jalon knows; it keeps to the standards"}},
    {Word::can_make_calendars, {"de nouveaux calendriers peuvent être faits", "new calendars can be made"}},
    {Word::cannot_make_calendars,
     {"de nouveaux calendriers ne peuvent être faits d'ici", "new calendars cannot be made from here"}},
    {Word::sends_invitations, {"il envoie lui-même les invitations", "it sends invitations by itself"}},
    {Word::fact_application_password,
     {"{0} veut un mot de passe d'application, à faire dans ses réglages",
      "{0} wants an application password, to be made in its settings"}},
    {Word::fact_oauth_only,
     {"{0} n'accepte qu'un jeton OAuth: --bearer-command", "{0} accepts an OAuth token only: --bearer-command"}},
    {Word::fact_no_tasks,
     {"{0} ne garde pas de tâches: les échéances y sont des événements",
      "{0} keeps no tasks: deadlines are events there"}},
    {Word::fact_tasks_elsewhere,
     {"{0} garde les tâches à part, ou ne les montre pas toutes", "{0} keeps tasks apart, or does not show them all"}},
    {Word::fact_no_new_calendars,
     {"{0} ne laisse pas faire de calendrier d'ici: faites-le chez lui",
      "{0} lets no calendar be made from here: make it there"}},
    {Word::fact_sends_invitations, {"{0} envoie lui-même les invitations", "{0} sends invitations by itself"}},
    {Word::fact_limits_new_calendars,
     {"{0} ne laisse faire que quelques calendriers par heure", "{0} lets only some calendars be made an hour"}},
    {Word::fact_limits_requests,
     {"{0} limite les requêtes: de longs plans y vont plus lentement",
      "{0} limits requests: long plans go slower there"}},
    {Word::keeps_events, {"événements", "events"}},
    {Word::keeps_todos, {"tâches", "tasks"}},
    {Word::keeps_both, {"événements et tâches", "events and tasks"}},
    {Word::read_only, {"lecture seule", "read only"}},
    {Word::writable, {"modifiable", "writable"}},
    {Word::no_calendars, {"le compte «{0}» n'a pas de calendrier", "the account \"{0}\" has no calendar"}},
    {Word::calendar_name_missing,
     {"il manque le nom du calendrier à faire", "the name of the calendar to make is missing"}},
    {Word::calendar_name_mend, {"nommez-le avec --calendar", "name it with --calendar"}},
};
static_assert(std::size(entries) == static_cast<std::size_t>(Word::count_));

constexpr bool in_order() {
  for (std::size_t i = 0; i < std::size(entries); ++i) {
    if (static_cast<std::size_t>(entries[i].id) != i) return false;
  }
  return true;
}
static_assert(in_order());

}  // namespace

std::string word(Word id, Language language, std::initializer_list<std::string_view> values) {
  return fill(entries[static_cast<std::size_t>(id)].words[static_cast<std::size_t>(language)], values);
}

std::string word_after(Word first, std::size_t offset, Language language) {
  return word(static_cast<Word>(static_cast<std::size_t>(first) + offset), language);
}

}  // namespace jalon
