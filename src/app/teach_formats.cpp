// `jalon help formats`: the formats, how their files are called, and what columns of tables may be called.
#include <algorithm>
#include <array>

#include "app/teach_topics.h"
#include "base/display.h"
#include "text/formats/format_table.h"
#include "text/records/field.h"

namespace jalon {
namespace {

using Pair = std::array<std::string_view, language_count>;
using records::Field;

constexpr Pair formats_title = {
    "Un plan peut être dans un de ces formats. Son contenu dit lequel; là où il se trompe, --from NOM le dit:",
    "A plan may be in one of these formats. Its content tells which; --from NAME says it where that is wrong:"};
constexpr Pair columns_title = {
    "Une colonne d'un tableau ou d'un classeur dit ce que son nom dit. L'ordre des colonnes, les majuscules, les "
    "accents et ce qui suit entre parenthèses ne comptent pas; --columns titre=3 le dit pour les autres:",
    "A column of a table or a workbook says what its name says. The order of columns, capitals, accents and what "
    "follows in brackets do not count; --columns title=3 says it for others:"};

constexpr Pair memory = {
    "Un tableau en texte (csv) ou du JSON à une action par ligne, à partir de 4 Mio et en UTF-8, est lu et écrit par "
    "morceaux: un million d'actions prend moins de 150 Mio de mémoire. Cela vaut pour un seul plan, lu d'un fichier, "
    "dont le calendrier .ics est nouveau (ou remplacé avec --fresh). Tout le reste est d'abord lu en entier, et prend "
    "de la mémoire selon sa longueur: les classeurs et les autres formats, un calendrier à mettre à jour, une sortie "
    "en "
    "JSON ou vers «-», et un plan dont une action en nomme une autre (ce dont elle fait partie, ce qui vient avant).",
    "A table of text (csv), or JSON with one action a line, from 4 MiB on and in UTF-8, is read and written piece by "
    "piece: a million actions take less than 150 MiB of memory. That holds for a single plan, read from a file, whose "
    ".ics calendar is new (or replaced with --fresh). All else is read as a whole first, and takes memory in "
    "proportion to its length: workbooks and the other formats, a calendar to be updated, output as JSON or to \"-\", "
    "and a plan in which an action names another one (what it is part of, what comes first)."};

struct FieldText {
  Field field;
  Pair about;
};

constexpr FieldText fields[] = {
    {Field::title, {"ce qu'il faut faire", "what is to be done"}},
    {Field::section, {"sa section", "its section"}},
    {Field::when,
     {"quand: toute date que «jalon help dates» montre", "when: any date that \"jalon help dates\" shows"}},
    {Field::time, {"à quelle heure", "at what time"}},
    {Field::start, {"quand cela commence", "when it begins"}},
    {Field::start_time, {"à quelle heure cela commence", "at what time it begins"}},
    {Field::end, {"quand cela finit", "when it ends"}},
    {Field::end_time, {"à quelle heure cela finit", "at what time it ends"}},
    {Field::due, {"quand c'est dû", "when it is due"}},
    {Field::due_time, {"à quelle heure c'est dû", "at what time it is due"}},
    {Field::all_day, {"si cela prend toute la journée", "whether it takes all day"}},
    {Field::duration, {"combien de temps cela dure", "how long it lasts"}},
    {Field::effort, {"combien de travail", "how much work"}},
    {Field::recurrence, {"combien de fois", "how often"}},
    {Field::reminder, {"quand le rappeler", "when to remind"}},
    {Field::owner, {"à qui c'est", "whose it is"}},
    {Field::address,
     {"les adresses de ces personnes, dans leur ordre", "the addresses of these people, in their order"}},
    {Field::attendee, {"avec qui", "with whom"}},
    {Field::place, {"où", "where"}},
    {Field::notes, {"la description", "the description"}},
    {Field::url, {"un lien", "a link"}},
    {Field::tags, {"des étiquettes", "tags"}},
    {Field::priority, {"la priorité", "the priority"}},
    {Field::status, {"où cela en est", "how far it is"}},
    {Field::progress,
     {"une part, un oui, un état, ou le jour où c'était fait",
      "a share, a yes, a status, or the day it "
      "was done"}},
    {Field::completed, {"le jour où c'était fait", "the day it was done"}},
    {Field::id, {"un nom bien à elle, qui la fait reconnaître", "a name of its own, by which it is known again"}},
    {Field::number,
     {"le numéro de la ligne, que d'autres lignes peuvent nommer",
      "the row's number, which other rows may "
      "name"}},
    {Field::parent, {"ce dont cela fait partie", "what it is part of"}},
    {Field::after, {"ce qui vient avant", "what comes first"}},
    {Field::checklist,
     {"ce qu'il y a à cocher: autant d'actions qui en font partie",
      "what is to be ticked: so many "
      "actions that are part of it"}},
};

constexpr bool in_order() {
  for (std::size_t i = 0; i < std::size(fields); ++i) {
    if (fields[i].field != static_cast<Field>(i)) return false;
  }
  return std::size(fields) == static_cast<std::size_t>(Field::checklist) + 1;
}
static_assert(in_order());

std::string_view in(const Pair& pair, Language language) { return pair[static_cast<std::size_t>(language)]; }

std::string indented(std::string_view text, std::size_t indent, std::size_t width) {
  std::string result;
  for (const std::string& line : wrap(text, width - std::min(width, indent))) {
    result += std::string(indent, ' ') + line + "\n";
  }
  return result;
}

std::string with_spaces_after_commas(std::string_view names) {
  std::string result;
  for (const char c : names) result += c == ',' ? std::string(", ") : std::string(1, c);
  return result;
}

std::string taught_format(const formats::FormatSpec& spec, Language language, std::size_t width) {
  const std::string names = spec.endings == spec.name ? std::string() : "  " + std::string(spec.endings);
  return "  " + std::string(spec.name) + names + "\n" + indented(in(spec.about, language), 6, width);
}

std::string names_of(Field field) {
  std::string result;
  for (const records::FieldNames& names : records::all_field_names()) {
    if (names.field != field) continue;
    result += (result.empty() ? "" : ", ") + with_spaces_after_commas(names.names);
  }
  return result;
}

}  // namespace

std::string teach_formats(Language language, std::size_t width) {
  std::string result = indented(in(formats_title, language), 0, width) + "\n";
  for (const formats::FormatSpec& spec : formats::format_specs()) result += taught_format(spec, language, width);
  result += "\n" + indented(in(columns_title, language), 0, width) + "\n";
  for (const FieldText& field : fields) {
    result += indented(in(field.about, language), 2, width) + indented(names_of(field.field), 6, width);
  }
  result += "\n" + indented(in(memory, language), 0, width);
  return result;
}

}  // namespace jalon
