#include "text/list/front_matter.h"

#include <algorithm>
#include <array>

#include "text/list/keys.h"
#include "text/list/letters.h"

namespace jalon::list {
namespace {

struct SettingName {
  std::string_view name;  // folded
  Setting setting;
  std::string_view hint = name;  // as a person writes it
};

constexpr std::array setting_names = {
    SettingName{"title", Setting::title},
    SettingName{"titre", Setting::title},
    SettingName{"as of", Setting::as_of},
    SettingName{"en date du", Setting::as_of},
    SettingName{"timezone", Setting::timezone},
    SettingName{"time zone", Setting::timezone},
    SettingName{"tz", Setting::timezone},
    SettingName{"fuseau", Setting::timezone},
    SettingName{"fuseau horaire", Setting::timezone},
    SettingName{"lang", Setting::language},
    SettingName{"language", Setting::language},
    SettingName{"langue", Setting::language},
    SettingName{"calendar", Setting::calendar},
    SettingName{"calendrier", Setting::calendar},
    SettingName{"agenda", Setting::calendar},
    SettingName{"due", Setting::due},
    SettingName{"deadline", Setting::due},
    SettingName{"echeance", Setting::due, "échéance"},
    SettingName{"pour", Setting::due},
    SettingName{"remind", Setting::remind},
    SettingName{"reminder", Setting::remind},
    SettingName{"rappel", Setting::remind},
    SettingName{"rappels", Setting::remind},
    SettingName{"alarme", Setting::remind},
    SettingName{"owner", Setting::owner},
    SettingName{"responsable", Setting::owner},
    SettingName{"people", Setting::people},
    SettingName{"personnes", Setting::people},
    SettingName{"equipe", Setting::people, "équipe"},
    SettingName{"team", Setting::people},
    SettingName{"tags", Setting::tags},
    SettingName{"tag", Setting::tags},
    SettingName{"categories", Setting::tags, "catégories"},
    SettingName{"id", Setting::id},
};

// Where a line's text ends, and where the next line begins.
struct LineEnds {
  std::size_t end;
  std::size_t next;
};

LineEnds line_at(std::string_view text, std::size_t begin) {
  const std::size_t newline = std::min(text.find('\n', begin), text.size());
  std::size_t end = newline;
  if (end > begin && text[end - 1] == '\r') --end;
  return {end, std::min(newline + 1, text.size())};
}

bool is_fence(std::string_view line, std::string_view sign) {
  return line.starts_with(sign) && trim(line.substr(sign.size())).empty();
}

// A `#` begins a comment where a space stands on both its sides: `tags: #a #b` are tags.
std::string_view without_comment(std::string_view text) {
  for (std::size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at + 1)) {
    const bool before = at == 0 || is_blank(text[at - 1]);
    if (before && (at + 1 == text.size() || is_blank(text[at + 1]))) return trim_right(text.substr(0, at));
  }
  return text;
}

bool is_quote(char c) { return c == '"' || c == '\''; }

// YAML 1.2 section 7.3, the two quoted styles: '' and \" stand for the quote itself, \n and \t for themselves.
std::string unquoted(std::string_view text) {
  if (text.size() < 2 || !is_quote(text.front()) || text.back() != text.front()) return std::string(text);
  const char quote = text.front();
  std::string result;
  for (std::size_t at = 1; at + 1 < text.size(); ++at) {
    const bool escaped =
        at + 2 < text.size() && (quote == '"' ? text[at] == '\\' : text[at] == quote && text[at + 1] == quote);
    if (escaped) ++at;
    result += escaped && text[at] == 'n' && quote == '"' ? ' ' : text[at];
  }
  return result;
}

// The end of the part that begins at `begin`: a comma outside quotes, or the end.
std::size_t end_of_part(std::string_view text, std::size_t begin) {
  char quote = 0;
  for (std::size_t at = begin; at < text.size(); ++at) {
    if (quote != 0) {
      if (text[at] == quote) quote = 0;
    } else if (is_quote(text[at]) && trim(text.substr(begin, at - begin)).empty()) {
      quote = text[at];
    } else if (text[at] == ',') {
      return at;
    }
  }
  return text.size();
}

// Where the colon of `key: value` stands: followed by a space or the end, outside quotes; npos where there is none.
std::size_t colon_of(std::string_view line) {
  std::size_t at = 0;
  if (!line.empty() && is_quote(line.front())) at = std::min(line.find(line.front(), 1), line.size());
  for (at = line.find(':', at); at != std::string_view::npos; at = line.find(':', at + 1)) {
    if (at + 1 == line.size() || space_at(line, at + 1) > 0) return at;
  }
  return std::string_view::npos;
}

class FrontMatterReader {
 public:
  explicit FrontMatterReader(std::string_view source) : source_(source) {}

