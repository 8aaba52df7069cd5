// The page's own text, as src/view/page/ has it: put into the program at build (src/view/embed.cmake).
#pragma once

#include <string_view>

namespace jalon {

extern const std::string_view page_template;  // HTML with places {{title}}, {{data}} …
extern const std::string_view page_style;
extern const std::string_view page_script;
extern const std::string_view page_style_hash;  // SHA-256 in base64: what a Content-Security-Policy names it by
extern const std::string_view page_script_hash;

}  // namespace jalon
