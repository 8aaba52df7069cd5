#include "base/toml_tree.h"

#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#define TOML_ASSERT(expression) static_cast<void>(0)  // it stops at keys that begin with a control character
#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>

namespace jalon {
namespace {

// The library counts lines and, in them, code points, both from 1.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text), begins_{0} {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
      begins_.push_back(at + 1);
    }
  }

  std::uint32_t offset(toml::source_position place) const {
    if (place.line == 0) return 0;
    std::size_t at = begins_[std::min<std::size_t>(place.line, begins_.size()) - 1];
    for (auto column = place.column; column > 1 && at < text_.size() && text_[at] != '\n'; --column) at = next(at);
    return static_cast<std::uint32_t>(at);
  }
  SourceSpan span(const toml::source_region& region) const {
    const std::uint32_t begin = offset(region.begin);
    return {begin, std::max(offset(region.end), begin + 1)};
  }

 private:
  std::size_t next(std::size_t at) const {
    do ++at;
    while (at < text_.size() && (text_[at] & 0xc0) == 0x80);
    return at;
  }

  std::string_view text_;
  std::vector<std::size_t> begins_;
};

std::string text_of(toml::date day) { return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day); }
std::string text_of(toml::time time) { return fmt::format("{:02}:{:02}", time.hour, time.minute); }

void set_text(TomlNode& node, const toml::node& source) {
  using Kind = TomlNode::Kind;
  const auto set = [&node](Kind kind, std::string text) {
    node.kind = kind;
    node.text = std::move(text);
  };
  if (const auto* text = source.as_string()) set(Kind::text, text->get());
  if (const auto* flag = source.as_boolean()) set(Kind::flag, flag->get() ? "true" : "false");
  if (const auto* number = source.as_integer()) set(Kind::number, std::to_string(number->get()));
  if (const auto* number = source.as_floating_point()) set(Kind::number, fmt::format("{}", number->get()));
  if (const auto* day = source.as_date()) set(Kind::day, text_of(day->get()));
  if (const auto* time = source.as_time()) set(Kind::time, text_of(time->get()));
  if (const auto* moment = source.as_date_time()) {
    set(Kind::moment, text_of(moment->get().date) + "T" + text_of(moment->get().time));
  }
}

TomlNode node_of(const toml::node& source, const Places& places);

void add_entries(TomlNode& node, const toml::table& table, const Places& places) {
  for (const auto& [key, value] : table) {
    TomlNode child = node_of(value, places);
    child.name = key.str();
    child.key = places.span(key.source());
    node.children.push_back(std::move(child));
  }
  std::stable_sort(node.children.begin(), node.children.end(),
                   [](const TomlNode& a, const TomlNode& b) { return a.key.begin < b.key.begin; });
}

TomlNode node_of(const toml::node& source, const Places& places) {
  TomlNode node;
  node.value = places.span(source.source());
  if (const auto* table = source.as_table()) {
    add_entries(node, *table, places);
  } else if (const auto* list = source.as_array()) {
    node.kind = TomlNode::Kind::list;
    for (const toml::node& item : *list) node.children.push_back(node_of(item, places));
  } else {
    set_text(node, source);
  }
  return node;
}

// The first character that TOML 1.0 (section «Comment», «String») allows nowhere.
std::size_t find_control(std::string_view text) {
  const auto is_control = [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f;
  };
  return static_cast<std::size_t>(std::find_if(text.begin(), text.end(), is_control) - text.begin());
}

}  // namespace

TomlDocument read_toml(std::string_view text) {
  const Places places(text);
  TomlDocument document;
  if (const std::size_t control = find_control(text); control < text.size()) {
    const auto at = static_cast<std::uint32_t>(control);
    document.fault = TomlFault{{at, at + 1}, "a control character"};
    return document;
  }
  const toml::parse_result parsed = toml::parse(text);
  if (parsed) {
    document.root = node_of(parsed.table(), places);
  } else {
    document.fault = TomlFault{places.span(parsed.error().source()), std::string(parsed.error().description())};
  }
  return document;
}

}  // namespace jalon
