#include "account/netrc.h"

#include <utility>
#include <vector>

namespace jalon {
namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string quoted_word(std::string_view& text) {
  std::string word;
  std::size_t i = 1;
  for (; i < text.size() && text[i] != '"' && text[i] != '\n'; ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) ++i;
    word += text[i];
  }
  text.remove_prefix(i < text.size() ? i + 1 : i);
  return word;
}

// The next word; empty at the end. A comment goes to the end of its line.
std::string next_word(std::string_view& text) {
  for (;;) {
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) {
      text = {};
      return {};
    }
    text.remove_prefix(begin);
    if (text[0] != '#') break;
    const std::size_t end = text.find('\n');
    text.remove_prefix(end == std::string_view::npos ? text.size() : end);
  }
  if (text[0] == '"') return quoted_word(text);
  const std::size_t end = text.find_first_of(blanks);
  std::string word(text.substr(0, end));
  text.remove_prefix(word.size());
  return word;
}

// A macro ends at an empty line.
void skip_macro(std::string_view& text) {
  const std::size_t end = text.find("\n\n");
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 2);
}

struct Machine {
  std::optional<std::string> host;  // none: default
  NetrcEntry entry;
};

std::vector<Machine> machines_in(std::string_view text) {
  std::vector<Machine> machines;
  for (std::string word = next_word(text); !word.empty(); word = next_word(text)) {
    if (word == "machine") {
      machines.push_back({next_word(text), {}});
    } else if (word == "default") {
      machines.emplace_back();
    } else if (word == "macdef") {
      skip_macro(text);
    } else if (machines.empty()) {
      continue;
    } else if (word == "login") {
      machines.back().entry.login = next_word(text);
    } else if (word == "password") {
      machines.back().entry.password = next_word(text);
    } else if (word == "account") {
      next_word(text);
    }
  }
  return machines;
}

}  // namespace

std::optional<NetrcEntry> find_in_netrc(std::string_view text, std::string_view host, std::string_view user) {
  for (Machine& machine : machines_in(text)) {
    const bool fits = !machine.host || machine.host == host;
    if (fits && (user.empty() || machine.entry.login == user)) return std::move(machine.entry);
  }
  return std::nullopt;
}

}  // namespace jalon
