#include "text/records/words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "text/list/letters.h"
#include "text/list/lines.h"
#include "text/list/values.h"

namespace jalon::records {
namespace {

constexpr std::array<std::string_view, 10> yes_words = {"yes", "true", "oui", "vrai", "x", "1", "✓", "✔", "☑", "y"};
constexpr std::array<std::string_view, 10> no_words = {"no", "false", "non", "faux", "0",
                                                       "n",  "✗",     "☐",   "none", "aucune"};

struct BoxSign {
  std::string_view sign;
  Status status;
};
constexpr std::array box_signs = {
    BoxSign{"☐", Status::open}, BoxSign{"□", Status::open}, BoxSign{"☑", Status::done}, BoxSign{"☒", Status::cancelled},
    BoxSign{"✅", Status::done}, BoxSign{"✓", Status::done}, BoxSign{"✔", Status::done}};

template <std::size_t n>
bool holds(const std::array<std::string_view, n>& words, std::string_view text) {
  const list::FoldedWord folded(text);
  return std::find(words.begin(), words.end(), folded.view()) != words.end();
}

const BoxSign* find_box_sign(std::string_view text) {
  const auto place =
      std::find_if(box_signs.begin(), box_signs.end(), [&](const BoxSign& box) { return text.starts_with(box.sign); });
  return place == box_signs.end() ? nullptr : &*place;
}

std::optional<std::uint8_t> as_percent(double share) {
  if (!(share >= 0 && share <= 100)) return std::nullopt;
  return static_cast<std::uint8_t>(std::lround(share));
}

}  // namespace

bool means_yes(std::string_view text) { return holds(yes_words, text); }
bool means_no(std::string_view text) { return holds(no_words, text); }

std::optional<double> parse_decimal(std::string_view text) {
  std::array<char, 24> digits{};
  if (text.empty() || text.size() > digits.size()) return std::nullopt;
  std::replace_copy(text.begin(), text.end(), digits.begin(), ',', '.');
  double value = 0;
  const char* const end = digits.data() + text.size();
  const auto [past, fault] = std::from_chars(digits.data(), end, value, std::chars_format::fixed);
  return fault == std::errc{} && past == end && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<std::uint8_t> parse_share(std::string_view text) {
  if (text.ends_with('%')) {
    const auto number = parse_decimal(list::trim(text.substr(0, text.size() - 1)));
    return number ? as_percent(*number) : std::nullopt;
  }
  if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
    const auto part = parse_decimal(list::trim(text.substr(0, slash)));
    const auto whole = parse_decimal(list::trim(text.substr(slash + 1)));
    return part && whole && *whole > 0 ? as_percent(100 * *part / *whole) : std::nullopt;
  }
  const auto number = parse_decimal(text);
  if (!number) return std::nullopt;
  return as_percent(*number <= 1 ? 100 * *number : *number);
}

void split_cell(std::string_view text, std::vector<std::string_view>& parts) {
  constexpr std::string_view joints = ";\n";
  if (text.find_first_of(joints) == std::string_view::npos) return list::split_list(text, parts);
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(joints, begin), text.size());
    const std::string_view part = list::trim(text.substr(begin, end - begin));
    if (!part.empty()) parts.push_back(part);
    begin = end + 1;
  }
}

std::optional<TurnedName> parse_turned_name(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos || text.find_first_of(",;\n<@", comma + 1) != std::string_view::npos) {
    return std::nullopt;
  }
  const TurnedName name{list::trim(text.substr(0, comma)), list::trim(text.substr(comma + 1))};
  const bool whole = !name.last.empty() && !name.first.empty() && name.last.find('@') == std::string_view::npos;
  return whole ? std::optional(name) : std::nullopt;
}

bool may_be_of(std::string_view address, const TurnedName& name) {
  const std::string mailbox = list::fold(address.substr(0, address.find('@')));
  const std::string last = list::fold(name.last);
  const std::string first = list::fold(name.first);
  const std::size_t at = mailbox.find(last);
  const bool has_words = !first.empty() && !last.empty() && address.find('@') != std::string_view::npos;
  if (!has_words || at == std::string::npos) return false;
  return (mailbox.substr(0, at) + mailbox.substr(at + last.size())).find(first.front()) != std::string::npos;
}

bool begins_with_box(std::string_view line) {
  const list::LineShape shape = list::read_line_shape(line);
  return (shape.kind == list::LineKind::item && shape.box == list::Box::present) ||
         find_box_sign(list::trim(line)) != nullptr;
}

CheckItem parse_check_item(std::string_view line) {
  const std::string_view text = list::trim(line);
  if (const BoxSign* box = find_box_sign(text)) return {list::trim(text.substr(box->sign.size())), box->status};
  const list::LineShape shape = list::read_line_shape(text);
  if (shape.kind == list::LineKind::item) return {shape.text, shape.status};
  return {text, Status::open};
}

std::string_view without_color(std::string_view text) {
  constexpr std::array<std::string_view, 10> colors = {"green", "yellow", "orange", "red",  "purple",
                                                       "blue",  "sky",    "lime",   "pink", "black"};
  const std::size_t open = text.rfind(" (");
  if (open == std::string_view::npos || !text.ends_with(')')) return text;
  const std::string_view inside = text.substr(open + 2, text.size() - open - 3);
  const bool color = std::find(colors.begin(), colors.end(), inside.substr(0, inside.find('_'))) != colors.end();
  return color ? list::trim(text.substr(0, open)) : text;
}

std::string_view without_address(std::string_view text) {
  const std::size_t open = text.rfind(" (http");
  return text.ends_with(')') && open != std::string_view::npos ? list::trim(text.substr(0, open)) : text;
}

}  // namespace jalon::records
