// The tool: reads the world once, runs one command line, says with its exit code how that ended. For the commands that
// reach a server it becomes jalon-sync, with the same words, which stands beside it in a build folder and in libexec
// where it is installed.
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/run.h"
#include "cli/texts.h"

namespace {

using namespace jalon;

// Gives the word back where there is no such program.
void become_online(char** words) {
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  for (const auto& program : {folder / "jalon-sync", folder / JALON_LIBEXEC_FROM_BIN / "jalon-sync"}) {
    ::execv(program.c_str(), words);
  }
}

ExitCode tell_of_missing_program(const CommandLine& line, const Environment& environment, const Look& look,
                                 Streams streams) {
  const Language language = parse_language(line.value(Option::lang)).value_or(environment.language);
  return tell(UsageFault{Text::no_online_program, {}, Text::no_online_program_mend, {}}, language, look, streams);
}

// One run fills its memory once and gives it back by ending: what a large plan no longer needs is used again, which
// costs the system less than pages that go back to it and come anew.
void keep_freed_memory() {
  constexpr int most = 32 << 20;  // the most that malloc(3) of glibc allows
  mallopt(M_MMAP_THRESHOLD, most);
  mallopt(M_TRIM_THRESHOLD, 4 * most);
  mallopt(M_TOP_PAD, 1 << 20);
}

// Asks for large pages, 2 MiB each, for the room in which a large plan is held: the system hands it out in some thirty
// pieces then, instead of 15,000. It is only reserved here, and where the system gives none nothing changes.
void ask_for_large_pages() {
  constexpr std::size_t room = 96U << 20U, page = 2U << 20U;  // less than what free(3) gives back at once
  mallopt(M_TOP_PAD, static_cast<int>(room));
  void* volatile piece = std::malloc(page);  // more than there is yet; volatile, or the compiler leaves both out
  std::free(piece);
  mallopt(M_TOP_PAD, 1 << 20);
  char* const end = static_cast<char*>(::sbrk(0));
  char* const begin = end - room;
  const std::size_t unaligned = page - reinterpret_cast<std::uintptr_t>(begin) % page;
  ::madvise(begin + unaligned, room - unaligned, MADV_HUGEPAGE);
}

// Whether the files that are named hold enough to be worth the large pages, which cost a small plan more than they
// give.
bool names_large_files(int count, char** words) {
  constexpr std::uintmax_t large = 1U << 20U;
  std::uintmax_t bytes = 0;
  for (int i = 1; i < count && bytes < large; ++i) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(words[i], error);
    if (!error) bytes += size;
  }
  return bytes >= large;
}

}  // namespace

int main(int count, char** words) {
  keep_freed_memory();
  if (names_large_files(count, words)) ask_for_large_pages();
  const std::vector<std::string> arguments(words + (count > 0 ? 1 : 0), words + count);
  return run_program(arguments,
                     [&](const CommandLine& line, const Environment& environment, const Look& look, Streams streams) {
                       become_online(words);
                       return tell_of_missing_program(line, environment, look, streams);
                     });
}
