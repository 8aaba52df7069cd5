// Runs the commands that reach a server many times, each in a fork of this program: a whole process, which can be
// killed at any moment, without the time that loading it anew takes.
//
// A line of standard input is a run, in JSON: {"folder": …, "environment": {…}, "words": […]}. Its output goes to the
// files «out» and «err» of the folder. Answers two lines: the process's number as it begins, and at its end
// {"code": …, "signal": …, "peak": …}, the last one in KiB.
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/online/run_online.h"
#include "cli/run.h"

namespace {

using nlohmann::json;

bool redirect(const char* path, int flags, int to) {
  const int opened = ::open(path, flags | O_CLOEXEC, 0600);
  return opened >= 0 && ::dup2(opened, to) == to;
}

int run_one(const json& run) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  constexpr int into = O_WRONLY | O_CREAT | O_TRUNC;
  const bool ready = ::chdir(run.at("folder").get<std::string>().c_str()) == 0 &&
                     redirect("/dev/null", O_RDONLY, STDIN_FILENO) && redirect("out", into, STDOUT_FILENO) &&
                     redirect("err", into, STDERR_FILENO) && ::clearenv() == 0;
  if (!ready) return 70;
  for (const auto& [name, value] : run.at("environment").items())
    ::setenv(name.c_str(), value.get<std::string>().c_str(), 1);
  return jalon::run_program(run.at("words").get<std::vector<std::string>>(), jalon::run_online);
}

json end_of(pid_t process) {
  int status = 0;
  rusage used{};
  ::wait4(process, &status, 0, &used);
  return {{"code", WIFEXITED(status) ? WEXITSTATUS(status) : -1},
          {"signal", WIFSIGNALED(status) ? WTERMSIG(status) : 0},
          {"peak", used.ru_maxrss}};
}

}  // namespace

int main() try {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  for (std::string line; std::getline(std::cin, line);) {
    const json run = json::parse(line);
    const pid_t process = ::fork();
    if (process < 0) return 71;
    if (process == 0) ::_exit(run_one(run));
    std::cout << process << std::endl;
    std::cout << end_of(process).dump() << std::endl;
  }
} catch (const std::exception& fault) {
  std::cerr << fault.what() << "\n";
  return 72;
}
