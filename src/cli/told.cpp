#include "cli/told.h"

#include <array>

#include "base/catalogue.h"
#include "cli/texts.h"

namespace jalon {
namespace {

constexpr std::size_t notes_of_a_kind = 3;

// Counts the notes of each kind, and says which are still to be told.
class NoteCounter {
 public:
  explicit NoteCounter(Notes notes) : notes_(notes) {}

  bool wants(const Diagnostic& diagnostic) {
    if (severity_of(diagnostic) != Severity::note || notes_ == Notes::all) return true;
    if (notes_ == Notes::some && ++counts_[static_cast<std::size_t>(diagnostic.code)] <= notes_of_a_kind) return true;
    ++left_;
    return false;
  }
  std::size_t left() const { return notes_ == Notes::some ? left_ : 0; }

 private:
  Notes notes_;
  std::array<std::size_t, static_cast<std::size_t>(Code::count_)> counts_{};
  std::size_t left_ = 0;
};

std::string counted_if_any(Text one, std::size_t count, Language language) {
  return count == 0 ? std::string() : counted(one, count, language);
}

}  // namespace

std::string told_diagnostics(const Plan& plan, const DiagnosticStyle& style, Notes notes) {
  DiagnosticPrinter printer(plan, style);
  NoteCounter counter(notes);
  std::string result;
  for (const Diagnostic& diagnostic : plan.diagnostics) {
    if (counter.wants(diagnostic)) result += printer.print(diagnostic);
  }
  if (counter.left() > 0) result += counted(Text::more_notes_one, counter.left(), style.language) + "\n";
  return result;
}

std::string told_actions(const PlanCounts& counts, Language language) {
  const std::size_t all = counts.events + counts.deadlines + counts.undated + counts.faulty;
  const std::string kinds = listed({counted_if_any(Text::event_one, counts.events, language),
                                    counted_if_any(Text::deadline_one, counts.deadlines, language),
                                    counted_if_any(Text::undated_one, counts.undated, language),
                                    counted_if_any(Text::faulty_one, counts.faulty, language)});
  return counted(Text::action_one, all, language) + (kinds.empty() ? "" : ": " + kinds);
}

std::string told_faults(const PlanCounts& counts, Language language) {
  return listed({counted_if_any(Text::error_one, counts.errors, language),
                 counted_if_any(Text::warning_one, counts.warnings, language),
                 counted_if_any(Text::note_one, counts.notes, language)});
}

std::string listed(std::initializer_list<std::string> parts) {
  std::string result;
  for (const std::string& part : parts) {
    if (!part.empty()) result += (result.empty() ? "" : ", ") + part;
  }
  return result;
}

DiagnosticStyle errors_style(Language language, const Look& look) {
  return {.language = language, .color = look.errors_color, .format = look.format, .width = look.errors_width};
}

}  // namespace jalon
