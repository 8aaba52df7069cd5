// The calendar room alone: writing 100,000 actions, reading them back, and what others take for the same components:
// libical building and printing them one at a time, and a loop that only copies the finished lines.
#include <benchmark/benchmark.h>
#include <libical/ical.h>

#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "ical/zones/vtimezone.h"
#include "jalon/calendar.h"

namespace {

using namespace jalon;
using namespace std::chrono_literals;

// Half events and half deadlines, with reminder, place and tags, in the words of a French plan.
struct Sample {
  Plan plan;
  std::vector<std::string> uids;
  Zone zone = *Zone::find("America/Toronto");

  explicit Sample(std::size_t count) {
    const auto copy = [&](const std::string& text) { return plan.arena->copy(text); };
    const std::vector<std::chrono::minutes> before{24h};
    const std::vector<std::string_view> tags{"merci", "année"};
    plan.sections.push_back({"Clients, fournisseurs", {}, {}});
    for (std::size_t i = 0; i < count; ++i) {
      const LocalTime time = Day{2018y / 12 / 1} + std::chrono::days{i % 300} + std::chrono::hours{8 + i % 9};
      Action& action = plan.actions.emplace_back();
      action.title = copy("Remercier la cliente n° " + std::to_string(i) + " par un appel; à faire");
      action.location = copy("Café Névé, rue Rachel");
      action.section = 0;
      action.tags = plan.arena->copy(std::span<const std::string_view>(tags));
      action.alarms = plan.arena->copy(std::span<const std::chrono::minutes>(before));
      action.when = {i % 2 == 0 ? WhenKind::event : WhenKind::deadline, i % 4 < 2, time, time + 1h, nullptr};
      if (!action.when.timed) action.when.start = action.when.end = action.when.first_day();
      std::string uid = "00000000-0000-5000-8000-000000000000";
      const std::string number = std::to_string(i);
      uids.push_back(uid.replace(uid.size() - number.size(), number.size(), number));
    }
  }
};

CalendarOptions options() {
  CalendarOptions options;
  options.stamp = std::chrono::sys_days{2018y / 11 / 26};
  return options;
}

std::string written(const Sample& sample, std::span<const PreviousItem> previous = {}) {
  std::string bytes;
  write_calendar(sample.plan, sample.zone, sample.uids, previous, options(),
                 [&](std::string_view piece) { bytes += piece; });
  return bytes;
}

// One large buffer that every variant copies its pieces to, as to a file in memory.
class Sink {
 public:
  explicit Sink(std::size_t size) : bytes_(size) {}
  void put(std::string_view piece) {
    if (at_ + piece.size() > bytes_.size()) at_ = 0;
    std::memcpy(bytes_.data() + at_, piece.data(), piece.size());
    at_ += piece.size();
    benchmark::ClobberMemory();
  }

