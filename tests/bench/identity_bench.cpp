// What it costs to find 100,000 actions again: as they were, with 1 % edited, and where there is little to go by.
#include <benchmark/benchmark.h>

#include <chrono>
#include <string>
#include <vector>

#include "jalon/identity.h"

namespace jalon {
namespace {

constexpr std::size_t many = 100'000;
constexpr LocalTime first_day = std::chrono::local_days{std::chrono::year{2018} / 1 / 1};

struct Side {
  std::vector<std::string> uids;
  std::vector<std::string> titles;
  std::vector<Identifiable> actions;
};

// `title` and `day` make the title and the day of the action at a position.
template <class Title, class DayOf>
Side make_side(std::size_t size, Title title, DayOf day) {
  Side side;
  for (std::size_t i = 0; i < size; ++i) {
    side.titles.push_back(title(i));
    side.uids.push_back("00000000-0000-5000-8000-" + std::to_string(100'000'000'000 + i));
  }
  for (std::size_t i = 0; i < size; ++i) {
    Identifiable action;
    action.uid = side.uids[i];
    action.title = side.titles[i];
    action.section = i % 2 == 0 ? "Clients" : "Équipe";
    action.kind = WhenKind::deadline;
    action.start = action.end = first_day + std::chrono::days(day(i));
    side.actions.push_back(action);
  }
  return side;
}

std::string usual_title(std::size_t i) { return "Appeler le client numéro " + std::to_string(i); }
std::size_t usual_day(std::size_t i) { return i % 365; }

void run(benchmark::State& state, const Side& wanted, const Side& previous) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(identify("plan", wanted.actions, previous.actions));
  }
  state.counters["actions/s"] =
      benchmark::Counter(static_cast<double>(wanted.actions.size()), benchmark::Counter::kIsIterationInvariantRate);
}

void identify_new(benchmark::State& state) {
  run(state, make_side(many, usual_title, usual_day), make_side(0, usual_title, usual_day));
}

void identify_unchanged(benchmark::State& state) {
  const Side side = make_side(many, usual_title, usual_day);
  run(state, side, side);
}

void identify_one_percent_edited(benchmark::State& state) {
  const auto title = [](std::size_t i) { return i % 200 == 0 ? "Voir " + usual_title(i) : usual_title(i); };
  const auto day = [](std::size_t i) { return i % 200 == 100 ? i % 300 : usual_day(i); };
  run(state, make_side(many, title, day), make_side(many, usual_title, usual_day));
}

void identify_all_retitled(benchmark::State& state) {
  const auto title = [](std::size_t i) { return "Écrire à la société " + std::to_string(7 * i + 1'000'000); };
  run(state, make_side(many, title, usual_day), make_side(many, usual_title, usual_day));
}

void identify_all_retitled_and_redated(benchmark::State& state) {
  const auto title = [](std::size_t i) { return "Écrire à la société " + std::to_string(7 * i + 1'000'000); };
  const auto day = [](std::size_t i) { return 400 + i * 7 % 365; };
  run(state, make_side(many, title, day), make_side(many, usual_title, usual_day));
}

void identify_all_titles_equal(benchmark::State& state) {
  const auto title = [](std::size_t) { return std::string("Appeler"); };
  const auto day = [](std::size_t i) { return i * 31 % 1000; };
  run(state, make_side(many, title, day), make_side(many, title, usual_day));
}

void identify_all_words_shared(benchmark::State& state) {
  const auto title = [](std::size_t i) {
    return "a" + std::to_string(i % 10) + " b" + std::to_string(i / 10 % 10) + " c" + std::to_string(i / 100 % 10);
  };
  const auto other = [&](std::size_t i) { return title(i * 7 + 3); };
  const auto day = [](std::size_t i) { return i * 31 % 400; };
  run(state, make_side(many, other, day), make_side(many, title, usual_day));
}

BENCHMARK(identify_new)->Unit(benchmark::kMillisecond);
BENCHMARK(identify_unchanged)->Unit(benchmark::kMillisecond);
BENCHMARK(identify_one_percent_edited)->Unit(benchmark::kMillisecond);
BENCHMARK(identify_all_retitled)->Unit(benchmark::kMillisecond);
BENCHMARK(identify_all_retitled_and_redated)->Unit(benchmark::kMillisecond);
BENCHMARK(identify_all_titles_equal)->Unit(benchmark::kMillisecond);
BENCHMARK(identify_all_words_shared)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace jalon
