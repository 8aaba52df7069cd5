// The tool: reads the world once, runs one command line, says with its exit code how that ended.
#include <unistd.h>

#include <csignal>
#include <string>
#include <vector>

#include "app/diagnostic_text.h"
#include "base/file_errors.h"
#include "cli/arguments.h"
#include "cli/environment.h"
#include "cli/output.h"
#include "cli/run.h"
#include "cli/texts.h"

int main(int count, char** words) {
  using namespace jalon;
  // Who reads our output may go away at any time; a calendar that is being written to a file is still finished.
  std::signal(SIGPIPE, SIG_IGN);
  const std::vector<std::string> arguments(words + (count > 0 ? 1 : 0), words + count);
  const Environment environment = read_environment();
  Output output(STDOUT_FILENO);
  Output errors(STDERR_FILENO);
  ExitCode code = run(arguments, environment, {output, errors});
  output.flush();
  if (output.error() != 0) {
    const Language language = asked_language(arguments).value_or(environment.language);
    const std::string name(text(Text::standard_output, language));
    errors.write(print_error(write_error(name, output.error()), {.language = language}));
    code = ExitCode::failed;
  }
  return static_cast<int>(code);
}
