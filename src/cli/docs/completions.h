// What shells complete behind `jalon`, made from the tables of commands and options (src/cli/commands.h).
//
// Commands, options, their choices, files, topics of help and codes of messages. Gives the text of one file a shell.
#pragma once

#include <string>

#include "jalon/language.h"

namespace jalon {

std::string bash_completion();
std::string zsh_completion(Language language);
std::string fish_completion(Language language);

}  // namespace jalon
