#include "text/formats/json_values.h"

#include <simdjson.h>

#include <algorithm>

#include "text/list/letters.h"
#include "text/list/notes.h"

namespace jalon::formats {
namespace {

namespace od = simdjson::ondemand;

constexpr int deepest = 16;

std::string_view behind_spaces(std::string_view text) {
  const std::size_t at = text.find_first_not_of(" \t\r\n");
  return at == std::string_view::npos ? std::string_view{} : text.substr(at);
}

class JsonReader {
 public:
  // Behind the text `room` bytes may be read.
  JsonReader(Plan& plan, std::string_view text, std::size_t room, std::string_view records, Arena& arena,
             const JsonVisitor& visitor)
      : plan_(plan),
        text_(text),
        end_of_room_(text.data() + text.size() + room),
        records_(records),
        arena_(arena),
        visitor_(visitor) {}

  void read() {
    const std::string_view first = behind_spaces(text_);
    if (holds_json_lines(first)) {
      while (next_line()) {
      }
      return;
    }
    od::document document;
    if (!begin(text_, document)) return;
    const bool done = first.starts_with('[') ? read_array(document) : read_document(document);
    if (!done) tell_fault(place_of(document));
  }

  // False where there is none.
  bool next_line() {
    if (at_ >= text_.size()) return false;
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    std::string_view line = list::trim(text_.substr(at_, end - at_));
    at_ = end + 1;
    if (line.ends_with(',')) line.remove_suffix(1);
    if (!line.empty()) read_line(line);
    return true;
  }
  std::size_t position() const { return std::min(at_, text_.size()); }

 private:
  // The text up to the end of the source stands behind `text`, so that the parser may read past it.
  bool begin(std::string_view text, od::document& document) {
    const auto room = static_cast<std::size_t>(end_of_room_ - text.data());
    if (parser_.iterate(text.data(), text.size(), room).get(document) == simdjson::SUCCESS) return true;
    tell_fault(text.data());
    return false;
  }

  void read_line(std::string_view line) {
    od::document document;
    if (!begin(line, document)) return;
    od::object object;
    record_.clear();
    const bool done =
        document.get_object().get(object) == simdjson::SUCCESS && flatten(object, {}, 0, false) && is_at_end(document);
    if (!done) return tell_fault(line.data());
    visitor_.record(record_);
  }

  bool read_array(od::document& document) {
    od::array array;
    return document.get_array().get(array) == simdjson::SUCCESS && read_records(array) && is_at_end(document);
  }

  template <class Array>
  bool read_records(Array& array) {
    for (auto element : array) {
      od::value value;
      if (element.get(value) != simdjson::SUCCESS) return false;
      record_.clear();
      if (!add(value, {}, 0)) return false;
      if (record_.front().kind == JsonKind::object) {
        visitor_.record(record_);
      } else {
        list::tell(plan_, Code::json_no_object, record_.front().span);
      }
    }
    return true;
  }

  // Once for what it says itself, once for its records, which may stand before.
  bool read_document(od::document& document) {
    od::object object;
    record_.clear();
    if (document.get_object().get(object) != simdjson::SUCCESS || !flatten(object, {}, 0, true) || !is_at_end(document))
      return false;
    if (!has_records_) {
      visitor_.record(record_);
      return true;
    }
    visitor_.document(record_);
    document.rewind();
    od::array array;
    return document.get_object().get(object) == simdjson::SUCCESS &&
           object.find_field(records_).get_array().get(array) == simdjson::SUCCESS && read_records(array);
  }

  bool flatten(od::object& object, std::string_view name, int depth, bool without_records) {
    const std::size_t own = push(JsonKind::object, name, {});
    for (auto member : object) {
      od::field field;
      if (std::move(member).get(field) != simdjson::SUCCESS) return false;
      const std::string_view plain = plain_key(field);
      std::string_view key = plain;
      if (plain.data() == nullptr && field.unescaped_key().get(key) != simdjson::SUCCESS) return false;
      const bool skipped = without_records && !records_.empty() && key == records_;
      has_records_ = has_records_ || skipped;
      if (!skipped && !add(field.value(), key, depth + 1)) return false;
    }
    record_[own].past = static_cast<std::uint32_t>(record_.size());
    return true;
  }

  // As it stands; null where an escape must be read.
  std::string_view plain_key(od::field& field) const {
    const char* const begin = field.key().raw();
    const std::string_view rest = text_.substr(static_cast<std::size_t>(begin - text_.data()));
    const std::string_view key = rest.substr(0, rest.find('"'));
    return key.find('\\') == std::string_view::npos ? key : std::string_view{};
  }

  std::size_t push(JsonKind kind, std::string_view name, std::string_view token) {
    JsonValue value{kind, static_cast<std::uint32_t>(record_.size() + 1), name, token, {}};
    if (!token.empty()) value.span = list::span_of(token, text_);
    record_.push_back(value);
    return record_.size() - 1;
  }

