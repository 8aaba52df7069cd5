// A jalon.toml of any bytes: every fault has a place in the text, and a file that is read in any two places gives one
// merged result.
#include <string>

#include "app/config_files.h"
#include "app/diagnostic_text.h"
#include "fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace jalon;
  ConfigFile file{"/equipe/jalon.toml", "/equipe", read_config(std::string(fuzz::text_of(data, size)), is_value_of)};
  const Config& config = file.config;
  DiagnosticPrinter printer("jalon.toml", config.text, {.language = Language::french});
  for (const Diagnostic& diagnostic : config.diagnostics) {
    fuzz::hold_diagnostic(diagnostic, config.text.size());
    fuzz::hold(!printer.print(diagnostic).empty(), "a fault is told");
  }
  const auto once = merge_settings("/equipe/ventes/clients.md", {&file});
  const auto twice = merge_settings("/equipe/ventes/clients.md", {&file, &file});
  fuzz::hold(once.has_value() == twice.has_value(), "a file that is read twice says the same");
  if (!once) return 0;
  for (std::size_t key = 0; key < key_count; ++key) {
    const auto& value = once->values[key];
    fuzz::hold(value.has_value() == twice->values[key].has_value(), "each key has the same value");
    if (value) fuzz::hold(value->value == twice->values[key]->value, "each key has the same value");
  }
  fuzz::hold(once->people.size() == twice->people.size(), "each person is there once");
  return 0;
}
