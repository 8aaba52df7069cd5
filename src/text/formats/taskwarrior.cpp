#include "text/formats/taskwarrior.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "text/formats/json_values.h"
#include "text/formats/record_plan.h"
#include "text/list/letters.h"
#include "text/list/notes.h"

namespace jalon::formats {
namespace {

using records::Field;

struct MemberField {
  std::string_view name;
  Field field;
};
constexpr auto fields = std::to_array<MemberField>({{"description", Field::title},
                                                    {"project", Field::section},
                                                    {"due", Field::due},
                                                    {"scheduled", Field::start},
                                                    {"uuid", Field::id},
                                                    {"tags", Field::tags}});
constexpr auto silent = std::to_array<std::string_view>({"id", "entry", "modified", "urgency", "mask", "imask",
                                                         "parent", "wait", "status", "start", "end", "recur", "until",
                                                         "rtype", "annotations", "depends", "priority", "last"});

struct PeriodName {
  std::string_view name;
  Frequency frequency;
  std::uint16_t interval;
};
constexpr auto period_names = std::to_array<PeriodName>({{"daily", Frequency::daily, 1},
                                                         {"day", Frequency::daily, 1},
                                                         {"weekly", Frequency::weekly, 1},
                                                         {"sennight", Frequency::weekly, 1},
                                                         {"biweekly", Frequency::weekly, 2},
                                                         {"fortnight", Frequency::weekly, 2},
                                                         {"monthly", Frequency::monthly, 1},
                                                         {"bimonthly", Frequency::monthly, 2},
                                                         {"quarterly", Frequency::monthly, 3},
                                                         {"semiannual", Frequency::monthly, 6},
                                                         {"annual", Frequency::yearly, 1},
                                                         {"yearly", Frequency::yearly, 1},
                                                         {"biannual", Frequency::yearly, 2},
                                                         {"biyearly", Frequency::yearly, 2}});

constexpr auto unit_names = std::to_array<PeriodName>(
    {{"d", Frequency::daily, 1},      {"day", Frequency::daily, 1},     {"days", Frequency::daily, 1},
     {"w", Frequency::weekly, 1},     {"wk", Frequency::weekly, 1},     {"wks", Frequency::weekly, 1},
     {"week", Frequency::weekly, 1},  {"weeks", Frequency::weekly, 1},  {"m", Frequency::monthly, 1},
     {"mo", Frequency::monthly, 1},   {"mos", Frequency::monthly, 1},   {"mth", Frequency::monthly, 1},
     {"mths", Frequency::monthly, 1}, {"month", Frequency::monthly, 1}, {"months", Frequency::monthly, 1},
     {"q", Frequency::monthly, 3},    {"qtr", Frequency::monthly, 3},   {"quarters", Frequency::monthly, 3},
     {"y", Frequency::yearly, 1},     {"yr", Frequency::yearly, 1},     {"yrs", Frequency::yearly, 1},
     {"year", Frequency::yearly, 1},  {"years", Frequency::yearly, 1}});

template <std::size_t n>
const PeriodName* find_period(const std::array<PeriodName, n>& names, std::string_view name) {
  const auto place = std::find_if(names.begin(), names.end(), [&](const PeriodName& p) { return p.name == name; });
  return place == names.end() ? nullptr : &*place;
}

Recurrence every(Frequency frequency, std::uint16_t interval) {
  Recurrence rule;
  rule.frequency = frequency;
  rule.interval = interval;
  return rule;
}

class TaskReader {
 public:
  TaskReader(Plan& plan, const ListOptions& options) : plan_(plan), made_(plan, {}, options) {
    habits_.numeric_order = NumericOrder::day_first;
  }

  void read() {
    // The templates of recurring tasks may stand behind their instances.
    read_json(plan_, {}, {{}, [this](const JsonRecord& task) { note_template(task); }});
    plan_.diagnostics.erase(std::remove_if(plan_.diagnostics.begin(), plan_.diagnostics.end(),
                                           [](const Diagnostic& d) {
                                             return d.code == Code::json_damaged || d.code == Code::json_no_object;
                                           }),
                            plan_.diagnostics.end());
    read_json(plan_, {}, {{}, [this](const JsonRecord& task) { read_task(task); }});
    made_.maker.finish();
  }

 private:
  static std::string_view text_of(const JsonRecord& task, std::string_view name) {
    const JsonValue* member = find_member(task, name);
    return member == nullptr ? std::string_view{} : member->text;
  }

  void note_template(const JsonRecord& task) {
    if (text_of(task, "status") == "recurring") templates_.insert(std::string(text_of(task, "uuid")));
  }

