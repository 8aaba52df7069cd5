#include "text/when_finder.h"

#include <algorithm>
#include <vector>

#include "base/catalogue.h"

namespace jalon {
namespace {

constexpr std::size_t reach = 40;  // tokens from either end in which a date is looked for

enum class Strength : std::uint8_t { none, weak, strong };  // how surely a mark sets a date apart

class WhenFinder {
 public:
  WhenFinder(PhraseReader::Impl& reader, std::string_view title)
      : reader_(reader), title_(title), tokens_(reader.line.tokens()), end_(tokens_.size()) {
    while (end_ > 0 && is_mark(end_ - 1, U".;!")) --end_;
  }

  std::optional<FoundWhen> find() {
    if (end_ == 0) return std::nullopt;
    if (auto found = whole()) return found;
    if (auto found = behind_separator()) return found;
    if (auto found = in_brackets()) return found;
    if (auto found = before_separator()) return found;
    if (auto found = as_adverb_at_end()) return found;
    if (auto found = as_adverb_at_start()) return found;
    return not_understood();
  }

 private:
  bool is_mark(std::size_t i, std::u32string_view marks) const {
    return tokens_[i].kind == Token::Kind::mark && marks.find(tokens_[i].mark) != std::u32string_view::npos;
  }
  bool spaced_after(std::size_t i) const { return i + 1 >= tokens_.size() || tokens_[i + 1].spaced; }
  bool has(std::size_t i, Term term) const { return has_any(i, {term}); }
  bool has_any(std::size_t i, const TermSet& terms) const { return reader_.line.terms(i).meets(terms); }

  // How many tokens a separator that starts here takes; 0 where there is none.
  std::size_t separator(std::size_t i) const {
    const Token& token = tokens_[i];
    if (token.kind != Token::Kind::mark) return 0;
    if (token.mark == U':' && i + 1 < end_ && is_mark(i + 1, U":")) return 2;
    if (token.mark == U'-') return token.long_dash || (token.spaced && spaced_after(i)) ? 1 : 0;
    if (token.mark == U':' || token.mark == U',') return spaced_after(i) ? 1 : 0;
    return token.mark == U'|' || token.mark == 0x2192 || token.mark == U';' ? 1 : 0;
  }

  bool may_begin(std::size_t i) const { return !reader_.line.terms(i).empty(); }

  std::optional<FoundWhen> read(std::size_t first, std::size_t last) {
    if (first >= last || last - first > reach || !may_begin(first)) return std::nullopt;
    FoundWhen found;
    found.reading = reader_.read(title_, first, last);
    if (found.reading.verdict == Reading::Verdict::none) return std::nullopt;
    found.phrase = {tokens_[first].begin, tokens_[last - 1].end};
    found.cut = found.phrase;
    return found;
  }

  std::optional<FoundWhen> whole() {
    auto found = read(0, end_);
    if (found) found->cut = {};  // the date is all there is: it stays the title
    return found;
  }

  std::optional<FoundWhen> behind_separator() {
    const std::size_t from = end_ > reach ? end_ - reach : 0;
    std::size_t close = end_;
    for (std::size_t i = std::max<std::size_t>(from, 1); i < end_; ++i) {
      const std::size_t size = separator(i);
      if (size == 0) continue;
      if (auto found = read(i + size, end_)) {
        found->cut = {tokens_[i].begin, static_cast<std::uint32_t>(title_.size())};
        return found;
      }
      for (close = i + size + 1; close < end_ && separator(close) == 0; ++close) {
      }
      if (close >= end_ || tokens_[i].mark == U':') continue;
      if (auto found = read(i + size, close)) {
        found->cut = {tokens_[i].begin, tokens_[close - 1].end};
        return found;
      }
    }
    return std::nullopt;
  }

  std::optional<FoundWhen> in_brackets() {
    std::size_t open = tokens_.size();
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (is_mark(i, U"([")) open = i;
      if (open == tokens_.size() || !is_mark(i, U")]")) continue;
      if (auto found = read(open + 1, i)) {
        found->cut = {tokens_[open].begin, tokens_[i].end};
        return found;
      }
      open = tokens_.size();
    }
    return std::nullopt;
  }

  std::optional<FoundWhen> before_separator() {
    for (std::size_t i = std::min(end_, reach); i-- > 1;) {
      const std::size_t size = separator(i);
      if (size == 0 || i + size >= end_) continue;
      if (auto found = read(0, i)) {
        found->cut = {0, tokens_[i + size - 1].end};
        return found;
      }
    }
    return std::nullopt;
  }

