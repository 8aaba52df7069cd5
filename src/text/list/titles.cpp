#include "text/list/titles.h"

#include <functional>

#include "text/list/letters.h"
#include "text/list/short_words.h"

namespace jalon::list {
namespace {

bool is_within(std::string_view part, std::string_view text) {
  const std::less_equal<const char*> at_most;
  return at_most(text.data(), part.data()) && at_most(part.data() + part.size(), text.data() + text.size());
}

bool stays(const Mark& mark) { return mark.form == MarkForm::mention || mark.form == MarkForm::stray; }

// Words that tie a name to the sentence: «écrire à @Marie» says whom, not only who.
constexpr ShortWords linking_words({"a",   "à",    "au",    "aux",   "avec", "chez", "de",   "du",   "des",
                                    "d",   "pour", "par",   "sur",   "le",   "la",   "les",  "un",   "une",
                                    "mon", "ma",   "nos",   "notre", "to",   "for",  "with", "from", "of",
                                    "by",  "the",  "about", "on",    "in",   "via",  "my",   "our",  "contre"});
constexpr ShortWords conjunctions({"et", "and", "&", "ou", "or", "+"});

// Empty where it is the only one, or too long to be a linking word.
std::string_view last_word(std::string_view text) {
  constexpr std::size_t longest = 6;  // bytes of a linking word
  std::size_t begin = text.size();
  while (begin > 0 && text.size() - begin <= longest && !is_blank(text[begin - 1])) --begin;
  return begin == 0 ? std::string_view{} : text.substr(begin);
}

// In a heading, words without a separator are a date only where they say so themselves.
bool counts_in_heading(std::string_view title, const FoundWhen& found) {
  const bool alone = trim(title).size() == found.phrase.end - found.phrase.begin;
  const auto before = trim(title.substr(found.cut.begin, found.phrase.begin - found.cut.begin));
  const auto behind = trim(title.substr(found.phrase.end, found.cut.end - found.phrase.end));
  const bool bound = (found.reading.said & said_bound) != 0;
  return alone || !before.empty() || !behind.empty() || bound;
}

}  // namespace

ReadTitle TitleReader::read(const LineText& line, std::span<const Mark> marks, DatePlace place) {
  line_ = line;
  find_segments(marks);
  ReadTitle result;
  if (segments_.empty()) {
    result.title = trim(line.text());
    return result;
  }
  if (segments_.size() > 1 && !take_date_segment(segments_.size() - 1, result)) take_date_segment(0, result);
  const bool whole = segments_.size() == 1 && !has_spoken_;
  const LineText words = whole ? line : joined(marks);
  const std::string_view title = whole ? segments_.front() : words.text();
  if (result.reading) {
    result.title = kept(title);
  } else {
    find_date(title, words, place, result);
  }
  return result;
}

void TitleReader::find_segments(std::span<const Mark> marks) {
  segments_.clear();
  stray_ = {};
  has_spoken_ = false;
  const std::string_view text = line_.text();
  const char* begin = text.data();  // of the segment
  const char* gap = begin;          // of what stands before the next mark
  bool spoken = false;
  const auto add = [&](const char* end) {
    if (end <= begin) return;
    const std::string_view segment = trim_separators({begin, static_cast<std::size_t>(end - begin)});
    if (!segment.empty()) segments_.push_back(segment);
  };
  for (const Mark& mark : marks) {
    if (mark.form == MarkForm::stray && stray_.empty()) stray_ = mark.whole;
    if (stays(mark)) continue;
    const std::string_view before = trim({gap, static_cast<std::size_t>(mark.whole.data() - gap)});
    const bool joins = gap != text.data() && conjunctions.has(before);
    spoken = !mark.kept.empty() && (joins ? spoken : linking_words.has(last_word(before)));
    has_spoken_ = has_spoken_ || spoken;
    const bool nothing_but_joint = joins && begin == gap;
    gap = mark.whole.data() + mark.whole.size();
    if (spoken) continue;
    if (!nothing_but_joint) add(mark.whole.data());
    begin = gap;
  }
  add(text.data() + text.size());
}

bool TitleReader::take_date_segment(std::size_t index, ReadTitle& result) {
  const std::string_view segment = segments_[index];
  Reading reading = phrases_.read(segment);
  if (reading.verdict == Reading::Verdict::none) return false;
  for (Diagnostic& diagnostic : reading.diagnostics) {
    diagnostic.span = line_.span_of(text_of(diagnostic.span, segment));
  }
  result.span = line_.span_of(segment);
  result.reading = std::move(reading);
  segments_.erase(segments_.begin() + static_cast<std::ptrdiff_t>(index));
  return true;
}

// The words from the first segment to the last, with what the marks between them leave.
LineText TitleReader::joined(std::span<const Mark> marks) {
  joined_.clear();
  places_.clear();
  const char* const end = segments_.back().data() + segments_.back().size();
  const char* at = segments_.front().data();
  const auto append = [&](const char* past) {
    if (past <= at) return;
    std::string_view part(at, static_cast<std::size_t>(past - at));
    if (joined_.empty() || joined_.back() == ' ') part = trim_left(part);
    if (part.empty()) return;
    places_.push_back({static_cast<std::uint32_t>(joined_.size()), line_.span_of(part).begin});
    joined_ += part;
  };
  for (const Mark& mark : marks) {
    const char* const past = mark.whole.data() + mark.whole.size();
    if (stays(mark) || past <= at || mark.whole.data() >= end) continue;
    append(mark.whole.data());
    at = mark.kept.empty() ? past : mark.kept.data();
    append(mark.kept.empty() ? past : mark.kept.data() + mark.kept.size());
    at = past;
  }
  append(end);
  return {joined_, places_, {}};
}

void TitleReader::find_date(std::string_view title, const LineText& line, DatePlace place, ReadTitle& result) {
  // What is nearly an attribute stays, with what follows it; the date stands before.
  const bool strays = !stray_.empty() && is_within(stray_, title);
  const std::size_t stray = strays ? static_cast<std::size_t>(stray_.data() - title.data()) : title.size();
  auto found = phrases_.find(title.substr(0, stray));
  if (found && (place == DatePlace::action || counts_in_heading(title, *found))) {
    take_found(title, line, std::move(*found), result);
  } else {
    result.title = kept(title);
  }
}

void TitleReader::take_found(std::string_view title, const LineText& line, FoundWhen found, ReadTitle& result) {
  for (Diagnostic& diagnostic : found.reading.diagnostics)
    diagnostic.span = line.span_of(text_of(diagnostic.span, title));
  result.span = line.span_of(text_of(found.phrase, title));
  result.reading = std::move(found.reading);
  result.title = what_stays(title, found);
}

std::string_view TitleReader::what_stays(std::string_view title, const FoundWhen& found) {
  const std::size_t size = title.size();
  const std::size_t second_cut = found.other_cut.end > 0 ? found.other_cut.begin : size;
  const std::string_view parts[] = {
      title.substr(0, found.cut.begin), title.substr(found.cut.end, second_cut - found.cut.end),
      title.substr(std::min<std::size_t>(size, std::max<std::size_t>(second_cut, found.other_cut.end)))};
  std::string_view only;
  std::string several;
  for (const std::string_view part : parts) {
    const std::string_view words = trim_separators(part);
    if (words.empty()) continue;
    if (!only.empty()) several += (several.empty() ? std::string(only) : "") + " " + std::string(words);
    if (only.empty()) only = words;
  }
  if (only.empty()) return kept(text_of(found.phrase, title));  // nothing but a date: it is the title too
  return several.empty() ? kept(only) : arena_.copy(several);
}

std::string_view TitleReader::kept(std::string_view part) {
  return is_within(part, joined_) ? arena_.copy(part) : part;
}

}  // namespace jalon::list
