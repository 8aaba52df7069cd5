// The grammar reads a language that its code has never heard of, from a table alone.

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "jalon/phrase.h"
#include "text/date_grammar.h"
#include "text/phrase_resolver.h"
#include "text/spanish_words.h"

namespace jalon {
namespace {

std::string read_spanish(const std::string& phrase) {
  static constexpr std::array<const LanguageTable*, 1> tables = {&spanish_words};
  static const Lexicon lexicon{tables};
  PhraseContext context;
  context.as_of = Day{std::chrono::year{2018} / 11 / 26};
  TokenLine line;
  line.read(phrase, lexicon);
  DateGrammar grammar;
  const DateGrammar::Habits habits{0, spanish_words.day_first, NumericOrder::unknown};
  if (!grammar.read_phrase(line, 0, line.tokens().size(), habits)) return "none";
  return format_reading(PhraseResolver(line, phrase, grammar.tree(), context).read());
}

TEST(Spanish, IsReadByTheSameGrammar) {
  constexpr std::array<std::array<const char*, 2>, 22> rows = {{
      {"el 3 de diciembre", "event 2018-12-03"},
      {"lunes 3 de diciembre de 2018", "event 2018-12-03"},
      {"lunes 4 de diciembre", "error weekday"},
      {"antes del 25 de diciembre", "deadline 2018-12-24"},
      {"antes de Navidad", "deadline 2018-12-24"},
      {"hasta el 21 de diciembre", "deadline 2018-12-21"},
      {"mañana", "event 2018-11-27"},
      {"pasado mañana", "event 2018-11-28"},
      {"mañana a las 9 h", "event 2018-11-27T09:00/2018-11-27T10:00"},
      {"mañana a las nueve y media", "event 2018-11-27T09:30/2018-11-27T10:30"},
      {"mañana por la tarde", "event 2018-11-27T13:00/2018-11-27T17:00"},
      {"la semana que viene", "window 2018-12-03/2018-12-09"},
      {"la próxima semana", "window 2018-12-03/2018-12-09"},
      {"el miércoles de la próxima semana", "event 2018-12-05"},
      {"dentro de dos semanas", "event 2018-12-10"},
      {"del 3 al 5 de diciembre", "event 2018-12-03/2018-12-05"},
      {"entre el 3 y el 14 de diciembre", "window 2018-12-03/2018-12-14"},
      {"el primer lunes de enero", "event 2019-01-07"},
      {"cada martes hasta el 18 de diciembre", "event 2018-11-27 ; FREQ=WEEKLY;BYDAY=TU;UNTIL=2018-12-18"},
      {"el último día de cada mes", "event 2018-11-30 ; FREQ=MONTHLY;BYMONTHDAY=-1"},
      {"el 15 de cada mes", "event 2018-12-15 ; FREQ=MONTHLY;BYMONTHDAY=15"},
      {"la casa", "none"},
  }};
  for (const auto& row : rows) EXPECT_EQ(read_spanish(row[0]), row[1]) << row[0];
}

}  // namespace
}  // namespace jalon
