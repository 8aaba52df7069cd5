// The part of the texts that is about servers. See texts.h.
#pragma once

#include <array>
#include <string_view>

#include "cli/texts.h"
#include "jalon/language.h"

namespace jalon {

struct TextEntry {
  Text id;
  std::array<std::string_view, language_count> words;  // in the order of Language: French, English
};

inline constexpr TextEntry server_texts[] = {
    {Text::account_operands, {"add|list|test|remove [NOM] [ADRESSE]", "add|list|test|remove [NAME] [ADDRESS]"}},
    {Text::account_summary, {"les comptes CalDAV", "the CalDAV accounts"}},
    {Text::account_about,
     {"add NOM ADRESSE trouve le serveur (URL, hôte ou courriel) et retient le compte; list les montre; test NOM le "
      "vérifie; remove NOM oublie le compte et son mot de passe, qui n'est jamais en clair dans un fichier.",
      "add NAME ADDRESS finds the server (URL, host or e-mail) and remembers the account; list shows them; test NAME "
      "takes each step again; remove NAME forgets the account and its password, which is never in clear in a file."}},
    {Text::account_examples,
     {R"(  jalon account add maison https://cloud.example.org --user alice
  jalon account add boulot alice@example.org --password-command "pass show caldav"
  jalon account test maison
)",
      R"(  jalon account add home https://cloud.example.org --user alice
  jalon account add work alice@example.org --password-command "pass show caldav"
  jalon account test home
)"}},
    {Text::calendars_operands, {"[COMPTE]", "[ACCOUNT]"}},
    {Text::calendars_summary, {"les calendriers d'un compte", "the calendars of an account"}},
    {Text::calendars_about,
     {"Montre le nom de chaque calendrier, sa couleur, son adresse, s'il garde des événements ou des tâches, et s'il "
      "peut être modifié. Avec --create, fait celui que --calendar nomme.",
      "Shows the name of each calendar, its colour, its address, whether it keeps events or tasks, and whether it may "
      "be changed. With --create, makes the one that --calendar names."}},
    {Text::calendars_examples,
     {"  jalon calendars maison\n  jalon calendars maison --calendar \"Fin d'année\" --create --calendar-color teal\n",
      "  jalon calendars home\n  jalon calendars home --calendar \"Year end\" --create --calendar-color teal\n"}},
    {Text::value_account, {"COMPTE", "ACCOUNT"}},
    {Text::value_calendar, {"NOM|URL", "NAME|URL"}},
    {Text::value_user, {"NOM", "NAME"}},
    {Text::value_command, {"COMMANDE", "COMMAND"}},
    {Text::value_variable, {"VARIABLE", "VARIABLE"}},
    {Text::value_host, {"HÔTE", "HOST"}},
    {Text::about_account,
     {"le compte; inutile où il n'y en a qu'un", "the account; not needed where there is one only"}},
    {Text::about_calendar, {"le calendrier, par son nom ou son adresse", "the calendar, by its name or address"}},
    {Text::about_create, {"fait le calendrier s'il n'existe pas", "makes the calendar if there is none"}},
    {Text::about_known,
     {"ceux que la dernière connexion a vus, sans le réseau: un nom par ligne",
      "those that the last connection saw, without the network: one name a line"}},
    {Text::about_user, {"le nom d'utilisateur chez le serveur", "the user's name on the server"}},
    {Text::about_password_command,
     {"la commande dont la sortie est le mot de passe, exécutée à chaque connexion",
      "the command whose output is the password, run at each connection"}},
    {Text::about_password_env,
     {"la variable d'environnement qui contient le mot de passe", "the environment variable that holds the password"}},
    {Text::about_bearer_command,
     {"la commande dont la sortie est un jeton OAuth", "the command whose output is an OAuth token"}},
    {Text::about_netrc, {"le mot de passe est dans ~/.netrc", "the password is in ~/.netrc"}},
    {Text::about_client_cert, {"le certificat du client, en PEM", "the client's certificate, in PEM"}},
    {Text::about_client_key,
     {"sa clé, où elle n'est pas dans le même fichier", "its key, where it is not in the same file"}},
    {Text::about_ca_file,
     {"les autorités auxquelles se fier au lieu de celles du système, en PEM",
      "the authorities to trust instead of the system's, in PEM"}},
    {Text::about_trust_host,
     {"un autre hôte auquel le serveur peut renvoyer, mot de passe compris",
      "another host that the server may send on to, password included"}},
    {Text::about_verbose,
     {"montre les requêtes et les réponses, sans les secrets", "shows requests and answers, without the secrets"}},
    {Text::sync_operands, {"PLAN…", "PLAN…"}},
    {Text::sync_summary,
     {"met le plan dans un calendrier, et l'y tient à jour",
      "puts the plan into a calendar, and keeps it up to date there"}},
    {Text::sync_about,
     {"Met chaque action du PLAN dans le calendrier d'un compte, et n'y change que ce que le plan a changé: ce que "
      "l'on "
      "y a modifié, coché ou supprimé reste ainsi et est dit. Ce que les deux côtés ont changé est un conflit, que "
      "--prefer tranche (code de sortie 1). Rien de ce que jalon n'a pas créé n'est touché. La recommencer ne fait "
      "rien.",
      "Puts each action of the PLAN into a calendar of an account, and changes there only what the plan has changed: "
      "what was edited, ticked off or deleted there stays so, and is told. What both sides changed is a conflict, "
      "which "
      "--prefer settles (exit code 1). Nothing that jalon did not create is touched. Running it again does nothing."}},
    {Text::sync_examples,
     {R"(  jalon sync plan.md --to maison --calendar Travail --dry-run
  jalon sync plan.md --to maison --calendar Travail --yes
  jalon sync plan.md --to maison --calendar "Fin d'année" --create
)",
      R"(  jalon sync plan.md --to home --calendar Work --dry-run
  jalon sync plan.md --to home --calendar Work --yes
  jalon sync plan.md --to home --calendar "Year end" --create
)"}},
    {Text::status_operands, {"PLAN…", "PLAN…"}},
    {Text::status_summary, {"dit en quoi plan et calendrier diffèrent", "tells how plan and calendar differ"}},
    {Text::status_about,
     {"Montre ce qu'une synchronisation ferait, ce qui a été changé dans le calendrier depuis la dernière, et ce qui y "
      "reste autrement que dans le plan. Ne change rien.",
      "Shows what a synchronisation would do, what was changed in the calendar since the last one, and what stays "
      "there "
      "otherwise than in the plan. Changes nothing."}},
    {Text::status_examples,
     {"  jalon status plan.md --to maison --calendar Travail\n", "  jalon status plan.md --to home --calendar Work\n"}},
    {Text::remove_operands, {"PLAN…", "PLAN…"}},
    {Text::remove_summary, {"retire un plan d'un calendrier", "takes a plan off a calendar"}},
    {Text::remove_about,
     {"Retire du calendrier les objets du PLAN, et eux seuls; ceux que l'on y a modifiés depuis la dernière "
      "synchronisation restent, sauf avec --prefer plan.",
      "Takes the objects of the PLAN off the calendar, and only them; those edited there since the last "
      "synchronisation "
      "stay, but with --prefer plan."}},
    {Text::remove_examples,
     {"  jalon remove plan.md --to maison --calendar Travail\n", "  jalon remove plan.md --to home --calendar Work\n"}},
    {Text::about_tasks_calendar,
     {"le calendrier où vont les tâches, quand l'autre n'en garde pas",
      "the calendar that tasks go to, where the other one keeps none"}},
    {Text::about_dry_run, {"montre ce qui serait fait, et ne fait rien", "shows what would be done, and does nothing"}},
    {Text::about_yes,
     {"modifie et retire sans demander; il le faut dans un script",
      "changes and removes without asking; scripts need it"}},
    {Text::about_prefer,
     {"qui l'emporte dans un conflit: le plan, le calendrier (calendar), ou la réponse à une question (ask)",
      "who wins a conflict: the plan, the calendar, or the answer to a question (ask)"}},
    {Text::about_restore,
     {"refait ce qui a été supprimé dans le calendrier", "makes again what was deleted in the calendar"}},
    {Text::about_allow_deletions,
     {"permet de retirer plus de dix objets, ou plus de la moitié",
      "allows more than ten removals, or more than half"}},
    {Text::about_allow_empty, {"croit un calendrier qui se trouve vide", "believes a calendar that is found empty"}},
    {Text::about_stamp,
     {"écrit dans le plan le jour d'où partent «demain» et les autres, s'il ne le dit pas (comme jalon stamp)",
      "writes into the plan the day that \"tomorrow\" and the like start from, where it does not say so (as jalon "
      "stamp does)"}},
};

}  // namespace jalon
