#include "app/previous_calendar.h"

#include <utility>

#include "base/catalogue.h"
#include "base/file_facts.h"

namespace jalon {
namespace {

// The same error, naming the file and what to do about it.
Error refusal(const Error& error, const std::string& path) {
  if (error.code != Code::calendar_damaged) return {ErrorKind::refused, Code::output_foreign, {path}};
  return {ErrorKind::refused, Code::output_damaged, {path, error.arguments.at(0)}};
}

}  // namespace

std::optional<std::string_view> PreviousCalendar::bytes() const {
  return file ? std::optional(file->bytes()) : std::nullopt;
}

Result<PreviousCalendar> read_previous_calendar(const std::string& path) {
  if (kind_of_file(path) != FileKind::regular) return PreviousCalendar{};
  auto file = MappedFile::open(path);
  if (!file) return file.error();
  if (file->bytes().empty()) return PreviousCalendar{};
  auto items = read_previous(file->bytes());
  if (!items) return refusal(items.error(), path);
  file->rest();  // until the new bytes are compared with them
  return PreviousCalendar{std::move(*file), std::move(*items)};
}

}  // namespace jalon
