#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "ical/object/alarms.h"
#include "ical/object/object_lines.h"
#include "ical/object/units.h"
#include "jalon/object.h"

namespace jalon {
namespace {

constexpr std::array schedule = {PropertyUnit::times, PropertyUnit::state};

// The lines that one body has for a unit, and its alarms and time zones.
class Source {
 public:
  explicit Source(const ObjectLines& object) : object_(object) {
    int depth = 1;
    for (std::size_t i = object.main.begin; i < object.main.end; ++i) {
      if (object.lines[i].name == "BEGIN") ++depth;
      if (depth == 2) properties_.push_back(i);
      if (depth == 3 && object.lines[i].name == "BEGIN") begin_ = i;
      if (depth == 3 && object.lines[i].name == "END") note_alarm({begin_, i + 1});
      if (object.lines[i].name == "END") --depth;
    }
  }

  void put_unit(PropertyUnit unit, std::string& out) const {
    for (const std::size_t i : properties_) {
      if (unit_of(object_.lines[i].name) == unit) out += object_.lines[i].raw;
    }
  }
  void put_property(std::string_view name, std::string& out) const { put_line(properties_, name, out); }
  bool has_alarm(const std::string& field) const { return find_alarm(field) != nullptr; }
  void put_alarm(const std::string& field, std::string& out) const {
    if (const LineRange* alarm = find_alarm(field)) put(*alarm, out);
  }
  void put_alarm_words(const std::string& field, std::string& out) const {
    const LineRange* alarm = find_alarm(field);
    for (std::size_t i = alarm->begin; i < alarm->end; ++i) {
      if (object_.lines[i].name == "DESCRIPTION") out += object_.lines[i].raw;
    }
  }
  std::set<std::string> zones_of_times() const {
    std::set<std::string> names;
    for (const std::size_t i : properties_) {
      const ObjectLine& line = object_.lines[i];
      if (unit_of(line.name) == PropertyUnit::times) names.emplace(line_parameter(line.text, "TZID"));
    }
    names.erase("");
    return names;
  }
  std::string zone_name(LineRange zone) const {
    for (std::size_t i = zone.begin; i < zone.end; ++i) {
      if (object_.lines[i].name == "TZID") return std::string(line_value(object_.lines[i].text));
    }
    return {};
  }
  void put_zone(const std::string& name, std::string& out) const {
    for (const LineRange zone : object_.zones) {
      if (zone_name(zone) == name) return put(zone, out);
    }
  }
  void put(LineRange range, std::string& out) const {
    for (std::size_t i = range.begin; i < range.end; ++i) out += object_.lines[i].raw;
  }

 private:
  struct NamedAlarm {
    std::string field;
    LineRange range;
  };

  void note_alarm(LineRange range) {
    if (capitals(line_value(object_.lines[range.begin].text)) == "VALARM")
      alarms_.push_back({read_alarm(object_, range).field, range});
  }
  const LineRange* find_alarm(const std::string& field) const {
    const auto found =
        std::find_if(alarms_.begin(), alarms_.end(), [&](const auto& each) { return each.field == field; });
    return found == alarms_.end() ? nullptr : &found->range;
  }
  void put_line(const std::vector<std::size_t>& lines, std::string_view name, std::string& out) const {
    for (const std::size_t i : lines) {
      if (object_.lines[i].name == name) out += object_.lines[i].raw;
    }
  }

  const ObjectLines& object_;
  std::vector<std::size_t> properties_;  // of the main component itself
  std::vector<NamedAlarm> alarms_;
  std::size_t begin_ = 0;
};

enum class Sequence : std::uint8_t { same, raised };

class Merger {
 public:
  Merger(const ObjectLines& theirs, const ObjectLines& ours, std::span<const std::string> take, Sequence sequence)
      : theirs_(theirs), ours_(ours), their_source_(theirs), taken_(take.begin(), take.end()), sequence_(sequence) {
    units_.insert(PropertyUnit::own);
    for (const std::string& field : take) {
      if (unit_of_field(field) != PropertyUnit::rest) units_.insert(unit_of_field(field));
    }
    if (units_.contains(PropertyUnit::times)) zones_ = ours_.zones_of_times();
  }

  std::string merge() {
    for (std::size_t i = 0; i < theirs_.lines.size();) i = take(i);
    return std::move(out_);
  }

 private:
  // Gives the line to go on with.
  std::size_t take(std::size_t i) {
    if (theirs_.main.contains(i)) return take_main(i);
    for (const LineRange zone : theirs_.zones) {
      if (zone.begin == i) return take_zone(zone);
    }
    if (is_component(i)) put_zones();
    out_ += theirs_.lines[i].raw;
    return i + 1;
  }

