#include "jalon/phrase.h"

#include "base/catalogue.h"
#include "text/date_grammar.h"
#include "text/day_arithmetic.h"
#include "text/mistyped.h"
#include "text/phrase_reader.h"
#include "text/phrase_resolver.h"
#include "text/recurrences.h"
#include "text/when_finder.h"

namespace jalon {
namespace {

PhraseTraits traits_of(const PhraseTree& phrase) {
  return {phrase.bounded || phrase.has_within, phrase.recurrence.said, phrase.has_starting, phrase.between,
          phrase.range};
}

}  // namespace

PhraseReader::PhraseReader(PhraseContext context) : impl_(std::make_unique<Impl>(std::move(context))) {}
PhraseReader::~PhraseReader() = default;
PhraseReader::PhraseReader(PhraseReader&&) noexcept = default;
PhraseReader& PhraseReader::operator=(PhraseReader&&) noexcept = default;

const PhraseContext& PhraseReader::context() const { return impl_->context; }
void PhraseReader::set_context(PhraseContext context) { impl_->set_context(std::move(context)); }

Reading PhraseReader::read(std::string_view phrase) {
  impl_->line.read(phrase, impl_->lexicon);
  return impl_->read(phrase, 0, impl_->line.tokens().size()).reading;
}

std::optional<FoundWhen> PhraseReader::find(std::string_view title) {
  impl_->line.read(title, impl_->lexicon);
  auto found = find_when(*impl_, title);
  if (auto mistyped = find_mistyped_date(*impl_, title, found)) return mistyped;
  return found;
}

std::optional<Mistyped> PhraseReader::find_mistyped(std::string_view phrase) {
  return jalon::find_mistyped(*impl_, phrase);
}

std::optional<std::chrono::minutes> PhraseReader::read_duration(std::string_view text) {
  impl_->line.read(text, impl_->lexicon);
  for (const DateGrammar::Habits& habits : impl_->habits) {
    const auto length = impl_->grammar.read_length(impl_->line, 0, impl_->line.tokens().size(), habits);
    if (!length) continue;
    if (length->unit == Unit::minute) return std::chrono::minutes{length->minutes};
    const auto day = add_units(Day{}, length->unit, length->n, WorkDays::usual());
    if (day) return std::chrono::minutes{*day - Day{}};
  }
  return std::nullopt;
}

PhraseReader::Impl::Impl(PhraseContext first_context) : lexicon(Lexicon::standard()) {
  set_context(std::move(first_context));
}

void PhraseReader::Impl::set_context(PhraseContext new_context) {
  context = std::move(new_context);
  memo.clear();
  habits.clear();
  const auto tables = lexicon.tables();
  const auto add = [&](std::size_t i) {
    habits.push_back({static_cast<std::uint8_t>(i), tables[i]->day_first, context.numeric_order});
  };
  const std::string_view own = language_code(context.language);
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (tables[i]->code == own) add(i);
  }
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (tables[i]->code != own) add(i);
  }
}

PhraseReading PhraseReader::Impl::read(std::string_view text, std::size_t first, std::size_t last) {
  if (first == last) return {};
  const auto tokens = line.tokens();
  using Phrase = ReadingMemo::Phrase;
  const Phrase phrase(text.substr(tokens[first].begin, tokens[last - 1].end - tokens[first].begin),
                      tokens[first].spaced ? Phrase::Before::space : Phrase::Before::nothing,
                      line.has_stop(last) ? Phrase::Behind::stop : Phrase::Behind::nothing);
  PhraseReading result;
  if (memo.find(phrase, result) || line.tables_of(first, last) == 0) return result;
  result = read_anew(text, first, last);
  memo.keep(phrase, result);
  return result;
}

// In the plan's own language, else in the others. A fault counts only where no language reads the phrase.
PhraseReading PhraseReader::Impl::read_anew(std::string_view text, std::size_t first, std::size_t last) {
  Reading fault;
  const TableSet tables = line.tables_of(first, last);
  for (const DateGrammar::Habits& one : habits) {
    if ((tables >> one.table & 1U) == 0 || !grammar.read_phrase(line, first, last, one)) continue;
    PhraseResolver resolver(line, text, grammar.tree(), context);
    Reading reading = resolver.read();
    if (reading.verdict == Reading::Verdict::when) return {std::move(reading), traits_of(grammar.tree().phrase)};
    if (fault.verdict == Reading::Verdict::none) fault = std::move(reading);
  }
  return {std::move(fault), traits_of(grammar.tree().phrase)};
}

namespace {

std::string two(long value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::string iso_day(Day day) {
  const std::chrono::year_month_day date{day};
  return std::to_string(static_cast<int>(date.year())) + "-" + two(static_cast<unsigned>(date.month())) + "-" +
         two(static_cast<unsigned>(date.day()));
}

std::string iso_time(LocalTime time, bool timed) {
  const Day day = std::chrono::floor<std::chrono::days>(time);
  if (!timed) return iso_day(day);
  const auto minute = std::chrono::floor<std::chrono::minutes>(time - day).count();
  return iso_day(day) + "T" + two(minute / 60) + ":" + two(minute % 60);
}

std::string format_error(const Reading& reading) {
  if (reading.diagnostics.empty()) return "error";
  const std::string_view name = code_name(reading.diagnostics.front().code);
  return "error " + std::string(name.substr(name.find('.') + 1));
}

std::string format_series(const Recurrence& rule) {
  std::string out = " ; " + format_rule(rule);
  if (rule.until != Day::max()) out += ";UNTIL=" + iso_day(rule.until);
  for (std::size_t i = 0; i < rule.exceptions.size(); ++i) {
    out += (i == 0 ? ";EXDATE=" : ",") + iso_day(rule.exceptions[i]);
  }
  return out;
}

}  // namespace

std::string format_reading(const Reading& reading) {
  if (reading.verdict == Reading::Verdict::none) return "none";
  if (reading.verdict == Reading::Verdict::error) return format_error(reading);
  const When& when = reading.when;
  std::string out;
  switch (when.kind) {
    case WhenKind::undated:
      return "none";
    case WhenKind::event:
      out = "event " + iso_time(when.start, when.timed);
      if (when.timed || when.end > when.start) out += "/" + iso_time(when.end, when.timed);
      break;
    case WhenKind::deadline:
      out = "deadline " + iso_time(when.end, when.timed);
      break;
    case WhenKind::window:
      out = "window " + iso_day(when.first_day()) + "/" + iso_day(when.last_day());
      break;
  }
  if (when.recurrence) out += format_series(*when.recurrence);
  return out;
}

}  // namespace jalon
