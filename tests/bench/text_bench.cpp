// Reading: phrases by themselves, and lists.
#include <benchmark/benchmark.h>

#include "bench/inputs.h"

namespace jalon::bench {
namespace {

void read_phrases(benchmark::State& state, Language language) {
  const auto texts = phrases(language);
  PhraseReader reader(phrase_context(language));
  for (auto _ : state) {
    for (const std::string& text : texts) benchmark::DoNotOptimize(reader.read(text));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(texts.size()));
}
BENCHMARK_CAPTURE(read_phrases, french, Language::french);
BENCHMARK_CAPTURE(read_phrases, english, Language::english);

void read_lists(benchmark::State& state, Language language) {
  const auto actions = static_cast<std::size_t>(state.range(0));
  const std::string text = list_of(language, actions);
  for (auto _ : state) benchmark::DoNotOptimize(read_list("plan.md", text, list_options()));
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK_CAPTURE(read_lists, french, Language::french)->Range(1000, 100000);
BENCHMARK_CAPTURE(read_lists, english, Language::english)->Range(1000, 100000);

}  // namespace
}  // namespace jalon::bench