  FrontMatter read() {
    const LineEnds first = line_at(source_, 0);
    if (!is_fence(source_.substr(0, first.end), "---")) return {};
    for (std::size_t at = first.next; at < source_.size();) {
      const LineEnds ends = line_at(source_, at);
      const std::string_view line = source_.substr(at, ends.end - at);
      if (is_fence(line, "---") || is_fence(line, "...")) {
        result_.fence = static_cast<std::uint32_t>(at);
        result_.end = static_cast<std::uint32_t>(ends.next);
        return std::move(result_);
      }
      read_line(line);
      at = ends.next;
    }
    return {};
  }

 private:
  void read_line(std::string_view line) {
    const std::string_view text = trim(line);
    if (text.empty() || text.front() == '#') return;
    if (text.starts_with("- ") || text == "-") return add_below(trim(text.substr(1)));
    if (text.data() != line.data()) return add_below(text);
    begin_field(text);
  }

  void begin_field(std::string_view text) {
    const std::size_t colon = colon_of(text);
    if (colon == std::string_view::npos) {
      result_.strange.push_back(span_of(text, source_));
      is_open_ = false;
      return;
    }
    is_open_ = true;
    const std::string_view key = trim(text.substr(0, colon));
    SettingField field{find_setting(unquoted(key)), span_of(key, source_), {}, {}};
    const std::string_view value = without_comment(trim(text.substr(colon + 1)));
    field.value = span_of(value, source_);
    const bool is_block = value == "|" || value == ">" || value == "|-" || value == ">-";
    result_.fields.push_back(std::move(field));
    if (!value.empty() && !is_block) add_value(value);
  }

  void add_value(std::string_view value) {
    const bool list = value.front() == '[' && value.back() == ']';
    const bool map = value.front() == '{' && value.back() == '}';
    if (!list && !map) return add_scalar({}, value);
    value = value.substr(1, value.size() - 2);
    for (std::size_t begin = 0; begin <= value.size();) {
      const std::size_t end = end_of_part(value, begin);
      const std::string_view part = trim(value.substr(begin, end - begin));
      if (!part.empty()) add_entry(part);
      begin = end + 1;
    }
  }

  // A line below a key: one more value, or an entry `name: value`.
  void add_below(std::string_view text) {
    if (!is_open_) {
      result_.strange.push_back(span_of(text, source_));
    } else if (!text.empty()) {
      add_entry(without_comment(text));
    }
  }

  void add_entry(std::string_view text) {
    const std::size_t colon = colon_of(text);
    if (colon == std::string_view::npos) return add_scalar({}, text);
    add_scalar(trim(text.substr(0, colon)), trim(text.substr(colon + 1)));
  }

  void add_scalar(std::string_view name, std::string_view text) {
    result_.fields.back().values.push_back({unquoted(name), unquoted(text), span_of(text, source_)});
  }

  std::string_view source_;
  FrontMatter result_;
  bool is_open_ = false;  // lines below belong to the last field
};

}  // namespace

FrontMatter read_front_matter(std::string_view source) { return FrontMatterReader(source).read(); }

Setting find_setting(std::string_view key) {
  std::string folded = fold(key);
  std::replace_if(
      folded.begin(), folded.end(), [](char c) { return c == '_' || c == '-'; }, ' ');
  const auto* const place = std::find_if(setting_names.begin(), setting_names.end(),
                                         [&](const SettingName& entry) { return entry.name == folded; });
  return place == setting_names.end() ? Setting::unknown : place->setting;
}

std::string_view nearest_setting(std::string_view key) {
  static constexpr auto hints = [] {
    std::array<NameHint, setting_names.size()> result{};
    for (std::size_t i = 0; i < result.size(); ++i) result[i] = {setting_names[i].name, setting_names[i].hint};
    return result;
  }();
  return nearest_name(FoldedWord(key).view(), hints);
}

}  // namespace jalon::list
