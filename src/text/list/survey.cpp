#include "text/list/survey.h"

#include "text/list/numeric_order.h"
#include "text/list/source.h"

namespace jalon::list {
namespace {

constexpr std::size_t block = std::size_t{2} << 20;

// Behind the last line that ends within the next block; the end of the text where none does.
std::size_t end_of_block(std::string_view text, std::size_t begin) {
  if (text.size() - begin <= block) return text.size();
  const std::size_t last = text.substr(begin, block).rfind('\n');
  return last == std::string_view::npos ? text.size() : begin + last + 1;
}

}  // namespace

Survey survey_source(std::string_view text, const Release& release) {
  if (encoding_by_mark(text) != Encoding::utf8 || text.substr(0, block).find('\n') == std::string_view::npos) return {};
  NumericOrderEvidence evidence;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = end_of_block(text, begin);
    const std::string_view lines = text.substr(begin, end - begin);
    if (!is_decoded(lines)) return {};
    evidence.add(lines);
    release(begin, end);
    begin = end;
  }
  return {true, evidence.order()};
}

}  // namespace jalon::list
