#include "text/records/moments.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "text/list/letters.h"
#include "text/records/moment_texts.h"

namespace jalon::records {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::minutes;

constexpr std::size_t most_known = 1 << 16;
constexpr double first_serial = 10000;  // 1927
constexpr double last_serial = 110000;  // 2201

constexpr std::array<std::string_view, 16> words_for_none = {
    "-",           "—",         "–",      "?",     "n/a", "na", "n.d.", "tbd", "tba", "nd", "a determiner",
    "a confirmer", "a definir", "aucune", "aucun", "none"};

bool means_none(std::string_view text) {
  const list::FoldedWord folded(text);
  return std::find(words_for_none.begin(), words_for_none.end(), folded.view()) != words_for_none.end();
}

}  // namespace

std::optional<LocalTime> time_of_serial(double serial) {
  if (!(serial >= first_serial && serial < last_serial)) return std::nullopt;
  constexpr Day epoch{std::chrono::year{1899} / 12 / 30};
  constexpr double minutes_of_day = 1440;
  return LocalTime{epoch} + minutes{std::llround(serial * minutes_of_day)};
}

Moments::Moments(PhraseReader& phrases) : phrases_(phrases) {}

Moment Moments::read(std::string_view text, NumericOrder order) {
  if (const auto fast = read_fast(text, order)) return *fast;
  const Entry& entry = read_slowly(text, order);
  Moment result{entry.kind, entry.value.reading.when, &entry.value};
  if (entry.kind == Moment::Kind::none || entry.kind == Moment::Kind::empty) result.value = nullptr;
  return result;
}

Moment Moments::of(Day day) const { return {Moment::Kind::date, {WhenKind::event, false, day, day, nullptr}, nullptr}; }

Moment Moments::of(Day day, minutes time) const {
  const LocalTime start = LocalTime{day} + time;
  return {Moment::Kind::date,
          {WhenKind::event, true, start, start + phrases_.context().default_duration, nullptr},
          nullptr};
}

Moment Moments::of_time(minutes time) const {
  Moment result = of(Day{}, time);
  result.kind = Moment::Kind::time;
  return result;
}

std::optional<Moment> Moments::read_fast(std::string_view text, NumericOrder order) const {
  const auto day = take_day(text, order);
  if (!day) {
    const auto time = take_clock(text);
    return time && text.empty() ? std::optional(of_time(*time)) : std::nullopt;
  }
  if (text.empty()) return of(*day);
  if (text[0] != 'T' && text[0] != ' ') return std::nullopt;
  text.remove_prefix(1);
  const auto time = take_clock(text);
  return time && text.empty() ? std::optional(of(*day, *time)) : std::nullopt;
}

std::optional<Moment> Moments::read_serial(std::string_view text) const {
  std::string digits(text);
  std::replace(digits.begin(), digits.end(), ',', '.');
  double serial = 0;
  const char* const end = digits.data() + digits.size();
  const auto [past, fault] = std::from_chars(digits.data(), end, serial, std::chars_format::fixed);
  if (fault != std::errc{} || past != end) return std::nullopt;
  if (serial >= 0 && serial < 1 && digits.find('.') != std::string::npos) {
    constexpr double minutes_of_day = 1440;
    return of_time(minutes{std::llround(serial * minutes_of_day)});
  }
  const auto time = time_of_serial(serial);
  if (!time) return std::nullopt;
  const Day day = floor<days>(*time);
  const bool whole = digits.find('.') == std::string::npos;
  return whole ? of(day) : of(day, floor<minutes>(*time - LocalTime{day}));
}

const Moments::Entry& Moments::read_slowly(std::string_view text, NumericOrder order) {
  auto& known = known_[static_cast<std::size_t>(order)];
  if (known.size() > most_known) known.clear();
  const auto [place, is_new] = known.try_emplace(std::string(text));
  Entry& entry = place->second;
  if (!is_new) return entry;
  if (means_none(text)) {
    entry.kind = Moment::Kind::empty;
    return entry;
  }
  if (const auto serial = read_serial(text)) {
    entry.kind = serial->kind;
    entry.value.reading.verdict = Reading::Verdict::when;
    entry.value.reading.when = serial->when;
    entry.value.grain = serial->kind == Moment::Kind::time ? list::Grain::time : list::Grain::day;
    return entry;
  }
  entry.text = as_phrase(text);
  auto value = list::read_date_value(reader_of(order), entry.text);
  if (!value) return entry;
  entry.value = std::move(*value);
  const bool when = entry.value.reading.verdict == Reading::Verdict::when;
  const bool time = entry.value.grain == list::Grain::time;
  entry.kind = !when ? Moment::Kind::fault : time ? Moment::Kind::time : Moment::Kind::date;
  return entry;
}

PhraseReader& Moments::reader_of(NumericOrder order) {
  if (order == phrases_.context().numeric_order) return phrases_;
  auto& reader = readers_[static_cast<std::size_t>(order)];
  if (!reader) {
    PhraseContext context = phrases_.context();
    context.numeric_order = order;
    reader.emplace(std::move(context));
  }
  return *reader;
}

}  // namespace jalon::records
