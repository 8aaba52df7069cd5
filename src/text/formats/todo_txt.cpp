#include "text/formats/todo_txt.h"

#include <algorithm>
#include <array>

#include "text/formats/record_plan.h"
#include "text/list/letters.h"
#include "text/list/lines.h"
#include "text/list/marks.h"
#include "text/list/notes.h"
#include "text/list/values.h"

namespace jalon::formats {
namespace {

using records::Field;

struct KeyField {
  std::string_view key;
  Field field;
};
constexpr auto own_keys = std::to_array<KeyField>({{"due", Field::due},
                                                   {"t", Field::start},
                                                   {"pri", Field::priority},
                                                   {"id", Field::id},
                                                   {"p", Field::parent},
                                                   {"dep", Field::after},
                                                   {"sup", Field::parent}});

bool has_priority(std::string_view text) {
  return text.size() > 3 && text[0] == '(' && text[1] >= 'A' && text[1] <= 'Z' && text[2] == ')' && text[3] == ' ';
}

// «key:value», with something on both sides; not a web address, not a time of day.
std::size_t colon_of(std::string_view word) {
  const std::size_t colon = word.find(':');
  const bool pair = colon != std::string_view::npos && colon > 0 && colon + 1 < word.size() &&
                    !word.substr(colon + 1).starts_with("//") && !list::is_digit(word[0]);
  return pair ? colon : std::string_view::npos;
}

std::string_view take_word(std::string_view& text) {
  text = list::trim_left(text);
  const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(end);
  return word;
}

class TodoReader {
 public:
  TodoReader(Plan& plan, const ListOptions& options) : plan_(plan), made_(plan, {}, options) {
    habits_.numeric_order = made_.phrases.context().numeric_order;
  }

  void read() {
    std::string_view line;
    for (list::LineReader lines(*plan_.source); lines.next(line);) {
      const std::string_view task = list::trim(line);
      if (!task.empty()) read_task(task);
    }
    made_.maker.finish();
  }

 private:
  void read_task(std::string_view task) {
    record_.clear();
    record_.span = list::span_of(task, *plan_.source);
    words_.clear();
    std::string_view rest = task;
    read_head(rest);
    const std::string_view text = list::trim(rest);
    while (!list::trim(rest).empty()) read_word(take_word(rest));
    add_title(text);
    made_.maker.add(record_);
  }

  void read_head(std::string_view& rest) {
    if (rest.starts_with("x ")) {
      add(Field::status, rest.substr(0, 1));
      rest = list::trim_left(rest.substr(2));
      if (const std::string_view day = take_day(rest); !day.empty()) add(Field::completed, day);
    }
    if (has_priority(rest)) {
      add(Field::priority, rest.substr(1, 1));
      rest = list::trim_left(rest.substr(3));
    }
    take_day(rest);  // when it was made
  }

  static std::string_view take_day(std::string_view& rest) {
    const std::size_t size = list::iso_day_at(rest, 0);
    const std::string_view day = rest.substr(0, size);
    if (size > 0) rest = list::trim_left(rest.substr(size));
    return day;
  }

  void read_word(std::string_view word) {
    const bool sign = word.size() > 1 && (word[0] == '+' || word[0] == '@');
    if (sign) {
      const bool first_project = word[0] == '+' && !has(Field::section);
      add(first_project ? Field::section : Field::tags, word.substr(1));
      return words_.push_back({word, Place::sign});
    }
    if (word.starts_with("http://") || word.starts_with("https://")) add(Field::url, word);
    const std::size_t colon = colon_of(word);
    const bool known = colon != std::string_view::npos && read_pair(word.substr(0, colon), word.substr(colon + 1));
    words_.push_back({word, known ? Place::out : Place::title});
  }

  bool read_pair(std::string_view key, std::string_view value) {
    if (key == "rec") return read_recurrence(value);
    if (key == "h") return true;
    const auto own = std::find_if(own_keys.begin(), own_keys.end(), [&](const KeyField& k) { return k.key == key; });
    if (own != own_keys.end()) {
      add(own->field, value);
      return true;
    }
    const auto field = records::find_field(key);
    if (!field || field->field == Field::title || field->field == Field::notes) return false;
    add(field->field, value);
    return true;
  }

  bool read_recurrence(std::string_view value) {
    record_.recurrence = list::parse_repetition(value);
    if (!record_.recurrence)
      list::tell(plan_, Code::list_value, list::span_of(value, *plan_.source),
                 {std::string(value), std::string("rec")});
    return record_.recurrence.has_value();
  }

  bool has(Field field) const {
    return std::any_of(record_.fields.begin(), record_.fields.end(), [&](const auto& f) { return f.field == field; });
  }

  void add(Field field, std::string_view text) {
    record_.fields.push_back({field, text, list::span_of(text, *plan_.source), &habits_});
  }

  // A project or context at either end is no part of the title; amid the words its name is.
  void add_title(std::string_view text) {
    const auto is_word = [](const Word& word) { return word.place == Place::title; };
    const auto first = std::find_if(words_.begin(), words_.end(), is_word);
    const auto last = std::find_if(words_.rbegin(), words_.rend(), is_word).base();
    std::string title;
    for (auto word = first; word < last; ++word) {
      if (word->place == Place::out) continue;
      if (!title.empty()) title += ' ';
      title += word->place == Place::sign ? word->text.substr(1) : word->text;
    }
    const std::string_view whole = title.empty() ? text : plan_.arena->copy(title);
    if (!whole.empty()) record_.fields.push_back({Field::title, whole, list::span_of(text, *plan_.source), &habits_});
  }

  enum class Place : std::uint8_t { title, sign, out };
  struct Word {
    std::string_view text;
    Place place;
  };

  Plan& plan_;
  RecordPlan made_;
  records::ColumnHabits habits_;
  records::Record record_;
  std::vector<Word> words_;
};

// How a line shows that it is a task of todo.txt: 2 plainly, 1 perhaps, 0 not, -1 it is something else.
int sign_of(std::string_view line) {
  const list::LineShape shape = list::read_line_shape(line);
  if (shape.kind != list::LineKind::text || shape.indent > 0) return -1;
  if (has_priority(line) || list::iso_day_at(line, 0) > 0) return 2;
  if (line.starts_with("x ") && list::iso_day_at(line, 2) > 0) return 2;
  for (const std::string_view key : {" due:", " t:", " rec:"}) {
    const std::size_t at = line.find(key);
    if (at != std::string_view::npos && at + key.size() < line.size() && list::is_digit(line[at + key.size()]))
      return 2;
  }
  return line.find(" +") != std::string_view::npos || line.find(" @") != std::string_view::npos ? 1 : 0;
}

}  // namespace

bool is_todo_txt(std::string_view text, Name name) {
  std::size_t lines = 0;
  std::size_t signs = 0;
  std::size_t plain = 0;
  std::string_view line;
  for (list::LineReader reader(text); reader.next(line);) {
    if (list::trim(line).empty()) continue;
    const int sign = sign_of(line);
    if (sign < 0) return false;
    ++lines;
    signs += sign > 0 ? 1 : 0;
    plain += sign > 1 ? 1 : 0;
  }
  return lines > 0 && (name == Name::says_so || (plain > 0 && signs * 2 >= lines));
}

Plan read_todo_txt(std::string name, std::string bytes, const ListOptions& options) {
  Plan plan = begin_plan(std::move(name), std::move(bytes));
  TodoReader(plan, options).read();
  end_plan(plan);
  return plan;
}

}  // namespace jalon::formats
