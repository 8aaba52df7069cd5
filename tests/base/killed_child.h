// A child process that is killed on its way in or out of the system.
#pragma once

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

namespace jalon {

// Lets a child take `steps` steps in and out of the system while it runs `body`, then kills it;
// whether it was still running then.
template <class Body>
bool killed_after(int steps, Body body) {
  const pid_t child = fork();
  if (child == 0) {
    ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    raise(SIGSTOP);
    _exit(body() ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  for (int step = 0; step < steps && WIFSTOPPED(status); ++step) {
    ptrace(PTRACE_SYSCALL, child, nullptr, nullptr);
    waitpid(child, &status, 0);
  }
  const bool running = WIFSTOPPED(status);
  if (running) {
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
  } else {
    EXPECT_EQ(status, 0) << "the child failed";
  }
  return running;
}

}  // namespace jalon
