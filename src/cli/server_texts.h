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
};

}  // namespace jalon
