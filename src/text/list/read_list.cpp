#include "jalon/list.h"
#include "text/formats/jalon_json.h"
#include "text/formats/org.h"
#include "text/formats/taskwarrior.h"
#include "text/formats/todo_txt.h"
#include "text/list/actions.h"
#include "text/list/entries.h"
#include "text/list/front_matter.h"
#include "text/list/settings.h"
#include "text/list/take_source.h"
#include "text/table/read_table.h"

namespace jalon {
namespace {

Plan read_text(std::string name, std::string bytes, const ListOptions& options) {
  Plan plan;
  plan.name = std::move(name);
  list::take_source(plan, std::move(bytes));
  const list::FrontMatter front = list::read_front_matter(*plan.source);
  PhraseReader phrases = list::read_bearings(plan, front, options);
  const list::Defaults defaults = list::read_defaults(plan, front, options, phrases);
  const list::Entries entries = list::read_entries(*plan.source, front.end, plan.diagnostics);
  const bool boxes = options.format == ListFormat::obsidian;
  using Items = list::ActionReader::Items;
  list::ActionReader(plan, phrases, defaults).read(entries, boxes ? Items::with_box : Items::all);
  list::sort_diagnostics(plan);
  return plan;
}

}  // namespace

Plan read_list(std::string name, std::string bytes, const ListOptions& options) {
  switch (options.format) {
    case ListFormat::csv:
      return table::read_csv(std::move(name), std::move(bytes), options);
    case ListFormat::todo_txt:
      return formats::read_todo_txt(std::move(name), std::move(bytes), options);
    case ListFormat::taskwarrior:
      return formats::read_taskwarrior(std::move(name), std::move(bytes), options);
    case ListFormat::org:
      return formats::read_org(std::move(name), std::move(bytes), options);
    case ListFormat::json:
      return formats::read_jalon_json(std::move(name), std::move(bytes), options);
    default:
      return read_text(std::move(name), std::move(bytes), options);
  }
}

Plan read_sheet(std::string name, SheetText sheet, const ListOptions& options) {
  return table::read_cells(std::move(name), std::move(sheet), options);
}

}  // namespace jalon
