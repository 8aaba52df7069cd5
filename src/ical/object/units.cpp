#include "ical/object/units.h"

#include <algorithm>
#include <array>
#include <utility>

#include "jalon/fields.h"

namespace jalon {
namespace {

constexpr std::array<std::pair<std::string_view, PropertyUnit>, 30> properties = {{
    {"SUMMARY", PropertyUnit::summary},
    {"DESCRIPTION", PropertyUnit::description},
    {"DTSTART", PropertyUnit::times},
    {"DTEND", PropertyUnit::times},
    {"DUE", PropertyUnit::times},
    {"DURATION", PropertyUnit::times},
    {"RRULE", PropertyUnit::times},
    {"RDATE", PropertyUnit::times},
    {"EXDATE", PropertyUnit::times},
    {"LOCATION", PropertyUnit::location},
    {"CATEGORIES", PropertyUnit::categories},
    {"PRIORITY", PropertyUnit::priority},
    {"STATUS", PropertyUnit::state},
    {"PERCENT-COMPLETE", PropertyUnit::state},
    {"COMPLETED", PropertyUnit::state},
    {"URL", PropertyUnit::url},
    {"RELATED-TO", PropertyUnit::relations},
    {"TRANSP", PropertyUnit::busy},
    {"ESTIMATED-DURATION", PropertyUnit::effort},
    {"DTSTAMP", PropertyUnit::revision},
    {"CREATED", PropertyUnit::revision},
    {"LAST-MODIFIED", PropertyUnit::revision},
    {"SEQUENCE", PropertyUnit::revision},
    {"X-LIC-ERROR", PropertyUnit::revision},
    {"X-RADICALE-NAME", PropertyUnit::revision},
    {"X-RECURRENCE-EXCEPTION", PropertyUnit::revision},
    {"X-MOZ-GENERATION", PropertyUnit::revision},
    {"X-MOZ-LASTACK", PropertyUnit::revision},
    {"X-MICROSOFT-CDO-OWNERAPPTID", PropertyUnit::revision},
    {"ACKNOWLEDGED", PropertyUnit::revision},
}};

constexpr std::array<std::pair<PropertyUnit, std::string_view>, 12> fields = {{
    {PropertyUnit::summary, "summary"},
    {PropertyUnit::description, "description"},
    {PropertyUnit::times, "times"},
    {PropertyUnit::location, "location"},
    {PropertyUnit::categories, "categories"},
    {PropertyUnit::priority, "priority"},
    {PropertyUnit::state, "state"},
    {PropertyUnit::url, "url"},
    {PropertyUnit::relations, "relations"},
    {PropertyUnit::busy, "busy"},
    {PropertyUnit::effort, "effort"},
    {PropertyUnit::rest, rest_field},
}};

}  // namespace

PropertyUnit unit_of(std::string_view property) {
  if (property.starts_with("X-JALON-")) return PropertyUnit::own;
  const auto* const found =
      std::find_if(properties.begin(), properties.end(), [&](const auto& each) { return each.first == property; });
  return found == properties.end() ? PropertyUnit::rest : found->second;
}

std::string_view field_of(PropertyUnit unit) {
  const auto* const found =
      std::find_if(fields.begin(), fields.end(), [&](const auto& each) { return each.first == unit; });
  return found == fields.end() ? std::string_view() : found->second;
}

PropertyUnit unit_of_field(std::string_view field) {
  const auto* const found =
      std::find_if(fields.begin(), fields.end(), [&](const auto& each) { return each.second == field; });
  return found == fields.end() ? PropertyUnit::rest : found->first;
}

}  // namespace jalon
