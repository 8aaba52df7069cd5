// What is wrong with a command line, and its mend: data, worded when it is shown.
#pragma once

#include <string>
#include <vector>

#include "cli/texts.h"

namespace jalon {

struct UsageFault {
  Text message = Text::none;
  std::vector<std::string> values;  // {0}, {1} … of the message
  Text mend = Text::none;           // none: there is none
  std::vector<std::string> mend_values;
};

std::string message_of(const UsageFault& fault, Language language);
std::string mend_of(const UsageFault& fault, Language language);

}  // namespace jalon
