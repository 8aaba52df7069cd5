#include <algorithm>
#include <array>

#include "jalon/phrase.h"

namespace jalon {
namespace {

struct Marker {
  std::string_view word;
  Language language;
};

// Frequent words of lists that exist in one language only.
constexpr Marker markers[] = {
    {"appeler", Language::french},   {"au", Language::french},        {"aux", Language::french},
    {"avant", Language::french},     {"avec", Language::french},      {"chaque", Language::french},
    {"d", Language::french},         {"dans", Language::french},      {"de", Language::french},
    {"demain", Language::french},    {"des", Language::french},       {"du", Language::french},
    {"et", Language::french},        {"faire", Language::french},     {"fin", Language::french},
    {"l", Language::french},         {"la", Language::french},        {"le", Language::french},
    {"les", Language::french},       {"lundi", Language::french},     {"mardi", Language::french},
    {"par", Language::french},       {"pour", Language::french},      {"qui", Language::french},
    {"semaine", Language::french},   {"sur", Language::french},       {"tous", Language::french},
    {"une", Language::french},       {"vendredi", Language::french},  {"jeudi", Language::french},
    {"mercredi", Language::french},  {"and", Language::english},      {"at", Language::english},
    {"before", Language::english},   {"by", Language::english},       {"call", Language::english},
    {"every", Language::english},    {"for", Language::english},      {"friday", Language::english},
    {"from", Language::english},     {"in", Language::english},       {"monday", Language::english},
    {"next", Language::english},     {"of", Language::english},       {"on", Language::english},
    {"our", Language::english},      {"send", Language::english},     {"the", Language::english},
    {"this", Language::english},     {"thursday", Language::english}, {"to", Language::english},
    {"tomorrow", Language::english}, {"tuesday", Language::english},  {"wednesday", Language::english},
    {"week", Language::english},     {"with", Language::english},     {"your", Language::english},
};

bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

}  // namespace

std::optional<Language> detect_language(std::string_view text) {
  std::array<std::size_t, language_count> hits{};
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) == 0xc3) ++hits[static_cast<std::size_t>(Language::french)];  // é, à, ç
    if (!is_letter(text[i])) {
      ++i;
      continue;
    }
    std::array<char, 12> word{};
    std::size_t size = 0;
    for (; i < text.size() && is_letter(text[i]); ++i, ++size) {
      if (size < word.size()) word[size] = static_cast<char>(text[i] | 0x20);
    }
    const std::string_view found(word.data(), std::min(size, word.size()));
    for (const Marker& marker : markers) {
      if (size <= word.size() && marker.word == found) ++hits[static_cast<std::size_t>(marker.language)];
    }
  }
  if (hits[0] == hits[1]) return std::nullopt;
  return hits[0] > hits[1] ? Language::french : Language::english;
}

}  // namespace jalon
