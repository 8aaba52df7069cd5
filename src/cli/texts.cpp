#include "cli/texts.h"

#include <array>
#include <vector>

#include "base/word_pattern.h"
#include "cli/server_texts.h"

namespace jalon {
namespace {

constexpr TextEntry entries[] = {
    {Text::none, {"-", "-"}},
    {Text::introduction,
     {R"(jalon fait un calendrier d'une simple liste d'actions. Trois choses à essayer:

  jalon check plan.md     montre comment chaque ligne est lue, sans rien écrire
  jalon show plan.md      montre le plan comme un agenda
  jalon convert plan.md   écrit plan.ics, à importer dans votre calendrier

L'aide: jalon help, jalon help convert, ou jalon help dates
)",
      R"(jalon makes a calendar of a plain list of actions. Three things to try:

  jalon check plan.md     shows how each line is read, and writes nothing
  jalon show plan.md      shows the plan as an agenda
  jalon convert plan.md   writes plan.ics, to be imported into your calendar

Help: jalon help, jalon help convert, or jalon help dates
)"}},
    {Text::about_jalon,
     {"jalon fait un calendrier (.ics) d'une simple liste d'actions, en français ou en anglais.",
      "jalon makes a calendar (.ics) of a plain list of actions, in English or French."}},
    {Text::usage, {"Usage:", "Usage:"}},
    {Text::commands_title, {"Commandes:", "Commands:"}},
    {Text::start_options, {"Le départ:", "To begin:"}},
    {Text::calendar_options, {"Le calendrier:", "The calendar:"}},
    {Text::team_options, {"Plusieurs plans:", "Several plans:"}},
    {Text::view_options, {"La vue:", "The view:"}},
    {Text::server_options, {"Le serveur:", "The server:"}},
    {Text::reading_options, {"La lecture:", "Reading:"}},
    {Text::showing_options, {"L'affichage:", "Showing:"}},
    {Text::examples_title, {"Exemples:", "Examples:"}},
    {Text::exit_codes,
     {"Code de sortie: 0 fait; 1 fait, mais avec des problèmes, ou plan avec erreurs; 2 impossible.",
      "Exit code: 0 done; 1 done with problems, or errors in the plan; 2 could not run."}},
    {Text::options_word, {"[OPTIONS]", "[OPTIONS]"}},
    {Text::choices, {" ({0})", " ({0})"}},

    {Text::init_operands, {"[--template CHOIX]", "[--template CHOICE]"}},
    {Text::init_summary, {"écrit un premier plan et ses réglages", "writes a first plan and its settings"}},
    {Text::init_about,
     {"Pose cinq questions, et écrit dans ce dossier jalon.toml et un premier plan: la fin de l'année, un projet ou "
      "une semaine. Rien de ce qui est là n'est remplacé.",
      "Asks five questions, and writes jalon.toml and a first plan into this folder: the year end, a project or a "
      "week. Nothing that is there is replaced."}},
    {Text::init_examples,
     {"  jalon init\n  jalon init --template weekly </dev/null\n",
      "  jalon init\n  jalon init --template weekly </dev/null\n"}},
    {Text::convert_operands, {"PLAN|-…", "PLAN|-…"}},
    {Text::convert_summary, {"écrit le calendrier d'un plan", "writes the calendar of a plan"}},
    {Text::convert_about,
     {"Lit la liste PLAN (texte ou Markdown; «-»: l'entrée standard) et écrit à côté d'elle un calendrier du même nom "
      "en .ics. Refait sur le même fichier, il met à jour ce qui a changé et garde l'identité de chaque action: une "
      "nouvelle importation ne crée pas de doublons. Avec une erreur dans le plan, rien n'est écrit. La mémoire qu'il "
      "faut croît avec le plan; jalon help formats dit quels longs plans n'en demandent pas.",
      "Reads the list PLAN (text or Markdown; \"-\": standard input) and writes a calendar of the same name, ending in "
      ".ics, beside it. Done again over the same file, it updates what changed and keeps the identity of each action: "
      "importing it again makes no duplicates. With an error in the plan, nothing is written. The memory that it takes "
      "grows with the plan; jalon help formats says which long plans take none."}},
    {Text::convert_examples,
     {R"(  jalon convert plan.md
  jalon convert plan.md -o ~/equipe.ics --name "Fin d'année"
  jalon convert plan.md --due "20 décembre" --remind "1 jour"
  jalon convert - -o - <courriel.txt >plan.ics
  jalon convert plans --out-dir calendriers
  jalon convert plans --out-dir calendriers --split-by owner
)",
      R"(  jalon convert plan.md
  jalon convert plan.md -o ~/team.ics --name "Year end"
  jalon convert plan.md --due "December 20" --remind "1 day"
  jalon convert - -o - <mail.txt >plan.ics
  jalon convert plans --out-dir calendars
  jalon convert plans --out-dir calendars --split-by owner
)"}},
    {Text::check_operands, {"PLAN|-…", "PLAN|-…"}},
    {Text::check_summary, {"montre comment chaque ligne est lue", "shows how each line is read"}},
    {Text::check_about,
     {"Montre, sans rien écrire, chaque action du plan: sa ligne, ce qu'elle est, quand, son titre, qui; puis tout ce "
      "qui n'a pas été compris, et comment le corriger.",
      "Shows each action of the plan, and writes nothing: its line, what it is, when, its title, who; then all that "
      "was not understood, and how to mend it."}},
    {Text::check_examples,
     {R"(  jalon check plan.md
  jalon check --format json plan.md
)",
      R"(  jalon check plan.md
  jalon check --format json plan.md
)"}},
    {Text::show_operands, {"PLAN|-…", "PLAN|-…"}},
    {Text::show_summary, {"montre le plan comme un agenda", "shows the plan as an agenda"}},
    {Text::show_about,
     {"Montre ce qui est en retard, puis, semaine par semaine, ce qui a lieu et ce qui est dû; avec plusieurs plans, "
      "leurs dates ensemble. Rien n'est écrit.",
      "Shows what is overdue, then week by week what takes place and what is due; with several plans, their dates "
      "together. Nothing is written."}},
    {Text::show_examples,
     {R"(  jalon show plan.md
  jalon show plan.md --month --until "fin décembre"
  jalon show bureau.md atelier.md --timeline --owner Alex
  jalon show plan.md --html plan.html
)",
      R"(  jalon show plan.md
  jalon show plan.md --month --until "end of December"
  jalon show office.md shop.md --timeline --owner Alex
  jalon show plan.md --html plan.html
)"}},
    {Text::preview_operands, {"PLAN|-…", "PLAN|-…"}},
    {Text::preview_summary, {"ouvre le plan dans le navigateur", "opens the plan in the browser"}},
    {Text::preview_about,
     {"Fait du plan une page — mois, frise, personnes, retards, conflits, lignes à revoir — et l'ouvre dans le "
      "navigateur; sans bureau, dit où elle est. La page ne demande rien au réseau.",
      "Makes a page of the plan — months, timeline, people, what is late, what collides, lines to look over — and "
      "opens it in the browser; without a desktop it says where the page is. The page asks nothing of the network."}},
    {Text::preview_examples,
     {R"(  jalon preview plan.md
  jalon preview bureau.md atelier.md --owner Alex
)",
      R"(  jalon preview plan.md
  jalon preview office.md shop.md --owner Alex
)"}},
    {Text::watch_operands, {"PLAN…", "PLAN…"}},
    {Text::watch_summary, {"refait à chaque enregistrement", "does it again on each save"}},
    {Text::watch_about,
     {"Refait, chaque fois qu'un PLAN est enregistré, son calendrier (-o), sa page (--html), ce qu'en a un compte "
      "(--to), ou sa vue dans le terminal, et dit sur place ce qui n'est pas compris. Dans un compte, il crée et "
      "modifie sans demander, comme le plan; ce que le plan n'a plus y reste, et est dit, sauf avec --yes: un plan que "
      "l'on écrit n'est pas toujours entier. Ctrl-C pour finir.",
      "Makes anew, each time that a PLAN is saved, its calendar (-o), its page (--html), what an account has of it "
      "(--to), or its view in the terminal, and tells in place what is not understood. In an account it creates and "
      "changes without asking, as the plan does; what the plan has no more stays there, and is told, but with --yes: a "
      "plan that is being written is not always whole. Ctrl-C to end."}},
    {Text::watch_examples,
     {R"(  jalon watch plan.md
  jalon watch plan.md -o plan.ics
  jalon watch plan.md --html plan.html
  jalon watch plan.md --to maison --calendar Travail
)",
      R"(  jalon watch plan.md
  jalon watch plan.md -o plan.ics
  jalon watch plan.md --html plan.html
  jalon watch plan.md --to home --calendar Work
)"}},
    {Text::when_operands, {"[DATE…]", "[DATE…]"}},
    {Text::when_summary, {"dit comment une date est lue", "tells how a date is read"}},
    {Text::when_about,
     {"Dit comment est lue chaque DATE, une par argument; sans argument, une par ligne de l'entrée standard. Une date "
      "qui n'est pas comprise est «none», et le code de sortie 1.",
      "Tells how each DATE is read, one an argument; without arguments, one a line of standard input. A date that is "
      "not understood is \"none\", and the exit code 1."}},
    {Text::when_examples,
     {R"(  jalon when "avant le 25 décembre"
  jalon when --as-of 2018-11-26 "tous les mardis à 10 h" "mi-décembre"
  jalon when --format json <dates.txt
)",
      R"(  jalon when "by December 25"
  jalon when --as-of 2018-11-26 "every Tuesday at 10" "mid-December"
  jalon when --format json <dates.txt
)"}},
    {Text::explain_operands, {"[CODE…]", "[CODE…]"}},
    {Text::explain_summary, {"dit ce que veut dire un code", "tells what a code means"}},
    {Text::explain_about,
     {"Dit ce que veut dire le CODE qui suit un message entre crochets, et ce qu'il faut faire; sans CODE, les montre "
      "tous.",
      "Tells what the CODE means that follows a message in brackets, and what to do; without a CODE it shows all of "
      "them."}},
    {Text::explain_examples, {"  jalon explain date.weekday\n", "  jalon explain date.weekday\n"}},
    {Text::stamp_operands, {"PLAN|-…", "PLAN|-…"}},
    {Text::stamp_summary, {"écrit dans le plan le jour de sa lecture", "writes the day of reading into the plan"}},
    {Text::stamp_about,
     {"Écrit «as of» en tête du plan: «demain» ou «vendredi» y sont alors lus à partir de ce jour-là, quel que soit le "
      "moment où on le relit. Rien d'autre ne change dans le fichier.",
      "Writes \"as of\" at the head of the plan: \"tomorrow\" or \"Friday\" are then read from that day, whenever it "
      "is read again. Nothing else in the file changes."}},
    {Text::stamp_examples,
     {R"(  jalon stamp plan.md
  jalon stamp --as-of 2018-11-26 plan.md
)",
      R"(  jalon stamp plan.md
  jalon stamp --as-of 2018-11-26 plan.md
)"}},
    {Text::config_operands, {"[PLAN]", "[PLAN]"}},
    {Text::config_summary, {"montre les réglages en vigueur", "shows the settings in force"}},
    {Text::config_about,
     {"Montre ce qui vaut pour PLAN (sinon pour le dossier courant) et d'où vient chaque valeur. L'emporte, dans "
      "l'ordre: la ligne de commande, l'en-tête du plan, puis dans le jalon.toml le plus proche (celui du dossier du "
      "plan, ou d'un dossier au-dessus) [plans], [teams], [defaults], puis de même dans celui de l'utilisateur.",
      "Shows what holds for PLAN (else for the current folder) and where each value comes from. What wins, in order: "
      "the command line, the plan's front matter, then in the nearest jalon.toml (that of the plan's folder, or of one "
      "above) [plans], [teams], [defaults], then the same in the user's own."}},
    {Text::config_examples,
     {"  jalon config plan.md\n  jalon config --format json plan.md\n",
      "  jalon config plan.md\n  jalon config --format json plan.md\n"}},
    {Text::help_operands, {"[COMMANDE|SUJET]", "[COMMAND|TOPIC]"}},
    {Text::help_summary, {"l'aide, ou celle d'une commande", "help, or that of a command"}},
    {Text::help_about,
     {"Montre les commandes, les options d'une COMMANDE, ou explique un SUJET: dates, attributs, "
      "formats, sync.",
      "Shows the commands, the options of a COMMAND, or explains a TOPIC: dates, attributes, formats, "
      "sync."}},
    {Text::help_examples,
     {"  jalon help convert\n  jalon help dates\n  jalon help formats\n",
      "  jalon help convert\n  jalon help dates\n  jalon help formats\n"}},

    {Text::value_output, {"FICHIER|-", "FILE|-"}},
    {Text::value_choice, {"CHOIX", "CHOICE"}},
    {Text::value_text, {"TEXTE", "TEXT"}},
    {Text::value_color, {"NOM", "NAME"}},
    {Text::value_time, {"HEURE", "TIME"}},
    {Text::value_address, {"ADRESSE", "ADDRESS"}},
    {Text::value_moment, {"JOUR", "DAY"}},
    {Text::value_zone, {"FUSEAU", "ZONE"}},
    {Text::value_phrase, {"DATE", "DATE"}},
    {Text::value_durations, {"DURÉES", "TIMES"}},
    {Text::value_person, {"PERSONNE", "PERSON"}},
    {Text::value_tag, {"ÉTIQUETTE", "TAG"}},
    {Text::value_columns, {"CHAMP=COLONNE,…", "FIELD=COLUMN,…"}},
    {Text::about_output,
     {"où écrire le calendrier; «-»: la sortie standard, et rien d'autre n'y paraît",
      "where to write the calendar; \"-\": standard output, and nothing else goes there"}},
    {Text::about_to,
     {"ce qu'il faut écrire: un calendrier, ou le plan lu en JSON de jalon (jsonl: une action par ligne)",
      "what to write: a calendar, or the plan as it was read, in jalon's JSON (jsonl: one action a line)"}},
    {Text::value_folder, {"DOSSIER", "FOLDER"}},
    {Text::value_file, {"FICHIER", "FILE"}},
    {Text::value_size, {"TAILLE", "SIZE"}},
    {Text::value_count, {"N", "N"}},
    {Text::about_out_dir, {"chaque plan, là (fichiers, dossiers)", "each plan, there (files, folders)"}},
    {Text::about_merge, {"un calendrier pour tous, en mémoire", "one calendar for all, in memory"}},
    {Text::about_split_by, {"un pour chacun, tous en mémoire", "one for each, all in memory"}},
    {Text::about_max_size, {"coupe ce qui est plus grand: 1MB, 500KB", "cuts what is larger: 1MB, 500KB"}},
    {Text::about_jobs, {"plans à la fois; sinon un par processeur", "plans at once; else one a processor"}},
    {Text::about_report, {"json: un objet par plan, sur la sortie", "json: one object a plan, on output"}},
    {Text::about_prune, {"retire ceux des plans disparus", "removes those of plans that are gone"}},
    {Text::about_deadlines,
     {"ce que devient une échéance: une tâche (todo), un événement (event), les deux (both); auto: un événement, que "
      "tous les calendriers montrent",
      "what a deadline becomes: a task (todo), an event, both; auto: an event, which every calendar shows"}},
    {Text::about_deadline_mark,
     {"ce qui précède le titre d'une échéance qui est un événement, par exemple ⏰",
      "what stands before the title of a deadline that is an event, such as ⏰"}},
    {Text::about_name, {"le nom du calendrier; sinon le titre du plan", "the calendar's name; else the plan's title"}},
    {Text::about_calendar_color,
     {"la couleur du calendrier, un nom de CSS: teal, darkorange…",
      "the calendar's colour, a CSS name: teal, darkorange…"}},
    {Text::about_alarm_time,
     {"l'heure des rappels de ce qui dure toute la journée; sinon 9 h",
      "the time of day of reminders for what takes all day; else 9:00"}},
    {Text::about_invite,
     {"inscrit les personnes comme invitées: le calendrier peut leur envoyer des invitations",
      "enters people as attendees: the calendar may send them invitations"}},
    {Text::about_organizer,
     {"l'adresse au nom de qui l'on invite; sinon la variable EMAIL",
      "the address in whose name people are invited; else the variable EMAIL"}},
    {Text::about_fresh,
     {"oublie le calendrier précédent: nouvelles identités, et le fichier est remplacé quel qu'il soit",
      "forgets the previous calendar: new identities, and the file is replaced whatever it is"}},
    {Text::about_html,
     {"en page HTML, dans ce fichier; «-»: la sortie standard",
      "as an HTML page, in that file; \"-\": standard output"}},
    {Text::about_month, {"en grilles de mois", "as month grids"}},
    {Text::about_timeline, {"en frise: une barre du début à l'échéance", "as a timeline: a bar from start to due"}},
    {Text::about_today,
     {"le jour qui compte comme aujourd'hui; sinon celui de --as-of, ou de l'horloge",
      "the day that counts as today; else that of --as-of, or the clock's"}},
    {Text::about_since,
     {"à partir de ce jour; sinon de cette semaine, s'il reste quelque chose à venir",
      "from that day on; else from this week, where anything is still to come"}},
    {Text::about_until, {"jusqu'à ce jour: 2018-12-21, «vendredi»…", "until that day: 2018-12-21, \"Friday\"…"}},
    {Text::about_owner,
     {"seulement ce qui est à cette personne, ou ce à quoi elle assiste", "only what that person owns or attends"}},
    {Text::about_tag, {"seulement ce qui porte cette étiquette", "only what has that tag"}},
    {Text::about_overdue, {"seulement ce qui est en retard", "only what is overdue"}},
    {Text::about_plan_template, {"le premier plan", "the first plan"}},
    {Text::about_keep_going,
     {"écrit les bonnes actions d'un plan qui a des erreurs (code de sortie 1)",
      "writes the good actions of a plan that has errors (exit code 1)"}},
    {Text::about_from, {"ce qu'est le plan; sinon son contenu le dit", "what the plan is; else its content tells"}},
    {Text::about_sheet, {"la feuille d'un classeur; sinon la première", "the sheet of a workbook; else the first one"}},
    {Text::about_columns,
     {"ce que disent les colonnes d'un tableau que leur nom ne dit pas, par numéro ou par nom: "
      "titre=3,échéance=\"Fin prévue\"",
      "what columns of a table say whose names do not tell, by number or by name: title=3,due=\"Planned end\""}},
    {Text::about_as_of,
     {"le jour, ou le moment, à partir duquel les dates sont lues (2018-11-26, 2018-11-26T14:30); sinon celui du plan, "
      "ou aujourd'hui",
      "the day, or moment, from which dates are read (2018-11-26, 2018-11-26T14:30); else the plan's, or today"}},
    {Text::about_timezone,
     {"le fuseau horaire des heures (America/Toronto); sinon celui du plan, ou du système",
      "the time zone of times (America/Toronto); else the plan's, or the system's"}},
    {Text::about_lang,
     {"la langue du plan et des messages; sinon elle se devine",
      "the language of the plan and of messages; else it is found out"}},
    {Text::about_due, {"l'échéance de ce qui n'a pas de date", "the deadline of what has no date"}},
    {Text::about_remind,
     {"les rappels de ce qui n'en a pas: «1 jour», «1 jour, 2 h»",
      "the reminders of what has none: \"1 day\", \"1 day, 2 h\""}},
    {Text::about_quiet, {"ne montre que les problèmes", "shows only problems"}},
    {Text::about_color,
     {"les couleurs; auto: sur un terminal, sauf si NO_COLOR est là",
      "colours; auto: on a terminal, unless NO_COLOR is set"}},
    {Text::about_format,
     {"la forme des résultats et des messages; json: un objet par ligne",
      "the form of results and messages; json: one object a line"}},
    {Text::about_help, {"montre cette aide", "shows this help"}},
    {Text::about_version, {"montre la version", "shows the version"}},

    {Text::unknown_command, {"«{0}» n'est pas une commande", "\"{0}\" is not a command"}},
    {Text::unknown_option, {"{0} n'est pas une option de {1}", "{0} is not an option of {1}"}},
    {Text::no_command, {"il manque une commande", "a command is missing"}},
    {Text::value_missing, {"il manque une valeur après {0}", "a value is missing after {0}"}},
    {Text::value_unwanted, {"{0} ne prend pas de valeur", "{0} takes no value"}},
    {Text::bad_choice, {"{0} ne peut pas être «{1}»; les choix: {2}", "{0} cannot be \"{1}\"; the choices: {2}"}},
    {Text::bad_moment,
     {"--as-of: «{0}» n'est ni un jour ni un moment", "--as-of: \"{0}\" is neither a day nor a moment"}},
    {Text::bad_time, {"--alarm-time: «{0}» n'est pas une heure", "--alarm-time: \"{0}\" is not a time of day"}},
    {Text::bad_color,
     {"--calendar-color: «{0}» n'est pas une couleur de CSS", "--calendar-color: \"{0}\" is not a CSS colour"}},
    {Text::bad_epoch,
     {"SOURCE_DATE_EPOCH: «{0}» n'est pas un nombre de secondes",
      "SOURCE_DATE_EPOCH: \"{0}\" is not a number of seconds"}},
    {Text::bad_usage, {"ces arguments ne sont pas compris: {0}", "these arguments are not understood: {0}"}},
    {Text::no_plan, {"jalon {0}: il manque un plan", "jalon {0}: a plan is missing"}},
    {Text::no_plan_mend,
     {"jalon {0} plan.md, ou «-» pour l'entrée standard", "jalon {0} plan.md, or \"-\" for standard input"}},
    {Text::many_plans, {"plusieurs plans: où les écrire?", "several plans: where to?"}},
    {Text::too_many, {"jalon {0}: «{1}» est de trop", "jalon {0}: \"{1}\" is too much"}},
    {Text::many_plans_mend, {"--out-dir DOSSIER ou --merge FICHIER", "--out-dir FOLDER or --merge FILE"}},
    {Text::output_unwanted, {"{0} ne va pas avec le reste", "{0} does not go with the rest"}},
    {Text::split_and_merge, {"--split-by ou --merge, pas les deux", "--split-by or --merge, not both"}},
    {Text::split_unplaced, {"{0}: dans quel dossier?", "{0}: into which folder?"}},
    {Text::split_unplaced_mend, {"donnez --out-dir DOSSIER", "give --out-dir FOLDER"}},
    {Text::bad_jobs, {"--jobs: «{0}»: de 1 à 1024", "--jobs: \"{0}\": 1 to 1024"}},
    {Text::bad_size, {"--max-size: «{0}» n'est pas une taille", "--max-size: \"{0}\" is not a size"}},
    {Text::bad_size_mend, {"écrivez 1MB, 500KB ou 250000", "write 1MB, 500KB or 250000"}},
    {Text::bad_moment_mend, {"écrivez 2018-11-26 ou 2018-11-26T14:30", "write 2018-11-26 or 2018-11-26T14:30"}},
    {Text::bad_time_mend, {"écrivez 9:00 ou «17 h 30»", "write 9:00 or 17:30"}},
    {Text::bad_color_mend, {"un nom comme teal, tomato ou steelblue", "a name such as teal, tomato or steelblue"}},
    {Text::bad_epoch_mend,
     {"donnez des secondes depuis 1970, ou retirez la variable", "give seconds since 1970, or unset the variable"}},
    {Text::did_you_mean, {"vouliez-vous dire {0}?", "did you mean {0}?"}},
    {Text::did_you_mean_convert, {"vouliez-vous dire jalon convert {0}?", "did you mean jalon convert {0}?"}},
    {Text::of_commands, {"elle va avec jalon {0}", "it goes with jalon {0}"}},
    {Text::the_choices, {"les choix: {0}", "the choices: {0}"}},
    {Text::see_help, {"l'aide: {0}", "help: {0}"}},

    {Text::action_one, {"{0} action", "{0} action"}},
    {Text::action_many, {"{0} actions", "{0} actions"}},
    {Text::event_one, {"{0} événement", "{0} event"}},
    {Text::event_many, {"{0} événements", "{0} events"}},
    {Text::deadline_one, {"{0} échéance", "{0} deadline"}},
    {Text::deadline_many, {"{0} échéances", "{0} deadlines"}},
    {Text::undated_one, {"{0} sans date", "{0} undated"}},
    {Text::undated_many, {"{0} sans date", "{0} undated"}},
    {Text::faulty_one, {"{0} en erreur", "{0} in error"}},
    {Text::faulty_many, {"{0} en erreur", "{0} in error"}},
    {Text::created_one, {"{0} nouvelle", "{0} new"}},
    {Text::created_many, {"{0} nouvelles", "{0} new"}},
    {Text::changed_one, {"{0} changée", "{0} changed"}},
    {Text::changed_many, {"{0} changées", "{0} changed"}},
    {Text::unchanged_one, {"{0} inchangée", "{0} unchanged"}},
    {Text::unchanged_many, {"{0} inchangées", "{0} unchanged"}},
    {Text::removed_one, {"{0} retirée", "{0} removed"}},
    {Text::removed_many, {"{0} retirées", "{0} removed"}},
    {Text::left_out_one,
     {"{0} action laissée de côté à cause d'une erreur", "{0} action left out because of an error"}},
    {Text::left_out_many, {"{0} actions laissées de côté à cause d'erreurs", "{0} actions left out because of errors"}},
    {Text::error_one, {"{0} erreur", "{0} error"}},
    {Text::error_many, {"{0} erreurs", "{0} errors"}},
    {Text::warning_one, {"{0} avertissement", "{0} warning"}},
    {Text::warning_many, {"{0} avertissements", "{0} warnings"}},
    {Text::note_one, {"{0} note", "{0} note"}},
    {Text::note_many, {"{0} notes", "{0} notes"}},
    {Text::more_notes_one,
     {"… et {0} autre note comme celles-là; jalon check les montre toutes",
      "… and {0} more note like these; jalon check shows them all"}},
    {Text::more_notes_many,
     {"… et {0} autres notes comme celles-là; jalon check les montre toutes",
      "… and {0} more notes like these; jalon check shows them all"}},
    {Text::file_created, {"calendrier créé, {0}", "calendar made, {0}"}},
    {Text::file_replaced, {"calendrier mis à jour, {0}", "calendar updated, {0}"}},
    {Text::file_unchanged, {"rien n'a changé, {0}", "nothing changed, {0}"}},
    {Text::written_to_stream, {"calendrier fait, {0}", "calendar made, {0}"}},
    {Text::ask_language, {"Langue des plans, fr ou en", "Language of plans, fr or en"}},
    {Text::ask_zone, {"Fuseau horaire", "Time zone"}},
    {Text::ask_holidays, {"Jours fériés: QC, CA, FR, US, ou des dates", "Holidays: QC, CA, FR, US, or dates"}},
    {Text::ask_account, {"Compte du serveur de calendriers, s'il y en a un", "Account on a calendar server, if any"}},
    {Text::ask_calendar, {"Calendrier où vont les plans, s'il y en a un", "Calendar that plans go to, if any"}},
    {Text::not_understood, {"«{0}» n'est pas compris", "\"{0}\" is not understood"}},
    {Text::init_done,
     {R"(
{0} et {1} sont là. Pour la suite:

  jalon show {1}      montre le plan
  jalon convert {1}   en fait un calendrier
)",
      R"(
{0} and {1} are here. What next:

  jalon show {1}      shows the plan
  jalon convert {1}   makes a calendar of it
)"}},
    {Text::watching, {"{0}: surveillé; Ctrl-C pour finir", "{0}: watched; Ctrl-C to end"}},
    {Text::watch_needs_files, {"l'entrée standard ne peut pas être surveillée", "standard input cannot be watched"}},
    {Text::watch_needs_files_mend, {"donnez un fichier: jalon watch plan.md", "give a file: jalon watch plan.md"}},
    {Text::watch_folder, {"{0}: un dossier ne peut pas être surveillé", "{0}: a folder cannot be watched"}},
    {Text::watch_folder_mend, {"donnez ses fichiers: jalon watch {0}/*.md", "give its files: jalon watch {0}/*.md"}},
    {Text::unknown_code, {"«{0}» n'est pas un code", "\"{0}\" is not a code"}},
    {Text::all_codes_mend, {"tous les codes: jalon explain", "all codes: jalon explain"}},
    {Text::page_created, {"{0}: page faite", "{0}: page made"}},
    {Text::page_replaced, {"{0}: page refaite", "{0}: page made again"}},
    {Text::page_unchanged, {"{0}: rien n'a changé", "{0}: nothing changed"}},
    {Text::json_written, {"plan écrit en JSON, {0}", "plan written as JSON, {0}"}},
    {Text::nothing_written, {"rien n'a été écrit, {0}", "nothing was written, {0}"}},
    {Text::nothing_written_mend,
     {"corrigez le plan, ou --keep-going pour écrire le reste", "mend the plan, or --keep-going to write the rest"}},
    {Text::stamped, {"{0}: ses dates se lisent à partir du {1}", "{0}: its dates are read from {1}"}},
    {Text::stamp_unchanged, {"{0}: le plan le dit déjà, à partir du {1}", "{0}: the plan already says so, from {1}"}},
    {Text::type_phrases, {"Une date par ligne; Ctrl-D pour finir.", "One date a line; Ctrl-D to end."}},
    {Text::no_online_program,
     {"le programme jalon-sync, qui va avec jalon, est introuvable",
      "the program jalon-sync, which goes with jalon, is not there"}},
    {Text::no_online_program_mend, {"réinstallez jalon", "install jalon again"}},
    {Text::standard_output, {"la sortie standard", "standard output"}},
    {Text::from_command_line, {"ligne de commande", "command line"}},
    {Text::from_system, {"système", "system"}},
    {Text::built_in, {"d'origine", "built in"}},
    {Text::people_title, {"Personnes:", "People:"}},
    {Text::no_config, {"aucun jalon.toml", "no jalon.toml"}},
    {Text::keys_title,
     {"Les clés de jalon.toml, dans [defaults], [teams.NOM] ou [plans.\"CHEMIN\"]:",
      "The keys of jalon.toml, in [defaults], [teams.NAME] or [plans.\"PATH\"]:"}},
    {Text::team_line, {"{0} → {1}: {2}", "{0} → {1}: {2}"}},
    {Text::made_one, {"{0} calendrier créé", "{0} calendar made"}},
    {Text::made_many, {"{0} calendriers créés", "{0} calendars made"}},
    {Text::updated_one, {"{0} mis à jour", "{0} updated"}},
    {Text::updated_many, {"{0} mis à jour", "{0} updated"}},
    {Text::same_one, {"{0} inchangé", "{0} unchanged"}},
    {Text::same_many, {"{0} inchangés", "{0} unchanged"}},
    {Text::failed_one, {"{0} en échec", "{0} failed"}},
    {Text::failed_many, {"{0} en échec", "{0} failed"}},
    {Text::plan_one, {"{0} plan", "{0} plan"}},
    {Text::plan_many, {"{0} plans", "{0} plans"}},
    {Text::done_one, {"{0} faite", "{0} done"}},
    {Text::done_many, {"{0} faites", "{0} done"}},
    {Text::progress, {"{0} plans sur {1}", "{0} plans of {1}"}},
    {Text::nothing_made, {"rien n'a été écrit", "nothing was written"}},
    {Text::vanished, {"{0} n'existe plus; son calendrier reste: {1}", "{0} is gone; kept: {1}"}},
    {Text::vanished_mend, {"pour le retirer: --prune", "to remove it: --prune"}},
    {Text::vanished_removed, {"{0} n'existe plus; son calendrier est retiré: {1}", "{0} is gone; removed: {1}"}},
    {Text::vanished_foreign, {"{0} n'existe plus; {1} reste", "{0} is gone; {1} stays"}},
    {Text::output_vanished,
     {"plus rien ne va dans ce calendrier, qui reste: {0}", "nothing goes there; it stays: {0}"}},
    {Text::output_vanished_removed, {"plus rien n'allait là; retiré: {0}", "nothing went there; removed: {0}"}},
};
static_assert(std::size(entries) + std::size(server_texts) == static_cast<std::size_t>(Text::count_));

constexpr bool in_order(std::span<const TextEntry> texts, std::size_t first) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (static_cast<std::size_t>(texts[i].id) != first + i) return false;
  }
  return true;
}
static_assert(in_order(entries, 0) && in_order(server_texts, std::size(entries)));

}  // namespace

std::string_view text(Text id, Language language) {
  const auto place = static_cast<std::size_t>(id);
  const TextEntry& entry = place < std::size(entries) ? entries[place] : server_texts[place - std::size(entries)];
  return entry.words[static_cast<std::size_t>(language)];
}

std::string text(Text id, Language language, std::initializer_list<std::string_view> values) {
  return fill(text(id, language), values);
}

std::string text(Text id, Language language, std::span<const std::string> values) {
  const std::vector<std::string_view> views(values.begin(), values.end());
  return fill(text(id, language), std::span<const std::string_view>(views));
}

std::string counted(Text one, std::size_t count, Language language) {
  // French counts nothing in the singular, English in the plural.
  const bool singular = count == 1 || (count == 0 && language == Language::french);
  const auto id = static_cast<Text>(static_cast<std::uint16_t>(one) + (singular ? 0 : 1));
  return text(id, language, {std::to_string(count)});
}

}  // namespace jalon