  bool is_component(std::size_t i) const { return i > 0 && theirs_.lines[i].name == "BEGIN"; }

  // Where nothing else needs it, ours is right for the times taken.
  std::size_t take_zone(LineRange zone) {
    const std::string name = their_source_.zone_name(zone);
    const bool wanted = zones_.erase(name) > 0;
    if (wanted && theirs_.components == 1) {
      ours_.put_zone(name, out_);
    } else {
      their_source_.put(zone, out_);
    }
    return zone.end;
  }

  void put_zones() {
    for (const std::string& name : zones_) ours_.put_zone(name, out_);
    zones_.clear();
  }

  std::size_t take_main(std::size_t i) {
    const ObjectLine& line = theirs_.lines[i];
    if (i == theirs_.main.begin) {
      put_zones();
      out_ += line.raw;
    } else if (line.name == "BEGIN") {
      put_missing();
      return take_part(i);
    } else if (line.name == "END") {
      put_missing();
      put_new_alarms();
      out_ += line.raw;
    } else {
      take_property(line);
    }
    return i + 1;
  }

  void take_property(const ObjectLine& line) {
    const PropertyUnit unit = unit_of(line.name);
    if (line.name == "DTSTAMP") {
      ours_.put_property("DTSTAMP", out_);
    } else if (line.name == "SEQUENCE" && sequence_ == Sequence::raised) {
      put_sequence(line);
    } else if (!units_.contains(unit)) {
      out_ += line.raw;
    } else {
      put_unit(unit);
    }
  }

  void put_unit(PropertyUnit unit) {
    if (done_.insert(unit).second) ours_.put_unit(unit, out_);
  }

  void put_sequence(const ObjectLine& line) {
    const std::string_view value = line_value(line.text);
    std::uint32_t number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    out_ += "SEQUENCE:" + std::to_string(number + 1) + "\r\n";
    sequence_ = Sequence::same;
  }

  void put_missing() {
    for (const PropertyUnit unit : units_) put_unit(unit);
    if (sequence_ == Sequence::raised) out_ += "SEQUENCE:1\r\n";
    sequence_ = Sequence::same;
  }

  // A component within the main one, which is an alarm, as a rule.
  std::size_t take_part(std::size_t begin) {
    int depth = 0;
    std::size_t end = begin;
    do {
      if (theirs_.lines[end].name == "BEGIN") ++depth;
      if (theirs_.lines[end].name == "END") --depth;
      ++end;
    } while (depth > 0);
    const LineRange range{begin, end};
    const bool alarm = capitals(line_value(theirs_.lines[begin].text)) == "VALARM";
    const std::string field = alarm ? read_alarm(theirs_, range).field : std::string();
    if (!alarm || !taken_.contains(field)) {
      their_source_.put(range, out_);
    } else if (ours_.has_alarm(field)) {
      put_renamed(range, field);
    }
    return end;
  }

  void put_renamed(LineRange range, const std::string& field) {
    for (std::size_t i = range.begin; i < range.end; ++i) {
      const bool words = theirs_.lines[i].name == "DESCRIPTION";
      words ? ours_.put_alarm_words(field, out_) : void(out_ += theirs_.lines[i].raw);
    }
    taken_.erase(field);
  }

  void put_new_alarms() {
    for (const std::string& field : taken_) {
      if (field.starts_with(alarm_prefix)) ours_.put_alarm(field, out_);
    }
  }

  const ObjectLines& theirs_;
  Source ours_;
  Source their_source_;
  std::set<std::string> taken_;
  Sequence sequence_;
  std::set<PropertyUnit> units_;  // to take
  std::set<PropertyUnit> done_;
  std::set<std::string> zones_;  // that the times taken need, and that are not there yet
  std::string out_;
};

Sequence sequence_after(std::string_view theirs, std::string_view ours, std::span<const std::string> take) {
  const auto before = read_object(theirs);
  const auto after = read_object(ours);
  const bool changes = std::any_of(take.begin(), take.end(), [&](const std::string& field) {
    const PropertyUnit unit = unit_of_field(field);
    return std::find(schedule.begin(), schedule.end(), unit) != schedule.end() &&
           value_of(before->fields, field) != value_of(after->fields, field);
  });
  return changes ? Sequence::raised : Sequence::same;
}

}  // namespace

std::optional<std::string> merge_object(std::string_view theirs, std::string_view ours,
                                        std::span<const std::string> take) {
  if (!read_object(theirs) || !read_object(ours)) return std::nullopt;
  const auto their_lines = read_object_lines(theirs);
  const auto our_lines = read_object_lines(ours);
  return Merger(*their_lines, *our_lines, take, sequence_after(theirs, ours, take)).merge();
}

}  // namespace jalon
