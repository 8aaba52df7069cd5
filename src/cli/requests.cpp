#include "cli/requests.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "app/css_colors.h"
#include "base/nearest.h"

namespace jalon {
namespace {

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return text;
}

std::optional<UsageFault> fault_of_time(const CommandLine& line) {
  if (!line.has(Option::alarm_time) || parse_time_of_day(line.value(Option::alarm_time))) return std::nullopt;
  return UsageFault{Text::bad_time, {line.value(Option::alarm_time)}, Text::bad_time_mend, {}};
}

OutputForm output_form(const std::string& word) {
  if (word == "json") return OutputForm::json;
  return word == "jsonl" ? OutputForm::jsonl : OutputForm::ics;
}

std::optional<UsageFault> fault_of_color(const CommandLine& line) {
  if (!line.has(Option::calendar_color)) return std::nullopt;
  const std::string color = lower(line.value(Option::calendar_color));
  const auto known = css_colors();
  if (std::find(known.begin(), known.end(), color) != known.end()) return std::nullopt;
  UsageFault fault{Text::bad_color, {line.value(Option::calendar_color)}, Text::bad_color_mend, {}};
  if (const std::string_view near = nearest(color, known); !near.empty()) {
    fault.mend = Text::did_you_mean;
    fault.mend_values = {std::string(near)};
  }
  return fault;
}

std::optional<UsageFault> read_epoch(const Environment& environment, ConvertRequest& request) {
  const std::string& text = environment.source_date_epoch;
  if (text.empty()) return std::nullopt;
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  constexpr std::int64_t last = 253402300799;  // 9999-12-31T23:59:59Z: years have four digits in iCalendar
  if (error != std::errc() || end != text.data() + text.size() || seconds < 0 || seconds > last) {
    return UsageFault{Text::bad_epoch, {text}, Text::bad_epoch_mend, {}};
  }
  request.source_date_epoch = std::chrono::sys_seconds{std::chrono::seconds{seconds}};
  return std::nullopt;
}

std::optional<ListFormat> parse_format(const std::string& word) {
  for (std::size_t i = 0; i < list_format_count; ++i) {
    if (format_name(static_cast<ListFormat>(i)) == word) return static_cast<ListFormat>(i);
  }
  return std::nullopt;
}

Color color_on(const std::string& choice, bool terminal, const Environment& environment) {
  if (choice == "always") return Color::on;
  if (choice == "never" || environment.colors_unwanted) return Color::off;
  return terminal ? Color::on : Color::off;
}

}  // namespace

std::variant<Settings, UsageFault> make_settings(const CommandLine& line, const Environment& environment) {
  Settings settings;
  settings.now = environment.now;
  settings.system_zone = environment.system_zone;
  settings.timezone = line.value(Option::timezone);
  settings.language = parse_language(line.value(Option::lang));
  settings.numeric_order = numeric_order_of(line.value(Option::lang));
  settings.locale_language = environment.language;
  settings.due = line.value(Option::due);
  settings.remind = line.value(Option::remind);
  settings.format = parse_format(line.value(Option::from));
  settings.sheet = line.value(Option::sheet);
  settings.columns = line.value(Option::columns);
  if (!line.has(Option::as_of)) return settings;
  settings.as_of = parse_moment(line.value(Option::as_of));
  if (!settings.as_of) return UsageFault{Text::bad_moment, {line.value(Option::as_of)}, Text::bad_moment_mend, {}};
  return settings;
}

std::variant<ConvertRequest, UsageFault> make_convert_request(const CommandLine& line, const Environment& environment) {
  auto settings = make_settings(line, environment);
  if (auto* fault = std::get_if<UsageFault>(&settings)) return *fault;
  ConvertRequest request;
  request.settings = std::get<Settings>(std::move(settings));
  request.output = line.value(Option::output);
  request.form = output_form(line.value(Option::to));
  request.on_error = line.has(Option::keep_going) ? OnError::keep_going : OnError::stop;
  request.previous = line.has(Option::fresh) ? PreviousFile::forget : PreviousFile::match;
  request.calendar.invite = line.has(Option::invite);
  if (auto fault = fault_of_time(line)) return *fault;
  if (auto fault = fault_of_color(line)) return *fault;
  if (auto fault = read_epoch(environment, request)) return *fault;
  return request;
}

std::variant<ShowRequest, UsageFault> make_show_request(const CommandLine& line, const Environment& environment) {
  auto settings = make_settings(line, environment);
  if (auto* fault = std::get_if<UsageFault>(&settings)) return *fault;
  ShowRequest request;
  request.settings = std::get<Settings>(std::move(settings));
  request.inputs = line.operands;
  request.today = line.value(Option::today);
  request.from = line.value(Option::since);
  request.until = line.value(Option::until);
  request.owner = line.value(Option::owner);
  request.tag = line.value(Option::tag);
  request.scope = line.has(Option::overdue) ? Scope::overdue : Scope::everything;
  return request;
}

Look make_look(const CommandLine& line, const Environment& environment) {
  const std::string color = line.value(Option::color);
  Look look;
  look.format = line.value(Option::format) == "json" ? Format::json : Format::text;
  look.loudness = line.has(Option::quiet) ? Loudness::quiet : Loudness::normal;
  look.output_color = color_on(color, environment.output_is_terminal, environment);
  look.errors_color = color_on(color, environment.errors_are_terminal, environment);
  look.output_width = environment.output_width;
  look.errors_width = environment.errors_width;
  return look;
}

}  // namespace jalon
