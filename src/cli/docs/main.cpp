// Writes the manual pages and the completions into a folder, at build: they are made from the tables of commands.
// Usage: jalon-docs FOLDER VERSION
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "cli/docs/completions.h"
#include "cli/docs/man_page.h"

namespace {

bool write(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file << text;
  return static_cast<bool>(file.flush());
}

}  // namespace

int main(int count, char** words) {
  using namespace jalon;
  if (count != 3) return 2;
  const std::filesystem::path folder = words[1];
  const bool done = write(folder / "man/man1/jalon.1", man_page(words[2], Language::english)) &&
                    write(folder / "man/fr/man1/jalon.1", man_page(words[2], Language::french)) &&
                    write(folder / "bash-completion/completions/jalon", bash_completion()) &&
                    write(folder / "zsh/vendor-completions/_jalon", zsh_completion(Language::english)) &&
                    write(folder / "fish/vendor_completions.d/jalon.fish", fish_completion(Language::english));
  if (!done) std::cerr << "jalon-docs: cannot write into " << folder << "\n";
  return done ? 0 : 1;
}