  void read_task(const JsonRecord& task) {
    const bool instance = templates_.contains(std::string(text_of(task, "parent")));
    if (instance || text_of(task, "status") == "deleted") return;
    record_.clear();
    record_.span = {task.front().span.begin, task.back().span.end};
    for (std::size_t i = 1; i < task.size(); i = task[i].past) read_member(task, i);
    read_state(task);
    read_recurrence(task);
    made_.maker.add(record_);
  }

  void read_member(const JsonRecord& task, std::size_t at) {
    const JsonValue& value = task[at];
    const auto known =
        std::find_if(fields.begin(), fields.end(), [&](const MemberField& f) { return f.name == value.name; });
    if (known != fields.end()) return add_all(known->field, task, at);
    if (value.name == "depends") return add_all(Field::after, task, at);
    if (value.name == "annotations") return add_annotations(task, at);
    if (value.name == "priority") return add_priority(value);
    if (std::find(silent.begin(), silent.end(), value.name) != silent.end()) return;
    if (told_.insert(std::string(value.name)).second)
      list::tell(plan_, Code::json_unused_member, value.span, {std::string(value.name)});
  }

  void add_all(Field field, const JsonRecord& task, std::size_t at) {
    if (task[at].kind != JsonKind::list) return add(field, task[at].text, task[at].span);
    for (std::size_t i = at + 1; i < task[at].past; i = task[i].past) add(field, task[i].text, task[i].span);
  }

  void add_annotations(const JsonRecord& task, std::size_t at) {
    for (std::size_t i = at + 1; i < task[at].past; ++i) {
      if (task[i].name == "description") add(Field::notes, task[i].text, task[i].span);
    }
  }

  void add_priority(const JsonValue& value) {
    const std::string_view text = value.text == "H"   ? "high"
                                  : value.text == "L" ? "low"
                                  : value.text == "M" ? "medium"
                                                      : value.text;
    add(Field::priority, text, value.span);
  }

  void read_state(const JsonRecord& task) {
    const JsonValue* status = find_member(task, "status");
    const JsonValue* end = find_member(task, "end");
    if (status != nullptr && status->text == "completed") {
      add(Field::status, "done", status->span);
      if (end != nullptr) add(Field::completed, end->text, end->span);
    } else if (const JsonValue* start = find_member(task, "start")) {
      add(Field::status, "begun", start->span);
    }
  }

  void read_recurrence(const JsonRecord& task) {
    const JsonValue* recur = find_member(task, "recur");
    if (recur == nullptr) return;
    record_.recurrence = parse_period(recur->text);
    if (!record_.recurrence)
      list::tell(plan_, Code::list_value, recur->span, {std::string(recur->text), std::string("recur")});
    const JsonValue* until = find_member(task, "until");
    if (until == nullptr || !record_.recurrence) return;
    const auto moment = made_.maker.moment({Field::completed, until->text, until->span, &habits_});
    if (moment.kind == records::Moment::Kind::date) record_.recurrence->until = moment.when.first_day();
  }

  void add(Field field, std::string_view text, SourceSpan span) {
    if (!text.empty()) record_.fields.push_back({field, text, span, &habits_});
  }

  Plan& plan_;
  RecordPlan made_;
  records::ColumnHabits habits_;
  records::Record record_;
  std::set<std::string> templates_;
  std::set<std::string> told_;
};

}  // namespace

std::optional<Recurrence> parse_period(std::string_view text) {
  if (const PeriodName* period = find_period(period_names, text)) return every(period->frequency, period->interval);
  if (text == "weekdays") {
    Recurrence rule = every(Frequency::weekly, 1);
    for (unsigned day = 1; day <= 5; ++day) rule.by_day.push_back({0, std::chrono::weekday{day}});
    return rule;
  }
  std::string word;
  std::transform(text.begin(), text.end(), std::back_inserter(word),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  std::string_view rest = word;
  if (rest.starts_with('p')) rest.remove_prefix(1);
  std::uint16_t count = 0;
  const auto [past, fault] = std::from_chars(rest.data(), rest.data() + rest.size(), count);
  if (fault != std::errc{} || count == 0 || count > 999) return std::nullopt;
  rest = list::trim(rest.substr(static_cast<std::size_t>(past - rest.data())));
  const PeriodName* unit = find_period(unit_names, rest);
  if (unit == nullptr) return std::nullopt;
  return every(unit->frequency, static_cast<std::uint16_t>(count * unit->interval));
}

bool is_taskwarrior(std::string_view text) {
  const auto has = [&](std::string_view member) { return text.find(member) != std::string_view::npos; };
  return has("\"uuid\"") && has("\"entry\"") && has("\"description\"");
}

Plan read_taskwarrior(std::string name, std::string bytes, const ListOptions& options) {
  Plan plan = begin_plan(std::move(name), std::move(bytes));
  TaskReader(plan, options).read();
  end_plan(plan);
  return plan;
}

}  // namespace jalon::formats
