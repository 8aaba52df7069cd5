#include "text/formats/format_table.h"

#include <algorithm>

namespace jalon::formats {
namespace {

using enum InFolders;

constexpr FormatSpec specs[] = {
    {ListFormat::text,
     "md",
     ".md .markdown .txt .text",
     taken,
     {"listes d'un courriel, d'un texte ou d'un fichier Markdown, avec les marques de todo.txt, d'Obsidian Tasks et "
      "des "
      "listes de tâches de GitHub",
      "lists in a mail, a text or a Markdown file, with the marks of todo.txt, Obsidian Tasks and GitHub task lists"}},
    {ListFormat::csv,
     "csv",
     ".csv .tsv .tab",
     taken,
     {"tableaux dont les cellules sont séparées par , ; | ou des tabulations; l'en-tête peut se trouver sous un titre",
      "tables with , ; | or tabs between the cells; the header may stand below a title"}},
    {ListFormat::xlsx,
     "xlsx",
     ".xlsx",
     taken,
     {"classeurs d'Excel: la première feuille, ou --sheet; les dates selon leur format, sans les lignes masquées",
      "Excel's workbooks: the first sheet, or --sheet; dates by their format, without hidden rows"}},
    {ListFormat::ods,
     "ods",
     ".ods",
     taken,
     {"classeurs de LibreOffice, de la même façon", "LibreOffice's workbooks, likewise"}},
    {ListFormat::todo_txt,
     "todo.txt",
     "todo.txt done.txt",
     taken,
     {"priorités, dates, projets comme sections, contextes comme étiquettes, due: t: rec: id: dep:",
      "priorities, dates, projects as sections, contexts as tags, due: t: rec: id: dep:"}},
    {ListFormat::taskwarrior,
     "taskwarrior",
     ".json",
     left,
     {"le JSON de «task export»: dates, projets, étiquettes, priorités, annotations, dépendances, récurrences",
      "the JSON of \"task export\": dates, projects, tags, priorities, annotations, dependencies, recurrences"}},
    {ListFormat::org,
     "org",
     ".org",
     taken,
     {"titres à mot-clé, DEADLINE et SCHEDULED avec leurs répétitions, horodatages, étiquettes, propriétés, cases",
      "headings with keywords, DEADLINE and SCHEDULED with repeaters, timestamps, tags, properties, check boxes"}},
    {ListFormat::obsidian,
     "obsidian",
     ".md",
     taken,
     {"comme md, mais seules les lignes à case sont des actions; jamais deviné: --from obsidian",
      "as md, but only lines with a box are actions; never found out: --from obsidian"}},
    {ListFormat::json,
     "json",
     ".json .jsonl",
     left,
     {"le JSON de jalon, que convert --to json écrit: un objet ou une liste; .jsonl: une action par ligne",
      "jalon's own JSON, which convert --to json writes: an object or a list; .jsonl: one action a line"}},
    {ListFormat::ics,
     "ics",
     ".ics",
     left,
     {"calendriers: événements et tâches, récurrences, rappels, personnes, UID; ce qui ne peut être repris est dit",
      "calendars: events and tasks, recurrences, reminders, people, UIDs; what cannot be carried is told"}},
};
static_assert(std::size(specs) == list_format_count);

// JSON lines are a list that grows, and so a plan, in a format whose other files are rather what programs make.
constexpr std::string_view json_lines = ".jsonl";

char lower(char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); }

bool ends_with(std::string_view name, std::string_view ending) {
  if (name.size() < ending.size()) return false;
  const std::string_view end = name.substr(name.size() - ending.size());
  return std::equal(end.begin(), end.end(), ending.begin(), [](char a, char b) { return lower(a) == b; });
}

bool ends_with_any(std::string_view name, std::string_view endings) {
  while (!endings.empty()) {
    const std::size_t size = std::min(endings.find(' '), endings.size());
    if (ends_with(name, endings.substr(0, size))) return true;
    endings.remove_prefix(std::min(size + 1, endings.size()));
  }
  return false;
}

}  // namespace

std::span<const FormatSpec> format_specs() { return specs; }

bool is_named(std::string_view file_name, ListFormat format) {
  return ends_with_any(file_name, specs[static_cast<std::size_t>(format)].endings);
}

bool is_taken_in_folders(std::string_view file_name) {
  const auto names_it = [file_name](const FormatSpec& spec) {
    return spec.in_folders == taken && ends_with_any(file_name, spec.endings);
  };
  return ends_with(file_name, json_lines) || std::any_of(std::begin(specs), std::end(specs), names_it);
}

}  // namespace jalon::formats
