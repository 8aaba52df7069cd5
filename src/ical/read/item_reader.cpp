#include "ical/read/item_reader.h"

#include <array>
#include <charconv>

#include "ical/lines/physical_lines.h"
#include "ical/lines/said_value.h"

namespace jalon {
namespace {

enum class Known : std::uint8_t {
  uid,
  summary,
  categories,
  start,
  end,
  stamp,
  sequence,
  completed,
  id,
  mark,
  when,
  section,
  other
};

struct Name {
  std::string_view name;
  Known known;
};

constexpr std::array<Name, 13> names = {{{"UID", Known::uid},
                                         {"SUMMARY", Known::summary},
                                         {"CATEGORIES", Known::categories},
                                         {"DTSTART", Known::start},
                                         {"DTEND", Known::end},
                                         {"DUE", Known::end},
                                         {"DTSTAMP", Known::stamp},
                                         {"SEQUENCE", Known::sequence},
                                         {"COMPLETED", Known::completed},
                                         {"X-JALON-ID", Known::id},
                                         {"X-JALON-MARK", Known::mark},
                                         {"X-JALON-WHEN", Known::when},
                                         {"X-JALON-SECTION", Known::section}}};

Known known(std::string_view name) {
  for (const Name& each : names) {
    if (each.name == name) return each.known;
  }
  return Known::other;
}

// What follows the colon that ends name and parameters; a colon in quotes does not.
std::string_view value_of(std::string_view name, std::string_view line) {
  bool quoted = false;
  for (std::size_t i = name.size(); i < line.size(); ++i) {
    if (line[i] == '"') quoted = !quoted;
    if (line[i] == ':' && !quoted) return line.substr(i + 1);
  }
  return {};
}

// CATEGORIES may hold many values, of which the first is wanted: a comma that is not escaped ends it.
std::string_view first_of(std::string_view values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] == ',') return values.substr(0, i);
    if (values[i] == '\\') ++i;
  }
  return values;
}

std::uint32_t number(std::string_view digits) {
  std::uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::chrono::sys_seconds instant(const Moment& moment) {
  return std::chrono::sys_seconds{moment.time.time_since_epoch()};
}

void take_mark_off(std::string& summary, const std::string& mark) {
  if (!mark.empty() && summary.starts_with(mark + " ")) summary.erase(0, mark.size() + 1);
}

}  // namespace

void ItemReader::take(std::string_view line) {
  const std::string_view name = property_name(line);
  hasher_.add(name, line);
  if (line.starts_with("BEGIN:")) ++depth_;
  if (line.starts_with("END:")) --depth_;
  if (depth_ == 1) take_property(name, line);
}

void ItemReader::take_property(std::string_view name, std::string_view line) {
  const Known property = known(name);
  if (property == Known::other) return;
  const std::string_view value = value_of(name, line);
  switch (property) {
    case Known::uid:
      item_.uid = read_text(value);
      break;
    case Known::summary:
      item_.summary = read_text(value);
      break;
    case Known::categories:
      item_.section = read_text(first_of(value));
      break;
    case Known::start:
      start_ = read_moment(value);
      break;
    case Known::end:
      end_ = read_moment(value);
      break;
    case Known::stamp:
      stamp_ = read_moment(value);
      break;
    case Known::sequence:
      item_.sequence = number(value);
      break;
    case Known::completed:
      if (const auto moment = read_moment(value)) item_.completed = instant(*moment);
      break;
    case Known::id:
      item_.id = read_text(value);
      break;
    case Known::mark:
      mark_ = read_text(value);
      break;
    case Known::when:
      said_ = parse_said(value);
      break;
    case Known::section:
      in_section_ = false;
      break;
    case Known::other:
      break;
  }
}

When ItemReader::when() const {
  if (said_) return *said_;
  if (item_.todo && !end_) return {};
  if (!start_ && !end_) return {};
  const WhenKind kind = !item_.todo ? WhenKind::event : start_ ? WhenKind::window : WhenKind::deadline;
  const Moment start = start_ ? *start_ : *end_;
  Moment end = end_ ? *end_ : *start_;
  if (kind == WhenKind::event && !end.timed && end.time > start.time) end.time -= std::chrono::days{1};
  return {kind, end.timed, start.time, end.time, nullptr};
}

std::optional<PreviousItem> ItemReader::finish() {
  if (item_.uid.empty() || !stamp_) return std::nullopt;
  const When found = when();
  item_.kind = found.kind;
  item_.timed = found.timed;
  item_.start = found.start;
  item_.end = found.end;
  item_.stamp = instant(*stamp_);
  item_.content_hash = hasher_.hash().content;
  item_.schedule_hash = hasher_.hash().schedule;
  take_mark_off(item_.summary, mark_);
  if (!in_section_) item_.section.clear();
  return std::move(item_);
}

}  // namespace jalon
