#include "view/page.h"

#include <map>

#include "base/calendar_words.h"
#include "view/entry_text.h"
#include "view/page_data.h"
#include "view/page_parts.h"
#include "view/words.h"

namespace jalon {
namespace {

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '<') {
      result += "&lt;";
    } else if (c == '>') {
      result += "&gt;";
    } else if (c == '&') {
      result += "&amp;";
    } else if (c == '"') {
      result += "&quot;";
    } else {
      result += c;
    }
  }
  return result;
}

std::string policy() {
  return "default-src 'none'; script-src 'sha256-" + std::string(page_script_hash) + "'; style-src 'sha256-" +
         std::string(page_style_hash) +
         "'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
}

// For a reader without scripts, such as the preview of a mail program: all dates in their order.
std::string plain_list(const Timetable& table, Language language) {
  const EntryText text(table, language);
  std::string result = "<ul>\n";
  for (const Instance& instance : table.instances) {
    const std::string time = text.time(instance);
    result += "<li>" + escaped(weekday_and_day(instance.first, language)) + (time.empty() ? "" : ", " + escaped(time)) +
              " — " + escaped(text.title(instance.key)) + "</li>\n";
  }
  for (const ActionKey key : table.undated) result += "<li>" + escaped(text.title(key)) + "</li>\n";
  return result + "</ul>\n";
}

using Parts = std::map<std::string_view, std::string>;

// Each place once, from left to right: what is put in is not looked at again.
std::string filled(std::string_view pattern, const Parts& parts) {
  std::string result;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t begin = pattern.find("{{", at);
    if (begin == std::string_view::npos) return result += pattern.substr(at);
    const std::size_t end = pattern.find("}}", begin);
    result += pattern.substr(at, begin - at);
    result += parts.at(pattern.substr(begin + 2, end - begin - 2));
    at = end + 2;
  }
  return result;
}

}  // namespace

std::string page(const Timetable& table, std::string_view zone, Language language) {
  const std::string today = format_day_with_weekday(table.today(), language);
  return filled(page_template, {{"language", std::string(language_code(language))},
                                {"policy", policy()},
                                {"title", escaped(page_title(table))},
                                {"style", std::string(page_style)},
                                {"skip", escaped(view_word(ViewWord::to_the_plan, language))},
                                {"about", escaped(view_word(ViewWord::as_of, language, {today, zone}))},
                                {"plain", plain_list(table, language)},
                                {"data", page_data(table, language)},
                                {"script", std::string(page_script)}});
}

}  // namespace jalon
