#include "base/files.h"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "base/catalogue.h"
#include "base/scratch_folder.h"
#include "base/staged_file.h"

namespace jalon {
namespace {

using Names = std::vector<std::string>;

Result<void> replace(const std::string& path, std::string_view bytes) {
  auto file = AtomicFile::create(path);
  if (!file) return file.error();
  file->write(bytes);
  return file->commit();
}

Code code_of(const Result<void>& result) { return result ? Code::count_ : result.error().code; }

mode_t mode_of(const std::string& path) {
  struct stat status {};
  stat(path.c_str(), &status);
  return status.st_mode & 07777;
}

TEST(ReadFile, GivesEveryByte) {
  const ScratchFolder folder;
  const std::string bytes = std::string("a\0b\r\n", 5) + std::string(300'000, 'x') + "\xff";
  const auto read = read_file(folder.put("plan.md", bytes));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, bytes);
  EXPECT_EQ(*read_file(folder.put("empty.md", "")), "");
}

TEST(ReadFile, ReadsFilesWhoseSizeIsNotKnownBeforehand) {
  const auto read = read_file("/proc/self/maps");
  ASSERT_TRUE(read);
  EXPECT_GT(read->size(), 100U);
}

TEST(ReadFile, ReadsStandardInputUnderTheNameDash) {
  const std::string bytes(1'000'000, 'y');
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const pid_t writer = fork();
  if (writer == 0) {
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    _exit(replace("-", bytes) ? 0 : 1);
  }
  close(ends[1]);
  EXPECT_EQ(in_child([&] {
              dup2(ends[0], STDIN_FILENO);
              const auto read = read_file("-");
              return read && *read == bytes ? 0 : 1;
            }),
            0);
  close(ends[0]);
  int status = 0;
  waitpid(writer, &status, 0);
  EXPECT_EQ(status, 0);
}

TEST(ReadFile, TellsWhatIsWrongWithThePath) {
  const ScratchFolder folder;
  EXPECT_EQ(read_file(folder.path("none.md")).error().code, Code::file_missing);
  EXPECT_EQ(read_file(folder.path()).error().code, Code::file_folder);
  EXPECT_EQ(read_file("").error().code, Code::file_missing);
  EXPECT_EQ(read_file(std::string(5000, 'a')).error().code, Code::file_name_long);
  const auto error = read_file(folder.path("none.md")).error();
  EXPECT_EQ(message_of(error, Language::french), "«" + folder.path("none.md") + "» n'existe pas");
}

TEST(ReadFile, TellsThatAFileMayNotBeRead) {
  const ScratchFolder folder;
  const std::string path = folder.put("secret.md", "x");
  chmod(path.c_str(), 0);
  EXPECT_EQ(in_plain_child([&] { return read_file(path).error().code == Code::file_denied ? 0 : 1; }), 0);
}

TEST(ReadFile, RefusesWhatIsTooLargeBeforeReadingIt) {
  const ScratchFolder folder;
  const std::string path = folder.put("huge.md", "");
  ASSERT_EQ(truncate(path.c_str(), static_cast<off_t>(largest_input) + 1), 0);
  EXPECT_EQ(read_file(path).error().code, Code::file_large);
  EXPECT_EQ(MappedFile::open(path).error().code, Code::file_large);
}

TEST(MappedFile, ShowsTheSameBytes) {
  const ScratchFolder folder;
  const std::string path = folder.put("plan.ics", "BEGIN:VCALENDAR\r\n");
  auto file = MappedFile::open(path);
  ASSERT_TRUE(file);
  MappedFile moved = std::move(*file);
  EXPECT_EQ(moved.bytes(), "BEGIN:VCALENDAR\r\n");
  EXPECT_EQ(MappedFile::open(folder.put("empty.ics", ""))->bytes(), "");
  EXPECT_GT(MappedFile::open("/proc/self/maps")->bytes().size(), 100U);
  EXPECT_EQ(MappedFile::open(folder.path("none.ics")).error().code, Code::file_missing);
  EXPECT_EQ(MappedFile::open(folder.path()).error().code, Code::file_folder);
}

TEST(MappedFile, KeepsTheOldBytesWhileTheFileIsReplaced) {
  const ScratchFolder folder;
  const std::string path = folder.put("plan.ics", "old");
  const auto file = MappedFile::open(path);
  ASSERT_TRUE(replace(path, "new"));
  EXPECT_EQ(file->bytes(), "old");
  EXPECT_EQ(folder.get("plan.ics"), "new");
}

TEST(AtomicFile, MakesAFileThatWasNotThere) {
  const ScratchFolder folder;
  ASSERT_TRUE(replace(folder.path("plan.ics"), "new"));
  EXPECT_EQ(folder.get("plan.ics"), "new");
  EXPECT_EQ(folder.names(), Names{"plan.ics"});
  const mode_t mask = umask(0);
  umask(mask);
  EXPECT_EQ(mode_of(folder.path("plan.ics")), 0666 & ~mask);
}

TEST(AtomicFile, WritesPiecesOfEverySizeInOrder) {
  const ScratchFolder folder;
  std::string expected;
  auto file = AtomicFile::create(folder.path("plan.ics"));
  ASSERT_TRUE(file);
  for (const std::size_t size : {1UL, 0UL, 300'000UL, 7UL, 262'144UL, 262'143UL, 2UL, 100'000UL, 200'000UL}) {
    const std::string piece(size, static_cast<char>('a' + size % 26));
    expected += piece;
    file->write(piece);
  }
  AtomicFile moved = std::move(*file);
  ASSERT_TRUE(moved.commit());
  EXPECT_EQ(folder.get("plan.ics"), expected);
}

TEST(AtomicFile, ShowsNothingBeforeCommitAndLeavesNothingWithoutIt) {
  const ScratchFolder folder;
  const std::string path = folder.put("plan.ics", "old");
  {
    auto file = AtomicFile::create(path);
    ASSERT_TRUE(file);
    file->write(std::string(1'000'000, 'x'));
    EXPECT_EQ(folder.get("plan.ics"), "old");
  }
  EXPECT_EQ(folder.get("plan.ics"), "old");
  EXPECT_EQ(folder.names(), Names{"plan.ics"});
}

TEST(AtomicFile, KeepsThePermissionsOfItsTarget) {
  const ScratchFolder folder;
  const std::string path = folder.put("plan.ics", "old");
  for (const mode_t mode : {0600U, 0644U, 0664U, 0755U}) {
    chmod(path.c_str(), mode);
    ASSERT_TRUE(replace(path, "new"));
    EXPECT_EQ(mode_of(path), mode);
  }
}

TEST(AtomicFile, FollowsSymbolicLinksAlsoToWhatIsNotThereYet) {
  const ScratchFolder folder;
  std::filesystem::create_directory(folder.path("calendars"));
  std::filesystem::create_symlink("calendars/plan.ics", folder.path("link.ics"));
  std::filesystem::create_symlink(folder.path("link.ics"), folder.path("link2.ics"));
  for (const char* bytes : {"first", "second"}) {
    ASSERT_TRUE(replace(folder.path("link2.ics"), bytes));
    EXPECT_EQ(folder.get("calendars/plan.ics"), bytes);
  }
  EXPECT_TRUE(std::filesystem::is_symlink(folder.path("link.ics")));
  EXPECT_TRUE(std::filesystem::is_symlink(folder.path("link2.ics")));
}

TEST(AtomicFile, GivesUpOnLinksThatTurnInACircle) {
  const ScratchFolder folder;
  std::filesystem::create_symlink("b", folder.path("a"));
  std::filesystem::create_symlink("a", folder.path("b"));
  EXPECT_EQ(code_of(replace(folder.path("a"), "x")), Code::file_system);
}

TEST(AtomicFile, TellsWhatIsWrongWithThePath) {
  const ScratchFolder folder;
  folder.put("file", "x");
  EXPECT_EQ(code_of(replace(folder.path(), "x")), Code::file_folder);
  EXPECT_EQ(code_of(replace(folder.path("none/"), "x")), Code::file_folder);
  EXPECT_EQ(code_of(replace(folder.path("none/plan.ics"), "x")), Code::file_no_folder);
  EXPECT_EQ(code_of(replace(folder.path("file/plan.ics"), "x")), Code::file_no_folder);
  EXPECT_EQ(code_of(replace("", "x")), Code::file_folder);
  EXPECT_EQ(code_of(replace(folder.path(std::string(300, 'n')), "x")), Code::file_name_long);
  const auto result = replace("nowhere/plan.ics", "x");
  EXPECT_EQ(message_of(result.error(), Language::english),
            "\"nowhere/plan.ics\" cannot be written: there is no folder \"nowhere\"");
}

TEST(AtomicFile, WritesUnderTheLongestNameThereCanBe) {
  const ScratchFolder folder;
  std::string name;
  while (name.size() < 254) name += "é";
  for (const char* bytes : {"first", "second"}) ASSERT_TRUE(replace(folder.path(name), bytes));
  EXPECT_EQ(folder.get(name), "second");
}

TEST(AtomicFile, LeavesAFileInAFolderThatIsNotWritable) {
  const ScratchFolder folder;
  const std::string path = folder.put("plan.ics", "old");
  chmod(path.c_str(), 0666);
  chmod(folder.path().c_str(), 0555);
  EXPECT_EQ(in_plain_child([&] { return code_of(replace(path, "new")) == Code::file_unwritable ? 0 : 1; }), 0);
  chmod(folder.path().c_str(), 0777);
  EXPECT_EQ(folder.get("plan.ics"), "old");
  EXPECT_EQ(folder.names(), Names{"plan.ics"});
}

TEST(AtomicFile, DoesNotReplaceAFileThatIsProtected) {
  const ScratchFolder folder;
  const std::string path = folder.put("plan.ics", "old");
  chmod(path.c_str(), 0444);
  EXPECT_EQ(in_plain_child([&] { return code_of(replace(path, "new")) == Code::file_unwritable ? 0 : 1; }), 0);
  EXPECT_EQ(folder.get("plan.ics"), "old");
}

TEST(AtomicFile, WritesIntoAFolderThatMayNotBeListed) {
  const ScratchFolder folder;
  chmod(folder.path().c_str(), 0333);
  EXPECT_EQ(in_plain_child([&] { return replace(folder.path("plan.ics"), "new") ? 0 : 1; }), 0);
  chmod(folder.path().c_str(), 0777);
  EXPECT_EQ(folder.get("plan.ics"), "new");
}

TEST(AtomicFile, WritesToDevicesAndPipesAsTheyAre) {
  const ScratchFolder folder;
  EXPECT_TRUE(replace("/dev/null", "x"));
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
  const std::string pipe_path = folder.path("pipe");
  ASSERT_EQ(mkfifo(pipe_path.c_str(), 0600), 0);
  const int reader = open(pipe_path.c_str(), O_RDONLY | O_NONBLOCK);
  ASSERT_TRUE(replace(pipe_path, "through"));
  char bytes[16] = {};
  EXPECT_EQ(read(reader, bytes, sizeof bytes), 7);
  EXPECT_STREQ(bytes, "through");
  close(reader);
  EXPECT_TRUE(std::filesystem::is_fifo(pipe_path));
}

TEST(AtomicFile, AddsToStandardOutputWhereItStands) {
  const ScratchFolder folder;
  const std::string path = folder.put("all.txt", "before\n");
  for (const char* name : {"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"}) {
    const int child = in_child([&] {
      const int file = open(path.c_str(), O_WRONLY | O_APPEND);
      dup2(file, STDOUT_FILENO);
      return replace(name, "x\n") ? 0 : 1;
    });
    EXPECT_EQ(child, 0) << name;
  }
  EXPECT_EQ(folder.get("all.txt"), "before\nx\nx\nx\nx\n");
}

TEST(AtomicFile, TellsThatADiskIsFull) {
  EXPECT_EQ(code_of(replace("/dev/full", "x")), Code::file_full);
  EXPECT_EQ(code_of(replace("/dev/full", std::string(1'000'000, 'x'))), Code::file_full);
}

TEST(AtomicFile, LeavesTheOldFileWhereTheNewOneGrowsTooLarge) {
  const ScratchFolder folder;
  const std::string path = folder.put("plan.ics", "old");
  const int child = in_child([&] {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{300'000, 300'000};
    setrlimit(RLIMIT_FSIZE, &limit);
    return code_of(replace(path, std::string(1'000'000, 'x'))) == Code::file_limit ? 0 : 1;
  });
  EXPECT_EQ(child, 0);
  EXPECT_EQ(folder.get("plan.ics"), "old");
  EXPECT_EQ(folder.names(), Names{"plan.ics"});
}

// A disk of our own of 256 KiB; false where the system does not let us have one.
bool mount_small_disk(const std::string& path) {
  if (unshare(CLONE_NEWNS) != 0 && unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
  if (mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return false;
  return mount("none", path.c_str(), "tmpfs", 0, "size=256k") == 0;
}

TEST(AtomicFile, LeavesTheOldFileWhereTheDiskIsFull) {
  const ScratchFolder folder;
  const int child = in_child([&] {
    if (!mount_small_disk(folder.path())) return 0;  // the limit on the size of files, above, stands for it there
    const std::string path = folder.put("plan.ics", "old");
    if (code_of(replace(path, std::string(1'000'000, 'x'))) != Code::file_full) return 1;
    if (folder.get("plan.ics") != "old" || folder.names() != Names{"plan.ics"}) return 2;
    return replace(path, "new") && folder.get("plan.ics") == "new" ? 0 : 3;
  });
  EXPECT_EQ(child, 0);
}

class ABeginningReplaced : public testing::TestWithParam<std::size_t> {};

TEST_P(ABeginningReplaced, leaves_all_that_stands_behind_it) {
  const ScratchFolder folder;
  std::string rest;
  for (int i = 0; i < 500'000; ++i) rest += std::to_string(i);
  auto file = AtomicFile::create(folder.path("a"));
  ASSERT_TRUE(file.has_value());
  ASSERT_TRUE(file->is_staged());
  file->write("beginning");
  file->write(rest);
  const std::string beginning(GetParam(), 'b');
  file->replace_beginning(9, beginning);
  ASSERT_TRUE(file->commit().has_value());
  EXPECT_TRUE(folder.get("a") == beginning + rest);
}

INSTANTIATE_TEST_SUITE_P(LongerOrShorter, ABeginningReplaced, testing::Values(0U, 4U, 9U, 700U, 2'000'000U));

}  // namespace
}  // namespace jalon