  // Whether tokens [first, last), which were read so, stand as an adverb would: «lundi», "before Christmas";
  // not as what the title is about: «la première semaine de janvier», "January".
  bool is_adverb(std::size_t first, std::size_t last, const Reading& reading) const {
    const PhraseTree& phrase = reader_.grammar.tree().phrase;
    const bool window = reading.when.kind == WhenKind::window;
    const bool named_day = (reading.said & said_day) != 0 && (reading.said & said_month) != 0;
    if (has_any(first, {Term::bound, Term::within, Term::every, Term::relative_day, Term::relative_part, Term::between,
                        Term::starting, Term::weekday_set, Term::end_of, Term::in_time, Term::ago}) &&
        (phrase.bounded || phrase.has_within || phrase.recurrence.said || phrase.has_starting || phrase.between ||
         (reading.said & said_relative) != 0)) {
      return true;
    }
    if (has(first, Term::genitive) && !phrase.range) return false;
    const bool article = has(first, Term::the);
    if (has(first, Term::deictic)) return true;
    if (window) {
      const bool deictic = (reading.said & said_relative) != 0 && (reading.said & (said_week | said_month)) == 0;
      return article ? deictic : has_any(first, {Term::on, Term::part, Term::between});
    }
    if (has_any(first, {Term::weekday, Term::weekdays})) return last - first > 1 || !is_abbreviation(first);
    if (reading.said & said_holiday) return has(first, Term::eve) || (!article && has_any(first, {Term::on, Term::at}));
    const bool time_only =
        (reading.said & (said_start_time | said_part_of_day)) != 0 && !named_day && (reading.said & said_weekday) == 0;
    if (time_only && reading.when.timed && first + 1 == last) return false;
    if (tokens_[first].kind == Token::Kind::number && has_slash(first, last)) return (reading.said & said_year) != 0;
    if (time_only && tokens_[first].kind == Token::Kind::number) return says_clock(first, last);
    return named_day ||
           has_any(first, {Term::on, Term::at, Term::approximate, Term::periodic, Term::from, Term::eve}) || article ||
           phrase.range || tokens_[first].kind == Token::Kind::number;
  }

  bool is_abbreviation(std::size_t i) const { return tokens_[i].end - tokens_[i].begin <= 4; }

  bool has_slash(std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i < last; ++i) {
      if (is_mark(i, U"/.")) return true;
    }
    return false;
  }

  // 14h30, 14:30, 5pm; not 2h, which may be how long it takes.
  bool says_clock(std::size_t first, std::size_t last) const {
    std::size_t numbers = 0;
    bool colon = false, meridiem = false;
    for (std::size_t i = first; i < last; ++i) {
      numbers += tokens_[i].kind == Token::Kind::number ? 1 : 0;
      colon = colon || is_mark(i, U":-");
      meridiem = meridiem || has(i, Term::meridiem);
    }
    return numbers > 1 || colon || meridiem;
  }

  std::optional<FoundWhen> as_adverb_at_end() {
    const std::size_t from = end_ > reach ? end_ - reach : 0;
    for (std::size_t i = std::max<std::size_t>(from, 1); i < end_; ++i) {
      const bool of_a_noun = has_any(i - 1, {Term::genitive, Term::the}) && tokens_[i - 1].kind == Token::Kind::word;
      if (of_a_noun || !tokens_[i].spaced) continue;
      auto found = read(i, end_);
      if (!found || !is_adverb(i, end_, found->reading)) continue;
      found->cut = {tokens_[i].begin, static_cast<std::uint32_t>(title_.size())};
      return found;
    }
    return std::nullopt;
  }

  std::optional<FoundWhen> as_adverb_at_start() {
    if (!may_begin(0)) return std::nullopt;
    for (std::size_t last = std::min(end_ - 1, reach / 2); last >= 1; --last) {
      const bool word_follows = tokens_[last].kind == Token::Kind::word && tokens_[last].spaced;
      if (!word_follows || has(last, Term::genitive)) continue;
      auto found = read(0, last);
      if (!found || !is_adverb(0, last, found->reading)) continue;
      // A fault may come from where the phrase was cut: «du 5 au 28» of «du 5 au 28 avril».
      if (found->reading.verdict == Reading::Verdict::error && has(last, Term::month)) continue;
      found->cut = {0, tokens_[last].begin};
      return found;
    }
    return std::nullopt;
  }

  // What a person set apart as a date and nobody understands: «— avant la saint-glinglin».
  std::optional<FoundWhen> not_understood() const {
    const std::size_t from = end_ > reach ? end_ - reach : 0;
    for (std::size_t i = std::max<std::size_t>(from, 1); i + 1 < end_; ++i) {
      const Token& token = tokens_[i];
      const bool sets_apart = (token.mark == U'-' && separator(i) > 0) || is_mark(i, U"|([\u2192");
      if (!sets_apart || !has_any(i + 1, {Term::bound, Term::within, Term::every})) continue;
      std::size_t last = i + 1;
      while (last < end_ && separator(last) == 0 && !is_mark(last, U")]")) ++last;
      FoundWhen found;
      found.phrase = {tokens_[i + 1].begin, tokens_[last - 1].end};
      found.reading.diagnostics.push_back(
          {Code::date_unread,
           found.phrase,
           {std::string(title_.substr(found.phrase.begin, found.phrase.end - found.phrase.begin))}});
      return found;
    }
    return std::nullopt;
  }

  PhraseReader::Impl& reader_;
  std::string_view title_;
  std::span<const Token> tokens_;
  std::size_t end_;
};

}  // namespace

std::optional<FoundWhen> find_when(PhraseReader::Impl& reader, std::string_view title) {
  return WhenFinder(reader, title).find();
}

}  // namespace jalon
