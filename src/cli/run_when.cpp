#include <unistd.h>

#include "app/when.h"
#include "base/file_errors.h"
#include "cli/lines.h"
#include "cli/run.h"
#include "cli/texts.h"
#include "cli/told.h"

namespace jalon {
namespace {

// Reads phrases one after the other, each with its number.
class PhraseTeller {
 public:
  PhraseTeller(WhenReader reader, std::string_view source, const Look& look, Streams streams)
      : reader_(std::move(reader)), source_(source), look_(look), streams_(streams) {}

  void tell(std::string_view phrase) {
    ++number_;
    const Reading reading = reader_.read(phrase);
    const Language language = reader_.language_of(phrase);
    if (reading.verdict != Reading::Verdict::when) code_ = ExitCode::problems;
    if (look_.format == Format::json) {
      streams_.output.write(when_json(phrase, reading, reader_.zone(), language));
      return;
    }
    streams_.output.write(format_reading(reading) + "\n");
    if (look_.loudness == Loudness::normal) tell_diagnostics(phrase, reading, language);
  }

  ExitCode code() const { return code_; }

 private:
  void tell_diagnostics(std::string_view phrase, const Reading& reading, Language language) {
    if (reading.diagnostics.empty()) return;
    streams_.output.flush();  // on a terminal, a reading stands before what is said about it
    DiagnosticPrinter printer(source_, phrase, errors_style(language, look_), number_);
    for (const Diagnostic& diagnostic : reading.diagnostics) streams_.errors.write(printer.print(diagnostic));
    streams_.errors.flush();
  }

  WhenReader reader_;
  std::string_view source_;
  const Look& look_;
  Streams streams_;
  std::size_t number_ = 0;
  ExitCode code_ = ExitCode::done;
};

Result<void> tell_lines(PhraseTeller& teller, Streams streams) {
  LineReader lines(STDIN_FILENO);
  std::string_view line;
  while (!streams.output.is_closed() && lines.next(line)) {
    teller.tell(line);
    if (!lines.has_waiting()) streams.output.flush();
  }
  if (lines.error() != 0) return read_error("-", lines.error());
  return {};
}

}  // namespace

ExitCode run_when(const std::vector<std::string>& phrases, const SettingsOf& settings_of, const Look& look,
                  Streams streams) {
  const auto given = settings_of("-");
  if (!given) return ExitCode::failed;
  const Settings& settings = *given;
  auto reader = WhenReader::make(settings);
  if (!reader) return tell(reader.error(), settings.shown_language(), look, streams);
  PhraseTeller teller(std::move(*reader), phrases.empty() ? "-" : "when", look, streams);
  for (const std::string& phrase : phrases) teller.tell(phrase);
  if (!phrases.empty()) return teller.code();
  if (::isatty(STDIN_FILENO) == 1 && look.loudness == Loudness::normal) {
    streams.errors.write(std::string(text(Text::type_phrases, settings.shown_language())) + "\n");
    streams.errors.flush();
  }
  const auto done = tell_lines(teller, streams);
  return done ? teller.code() : tell(done.error(), settings.shown_language(), look, streams);
}

}  // namespace jalon
