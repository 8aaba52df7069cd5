#include <algorithm>
#include <memory>

#include "jalon/list.h"
#include "text/list/actions.h"
#include "text/list/entries.h"
#include "text/list/front_matter.h"
#include "text/list/notes.h"
#include "text/list/settings.h"
#include "text/list/source.h"

namespace jalon {
namespace {

void take_source(Plan& plan, std::string bytes) {
  list::SourceText decoded = list::decode_source(std::move(bytes));
  plan.source = std::make_unique<std::string>(std::move(decoded.text));
  if (decoded.first_foreign)
    list::tell(plan, Code::list_encoding, {*decoded.first_foreign, *decoded.first_foreign + 1});
}

void sort_diagnostics(std::vector<Diagnostic>& diagnostics) {
  const auto before = [](const Diagnostic& a, const Diagnostic& b) { return a.span.begin < b.span.begin; };
  if (!std::is_sorted(diagnostics.begin(), diagnostics.end(), before)) {
    std::stable_sort(diagnostics.begin(), diagnostics.end(), before);
  }
}

}  // namespace

Plan read_list(std::string name, std::string bytes, const ListOptions& options) {
  Plan plan;
  plan.name = std::move(name);
  take_source(plan, std::move(bytes));
  const list::FrontMatter front = list::read_front_matter(*plan.source);
  PhraseReader phrases = list::read_bearings(plan, front, options);
  const list::Defaults defaults = list::read_defaults(plan, front, options, phrases);
  const list::Entries entries = list::read_entries(*plan.source, front.end, plan.diagnostics);
  list::ActionReader(plan, phrases, defaults).read(entries);
  sort_diagnostics(plan.diagnostics);
  return plan;
}

}  // namespace jalon
