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

// Which a kind says too, and then exactly.
constexpr auto names_of_times = std::to_array<std::string_view>({"start", "end", "recurrence", "due"});

template <class List>
bool holds(const List& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

class JsonPlan {
 public:
  JsonPlan(Plan& plan, const ListOptions& options) : JsonPlan(plan, options, {*plan.arena, *plan.arena}) {}
  JsonPlan(Plan& plan, const ListOptions& options, records::Arenas arenas)
      : plan_(plan), options_(options), arenas_(arenas) {}

  void read() {
    read_json(plan_, "actions", visitor());
    if (made_) finish();
  }

  // In pieces:
  void begin(NumericOrder order) { front_.numeric_order = order; }
  JsonVisitor visitor() {
    return {[this](const JsonRecord& values) { take_settings(values); },
            [this](const JsonRecord& values) { take_record(values); }};
  }
  bool has_begun() const { return made_.has_value(); }  // the settings are known
  // False where an action names another one.
  bool finish_piece() {
    places_.clear();
    odd_places_.clear();
    return relations_.empty() && (!made_ || made_->maker.finish_piece());
  }
  bool forget_much() { return made_ && made_->maker.forget_much(); }

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
    if (!made_) made_.emplace(plan_, front_, options_, arenas_);
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
    const Member& member = member_named(value.name);
    if (member.is_number) return read_number(value, number_);
    if (member.is_silent || (exact && member.is_of_times)) return;
    if (member.is_reminders && value.kind == JsonKind::list && value.past == at + 1)
      return add_no_reminder(value, member);
    if (!member.field) return tell_unused(value);
    if (value.kind == JsonKind::object && *member.field == Field::recurrence) return take_rule(values, at);
    take_value(values, at, member);
  }

  // What the name of a member says; the members of most records come in the same order.
  struct Member {
    std::string name;
    std::optional<Field> field;
    bool is_number = false;
    bool is_silent = false;
    bool is_of_times = false;
    bool is_reminders = false;
    records::ColumnHabits habits;
  };

  const Member& member_named(std::string_view name) {
    for (std::size_t i = 0; i < members_.size(); ++i, ++next_member_) {
      if (next_member_ >= members_.size()) next_member_ = 0;
      if (members_[next_member_].name == name) return members_[next_member_++];
    }
    next_member_ = 0;
    return members_.emplace_back(make_member(name));
  }

  Member make_member(std::string_view name) const {
    Member member;
    member.name = name;
    member.field = field_named(name);
    member.is_number = name == "n";
    member.is_silent = holds(silent_names, name);
    member.is_of_times = holds(names_of_times, name);
    member.is_reminders = name == "reminders";
    member.habits.name = plan_.arena->copy(name);
    member.habits.numeric_order = made_->phrases.context().numeric_order;
    const bool counts = member.field == Field::effort || member.field == Field::duration;
    if (counts) member.habits.unit = std::chrono::minutes{1};
    return member;
  }

  static std::optional<Field> field_named(std::string_view name) {
    const auto place = std::find_if(member_names.begin(), member_names.end(),
                                    [&](const MemberName& member) { return member.name == name; });
    if (place != member_names.end()) return place->field;
    const auto known = records::find_field(name);
    return known ? std::optional(known->field) : std::nullopt;
  }

  void take_value(const JsonRecord& values, std::size_t at, const Member& member) {
    const JsonValue& value = values[at];
    if (value.kind == JsonKind::list) {
      for (std::size_t i = at + 1; i < value.past; i = values[i].past) take_one(values, i, member);
    } else {
      take_one(values, at, member);
    }
  }

  void take_one(const JsonRecord& values, std::size_t at, const Member& member) {
    const JsonValue& value = values[at];
    const Field field = *member.field;
    if (value.kind == JsonKind::object) return add_field(member, person_text(values, at), value.span);
    const bool number = value.kind == JsonKind::number;
    if (number && (field == Field::parent || field == Field::after)) return take_relation(value, field);
    if (number && field == Field::progress) {
      return add_field(member, arenas_.own.copy(std::string(value.text) + "%"), value.span);
    }
    add_field(member, list::trim(value.text), value.span);
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
    return arenas_.own.copy(std::string(name) + " <" + std::string(address) + ">");
  }

  void add_field(const Member& member, std::string_view text, SourceSpan span) {
    if (!text.empty()) record_.fields.push_back({*member.field, text, span, &member.habits});
  }

  void add_no_reminder(const JsonValue& value, const Member& member) { add_field(member, "none", value.span); }

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
  records::Arenas arenas_;
  list::FrontMatter front_;
  std::optional<RecordPlan> made_;
  records::Record record_;
  std::deque<Member> members_;
  std::size_t next_member_ = 0;
  std::set<std::string> told_;
  std::uint32_t count_ = 0;
  std::uint32_t number_ = 0;                                     // said by the record that is read
  std::vector<std::uint32_t> places_;                            // of the actions, by their number
  std::unordered_map<std::uint32_t, std::uint32_t> odd_places_;  // of those that say another one
  std::vector<Pending> pending_;
  std::vector<Pending> relations_;
};

class JsonPieces : public PlanPieces {
 public:
  JsonPieces(Plan plan, std::string_view text, const ListOptions& options, NumericOrder order, list::Release release)
      : plan_(std::move(plan)),
        options_(options),
        release_(std::move(release)),
        reader_(plan_, options_, {own_, shared_}),
        lines_(plan_, text, own_, reader_.visitor()) {
    reader_.begin(order);
    while (!reader_.has_begun() && lines_.next()) {
    }
  }

  Plan& plan() override { return plan_; }

  Piece next() override {
    if (passed_ > 0) forget();
    bool more = true;
    while (more && plan_.actions.size() < actions_of_a_piece) more = lines_.next();
    const bool none = !more && passed_ == lines_.position();
    release_(passed_, lines_.position());
    passed_ = lines_.position();
    if (!reader_.finish_piece()) return Piece::needs_whole;
    return none ? Piece::none : Piece::read;
  }

 private:
  void forget() {
    plan_.actions.clear();
    own_.clear();
    if (reader_.forget_much()) shared_.clear();
  }

  Plan plan_;
  ListOptions options_;
  list::Release release_;
  Arena own_, shared_;
  JsonPlan reader_;
  JsonLines lines_;
  std::size_t passed_ = 0;
};

}  // namespace

std::unique_ptr<PlanPieces> read_jalon_json_in_pieces(Plan plan, std::string_view text, const ListOptions& options,
                                                      NumericOrder order, list::Release release) {
  if (!holds_json_lines(text)) return nullptr;
  return std::make_unique<JsonPieces>(std::move(plan), text, options, order, std::move(release));
}

Plan read_jalon_json(std::string name, std::string bytes, const ListOptions& options) {
  Plan plan = begin_plan(std::move(name), std::move(bytes));
  JsonPlan(plan, options).read();
  end_plan(plan);
  return plan;
}

}  // namespace jalon::formats
