// The program of the commands that reach a server; the tool becomes it (see src/cli/main.cpp). Whatever else it is
// asked, it does as the tool does.
#include <sys/resource.h>

#include <string>
#include <vector>

#include "cli/online/run_online.h"
#include "cli/run.h"

namespace {

// What would be dumped holds passwords.
void dump_no_memory() {
  constexpr rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
}

}  // namespace

int main(int count, char** words) {
  dump_no_memory();
  return jalon::run_program({words + (count > 0 ? 1 : 0), words + count}, jalon::run_online);
}
