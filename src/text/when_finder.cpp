#include "text/when_finder.h"

#include <algorithm>

#include "base/catalogue.h"
#include "text/date_edges.h"

namespace jalon {
namespace {

class WhenFinder {
 public:
  WhenFinder(PhraseReader::Impl& reader, std::string_view title) : tokens_(reader, title), edges_(tokens_) {}

  std::optional<FoundWhen> find() {
    if (tokens_.end() == 0) return std::nullopt;
    if (auto date = tokens_.read(0, tokens_.end())) {
      date->found.cut = {};  // the date is all there is: it stays the title
      return date->found;
    }
    auto date = first_found();
    if (date) return settled(*date);
    if (const auto listed = edges_.numbers_at_end()) return unread(*listed);
    if (const auto listed = edges_.listed_at_start()) return unread(*listed);
    if (const auto days = edges_.alternatives()) return unread(*days);
    if (const auto excluded = edges_.excluded_at_end()) return unread(*excluded);
    if (auto apart = not_understood()) return apart;
    if (const auto inside = edges_.date_inside()) return unread(*inside, Code::date_inside);
    return std::nullopt;
  }

 private:
  using Found = std::optional<TitleDate>;

  Found first_found() {
    if (auto date = behind_separator()) return date;
    if (auto date = in_brackets()) return date;
    if (auto date = before_separator()) return date;
    if (auto date = as_adverb_at_end()) return date;
    if (auto date = before_bracket()) return date;
    return as_adverb_at_start();
  }

  // The date with all that belongs to it; where something does that cannot be read with it, a warning instead.
  FoundWhen settled(TitleDate& date) {
    edges_.grow(date);
    edges_.join_neighbours(date);
    join_elsewhere(date);
    edges_.settle_new_date(date);
    const auto larger = edges_.larger_date(date);
    return larger ? unread(*larger) : std::move(date.found);
  }

  // The day of an hour, or the hour of a day, may stand at the other end of the title.
  void join_elsewhere(TitleDate& date) {
    if (date.found.reading.verdict != Reading::Verdict::when) return;
    const bool day = !tokens_.is_only_time(date);
    if (day && tokens_.has_time(date)) return;
    const auto joins = [&](const Found& other) { return other && edges_.join(date, *other); };
    if (date.first > 0 && (joins(before_separator()) || joins(as_adverb_at_start()))) return;
    if (date.last < tokens_.end()) joins(day ? hour_at_end(date.last) : as_adverb_at_end());
  }

  Found hour_at_end(std::size_t behind) {
    constexpr std::size_t longest_hour = 10;
    const std::size_t end = tokens_.end();
    for (std::size_t i = std::max(behind + 1, end > longest_hour ? end - longest_hour : 0); i < end; ++i) {
      if (!tokens_[i].spaced || tokens_.follows_noun_link(i)) continue;
      auto hour = tokens_.read(i, end);
      if (!hour) continue;
      if (!tokens_.is_only_time(*hour)) return std::nullopt;  // the hour of another day
      hour->found.cut.end = static_cast<std::uint32_t>(tokens_.title().size());
      return hour;
    }
    return std::nullopt;
  }

  // «2 h» set apart may be how long it takes.
  Found read_set_apart(std::size_t first, std::size_t last) {
    if (tokens_.may_be_length(first, last)) return std::nullopt;
    return tokens_.read(first, last);
  }

  Found behind_separator() {
    const std::size_t end = tokens_.end();
    std::size_t close = end;
    for (std::size_t i = std::max<std::size_t>(tokens_.from(), 1); i < end; ++i) {
      const std::size_t size = tokens_.separator(i);
      if (size == 0) continue;
      if (auto date = read_set_apart(i + size, end)) {
        date->found.cut = {tokens_[i].begin, static_cast<std::uint32_t>(tokens_.title().size())};
        return date;
      }
      for (close = i + size + 1; close < end && tokens_.separator(close) == 0; ++close) {
      }
      if (close >= end || tokens_[i].mark == U':') continue;
      if (auto date = read_set_apart(i + size, close)) {
        date->found.cut = {tokens_[i].begin, tokens_[close - 1].end};
        return date;
      }
    }
    return std::nullopt;
  }

