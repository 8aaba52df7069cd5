// The names of colours that a calendar may have (RFC 7986 section 5.9: those of CSS3, section 4.3).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace jalon {

std::span<const std::string_view> css_colors();  // lower case, in order

std::string rgb_of_css_color(std::string_view name);  // "#008080"; empty for any other word

}  // namespace jalon
