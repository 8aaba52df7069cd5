// Writing calendars, reading them back, and finding the actions of a plan in its last output.
#include <benchmark/benchmark.h>

#include "bench/inputs.h"
#include "jalon/calendar.h"
#include "jalon/identity.h"

namespace jalon::bench {
namespace {

struct Written {
  Plan plan;
  Zone zone = Zone::find("America/Toronto").value();
  std::vector<std::string> uids;
  std::string ics;
};

std::vector<Identifiable> identifiable(const Plan& plan) {
  std::vector<Identifiable> wanted;
  for (const Action& action : plan.actions) {
    wanted.push_back(
        {{}, action.id, action.title, {}, action.when.kind, action.when.timed, action.when.start, action.when.end});
  }
  return wanted;
}

void write(const Written& written, std::span<const PreviousItem> previous, const ByteSink& sink) {
  benchmark::DoNotOptimize(write_calendar(written.plan, written.zone, written.uids, previous, {}, sink));
}

Written written_calendar(std::int64_t actions) {
  Written written;
  written.plan = read_list("plan.md", list_of(Language::french, static_cast<std::size_t>(actions)), list_options());
  written.uids = identify("plan", identifiable(written.plan), {});
  write(written, {}, [&](std::string_view bytes) { written.ics += bytes; });
  return written;
}

void write_calendars(benchmark::State& state) {
  const Written written = written_calendar(state.range(0));
  for (auto _ : state) write(written, {}, [](std::string_view bytes) { benchmark::DoNotOptimize(bytes.data()); });
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(written.ics.size()));
}
BENCHMARK(write_calendars)->Range(1000, 100000);

void read_calendars(benchmark::State& state) {
  const Written written = written_calendar(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(read_previous(written.ics));
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(written.ics.size()));
}
BENCHMARK(read_calendars)->Range(1000, 100000);

// One action in a hundred has another title.
void identify_edited(benchmark::State& state) {
  const Written written = written_calendar(state.range(0));
  auto previous = identifiable(written.plan);
  for (std::size_t i = 0; i < previous.size(); ++i) previous[i].uid = written.uids[i];
  auto wanted = identifiable(written.plan);
  for (std::size_t i = 0; i < wanted.size(); i += 100) wanted[i].title.remove_suffix(1);
  for (auto _ : state) benchmark::DoNotOptimize(identify("plan", wanted, previous));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(identify_edited)->Range(1000, 100000);

}  // namespace
}  // namespace jalon::bench
