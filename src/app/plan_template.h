// The first plans that `jalon init` writes: the files of src/app/templates, put into the program at build.
#pragma once

#include <cstdint>
#include <string_view>

#include "jalon/language.h"

namespace jalon {

enum class PlanTemplate : std::uint8_t { year_end, project, weekly };

std::string_view template_text(PlanTemplate name, Language language);  // with {{today}} where the day goes

}  // namespace jalon
