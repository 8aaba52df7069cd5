#include <algorithm>

#include "jalon/list.h"
#include "text/list/front_matter.h"
#include "text/list/source.h"

namespace jalon {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

std::string format_setting(Day as_of) {
  const std::chrono::year_month_day date{as_of};
  const auto padded = [](int number, std::size_t digits) {
    const std::string text = std::to_string(number);
    return std::string(digits - std::min(digits, text.size()), '0') + text;
  };
  return padded(static_cast<int>(date.year()), 4) + "-" +
         padded(static_cast<int>(static_cast<unsigned>(date.month())), 2) + "-" +
         padded(static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

std::string_view line_end_of(std::string_view text) {
  const std::size_t newline = text.find('\n');
  return newline != std::string_view::npos && newline > 0 && text[newline - 1] == '\r' ? "\r\n" : "\n";
}

// All that is said of it, on lines below too.
SourceSpan value_of(const list::SettingField& field) {
  if (field.values.empty()) return field.value;
  return {field.values.front().span.begin, field.values.back().span.end};
}

// `text` in any encoding that has ASCII in it, without its mark.
std::string stamped(std::string_view text, Day as_of) {
  const std::string end(line_end_of(text));
  const std::string day = format_setting(as_of);
  const std::string setting = "as of: " + day + end;
  const list::FrontMatter front = list::read_front_matter(text);
  std::string result(text);
  if (front.end == 0) return "---" + end + setting + "---" + end + result;
  const auto field = std::find_if(front.fields.begin(), front.fields.end(),
                                  [](const list::SettingField& f) { return f.setting == list::Setting::as_of; });
  const std::uint32_t place = front.fields.empty() ? front.fence : front.fields.front().key.begin;
  if (field == front.fields.end()) return result.insert(place, setting);
  const SourceSpan value = value_of(*field);
  const bool empty = value.begin == value.end;
  return result.replace(value.begin, value.end - value.begin, empty ? " " + day : day);
}

std::string with_old_line_ends(std::string text, Day as_of) {
  std::replace(text.begin(), text.end(), '\r', '\n');
  text = stamped(text, as_of);
  std::replace(text.begin(), text.end(), '\n', '\r');
  return text;
}

}  // namespace

std::string stamp_list(std::string_view bytes, Day as_of) {
  const list::Encoding encoding = list::encoding_by_mark(bytes);
  if (encoding != list::Encoding::utf8) {
    return list::utf8_to_utf16(stamp_list(list::utf16_to_utf8(bytes, encoding), as_of), encoding);
  }
  const std::string_view mark = bytes.starts_with(utf8_mark) ? utf8_mark : std::string_view{};
  const std::string_view text = bytes.substr(mark.size());
  const bool old_line_ends = text.find('\n') == std::string_view::npos && text.find('\r') != std::string_view::npos;
  return std::string(mark) + (old_line_ends ? with_old_line_ends(std::string(text), as_of) : stamped(text, as_of));
}

}  // namespace jalon
