#include "cli/tool.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace jalon {
namespace {

struct Pipe {
  int read_end = -1;
  int write_end = -1;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) ADD_FAILURE() << "no pipe";
  return {ends[0], ends[1]};
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> result;
  result.reserve(words.size() + 1);
  for (std::string& word : words) result.push_back(word.data());
  result.push_back(nullptr);
  return result;
}

// Writes the input and reads both streams until they end, whichever is ready.
void exchange(const std::string& input, int to_child, std::array<int, 2> from_child,
              std::array<std::string*, 2> texts) {
  std::size_t written = 0;
  std::array<pollfd, 3> waits = {{{from_child[0], POLLIN, 0}, {from_child[1], POLLIN, 0}, {to_child, POLLOUT, 0}}};
  const auto stop = [](pollfd& wait) {
    ::close(wait.fd);
    wait.fd = -1;
  };
  if (input.empty()) stop(waits[2]);
  while (waits[0].fd >= 0 || waits[1].fd >= 0) {
    ::poll(waits.data(), waits.size(), -1);
    if (waits[2].fd >= 0 && waits[2].revents != 0) {
      const ssize_t done = ::write(waits[2].fd, input.data() + written, input.size() - written);
      if (done > 0) written += static_cast<std::size_t>(done);
      if (done < 0 || written == input.size()) stop(waits[2]);
    }
    for (std::size_t i = 0; i < 2; ++i) {
      if (waits[i].fd < 0 || waits[i].revents == 0) continue;
      std::array<char, 4096> bytes{};
      const ssize_t got = ::read(waits[i].fd, bytes.data(), bytes.size());
      if (got > 0) texts[i]->append(bytes.data(), static_cast<std::size_t>(got));
      if (got <= 0) stop(waits[i]);
    }
  }
  if (waits[2].fd >= 0) stop(waits[2]);
}

[[noreturn]] void become(const ScratchFolder& folder, std::vector<std::string> words, const ToolWorld& world) {
  std::vector<std::string> settings = {"JALON=" JALON_TOOL, "PATH=/usr/bin:/bin"};
  for (const auto& [name, value] : world.environment) settings.push_back(name + "=" + value);
  if (::chdir(folder.path().c_str()) == 0)
    ::execve(words[0].c_str(), pointers(words).data(), pointers(settings).data());
  ::_exit(127);
}

ToolRun run(const ScratchFolder& folder, const std::vector<std::string>& words, const ToolWorld& world) {
  const Pipe input = make_pipe();
  const Pipe output = make_pipe();
  const Pipe errors = make_pipe();
  std::signal(SIGPIPE, SIG_IGN);  // a tool that does not read its input
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGPIPE, SIG_DFL);
    ::dup2(input.read_end, STDIN_FILENO);
    ::dup2(output.write_end, STDOUT_FILENO);
    ::dup2(errors.write_end, STDERR_FILENO);
    become(folder, words, world);
  }
  for (const int end : {input.read_end, output.write_end, errors.write_end}) ::close(end);
  ToolRun result;
  exchange(world.input, input.write_end, {output.read_end, errors.read_end}, {&result.output, &result.errors});
  int status = 0;
  ::waitpid(child, &status, 0);
  result.code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  return result;
}

std::vector<std::string> words_of(const std::vector<std::string>& arguments) {
  std::vector<std::string> words = {JALON_TOOL};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return words;
}

ToolWorld world_of(std::string language, std::string input) {
  ToolWorld world;
  world.environment["LANG"] = std::move(language);
  world.input = std::move(input);
  return world;
}

}  // namespace

ToolWorld french_world(std::string input) { return world_of("fr_CA.UTF-8", std::move(input)); }
ToolWorld english_world(std::string input) { return world_of("en_CA.UTF-8", std::move(input)); }

ToolRun run_tool(const ScratchFolder& folder, const std::vector<std::string>& arguments, const ToolWorld& world) {
  return run(folder, words_of(arguments), world);
}

void become_tool(const ScratchFolder& folder, const std::vector<std::string>& arguments, const ToolWorld& world) {
  become(folder, words_of(arguments), world);
}

ToolRun run_shell(const ScratchFolder& folder, const std::string& script, const ToolWorld& world) {
  return run(folder, {"/bin/sh", "-c", script}, world);
}

}  // namespace jalon
