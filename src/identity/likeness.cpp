#include "identity/likeness.h"

#include <algorithm>
#include <bit>
#include <chrono>
#include <string>
#include <utility>

#include "identity/fingerprint.h"
#include "identity/fold.h"

namespace jalon {
namespace {

constexpr std::size_t sample_size = 1024;
constexpr unsigned frequency_bits = 15;
constexpr std::size_t longest_title = 400;  // bytes that are looked at
constexpr std::size_t piece_length = 3;
constexpr std::uint32_t word_factor = 3;  // a whole word counts as much as three pieces

std::uint32_t piece_fingerprint(std::string_view text) { return static_cast<std::uint32_t>(fingerprint(text) >> 32); }

// Adds a word, and its pieces with a space at both ends. `weight` is only the factor yet.
void add_word(std::string_view padded, std::vector<TitlePiece>& pieces) {
  pieces.push_back({piece_fingerprint(padded), word_factor});
  for (std::size_t i = 0; i + piece_length <= padded.size(); ++i) {
    pieces.push_back({piece_fingerprint(padded.substr(i, piece_length)), 1});
  }
}

std::vector<TitlePiece> unweighted_pieces(std::string_view title) {
  const std::string words = " " + folded_title(title.substr(0, longest_title)) + " ";
  std::vector<TitlePiece> pieces;
  pieces.reserve(words.size() + words.size() / 4);
  for (std::size_t begin = 0, end = words.find(' ', 1); end != std::string::npos; end = words.find(' ', begin + 1)) {
    add_word(std::string_view(words).substr(begin, end + 1 - begin), pieces);
    begin = end;
  }
  const auto by_fingerprint = [](const TitlePiece& a, const TitlePiece& b) {
    return std::pair(a.fingerprint, b.weight) < std::pair(b.fingerprint, a.weight);
  };
  const auto same = [](const TitlePiece& a, const TitlePiece& b) { return a.fingerprint == b.fingerprint; };
  std::sort(pieces.begin(), pieces.end(), by_fingerprint);
  pieces.erase(std::unique(pieces.begin(), pieces.end(), same), pieces.end());
  return pieces;
}

// Four times the binary logarithm of `value` / 16, for values from 16 on.
std::uint32_t quarter_logarithm(std::uint32_t value) {
  const auto width = static_cast<std::uint32_t>(std::bit_width(value));
  const std::uint32_t two_bits = (value >> (width - 3)) & 3;
  return value < 16 ? 0 : 4 * (width - 5) + two_bits;
}

std::uint32_t total(std::span<const TitlePiece> pieces) {
  std::uint32_t sum = 0;
  for (const TitlePiece& piece : pieces) sum += piece.weight;
  return sum;
}

std::chrono::days distance(LocalTime a, LocalTime b) {
  return std::chrono::floor<std::chrono::days>(a > b ? a - b : b - a);
}

}  // namespace

TitlePieces::TitlePieces(std::span<const Item> plan) : frequency_(std::size_t{1} << frequency_bits) {
  const std::size_t step = plan.size() / sample_size + 1;
  for (std::size_t i = 0; i < plan.size(); i += step, ++sampled_) {
    for (const TitlePiece& piece : unweighted_pieces(plan[i].source->title)) {
      ++frequency_[piece.fingerprint >> (32 - frequency_bits)];
    }
  }
}

std::vector<TitlePiece> TitlePieces::of(std::string_view title) const {
  std::vector<TitlePiece> pieces = unweighted_pieces(title);
  for (TitlePiece& piece : pieces) piece.weight *= rarity(piece.fingerprint);
  return pieces;
}

std::uint32_t TitlePieces::rarity(std::uint32_t piece) const {
  const std::uint32_t frequency = frequency_[piece >> (32 - frequency_bits)];
  return 2 + quarter_logarithm(16 * (sampled_ + 1) / (frequency + 1));
}

int title_likeness(std::span<const TitlePiece> a, std::span<const TitlePiece> b) {
  std::uint32_t common = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].fingerprint == b[j].fingerprint) common += std::min(a[i].weight, b[j].weight);
    const bool step_a = a[i].fingerprint <= b[j].fingerprint;
    const bool step_b = b[j].fingerprint <= a[i].fingerprint;
    i += step_a;
    j += step_b;
  }
  const std::uint32_t sum = total(a) + total(b);
  return sum == 0 ? 0 : static_cast<int>(2000 * std::uint64_t{common} / sum);
}

int time_likeness(const Item& a, const Item& b) {
  if (a.when == b.when) return a.said == b.said ? 1000 : 950;
  if (a.source->kind == WhenKind::undated || b.source->kind == WhenKind::undated) return 0;
  const LocalTime a_end = last_moment(*a.source);
  const LocalTime b_end = last_moment(*b.source);
  if (a_end == b_end || first_moment(*a.source) == first_moment(*b.source)) return 700;
  constexpr std::chrono::days near{14};
  const std::chrono::days days = distance(a_end, b_end);
  return days > near ? 0 : 400 - 25 * static_cast<int>(days.count());
}

}  // namespace jalon