 private:
  std::vector<char> bytes_;
  std::size_t at_ = 0;
};

void per_action(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.SetComplexityN(state.range(0));
}

void write_new(benchmark::State& state) {
  const Sample sample(static_cast<std::size_t>(state.range(0)));
  Sink sink(1 << 20);
  for (auto _ : state) {
    write_calendar(sample.plan, sample.zone, sample.uids, {}, options(),
                   [&](std::string_view piece) { sink.put(piece); });
  }
  per_action(state);
}
BENCHMARK(write_new)->Arg(30)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

void write_again(benchmark::State& state) {
  const Sample sample(static_cast<std::size_t>(state.range(0)));
  const auto previous = read_previous(written(sample));
  Sink sink(1 << 20);
  for (auto _ : state) {
    write_calendar(sample.plan, sample.zone, sample.uids, *previous, options(),
                   [&](std::string_view piece) { sink.put(piece); });
  }
  per_action(state);
}
BENCHMARK(write_again)->Arg(100'000)->Unit(benchmark::kMillisecond);

void read_back(benchmark::State& state) {
  const std::string bytes = written(Sample(static_cast<std::size_t>(state.range(0))));
  for (auto _ : state) benchmark::DoNotOptimize(read_previous(bytes));
  per_action(state);
}
BENCHMARK(read_back)->Range(1 << 10, 1 << 17)->Unit(benchmark::kMillisecond)->Complexity(benchmark::oN);

void read_one_long_line(benchmark::State& state) {
  Sample sample(1);
  const std::string title(static_cast<std::size_t>(state.range(0)), ',');
  sample.plan.actions[0].title = title;
  const std::string bytes = written(sample);
  for (auto _ : state) benchmark::DoNotOptimize(read_previous(bytes));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(read_one_long_line)->Range(1 << 14, 1 << 22)->Unit(benchmark::kMillisecond)->Complexity(benchmark::oN);

void zone_of_a_file(benchmark::State& state, const char* name) {
  const Zone zone = *Zone::find(name);
  const LocalTime from = Day{2018y / 12 / 1};
  for (auto _ : state) {
    const ContentLines::Sink sink = [](std::string_view piece) { benchmark::DoNotOptimize(piece.data()); };
    ContentLines lines(sink);
    write_vtimezone(lines, zone, from, from + std::chrono::days{300});
    lines.flush();
  }
}
BENCHMARK_CAPTURE(zone_of_a_file, toronto, "America/Toronto")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(zone_of_a_file, gaza, "Asia/Gaza")->Unit(benchmark::kMicrosecond);

// Bound: the finished lines are there, they are only copied one by one.
void copy_lines(benchmark::State& state) {
  const std::string bytes = written(Sample(static_cast<std::size_t>(state.range(0))));
  Sink sink(1 << 20);
  std::string buffer(1 << 19, '\0');
  for (auto _ : state) {
    std::size_t used = 0;
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t end = bytes.find('\n', at) + 1;
      std::memcpy(buffer.data() + used, bytes.data() + at, end - at);
      used += end - at;
      at = end;
      if (used > (1 << 18)) sink.put({buffer.data(), std::exchange(used, 0)});
    }
  }
  per_action(state);
}
BENCHMARK(copy_lines)->Arg(100'000)->Unit(benchmark::kMillisecond);

icaltimetype ical_time(LocalTime time, bool timed) {
  return icaltime_from_timet_with_zone(time.time_since_epoch().count(), timed ? 0 : 1, nullptr);
}

void add_time(icalcomponent* component, icalproperty* property, bool timed) {
  if (timed) icalproperty_add_parameter(property, icalparameter_new_tzid("America/Toronto"));
  icalcomponent_add_property(component, property);
}

icalcomponent* with_libical(const Action& action, const std::string& uid) {
  const auto text = [](std::string_view view) { return std::string(view); };
  const bool timed = action.when.timed;
  icalcomponent* event = icalcomponent_new_vevent();
  icalcomponent_add_property(event, icalproperty_new_uid(uid.c_str()));
  icalcomponent_add_property(
      event, icalproperty_new_dtstamp(icaltime_from_timet_with_zone(1543190400, 0, icaltimezone_get_utc_timezone())));
  icalcomponent_add_property(event, icalproperty_new_sequence(0));
  add_time(event, icalproperty_new_dtstart(ical_time(action.when.start, timed)), timed);
  add_time(event, icalproperty_new_dtend(ical_time(action.when.end, timed)), timed);
  icalcomponent_add_property(event, icalproperty_new_summary(text(action.title).c_str()));
  icalcomponent_add_property(event, icalproperty_new_location(text(action.location).c_str()));
  icalcomponent_add_property(event, icalproperty_new_categories("Clients, fournisseurs,merci,année"));
  if (action.when.is_deadline()) icalcomponent_add_property(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
  icalcomponent* alarm = icalcomponent_new_valarm();
  icalcomponent_add_property(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
  icalcomponent_add_property(alarm, icalproperty_new_description(text(action.title).c_str()));
  icalcomponent_add_property(alarm, icalproperty_new_trigger(icaltriggertype_from_int(-86400)));
  icalcomponent_add_component(event, alarm);
  return event;
}

void build_and_print_with_libical(benchmark::State& state) {
  const Sample sample(static_cast<std::size_t>(state.range(0)));
  Sink sink(1 << 20);
  for (auto _ : state) {
    for (std::size_t i = 0; i < sample.plan.actions.size(); ++i) {
      icalcomponent* event = with_libical(sample.plan.actions[i], sample.uids[i]);
      char* text = icalcomponent_as_ical_string_r(event);
      sink.put(text);
      std::free(text);
      icalcomponent_free(event);
    }
  }
  per_action(state);
}
BENCHMARK(build_and_print_with_libical)->Arg(100'000)->Unit(benchmark::kMillisecond);

}  // namespace
