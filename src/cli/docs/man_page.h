// The manual page (man 7 man), made from the tables of commands and options. Gives roff in UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "jalon/language.h"

namespace jalon {

std::string man_page(std::string_view version, Language language);

}  // namespace jalon
