// The topics of `jalon help TOPIC` that have a file of their own. Each is made from the tables by which the tool works.
#pragma once

#include <cstddef>
#include <string>

#include "jalon/language.h"

namespace jalon {

// Lines of at most `width` columns that end in line feeds.
std::string teach_formats(Language language, std::size_t width);
std::string teach_sync(Language language, std::size_t width);

}  // namespace jalon
