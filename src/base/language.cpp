#include "jalon/language.h"

namespace jalon {

std::optional<Language> parse_language(std::string_view tag) {
  const auto lower = [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); };
  if (tag.size() < 2 || (tag.size() > 2 && lower(tag[2]) >= 'a' && lower(tag[2]) <= 'z')) return std::nullopt;
  const char letters[] = {lower(tag[0]), lower(tag[1])};
  const std::string_view code(letters, 2);
  if (code == "fr") return Language::french;
  if (code == "en") return Language::english;
  return std::nullopt;
}

std::string_view language_code(Language language) { return language == Language::french ? "fr" : "en"; }

}  // namespace jalon
