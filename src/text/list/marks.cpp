#include "text/list/marks.h"

#include <array>

#include "text/list/letters.h"

namespace jalon::list {
namespace {

enum class Value : std::uint8_t { none, day, open };  // what must follow an emoji for it to be a mark

struct Emoji {
  std::string_view sign;
  Key key;
  Value value;
};

constexpr std::array emojis = {Emoji{"📅", Key::due, Value::open},        Emoji{"📆", Key::due, Value::open},
                               Emoji{"🗓", Key::due, Value::open},     Emoji{"⏳", Key::scheduled, Value::open},
                               Emoji{"⌛", Key::scheduled, Value::open},  Emoji{"🛫", Key::threshold, Value::open},
                               Emoji{"🔁", Key::repetition, Value::open}, Emoji{"🔺", Key::priority, Value::none},
                               Emoji{"⏫", Key::priority, Value::none},   Emoji{"🔼", Key::priority, Value::none},
                               Emoji{"🔽", Key::priority, Value::none},   Emoji{"⏬", Key::priority, Value::none},
                               Emoji{"🏁", Key::created, Value::open},    Emoji{"➕", Key::created, Value::day},
                               Emoji{"✅", Key::completed, Value::day},   Emoji{"❌", Key::cancelled, Value::day},
                               Emoji{"🆔", Key::id, Value::open},         Emoji{"⛔", Key::after, Value::open}};
constexpr std::string_view variation_selector = "\xEF\xB8\x8F";

const Emoji* find_emoji(std::string_view text) {
  for (const Emoji& emoji : emojis) {
    if (text.starts_with(emoji.sign)) return &emoji;
  }
  return nullptr;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (const std::size_t space = space_at(text, at)) at += space;
  return at;
}

// Takes an ISO day and the space behind it; gives where the text goes on, or `at` where there is none.
std::size_t take_day(std::string_view text, std::size_t at, Key key, std::vector<Mark>& marks) {
  const std::size_t size = iso_day_at(text, at);
  if (size == 0) return at;
  const std::string_view day = text.substr(at, size);
  marks.push_back({key, MarkForm::sign, Plainness::rare, day, {}, day, {}});
  return skip_spaces(text, at + size);
}

bool begins_with_priority(std::string_view text) {
  return text.size() > 4 && text[0] == '(' && text[1] >= 'A' && text[1] <= 'Z' && text[2] == ')' && is_blank(text[3]);
}

}  // namespace

std::size_t iso_day_at(std::string_view text, std::size_t at) {
  constexpr std::string_view shape = "dddd-dd-dd";
  if (at + shape.size() > text.size()) return 0;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const char c = text[at + i];
    if (shape[i] == 'd' ? !is_digit(c) : c != shape[i]) return 0;
  }
  const std::size_t end = at + shape.size();
  const bool ends =
      end == text.size() || space_at(text, end) > 0 || text[end] == ')' || text[end] == ']' || text[end] == ',';
  return ends ? shape.size() : 0;
}

std::optional<Mark> emoji_mark_at(std::string_view text, std::size_t at) {
  const Emoji* emoji = find_emoji(text.substr(at));
  if (emoji == nullptr) return std::nullopt;
  std::size_t end = at + emoji->sign.size();
  if (text.substr(end).starts_with(variation_selector)) end += variation_selector.size();
  const std::string_view sign = text.substr(at, emoji->sign.size());
  if (emoji->value == Value::none) {
    return Mark{emoji->key, MarkForm::sign, Plainness::rare, text.substr(at, end - at), sign, sign, {}};
  }
  const std::size_t value = skip_spaces(text, end);
  if (emoji->value == Value::open) {
    if (value == text.size()) return std::nullopt;
    return Mark{emoji->key, MarkForm::token, Plainness::plain, text.substr(at, value - at), sign, text.substr(value, 0),
                {}};
  }
  const std::size_t day = iso_day_at(text, value);
  if (day == 0) return std::nullopt;
  return Mark{
      emoji->key, MarkForm::sign, Plainness::rare, text.substr(at, value + day - at), sign, text.substr(value, day),
      {}};
}

std::size_t read_todo_txt_head(std::string_view text, std::vector<Mark>& marks) {
  const std::size_t before = marks.size();
  std::size_t at = 0;
  if (text.starts_with("x ") && (iso_day_at(text, 2) > 0 || begins_with_priority(text.substr(2)))) {
    marks.push_back({Key::status, MarkForm::sign, Plainness::rare, text.substr(0, 1), {}, text.substr(0, 1), {}});
    at = take_day(text, 2, Key::completed, marks);
  }
  const std::string_view rest = text.substr(at);
  if (begins_with_priority(rest)) {
    marks.push_back({Key::priority, MarkForm::sign, Plainness::rare, rest.substr(0, 3), {}, rest.substr(1, 1), {}});
    at = skip_spaces(text, at + 3);
  }
  return marks.size() == before ? at : take_day(text, at, Key::created, marks);
}

}  // namespace jalon::list
