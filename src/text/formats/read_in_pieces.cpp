#include <utility>

#include "jalon/list.h"
#include "text/formats/jalon_json.h"
#include "text/list/survey.h"
#include "text/table/table_pieces.h"

namespace jalon {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::size_t kept = std::size_t{1} << 20;  // of the beginning, which tells the language and holds the settings

}  // namespace

std::unique_ptr<PlanPieces> read_list_in_pieces(std::string name, std::string_view text, const ListOptions& options,
                                                std::function<void(std::size_t, std::size_t)> release) {
  if (options.format != ListFormat::csv && options.format != ListFormat::json) return nullptr;
  const std::size_t mark = text.starts_with(utf8_mark) ? utf8_mark.size() : 0;
  text.remove_prefix(mark);
  const list::Survey survey = list::survey_source(text, release);
  if (!survey.as_it_stands) return nullptr;
  Plan plan;
  plan.name = std::move(name);
  *plan.source = text.substr(0, kept);
  const bool table = options.format == ListFormat::csv;
  auto* const read = table ? table::read_csv_in_pieces : formats::read_jalon_json_in_pieces;
  return read(std::move(plan), text, options, survey.order, std::move(release));
}

}  // namespace jalon
