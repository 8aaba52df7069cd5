#include "cli/plan_options.h"

#include <algorithm>

#include "base/catalogue.h"

namespace jalon {
namespace {

// "auto" is an event: a file may go anywhere, and many calendars drop a VTODO without a word.
DeadlineForm deadline_form(const std::string& word) {
  if (word == "todo") return DeadlineForm::todo;
  return word == "both" ? DeadlineForm::both : DeadlineForm::event;
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return text;
}

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

// The words of the command line, else of the files, each checked where it was read.
class Words {
 public:
  Words(const CommandLine& line, const InForce& in_force) : line_(line), in_force_(in_force) {}
  std::string of(Option option, Key key) const {
    return line_.has(option) ? line_.value(option) : in_force_.value(key);
  }

 private:
  const CommandLine& line_;
  const InForce& in_force_;
};

}  // namespace

Result<Settings> PlanOptions::settings(const std::string& plan, Settings settings) {
  const auto in_force = files_.for_plan(plan);
  if (!in_force) return in_force.error();
  add_defaults(*in_force, settings);
  return settings;
}

Result<ConvertRequest> PlanOptions::request(const std::string& plan, const ConvertRequest& given) {
  const auto in_force = files_.for_plan(plan);
  if (!in_force) return in_force.error();
  ConvertRequest request = given;
  request.input = plan;
  add_defaults(*in_force, request.settings);
  const Words words(line_, *in_force);
  CalendarOptions& calendar = request.calendar;
  calendar.deadlines = deadline_form(words.of(Option::deadlines, Key::deadlines));
  calendar.deadline_mark = trimmed(words.of(Option::deadline_mark, Key::deadline_mark));  // the writer sets it off
  calendar.name = words.of(Option::name, Key::name);
  calendar.color = lower(words.of(Option::calendar_color, Key::calendar_color));
  if (const auto time = parse_time_of_day(words.of(Option::alarm_time, Key::alarm_time))) {
    calendar.all_day_alarm = *time;
  }
  if (in_force->value(Key::keep_going) == "true") request.on_error = OnError::keep_going;
  const std::string organizer = words.of(Option::organizer, Key::organizer);
  calendar.organizer = organizer.empty() ? environment_.email : organizer;
  if (calendar.invite && calendar.organizer.find('@') == std::string::npos) {
    return Error{ErrorKind::config, Code::option_organizer, {}};
  }
  return request;
}

std::string PlanOptions::told_faults(const DiagnosticStyle& style) {
  std::string told;
  for (const ConfigFile* file : files_.faulty()) {
    if (!told_.insert(file).second) continue;
    DiagnosticPrinter printer(file->path, file->config.text, style);
    for (const Diagnostic& diagnostic : file->config.diagnostics) told += printer.print(diagnostic);
  }
  return told;
}

}  // namespace jalon
