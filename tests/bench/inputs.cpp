#include "bench/inputs.h"

#include <fmt/format.h>

#include <fstream>

namespace jalon::bench {
namespace {

constexpr LocalTime as_of = std::chrono::local_days{std::chrono::year{2018} / 11 / 26};

}  // namespace

std::vector<std::string> phrases(Language language) {
  std::ifstream table(JALON_SOURCE_DIR "/tests/text/phrases.tsv");
  std::vector<std::string> result;
  for (std::string line; std::getline(table, line);) {
    const std::size_t phrase = line.find('\t', line.find('\t') + 1) + 1;
    if (line.starts_with(language_code(language)))
      result.push_back(line.substr(phrase, line.find('\t', phrase) - phrase));
  }
  return result;
}

PhraseContext phrase_context(Language language) {
  PhraseContext context;
  context.as_of = as_of;
  context.language = language;
  return context;
}

std::string list_of(Language language, std::size_t actions) {
  const auto dates = phrases(language);
  const bool french = language == Language::french;
  std::string text = "---\nas of: 2018-11-26\ntimezone: America/Toronto\n---\n\n";
  for (std::size_t i = 0; i < actions; ++i) {
    text += fmt::format("- {} {} — {} #suivi {}: {}\n", french ? "Appeler le client" : "Call client", i,
                        dates[i % dates.size()], french ? "rappel: 1 jour lieu" : "remind: 1 day at", "Café Névé");
  }
  return text;
}

ListOptions list_options() {
  ListOptions options;
  options.as_of = as_of;
  return options;
}

}  // namespace jalon::bench
