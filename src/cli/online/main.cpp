// The program of the commands that reach a server; the tool becomes it (see src/cli/main.cpp). Whatever else it is
// asked, it does as the tool does.
#include <string>
#include <vector>

#include "cli/online/run_online.h"
#include "cli/run.h"

int main(int count, char** words) {
  return jalon::run_program({words + (count > 0 ? 1 : 0), words + count}, jalon::run_online);
}