  Found in_brackets() {
    const std::size_t none = tokens_.size();
    std::size_t open = none;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_.is_mark(i, U"([")) open = i;
      if (open == none || !tokens_.is_mark(i, U")]")) continue;
      if (auto date = read_set_apart(open + 1, i)) {
        date->found.cut = {tokens_[open].begin, tokens_[i].end};
        return date;
      }
      open = none;
    }
    return std::nullopt;
  }

  Found before_separator() {
    for (std::size_t i = std::min(tokens_.end(), TitleTokens::reach); i-- > 1;) {
      const std::size_t size = tokens_.separator(i);
      if (size == 0 || i + size >= tokens_.end()) continue;
      if (auto date = read_set_apart(0, i)) {
        date->found.cut = {0, tokens_[i + size - 1].end};
        return date;
      }
    }
    return std::nullopt;
  }

  Found as_adverb_at_end() {
    const std::size_t end = tokens_.end();
    for (std::size_t i = std::max<std::size_t>(tokens_.from(), 1); i < end; ++i) {
      if (tokens_.follows_noun_link(i) || tokens_.ends_bare_range(i) || !tokens_[i].spaced) continue;
      auto date = tokens_.text(i) == "@" ? tokens_.read_alone(i, end) : tokens_.read(i, end);
      if (!date || !tokens_.is_adverb(*date)) continue;
      date->found.cut = {tokens_[i].begin, static_cast<std::uint32_t>(tokens_.title().size())};
      return date;
    }
    return std::nullopt;
  }

  // «… vendredi 10 h (apporter les pièces)»
  Found before_bracket() {
    const std::size_t end = tokens_.end();
    if (!tokens_.is_mark(end - 1, U")]")) return std::nullopt;
    std::size_t open = end - 1;
    while (open > 0 && !tokens_.is_mark(open, U"([")) --open;
    if (open < 2) return std::nullopt;
    tokens_.set_end(open);
    auto date = as_adverb_at_end();
    tokens_.set_end(end);
    if (date) date->found.cut.end = date->found.phrase.end;
    return date;
  }

  Found as_adverb_at_start() {
    if (!tokens_.may_begin(0) || tokens_.has(0, Term::day_part)) return std::nullopt;  // a meal: "Lunch Thursday at …"
    for (std::size_t last = std::min(tokens_.end() - 1, TitleTokens::reach / 2); last >= 1; --last) {
      const bool word_follows = tokens_.is_word(last) && tokens_[last].spaced;
      if (!word_follows || tokens_.has(last, Term::genitive)) continue;
      auto date = tokens_.read(0, last);
      if (!date || !tokens_.is_adverb(*date)) continue;
      // A fault may come from where the phrase was cut: «du 5 au 28» of «du 5 au 28 avril».
      if (date->found.reading.verdict == Reading::Verdict::error && tokens_.has(last, Term::month)) continue;
      date->found.cut = {0, tokens_[last].begin};
      return date;
    }
    return std::nullopt;
  }

  FoundWhen unread(const SourceSpan& words, Code code = Code::date_unread) const {
    FoundWhen found;
    found.phrase = words;
    const auto text = tokens_.title().substr(words.begin, words.end - words.begin);
    found.reading.diagnostics.push_back({code, words, {std::string(text)}});
    return found;
  }

  // What a person set apart as a date and nobody understands: «— avant la saint-glinglin».
  std::optional<FoundWhen> not_understood() const {
    for (std::size_t i = std::max<std::size_t>(tokens_.from(), 1); i + 1 < tokens_.end(); ++i) {
      const bool dash = tokens_[i].mark == U'-' && tokens_.separator(i) > 0;
      const bool sets_apart = dash || tokens_.is_mark(i, U"|([\u2192");
      if (!sets_apart || !tokens_.has_any(i + 1, {Term::bound, Term::within, Term::every})) continue;
      std::size_t last = i + 1;
      while (last < tokens_.end() && tokens_.separator(last) == 0 && !tokens_.is_mark(last, U")]")) ++last;
      return unread({tokens_[i + 1].begin, tokens_[last - 1].end});
    }
    return std::nullopt;
  }

  TitleTokens tokens_;
  DateEdges edges_;
};

}  // namespace

std::optional<FoundWhen> find_when(PhraseReader::Impl& reader, std::string_view title) {
  return WhenFinder(reader, title).find();
}

}  // namespace jalon
