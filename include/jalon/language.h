// The languages in which jalon speaks: messages, help, readings.
// (Those that it reads are tables of words: src/text/lexicon.h.)
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace jalon {

enum class Language : std::uint8_t { french, english };
inline constexpr std::size_t language_count = 2;

// "fr", "fr_CA.UTF-8", "en-GB" … by their first two letters (RFC 5646 section 2.2.1); nothing for any other.
std::optional<Language> parse_language(std::string_view tag);
std::string_view language_code(Language language);  // "fr", "en"

}  // namespace jalon
