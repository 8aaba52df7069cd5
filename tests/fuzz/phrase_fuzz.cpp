// Date phrases, whole and within a title. The first byte chooses the language, the order of numeric dates, and which
// days are worked.
#include <string>

#include "fuzz/fuzz.h"
#include "jalon/phrase.h"

namespace {

using namespace jalon;

PhraseContext context_of(std::uint8_t choice) {
  PhraseContext context;
  context.as_of = fuzz::monday_morning();
  context.language = choice % 2 == 0 ? Language::french : Language::english;
  context.numeric_order = static_cast<NumericOrder>(choice / 2 % 3);
  if (choice / 6 % 2 == 1) context.work_days = parse_work_days("QC, US, 2018-12-24/2019-01-04", "lundi, Tue");
  return context;
}

void hold_reading(const Reading& reading, std::size_t size) {
  for (const Diagnostic& diagnostic : reading.diagnostics) fuzz::hold_diagnostic(diagnostic, size);
  fuzz::hold((reading.verdict == Reading::Verdict::error) == has_errors(reading.diagnostics),
             "an error is told, and only an error");
  if (reading.verdict == Reading::Verdict::when) fuzz::hold_when(reading.when);
}

void hold_found(const FoundWhen& found, std::size_t size) {
  fuzz::hold(fuzz::is_within(found.cut, size) && fuzz::is_within(found.phrase, size), "a find lies in its title");
  const bool whole_title = found.cut == SourceSpan{};  // a title that is a date and nothing else keeps it
  fuzz::hold(whole_title || (found.cut.begin <= found.phrase.begin && found.phrase.end <= found.cut.end),
             "a phrase leaves with its cut");
  const bool one_cut = found.other_cut == SourceSpan{};
  fuzz::hold(one_cut || (found.cut.end <= found.other_cut.begin && fuzz::is_within(found.other_cut, size)),
             "what else leaves a title stands behind its cut");
  hold_reading(found.reading, size);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text = fuzz::text_of(data + 1, size - 1);
  PhraseReader reader(context_of(data[0]));

  const Reading reading = reader.read(text);
  hold_reading(reading, text.size());
  fuzz::hold(format_reading(reading) == format_reading(reader.read(text)), "the same phrase reads the same again");
  if (const auto found = reader.find(text)) hold_found(*found, text.size());
  if (const auto length = reader.read_duration(text)) fuzz::hold(length->count() >= 0, "a duration is not negative");
  if (const auto mistyped = reader.find_mistyped(text)) {
    fuzz::hold(fuzz::is_within(mistyped->word, text.size()), "a mistyped word lies in its phrase");
    fuzz::hold(!mistyped->meant.empty(), "a mistyped word is told with what was meant");
  }
  (void)detect_language(text);
  return 0;
}
