// An existing calendar as a plan: jalon/calendar.h, read_calendar().
#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "base/catalogue.h"
#include "ical/lines/physical_lines.h"
#include "ical/read/plan_component.h"
#include "jalon/calendar.h"

namespace jalon {
namespace {

constexpr std::size_t shown_of_a_line = 40;

std::string shown(std::string_view line) {
  std::string text(line.substr(0, shown_of_a_line));
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
  return text;
}

std::string iso_basic(Day day) {
  const std::chrono::year_month_day date{day};
  const auto number = static_cast<int>(date.year()) * 10000 +
                      static_cast<int>(static_cast<unsigned>(date.month()) * 100 + static_cast<unsigned>(date.day()));
  return std::to_string(number);
}

// Local time in the plan's zone, from UTC and from the zones that the calendar names.
class Clocks {
 public:
  Clocks(std::string_view asked, std::string_view own, std::string_view system) {
    for (const std::string_view name : {asked, own, system}) {
      if (zone_ || name.empty()) continue;
      zone_ = Zone::find_exact(name);
    }
  }
  std::string name() const { return zone_ ? zone_->name() : std::string(); }

  LocalTime local(const ZonedMoment& moment) {
    const LocalTime time = moment.moment.time;
    if (!zone_ || moment.clock == ClockKind::floating) return time;
    if (moment.clock == ClockKind::utc) return zone_->to_local(std::chrono::sys_seconds{time.time_since_epoch()});
    if (moment.zone == zone_->name()) return time;
    const auto [place, is_new] = others_.try_emplace(moment.zone);
    if (is_new) place->second = Zone::find_exact(moment.zone);
    return place->second ? zone_->to_local(place->second->to_utc(time)) : time;
  }

 private:
  std::optional<Zone> zone_;
  std::map<std::string, std::optional<Zone>> others_;
};

class CalendarReader {
 public:
  CalendarReader(Plan& plan, const CalendarReading& reading)
      : plan_(plan),
        source_(*plan.source),
        counted_to_(source_.data()),
        clocks_(reading.timezone, own_zone(), reading.system_zone),
        clock_([this](const ZonedMoment& moment) { return clocks_.local(moment); }) {
    plan.timezone = plan.arena->copy(clocks_.name());
  }

  void read() {
    std::string_view rest = source_;
    if (rest.starts_with("\xef\xbb\xbf")) rest.remove_prefix(3);
    while (!rest.empty() && !failed_) read_line(take_content_line(rest));
    if (!failed_ && !begun_) fail(source_.substr(0, shown_of_a_line));
    if (!failed_ && !open_.empty()) tell(Code::calendar_damaged, whole_, line_number(whole_));
    relate();
    plan_.title = plan_.arena->copy(title_);
  }

 private:
  // X-WR-TIMEZONE, else the first TZID that is a zone of the system.
  std::string own_zone() const {
    std::string scratch;
    std::string first;
    std::string_view rest = source_;
    while (!rest.empty()) {
      const std::string_view line = unfolded(take_content_line(rest), scratch);
      if (line.starts_with("X-WR-TIMEZONE:") && Zone::find_exact(property_value(line)))
        return std::string(property_value(line));
      const bool may_name_one = first.empty() && line.find(";TZID=") != std::string_view::npos;
      const std::string zone = may_name_one ? property_parameter(line, "TZID") : std::string();
      if (!zone.empty() && Zone::find_exact(zone)) first = zone;
    }
    return first;
  }

  // Goes on from the last one told, so that a file of faults is counted through once.
  std::int64_t line_number(std::string_view part) {
    if (part.data() < counted_to_) {
      counted_to_ = source_.data();
      counted_lines_ = 0;
    }
    counted_lines_ += std::count(counted_to_, part.data(), '\n');
    counted_to_ = part.data();
    return 1 + counted_lines_;
  }

  SourceSpan span_of(std::string_view part) const {
    const auto begin = static_cast<std::uint32_t>(part.data() - source_.data());
    std::size_t size = part.size();
    while (size > 0 && (part[size - 1] == '\n' || part[size - 1] == '\r')) --size;
    return {begin, begin + static_cast<std::uint32_t>(size)};
  }

  void tell(Code code, std::string_view place, std::int64_t line) {
    plan_.diagnostics.push_back({code, span_of(place), {line, shown(place)}});
  }

  void fail(std::string_view place) {
    tell(begun_ ? Code::calendar_damaged : Code::calendar_none, place, line_number(place));
    failed_ = true;
  }

  void read_line(const ContentLine& content) {
    const std::string_view whole = content.bytes;
    whole_ = whole;
    const std::string_view line = unfolded(content, scratch_);
    if (line.empty()) return;
    const bool begins = is_word(line, "BEGIN:");
    if (property_value(line).empty() && line.find(':') == std::string_view::npos) return fail(whole);
    if (begins) return begin(upper(line.substr(6)));
    if (is_word(line, "END:")) return end(upper(line.substr(4)));
    if (open_.empty()) return fail(whole);
    if (component_) return take(line);
    if (open_.size() == 1) take_header(line);
  }

