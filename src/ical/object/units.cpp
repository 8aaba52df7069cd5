#include "ical/object/units.h"

#include <algorithm>
#include <array>
#include <utility>

#include "jalon/fields.h"

namespace jalon {
namespace {

constexpr std::array<std::pair<std::string_view, Unit>, 30> properties = {{
    {"SUMMARY", Unit::summary},
    {"DESCRIPTION", Unit::description},
    {"DTSTART", Unit::times},
    {"DTEND", Unit::times},
    {"DUE", Unit::times},
    {"DURATION", Unit::times},
    {"RRULE", Unit::times},
    {"RDATE", Unit::times},
    {"EXDATE", Unit::times},
    {"LOCATION", Unit::location},
    {"CATEGORIES", Unit::categories},
    {"PRIORITY", Unit::priority},
    {"STATUS", Unit::state},
    {"PERCENT-COMPLETE", Unit::state},
    {"COMPLETED", Unit::state},
    {"URL", Unit::url},
    {"RELATED-TO", Unit::relations},
    {"TRANSP", Unit::busy},
    {"ESTIMATED-DURATION", Unit::effort},
    {"DTSTAMP", Unit::revision},
    {"CREATED", Unit::revision},
    {"LAST-MODIFIED", Unit::revision},
    {"SEQUENCE", Unit::revision},
    {"X-LIC-ERROR", Unit::revision},
    {"X-RADICALE-NAME", Unit::revision},
    {"X-RECURRENCE-EXCEPTION", Unit::revision},
    {"X-MOZ-GENERATION", Unit::revision},
    {"X-MOZ-LASTACK", Unit::revision},
    {"X-MICROSOFT-CDO-OWNERAPPTID", Unit::revision},
    {"ACKNOWLEDGED", Unit::revision},
}};

constexpr std::array<std::pair<Unit, std::string_view>, 12> fields = {{
    {Unit::summary, "summary"},
    {Unit::description, "description"},
    {Unit::times, "times"},
    {Unit::location, "location"},
    {Unit::categories, "categories"},
    {Unit::priority, "priority"},
    {Unit::state, "state"},
    {Unit::url, "url"},
    {Unit::relations, "relations"},
    {Unit::busy, "busy"},
    {Unit::effort, "effort"},
    {Unit::rest, rest_field},
}};

}  // namespace

Unit unit_of(std::string_view property) {
  if (property.starts_with("X-JALON-")) return Unit::own;
  const auto* const found =
      std::find_if(properties.begin(), properties.end(), [&](const auto& each) { return each.first == property; });
  return found == properties.end() ? Unit::rest : found->second;
}

std::string_view field_of(Unit unit) {
  const auto* const found =
      std::find_if(fields.begin(), fields.end(), [&](const auto& each) { return each.first == unit; });
  return found == fields.end() ? std::string_view() : found->second;
}

Unit unit_of_field(std::string_view field) {
  const auto* const found =
      std::find_if(fields.begin(), fields.end(), [&](const auto& each) { return each.second == field; });
  return found == fields.end() ? Unit::rest : found->first;
}

}  // namespace jalon
