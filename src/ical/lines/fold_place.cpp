#include "ical/lines/fold_place.h"

namespace jalon {
namespace {

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80; }

// Whether a code point of these first bytes, between `from` and `to` inclusive, begins at `place`.
bool in_range(std::string_view text, std::size_t place, std::string_view from, std::string_view to) {
  const std::string_view found = text.substr(place, from.size());
  return found.size() == from.size() && found >= from && found <= to;
}

bool extends_character(std::string_view text, std::size_t place) {
  return in_range(text, place, "\xcc\x80", "\xcd\xaf") ||                  // U+0300 combining marks
         in_range(text, place, "\xe2\x80\x8d", "\xe2\x80\x8d") ||          // U+200D zero-width joiner
         in_range(text, place, "\xe2\x83\x90", "\xe2\x83\xbf") ||          // U+20D0 marks for symbols, keycaps
         in_range(text, place, "\xef\xb8\x80", "\xef\xb8\x8f") ||          // U+FE00 variation selectors
         in_range(text, place, "\xf0\x9f\x8f\xbb", "\xf0\x9f\x8f\xbf") ||  // U+1F3FB skin tones
         in_range(text, place, "\xf3\xa0\x80\xa0", "\xf3\xa0\x81\xbf");    // U+E0020 tags of flags
}

bool is_flag_half(std::string_view text, std::size_t place) {
  return in_range(text, place, "\xf0\x9f\x87\xa6", "\xf0\x9f\x87\xbf");  // U+1F1E6 regional indicators
}

bool parts_a_flag(std::string_view text, std::size_t place) {
  if (!is_flag_half(text, place)) return false;
  std::size_t halves = 0;
  for (std::size_t before = place; before >= 4 && is_flag_half(text, before - 4); before -= 4) ++halves;
  return halves % 2 == 1;
}

bool joined_to_last(std::string_view text, std::size_t place) {
  return place >= 3 && in_range(text, place - 3, "\xe2\x80\x8d", "\xe2\x80\x8d");
}

bool parts_a_grapheme(std::string_view text, std::size_t place) {
  return extends_character(text, place) || joined_to_last(text, place) || parts_a_flag(text, place);
}

std::size_t character_before(std::string_view text, std::size_t place) {
  while (place > 0 && continues_character(text[place])) --place;
  return place;
}

}  // namespace

std::size_t fold_place(std::string_view text, std::size_t room, LineState line) {
  const std::size_t least = line == LineState::fresh ? room / 2 : 0;
  const std::size_t between_characters = character_before(text, room);
  std::size_t place = between_characters;
  while (place > least && parts_a_grapheme(text, place)) place = character_before(text, place - 1);
  if (place >= least && !parts_a_grapheme(text, place)) return place;
  return between_characters >= least ? between_characters : room;  // the last: not UTF-8, cut anywhere
}

}  // namespace jalon
