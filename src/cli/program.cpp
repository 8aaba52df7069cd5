#include <unistd.h>

#include <csignal>

#include "base/file_errors.h"
#include "cli/run.h"
#include "cli/texts.h"

namespace jalon {

int run_program(const std::vector<std::string>& arguments, const RunOnline& run_online) {
  // Who reads our output may go away at any time; a calendar that is being written to a file is still finished.
  std::signal(SIGPIPE, SIG_IGN);
  const Environment environment = read_environment();
  Output output(STDOUT_FILENO);
  Output errors(STDERR_FILENO);
  ExitCode code = run(arguments, environment, {output, errors}, run_online);
  output.flush();
  if (output.error() != 0) {
    const Language language = asked_language(arguments).value_or(environment.language);
    const std::string name(text(Text::standard_output, language));
    errors.write(print_error(write_error(name, output.error()), {.language = language}));
    code = ExitCode::failed;
  }
  return static_cast<int>(code);
}

}  // namespace jalon
