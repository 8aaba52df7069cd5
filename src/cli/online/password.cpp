#include "cli/online/password.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <csignal>

#include "base/catalogue.h"
#include "base/descriptor.h"

namespace jalon {
namespace {

// What the handler of signals needs: it may call nothing but what is safe there.
volatile std::sig_atomic_t silent_terminal = -1;
termios shown_settings{};

void restore_and_end(int signal_number) {
  if (silent_terminal >= 0) tcsetattr(silent_terminal, TCSANOW, &shown_settings);
  std::signal(signal_number, SIG_DFL);
  std::raise(signal_number);
}

constexpr std::array<int, 4> ending_signals = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

class SilentTerminal {
 public:
  explicit SilentTerminal(int terminal) : terminal_(terminal) {
    tcgetattr(terminal, &shown_settings);
    silent_terminal = terminal;
    for (const int number : ending_signals) std::signal(number, restore_and_end);
    termios silent = shown_settings;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    silent.c_lflag |= ECHONL;
    tcsetattr(terminal, TCSAFLUSH, &silent);
  }
  SilentTerminal(const SilentTerminal&) = delete;
  SilentTerminal& operator=(const SilentTerminal&) = delete;
  ~SilentTerminal() {
    tcsetattr(terminal_, TCSANOW, &shown_settings);
    silent_terminal = -1;
    for (const int number : ending_signals) std::signal(number, SIG_DFL);
  }

 private:
  int terminal_;
};

std::string read_line(int terminal) {
  std::string line;
  char c = 0;
  while (::read(terminal, &c, 1) == 1 && c != '\n') line += c;
  return line;
}

}  // namespace

Result<std::string> ask_password(const std::string& question) {
  const Descriptor terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY));
  if (!terminal) return Error{ErrorKind::auth, Code::auth_no_terminal, {}};
  if (::write(terminal.number(), question.data(), question.size()) < 0) {
    return Error{ErrorKind::auth, Code::auth_no_terminal, {}};
  }
  const SilentTerminal silent(terminal.number());
  return read_line(terminal.number());
}

}  // namespace jalon
