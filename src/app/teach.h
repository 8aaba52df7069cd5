// Help that teaches: how dates and attributes are written, which formats are read, what a synchronisation does; made
// from the tables by which they are read and done.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/settings.h"
#include "jalon/language.h"
#include "jalon/result.h"

namespace jalon {

enum class Topic : std::uint8_t { dates, attributes, formats, sync };

std::optional<Topic> find_topic(std::string_view word);  // "dates"; "attributes" or «attributs» …
std::span<const std::string_view> topic_names();

// Lines of at most `width` columns that end in line feeds. The examples are read from today, as a plan would be; an
// error where the settings name a zone that nobody knows.
Result<std::string> teach(Topic topic, const Settings& settings, std::size_t width);

}  // namespace jalon
