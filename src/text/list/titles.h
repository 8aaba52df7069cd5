// An action's title and the date that stands in its line, once the attributes are known.
//
// Takes the line and its marks (attributes.h), in order. Marks at either end leave the line; one amid the words, or
// behind a word such as «à», leaves its word: «appeler @Marie demain», «écrire à @Marie». The date is then looked for
// as PhraseReader::find says, or is all that stands before or behind a mark. Titles are views into the plan's source,
// or into its arena where they had to be joined. Linear; nothing fails.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "jalon/phrase.h"
#include "jalon/plan.h"
#include "text/list/attributes.h"
#include "text/list/markup.h"

namespace jalon::list {

// How a date shows itself: by its place in the line, as in an action, or only behind a separator, in brackets, alone,
// or by a word such as «avant», as in a heading («Réunion le 3 décembre» may be no more than a name there).
enum class DatePlace : std::uint8_t { action, heading };

struct ReadTitle {
  std::string_view title;
  std::optional<Reading> reading;  // of the date, where there is one; its diagnostics' spans count in the source
  SourceSpan span;                 // of the date's words
};

class TitleReader {
 public:
  TitleReader(PhraseReader& phrases, Arena& arena) : phrases_(phrases), arena_(arena) {}

  ReadTitle read(const LineText& line, std::span<const Mark> marks, DatePlace place);

 private:
  void find_segments(std::span<const Mark> marks);
  bool take_date_segment(std::size_t index, ReadTitle& result);
  LineText joined(std::span<const Mark> marks);
  // `title` is a part of `line`.
  void find_date(std::string_view title, const LineText& line, DatePlace place, ReadTitle& result);
  void take_found(std::string_view title, const LineText& line, FoundWhen found, ReadTitle& result);
  std::string_view what_stays(std::string_view title, const FoundWhen& found);
  std::string_view kept(std::string_view part);

  PhraseReader& phrases_;
  Arena& arena_;
  LineText line_;
  std::vector<std::string_view> segments_;  // what stands between the marks, none empty
  std::string_view stray_;                  // what is nearly an attribute
  bool has_spoken_ = false;                 // a mark is part of a sentence
  std::string joined_;                      // the segments in one
  std::vector<LineText::Place> places_;     // of `joined_`
};

}  // namespace jalon::list
