#include "text/formats/jalon_json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <deque>
#include <set>
#include <unordered_map>

#include "text/formats/json_values.h"
#include "text/formats/json_when.h"
#include "text/formats/record_plan.h"
#include "text/list/letters.h"
#include "text/list/notes.h"

namespace jalon::formats {
namespace {

using records::Field;

struct MemberName {
  std::string_view name;
  Field field;
};
// Those that are no names of columns, or mean something else there.
constexpr auto member_names = std::to_array<MemberName>({
    {"owners", Field::owner},
    {"attendees", Field::attendee},
    {"reminders", Field::reminder},
    {"percent", Field::progress},
    {"completed", Field::completed},
});
// What is written for people and other programs, or read elsewhere.
constexpr auto silent_names = std::to_array<std::string_view>(
    {"type", "n", "jalon", "kind", "timed", "words", "when_text", "file", "line", "end_line", "faulty"});

template <class List>
bool holds(const List& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

class JsonPlan {
 public:
  JsonPlan(Plan& plan, const ListOptions& options) : plan_(plan), options_(options) {}

  void read() {
    read_json(plan_, "actions",
              {[this](const JsonRecord& values) { take_settings(values); },
               [this](const JsonRecord& values) { take_record(values); }});
    if (made_) finish();
  }

 private:
  void take_settings(const JsonRecord& values) {
    for (std::size_t i = 1; i < values.size(); i = values[i].past) take_setting(values, i);
  }

  void take_setting(const JsonRecord& values, std::size_t at) {
    const JsonValue& value = values[at];
    if (value.name == "jalon" || value.name == "type" || value.kind == JsonKind::null) return;
    list::SettingField field;
    field.setting = value.name == "as_of" ? list::Setting::as_of : list::find_setting(value.name);
    field.key = field.value = value.span;
    if (field.setting == list::Setting::unknown) return tell_unused(value);
    for (std::size_t i = value.past > at + 1 ? at + 1 : at; i < value.past; i = values[i].past) {
      field.values.push_back({value.kind == JsonKind::object ? std::string(values[i].name) : std::string(),
                              std::string(values[i].text), values[i].span});
    }
    front_.fields.push_back(std::move(field));
  }

  // A line may hold the plan's settings instead of an action.
  void take_record(const JsonRecord& values) {
    const JsonValue* type = find_member(values, "type");
    if (type != nullptr && type->text == "plan") return take_settings(values);
    if (type != nullptr && type->text != "action") return;
    if (!made_) made_.emplace(plan_, front_, options_);
    record_.clear();
    record_.span = span_of(values);
    const bool exact = take_times(values);
    for (std::size_t i = 1; i < values.size(); i = values[i].past) take_member(values, i, exact);
    add();
  }

  SourceSpan span_of(const JsonRecord& values) const {
    std::uint32_t end = values.front().span.end;
    for (const JsonValue& value : values) end = std::max(end, value.span.end);
    const std::uint32_t begin = values.size() > 1 ? values[1].span.begin : values.front().span.begin;
    return {values.front().span.end > 0 ? values.front().span.begin : begin, end};
  }

  bool take_times(const JsonRecord& values) {
    const JsonValue* kind = find_member(values, "kind");
    if (kind == nullptr) return false;
    record_.when = read_exact_when(values);
    if (!record_.when) list::tell(plan_, Code::json_times, kind->span, {std::string(kind->text)});
    return true;
  }

  void add() {
    const auto before = static_cast<std::uint32_t>(plan_.actions.size());
    made_->maker.add(record_);
    ++count_;
    const bool added = plan_.actions.size() > before;
    places_.push_back(added ? before : no_index);
    if (number_ != 0 && number_ != count_) odd_places_[number_] = places_.back();
    number_ = 0;
    if (added) relations_.insert(relations_.end(), pending_.begin(), pending_.end());
    pending_.clear();
  }

  void take_member(const JsonRecord& values, std::size_t at, bool exact) {
    const JsonValue& value = values[at];
    if (value.kind == JsonKind::null) return;
    if (value.name == "n") return read_number(value, number_);
    if (holds(silent_names, value.name)) return;
    if (exact && (value.name == "start" || value.name == "end" || value.name == "recurrence" || value.name == "due"))
      return;
    if (value.name == "reminders" && value.kind == JsonKind::list && value.past == at + 1)
      return add_no_reminder(value);
    const auto field = field_named(value.name);
    if (!field) return tell_unused(value);
    if (value.kind == JsonKind::object && *field == Field::recurrence) return take_rule(values, at);
    take_value(values, at, *field);
  }

  static std::optional<Field> field_named(std::string_view name) {
    const auto place = std::find_if(member_names.begin(), member_names.end(),
                                    [&](const MemberName& member) { return member.name == name; });
    if (place != member_names.end()) return place->field;
    const auto known = records::find_field(name);
    return known ? std::optional(known->field) : std::nullopt;
  }

  void take_value(const JsonRecord& values, std::size_t at, Field field) {
    const JsonValue& value = values[at];
    if (value.kind == JsonKind::list) {
      for (std::size_t i = at + 1; i < value.past; i = values[i].past) take_value(values, i, field, value.name);
    } else {
      take_value(values, at, field, value.name);
    }
  }

  void take_value(const JsonRecord& values, std::size_t at, Field field, std::string_view name) {
    const JsonValue& value = values[at];
    if (value.kind == JsonKind::object) return add_field(field, person_text(values, at), value.span, name);
    const bool number = value.kind == JsonKind::number;
    if (number && (field == Field::parent || field == Field::after)) return take_relation(value, field);
    if (number && field == Field::progress) {
      return add_field(field, plan_.arena->copy(std::string(value.text) + "%"), value.span, name);
    }
    add_field(field, list::trim(value.text), value.span, name);
  }

  // {"name": …, "address": …} as one text.
  std::string_view person_text(const JsonRecord& values, std::size_t at) {
    std::string_view name;
    std::string_view address;
    for (std::size_t i = at + 1; i < values[at].past; i = values[i].past) {
      if (values[i].kind != JsonKind::text) continue;
      (values[i].name == "name" ? name : address) = values[i].text;
    }
    if (address.empty() || address == name) return name;
    return plan_.arena->copy(std::string(name) + " <" + std::string(address) + ">");
  }

  void add_field(Field field, std::string_view text, SourceSpan span, std::string_view name) {
    if (!text.empty()) record_.fields.push_back({field, text, span, habits_of(name, field)});
  }

  void add_no_reminder(const JsonValue& value) { add_field(Field::reminder, "none", value.span, value.name); }

  void take_rule(const JsonRecord& values, std::size_t at) {
    record_.recurrence = read_recurrence(values, at);
    if (!record_.recurrence) list::tell(plan_, Code::json_times, values[at].span, {std::string(values[at].name)});
  }

  void take_relation(const JsonValue& value, Field field) {
    std::uint32_t number = 0;
    read_number(value, number);
    pending_.push_back({static_cast<std::uint32_t>(plan_.actions.size()), number, field, value});
  }

  static void read_number(const JsonValue& value, std::uint32_t& number) {
    std::from_chars(value.text.data(), value.text.data() + value.text.size(), number);
  }

  const records::ColumnHabits* habits_of(std::string_view name, Field field) {
    for (const records::ColumnHabits& habits : habits_) {
      if (habits.name == name) return &habits;
    }
    records::ColumnHabits habits;
    habits.name = plan_.arena->copy(name);
    habits.numeric_order = made_->phrases.context().numeric_order;
    if (field == Field::effort || field == Field::duration) habits.unit = std::chrono::minutes{1};
    return &habits_.emplace_back(habits);
  }

  void tell_unused(const JsonValue& value) {
    if (!told_.insert(std::string(value.name)).second) return;
    list::tell(plan_, Code::json_unused_member, value.span, {std::string(value.name)});
  }

  std::uint32_t place_of(std::uint32_t number) const {
    if (const auto odd = odd_places_.find(number); odd != odd_places_.end()) return odd->second;
    return number > 0 && number <= places_.size() ? places_[number - 1] : no_index;
  }

  void finish() {
    for (const Pending& one : relations_) {
      const std::uint32_t other = place_of(one.number);
      if (other == no_index) {
        list::tell(plan_, Code::list_after_unknown, one.value.span, {std::string(one.value.text)});
      } else {
        // No id begins with a control sign.
        const std::string_view name = plan_.arena->copy("\x01" + std::to_string(one.number));
        made_->maker.relate(one.action, one.field, other, name, one.value.span);
      }
    }
    made_->maker.finish();
  }

  struct Pending {
    std::uint32_t action;
    std::uint32_t number;
    Field field;
    JsonValue value;
  };

  Plan& plan_;
  const ListOptions& options_;
  list::FrontMatter front_;
  std::optional<RecordPlan> made_;
  records::Record record_;
  std::deque<records::ColumnHabits> habits_;
  std::set<std::string> told_;
  std::uint32_t count_ = 0;
  std::uint32_t number_ = 0;                                     // said by the record that is read
  std::vector<std::uint32_t> places_;                            // of the actions, by their number
  std::unordered_map<std::uint32_t, std::uint32_t> odd_places_;  // of those that say another one
  std::vector<Pending> pending_;
  std::vector<Pending> relations_;
};

}  // namespace

Plan read_jalon_json(std::string name, std::string bytes, const ListOptions& options) {
  Plan plan = begin_plan(std::move(name), std::move(bytes));
  JsonPlan(plan, options).read();
  end_plan(plan);
  return plan;
}

}  // namespace jalon::formats