  static std::string upper(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return result;
  }
  static bool is_word(std::string_view line, std::string_view word) {
    return line.size() >= word.size() && upper(line.substr(0, word.size())) == word;
  }

  void begin(const std::string& name) {
    if (open_.empty() && name != "VCALENDAR") return fail(whole_);
    begun_ = true;
    open_.push_back(name);
    if (component_) return take("BEGIN:" + name);
    const bool action = open_.size() == 2 && (name == "VEVENT" || name == "VTODO");
    if (action) component_.emplace(name == "VTODO", clock_);
    if (action) begin_ = whole_.data();
    const bool other = open_.size() == 2 && !action && name != "VTIMEZONE";
    if (other) tell_once(name);
  }

  void end(const std::string& name) {
    if (open_.empty() || name != open_.back()) return fail(whole_);
    open_.pop_back();
    if (!component_) return;
    if (open_.size() == 1) return finish();
    component_->take("END:" + name);
  }

  void take(std::string_view line) {
    if (!component_->take(line)) tell_once(upper(property_name(line)));
  }

  void take_header(std::string_view line) {
    const bool name = is_word(line, "X-WR-CALNAME:") || is_word(line, "NAME:");
    if (name && title_.empty()) title_ = read_text(property_value(line));
  }

  void tell_once(const std::string& name) {
    if (!told_.insert(name).second) return;
    plan_.diagnostics.push_back({Code::calendar_not_kept, span_of(whole_), {name}});
  }

  void finish() {
    const SourceSpan span{static_cast<std::uint32_t>(begin_ - source_.data()), span_of(whole_).end};
    Action action = component_->make(*plan_.arena);
    action.span = span;
    if (component_->is_broken()) {
      const std::string_view place(begin_, span.end - span.begin);
      tell(Code::calendar_damaged, place.substr(0, place.find('\n')), line_number(place));
    }
    name(action);
    for (const Relation& relation : component_->relations()) {
      relations_.push_back({static_cast<std::uint32_t>(plan_.actions.size()), relation});
    }
    plan_.actions.push_back(std::move(action));
    component_.reset();
  }

  // An instance of a series gets a UID of its own; what comes twice keeps none.
  void name(Action& action) {
    const auto index = static_cast<std::uint32_t>(plan_.actions.size());
    if (const auto day = component_->replaced_day()) {
      action.uid = plan_.arena->copy(component_->uid() + "-" + iso_basic(*day));
      replaced_[component_->uid()].push_back(*day);
    }
    if (action.uid.empty() || !by_uid_.try_emplace(std::string(action.uid), index).second) action.uid = {};
  }

  void relate() {
    std::map<std::uint32_t, std::vector<std::uint32_t>> after;
    for (const auto& [action, relation] : relations_) {
      const auto other = by_uid_.find(relation.uid);
      if (other == by_uid_.end() || other->second == action) continue;
      if (!relation.parent) {
        after[action].push_back(other->second);
      } else if (other->second < action) {
        plan_.actions[action].parent = other->second;
      }
    }
    for (const auto& [action, others] : after) {
      plan_.actions[action].after = plan_.arena->copy(std::span<const std::uint32_t>(others));
    }
    for (const auto& [uid, days] : replaced_) except(uid, days);
  }

  // The series does not take place on the days that its instances replace.
  void except(const std::string& uid, const std::vector<Day>& days) {
    const auto series = by_uid_.find(uid);
    if (series == by_uid_.end() || !plan_.actions[series->second].when.recurrence) return;
    auto& recurrence = plan_.actions[series->second].when.recurrence;
    Recurrence rule = *recurrence;
    rule.exceptions.insert(rule.exceptions.end(), days.begin(), days.end());
    std::sort(rule.exceptions.begin(), rule.exceptions.end());
    recurrence = std::make_shared<const Recurrence>(std::move(rule));
  }

  struct Wanted {
    std::uint32_t action;
    Relation relation;
  };

  Plan& plan_;
  std::string_view source_;
  const char* counted_to_;
  std::int64_t counted_lines_ = 0;
  Clocks clocks_;
  LocalClock clock_;
  std::string scratch_;
  std::string_view whole_;  // the present line, folded as it is
  std::vector<std::string> open_;
  bool begun_ = false;
  bool failed_ = false;
  std::optional<PlanComponent> component_;
  const char* begin_ = nullptr;
  std::string title_;
  std::set<std::string> told_;
  std::unordered_map<std::string, std::uint32_t> by_uid_;
  std::vector<Wanted> relations_;
  std::map<std::string, std::vector<Day>> replaced_;
};

}  // namespace

Plan read_calendar(std::string name, std::string bytes, const CalendarReading& reading) {
  Plan plan;
  plan.name = std::move(name);
  *plan.source = std::move(bytes);
  plan.as_of = reading.as_of;
  plan.as_of_given = reading.as_of_given;
  plan.language = reading.language.value_or(reading.fallback_language);
  CalendarReader(plan, reading).read();
  return plan;
}

}  // namespace jalon