  bool add(od::value value, std::string_view name, int depth) {
    od::json_type type{};
    if (depth > deepest || value.type().get(type) != simdjson::SUCCESS) return false;
    const std::string_view token = list::trim(value.raw_json_token());
    switch (type) {
      case od::json_type::object: {
        od::object object;
        const std::size_t own = record_.size();
        if (value.get_object().get(object) != simdjson::SUCCESS || !flatten(object, name, depth, false)) return false;
        record_[own].span = list::span_of(token.substr(0, 1), text_);
        return true;
      }
      case od::json_type::array:
        return add_list(value, name, token, depth);
      case od::json_type::string:
        return add_text(value, name, token);
      case od::json_type::boolean:
        push(JsonKind::boolean, name, token);
        return !value.get_bool().error();
      case od::json_type::number:
        push(JsonKind::number, name, token);
        return !value.get_number().error();
      case od::json_type::null:
        push(JsonKind::null, name, token);
        return is_null(value);
    }
    return false;
  }

  bool add_list(od::value& value, std::string_view name, std::string_view token, int depth) {
    const std::size_t own = push(JsonKind::list, name, token.substr(0, 1));
    od::array array;
    if (value.get_array().get(array) != simdjson::SUCCESS) return false;
    for (auto element : array) {
      od::value inner;
      if (element.get(inner) != simdjson::SUCCESS || !add(inner, {}, depth + 1)) return false;
    }
    record_[own].past = static_cast<std::uint32_t>(record_.size());
    return true;
  }

  // Without an escape the text is what stands between the quotes.
  bool add_text(od::value& value, std::string_view name, std::string_view token) {
    const std::size_t own = push(JsonKind::text, name, token);
    const bool plain = token.size() > 1 && token.back() == '"' && token.find('\\') == std::string_view::npos;
    std::string_view text = plain ? token.substr(1, token.size() - 2) : std::string_view{};
    if (!plain && value.get_string().get(text) != simdjson::SUCCESS) return false;
    record_[own].text = plain ? text : arena_.copy(text);
    return true;
  }

  static bool is_null(od::value& value) {
    bool null = false;
    return value.is_null().get(null) == simdjson::SUCCESS && null;
  }

  static bool is_at_end(od::document& document) {
    const char* place = nullptr;
    return document.current_location().get(place) == simdjson::OUT_OF_BOUNDS;
  }

  const char* place_of(od::document& document) {
    const char* place = nullptr;
    return document.current_location().get(place) == simdjson::SUCCESS ? place : text_.data();
  }

  void tell_fault(const char* place) {
    const auto at = static_cast<std::size_t>(place - text_.data());
    const std::size_t begin = std::min(at, text_.size() - 1);
    std::size_t end = std::min({text_.find('\n', begin), begin + 40, text_.size()});
    end = std::max(end, begin + 1);
    list::tell(plan_, Code::json_damaged, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }

  Plan& plan_;
  std::string_view text_;
  const char* end_of_room_;
  std::size_t at_ = 0;  // where the next line begins
  std::string_view records_;
  Arena& arena_;
  const JsonVisitor& visitor_;
  od::parser parser_;
  JsonRecord record_;
  bool has_records_ = false;
};

}  // namespace

const JsonValue* find_member(const JsonRecord& record, std::string_view name) {
  for (std::size_t i = 1; i < record.size(); i = record[i].past) {
    if (record[i].name == name) return &record[i];
  }
  return nullptr;
}

// Whether the first line is an object by itself, and something follows it.
bool holds_json_lines(std::string_view text) {
  const std::string_view first = behind_spaces(text);
  const std::size_t end = first.find('\n');
  if (!first.starts_with('{') || end == std::string_view::npos || behind_spaces(first.substr(end)).empty())
    return false;
  const std::string_view line = list::trim(first.substr(0, end));
  return line.ends_with('}') || line.ends_with("},");
}

void read_json(Plan& plan, std::string_view records, const JsonVisitor& visitor) {
  if (list::trim(*plan.source).empty()) return;
  plan.source->reserve(plan.source->size() + simdjson::SIMDJSON_PADDING);
  const std::size_t room = plan.source->capacity() - plan.source->size();
  JsonReader(plan, *plan.source, room, records, *plan.arena, visitor).read();
}

struct JsonLines::State {
  JsonVisitor visitor;
  JsonReader reader;
  State(Plan& plan, std::string_view text, Arena& arena, const JsonVisitor& given)
      : visitor(given), reader(plan, text, padding, {}, arena, visitor) {}
};
static_assert(JsonLines::padding >= simdjson::SIMDJSON_PADDING);

JsonLines::JsonLines(Plan& plan, std::string_view text, Arena& arena, const JsonVisitor& visitor)
    : state_(std::make_unique<State>(plan, text, arena, visitor)) {}
JsonLines::~JsonLines() = default;

bool JsonLines::next() { return state_->reader.next_line(); }
std::size_t JsonLines::position() const { return state_->reader.position(); }

}  // namespace jalon::formats
