#include "app/team/output_record.h"

#include <array>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "app/rewrite.h"
#include "base/file_facts.h"
#include "base/files.h"
#include "base/name_uuid.h"

namespace jalon {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view head = "{\"jalon\":\"outputs\",\"version\":1}\n";
constexpr std::string_view file_name = ".jalon-outputs";
constexpr std::int64_t clocks_apart = 2'000'000'000;  // nanoseconds: the coarsest time stamp of a disk in use

std::string path_in(const std::string& folder) { return (std::filesystem::path(folder) / file_name).string(); }

std::string line_of(const std::string& output, const RecordedOutput& record) {
  const TeamCounts& counts = record.counts;
  Json json;
  json["output"] = output;
  json["source"] = record.source;
  json["plan"] = record.plan_state;
  json["bytes"] = record.plan_bytes;
  json["state"] = record.output_state;
  json["conditions"] = record.conditions;
  json["day"] = {record.from, record.until};
  json["counts"] = {counts.events, counts.deadlines, counts.undated, counts.done,
                    counts.errors, counts.warnings,  counts.notes,   counts.left_out};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<std::pair<std::string, RecordedOutput>> read_line(std::string_view line) {
  const Json json = Json::parse(line, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  try {
    RecordedOutput record;
    json.at("source").get_to(record.source);
    json.at("plan").get_to(record.plan_state);
    json.at("bytes").get_to(record.plan_bytes);
    json.at("state").get_to(record.output_state);
    json.at("conditions").get_to(record.conditions);
    json.at("day").at(0).get_to(record.from);
    json.at("day").at(1).get_to(record.until);
    TeamCounts& counts = record.counts;
    const std::array fields = {&counts.events, &counts.deadlines, &counts.undated, &counts.done,
                               &counts.errors, &counts.warnings,  &counts.notes,   &counts.left_out};
    for (std::size_t i = 0; i < fields.size(); ++i) json.at("counts").at(i).get_to(*fields[i]);
    return std::pair(json.at("output").get<std::string>(), std::move(record));
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

std::string text_of(const Settings& settings) {
  const ListDefaults& list = settings.defaults.list;
  Json json = {settings.timezone,
               settings.system_zone,
               settings.defaults.timezone,
               settings.language ? static_cast<int>(*settings.language) : -1,
               static_cast<int>(settings.numeric_order),
               static_cast<int>(settings.locale_language),
               settings.as_of ? settings.as_of->time_since_epoch().count() : -1,
               settings.due,
               settings.remind,
               list.language ? static_cast<int>(*list.language) : -1,
               static_cast<int>(list.numeric_order),
               list.due,
               list.remind,
               list.owner,
               list.tags,
               list.holidays,
               list.working_days,
               list.end_of_day ? list.end_of_day->count() : -1,
               settings.format ? static_cast<int>(*settings.format) : -1,
               settings.sheet,
               settings.columns};
  for (const ListDefaults::Contact& contact : list.people) json.push_back({contact.name, contact.address});
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string text_of(const CalendarOptions& options) {
  const Json json = {static_cast<int>(options.deadlines),
                     options.deadline_mark,
                     options.invite,
                     options.organizer,
                     options.name,
                     options.color,
                     options.all_day_alarm.count()};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

OutputRecord OutputRecord::read(const std::string& folder) {
  OutputRecord record;
  const std::string path = path_in(folder);
  if (kind_of_file(path) != FileKind::regular) return record;
  const auto bytes = read_file(path);
  if (!bytes || !bytes->starts_with(head)) return record;
  std::string_view rest = std::string_view(*bytes).substr(head.size());
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (auto line = read_line(rest.substr(0, end))) record.outputs_.insert(std::move(*line));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return record;
}

Result<void> OutputRecord::write(const std::string& folder) const {
  const std::string path = path_in(folder);
  std::optional<std::string> previous;
  if (kind_of_file(path) == FileKind::regular) {
    if (auto bytes = read_file(path)) previous = std::move(*bytes);
  }
  if (!previous && outputs_.empty()) return {};
  Rewrite file(path, previous ? std::optional<std::string_view>(*previous) : std::nullopt);
  file.write(head);
  for (const auto& [output, record] : outputs_) file.write(line_of(output, record));
  const auto done = file.commit();
  if (!done) return done.error();
  return {};
}

std::string fingerprint_of(std::string_view bytes) { return format_uuid(make_name_uuid({}, {bytes})); }

bool is_settled(const FileState& state, std::chrono::sys_seconds read_at) {
  const auto nanoseconds = std::chrono::nanoseconds(read_at.time_since_epoch()).count();
  return state.changed_at + clocks_apart < nanoseconds;
}

std::string conditions_of(const ConvertRequest& request, std::string_view program) {
  const std::string epoch =
      request.source_date_epoch ? std::to_string(request.source_date_epoch->time_since_epoch().count()) : "-";
  return fingerprint_of(std::string(program) + "\n" + text_of(request.settings) + "\n" + text_of(request.calendar) +
                        "\n" + epoch + (request.on_error == OnError::keep_going ? "k" : "s") + "\n" + request.known_as +
                        "\n" + std::to_string(static_cast<int>(request.form)));
}

}  // namespace jalon
