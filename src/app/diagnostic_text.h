// How a diagnostic is shown to a person: file:line:column (of a sheet «file: Feuille1!C7»), the message, the line, a
// caret under the words, the mend; and to a program: one JSON object a line.
//
// Takes the text that the spans count in, UTF-8. Gives UTF-8 that ends in a line feed and is safe for a terminal.
// Diagnostics given in ascending order of their spans cost one pass over the text together. Pure.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/plan_places.h"
#include "base/color.h"
#include "base/source_place.h"
#include "jalon/diagnostic.h"
#include "jalon/language.h"
#include "jalon/result.h"

namespace jalon {

enum class Format : std::uint8_t { text, json };

struct DiagnosticStyle {
  Language language = Language::french;
  Color color = Color::off;
  Format format = Format::text;
  std::size_t width = 0;  // columns of the terminal; 0: a long line is cut at 100
};

class DiagnosticPrinter {
 public:
  // `first_line`: the number of the text's first line in what the person gave.
  DiagnosticPrinter(std::string_view name, std::string_view text, DiagnosticStyle style, std::size_t first_line = 1);
  DiagnosticPrinter(const Plan& plan, DiagnosticStyle style);
  std::string print(const Diagnostic& diagnostic);

 private:
  std::string print_text(const Diagnostic& diagnostic);
  std::string head(const Diagnostic& diagnostic, const SourcePlace& place) const;
  std::string print_excerpt(const Diagnostic& diagnostic, const SourcePlace& place) const;
  bool wants_mend(const Diagnostic& diagnostic, const std::string& mend);
  std::string print_json(const Diagnostic& diagnostic);

  std::string name_;
  std::string_view text_;
  DiagnosticStyle style_;
  std::size_t first_line_;
  PlanPlaces begins_;
  PlanPlaces ends_;
  std::set<std::string> noted_mends_;  // of notes, told already
};

// An error of the world: "jalon: error: …" and its mend.
std::string print_error(const Error& error, const DiagnosticStyle& style);
std::string print_error(std::string_view message, std::string_view mend, const DiagnosticStyle& style);

// By place in the text; those of one place stay in their order.
void sort_by_place(std::vector<Diagnostic>& diagnostics);

std::string_view severity_name(Severity severity, Language language);  // «erreur», "error"

}  // namespace jalon
