#include "cli/run_init.h"

#include <unistd.h>

#include <functional>

#include "app/init.h"
#include "app/load_plan.h"
#include "cli/lines.h"
#include "cli/texts.h"
#include "jalon/phrase.h"
#include "jalon/zone.h"

namespace jalon {
namespace {

PlanTemplate template_of(const std::string& word) {
  if (word == "project") return PlanTemplate::project;
  return word == "weekly" ? PlanTemplate::weekly : PlanTemplate::year_end;
}

// Asks until an answer is understood; where nobody answers any more, what is proposed counts.
class Questions {
 public:
  Questions(Language language, const Environment& environment, const Look& look, Streams streams)
      : language_(language), environment_(environment), look_(look), streams_(streams), lines_(STDIN_FILENO) {}

  void speak(Language language) { language_ = language; }

  std::string ask(Text question, const std::string& proposed, const std::function<bool(const std::string&)>& fits) {
    for (;;) {
      streams_.output.write(text(question, language_));
      streams_.output.write(proposed.empty() ? ": " : " [" + proposed + "]: ");
      streams_.output.flush();
      std::string_view line;
      if (!lines_.next(line)) {
        streams_.output.write("\n");
        return proposed;
      }
      if (!environment_.input_is_terminal) streams_.output.write("\n");
      std::string answer(line);
      if (answer.empty()) return proposed;
      if (fits(answer)) return answer;
      tell(UsageFault{Text::not_understood, {answer}, Text::none, {}}, language_, look_, streams_);
      streams_.errors.flush();
    }
  }

 private:
  Language language_;
  const Environment& environment_;
  const Look& look_;
  Streams streams_;
  LineReader lines_;
};

bool are_holidays(const std::string& answer) { return parse_work_days(answer, "") != nullptr; }

InitAnswers ask_all(Questions& questions, Language& language, const Environment& environment) {
  const auto any = [](const std::string&) { return true; };
  InitAnswers answers;
  answers.lang = questions.ask(Text::ask_language, std::string(language_code(language)),
                               [](const std::string& answer) { return parse_language(answer).has_value(); });
  language = parse_language(answers.lang).value_or(language);
  questions.speak(language);
  answers.timezone = questions.ask(Text::ask_zone, environment.system_zone.empty() ? "UTC" : environment.system_zone,
                                   [](const std::string& answer) { return Zone::find_exact(answer).has_value(); });
  answers.holidays = questions.ask(Text::ask_holidays, "", are_holidays);
  answers.account = questions.ask(Text::ask_account, "", any);
  answers.calendar = questions.ask(Text::ask_calendar, "", any);
  return answers;
}

}  // namespace

ExitCode run_init(const CommandLine& line, const Environment& environment, Language language, const Look& look,
                  Streams streams) {
  const PlanTemplate name = template_of(line.value(Option::plan_template));
  for (const Language each : {Language::french, Language::english}) {
    if (auto there = refuse_existing(init_files(name, each)); !there)
      return tell(there.error(), language, look, streams);
  }
  const auto settings = make_settings(line, environment);
  if (const auto* fault = std::get_if<UsageFault>(&settings)) return tell(*fault, language, look, streams);
  Questions questions(language, environment, look, streams);
  const InitAnswers answers = ask_all(questions, language, environment);
  const auto zone = Zone::find(answers.timezone);
  if (!zone) return tell(zone.error(), language, look, streams);
  const LocalTime now = today_in(*zone, std::get<Settings>(settings));
  const InitFiles files = init_files(name, language);
  const auto written = write_init(files, name, answers, language, std::chrono::floor<std::chrono::days>(now));
  if (!written) return tell(written.error(), language, look, streams);
  streams.output.write(text(Text::init_done, language, {files.settings, files.plan}));
  return ExitCode::done;
}

}  // namespace jalon
