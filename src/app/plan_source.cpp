#include "app/plan_source.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/catalogue.h"
#include "jalon/calendar.h"
#include "jalon/phrase.h"
#include "jalon/workbook.h"

namespace jalon {
namespace {

bool is_workbook(ListFormat format) { return format == ListFormat::xlsx || format == ListFormat::ods; }

}  // namespace

PlanSource::PlanSource(std::string name, std::string bytes, const Settings& settings)
    : settings_(settings),
      name_(std::move(name)),
      bytes_(std::move(bytes)),
      format_(settings.format ? *settings.format : detect_format(name_, bytes_)) {}

Plan PlanSource::read(ListOptions options) {
  options.format = format_;
  if (format_ == ListFormat::ics) return read_calendar_bytes(std::move(bytes_), options);
  if (!is_workbook(format_)) return read_list(name_, std::move(bytes_), options);
  SheetText sheet = read_workbook(bytes_, settings_.sheet);
  of_workbook_ = sheet.diagnostics;
  return read_sheet(name_, std::move(sheet), options);
}

Plan PlanSource::read_calendar_bytes(std::string bytes, const ListOptions& options) const {
  constexpr std::size_t shown_to_detect = 65536;
  CalendarReading reading;
  reading.as_of = options.as_of.value_or(options.today);
  reading.as_of_given = options.as_of.has_value();
  reading.language =
      options.language ? options.language : detect_language(std::string_view(bytes).substr(0, shown_to_detect));
  reading.fallback_language = options.fallback_language;
  reading.timezone = settings_.timezone;
  reading.system_zone = settings_.given_zone();
  return read_calendar(name_, std::move(bytes), reading);
}

Plan PlanSource::read_again(const Plan& plan, ListOptions options) const {
  options.format = format_;
  if (is_workbook(format_)) return read_sheet(name_, {*plan.source, plan.sheet, of_workbook_}, options);
  if (format_ == ListFormat::ics) return read_calendar_bytes(*plan.source, options);
  Plan again = read_list(name_, *plan.source, options);
  std::copy_if(plan.diagnostics.begin(), plan.diagnostics.end(), std::back_inserter(again.diagnostics),
               [](const Diagnostic& d) { return d.code == Code::list_encoding; });
  return again;
}

}  // namespace jalon
