#include "app/diagnostic_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "app/excerpt.h"
#include "base/display.h"

namespace jalon {
namespace {

constexpr std::size_t default_width = 100;
constexpr std::size_t least_width = 40;
constexpr std::size_t margin_width = 5;
constexpr std::array<std::array<std::string_view, language_count>, 3> severity_names = {
    {{"note", "note"}, {"avertissement", "warning"}, {"erreur", "error"}}};
constexpr std::array<std::string_view, 3> severity_colors = {"\x1b[1;36m", "\x1b[1;35m", "\x1b[1;31m"};
constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view plain = "\x1b[0m";

std::string colored(std::string_view text, std::string_view color, Color use) {
  return use == Color::on ? fmt::format("{}{}{}", color, text, plain) : std::string(text);
}

std::string_view color_of(Severity severity) { return severity_colors[static_cast<std::size_t>(severity)]; }

std::string dumped(const nlohmann::ordered_json& json) {
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace

DiagnosticPrinter::DiagnosticPrinter(std::string_view name, std::string_view text, DiagnosticStyle style,
                                     std::size_t first_line)
    : name_(printable(name)),
      text_(text),
      style_(style),
      first_line_(first_line),
      begins_(text, nullptr),
      ends_(text, nullptr) {}

DiagnosticPrinter::DiagnosticPrinter(const Plan& plan, DiagnosticStyle style)
    : name_(printable(plan.name)), text_(*plan.source), style_(style), first_line_(1), begins_(plan), ends_(plan) {}

std::string DiagnosticPrinter::print(const Diagnostic& diagnostic) {
  return style_.format == Format::json ? print_json(diagnostic) : print_text(diagnostic);
}

std::string DiagnosticPrinter::print_text(const Diagnostic& diagnostic) {
  const SourcePlace place = begins_.at(diagnostic.span.begin);
  const std::string_view color = color_of(severity_of(diagnostic));
  std::string result = fmt::format(
      "{} {} {} [{}]\n", colored(head(diagnostic, place), bold, style_.color),
      colored(fmt::format("{}:", severity_name(severity_of(diagnostic), style_.language)), color, style_.color),
      printable(message_of(diagnostic, style_.language)), code_name(diagnostic.code));
  const bool of_the_whole = diagnostic.span.end == 0;
  if (!of_the_whole) result += print_excerpt(diagnostic, place);
  const std::string mend = mend_of(diagnostic, style_.language);
  if (!mend.empty() && wants_mend(diagnostic, mend)) {
    result += fmt::format("{:{}} = {}\n", "", margin_width, printable(mend));
  }
  return result;
}

std::string DiagnosticPrinter::head(const Diagnostic& diagnostic, const SourcePlace& place) const {
  if (!begins_.is_sheet()) return fmt::format("{}:{}:{}:", name_, place.line + first_line_ - 1, place.column);
  const std::string cell = diagnostic.span.end == 0 ? "" : begins_.cell_name(diagnostic.span.begin);
  return cell.empty() ? name_ + ":" : fmt::format("{}: {}:", name_, printable(cell));
}

// A note comes often; once is enough to learn what to do about it.
bool DiagnosticPrinter::wants_mend(const Diagnostic& diagnostic, const std::string& mend) {
  return severity_of(diagnostic) != Severity::note || noted_mends_.insert(mend).second;
}

std::string DiagnosticPrinter::print_excerpt(const Diagnostic& diagnostic, const SourcePlace& place) const {
  const std::size_t room = std::max(style_.width == 0 ? default_width : style_.width, least_width) - margin_width - 3;
  const std::string_view line = text_.substr(place.line_begin, place.line_end - place.line_begin);
  const std::size_t begin = diagnostic.span.begin - place.line_begin;
  const std::size_t end = std::max(diagnostic.span.begin, diagnostic.span.end) - place.line_begin;
  const Excerpt excerpt = make_excerpt(line, begin, end, room);
  const std::string mark = "^" + std::string(excerpt.mark_width - 1, '~');
  return fmt::format("{:{}} | {}\n{:{}} | {:{}}{}\n", place.line + first_line_ - 1, margin_width, excerpt.line, "",
                     margin_width, "", excerpt.mark_column,
                     colored(mark, color_of(severity_of(diagnostic)), style_.color));
}

std::string DiagnosticPrinter::print_json(const Diagnostic& diagnostic) {
  const SourcePlace begin = begins_.at(diagnostic.span.begin);
  const SourcePlace end = ends_.at(std::max(diagnostic.span.begin, diagnostic.span.end));
  nlohmann::ordered_json json;
  json["type"] = "diagnostic";
  json["file"] = name_;
  json["line"] = begin.line + first_line_ - 1;
  json["column"] = begin.column;
  json["end_line"] = end.line + first_line_ - 1;
  json["end_column"] = end.column;
  if (begins_.is_sheet()) json["cell"] = begins_.cell_name(diagnostic.span.begin);
  json["severity"] = severity_name(severity_of(diagnostic), Language::english);
  json["code"] = code_name(diagnostic.code);
  json["message"] = message_of(diagnostic, style_.language);
  json["mend"] = mend_of(diagnostic, style_.language);
  json["text"] = text_.substr(std::min<std::size_t>(diagnostic.span.begin, text_.size()),
                              diagnostic.span.end - std::min(diagnostic.span.begin, diagnostic.span.end));
  return dumped(json);
}

std::string print_error(const Error& error, const DiagnosticStyle& style) {
  if (style.format == Format::text) {
    return print_error(message_of(error, style.language), mend_of(error, style.language), style);
  }
  nlohmann::ordered_json json;
  json["type"] = "error";
  json["severity"] = severity_name(Severity::error, Language::english);
  json["code"] = code_name(error.code);
  json["message"] = message_of(error, style.language);
  json["mend"] = mend_of(error, style.language);
  return dumped(json);
}

std::string print_error(std::string_view message, std::string_view mend, const DiagnosticStyle& style) {
  std::string result = fmt::format("{} {} {}\n", colored("jalon:", bold, style.color),
                                   colored(fmt::format("{}:", severity_name(Severity::error, style.language)),
                                           color_of(Severity::error), style.color),
                                   printable(message));
  if (!mend.empty()) result += fmt::format("     = {}\n", printable(mend));
  return result;
}

void sort_by_place(std::vector<Diagnostic>& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.span.begin < b.span.begin; });
}

std::string_view severity_name(Severity severity, Language language) {
  return severity_names[static_cast<std::size_t>(severity)][static_cast<std::size_t>(language)];
}

}  // namespace jalon
