#include "base/staged_file.h"

#include <fcntl.h>

#include "base/files.h"
#include "base/killed_child.h"
#include "base/scratch_folder.h"

namespace jalon {
namespace {

using Names = std::vector<std::string>;

class StagedFileTest : public testing::TestWithParam<Staging> {
 protected:
  StagedFile staged() {
    StagedFile file;
    EXPECT_EQ(stage(opened_, "plan.ics", GetParam(), file), 0);
    return file;
  }
  int finish(StagedFile& file) { return publish(opened_, "plan.ics", file); }
  static void fill(const StagedFile& file, std::string_view bytes) {
    EXPECT_EQ(write(file.file.number(), bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  }

  ScratchFolder folder_;
  Descriptor opened_{open(folder_.path().c_str(), O_RDONLY | O_DIRECTORY)};
};

INSTANTIATE_TEST_SUITE_P(BothWays, StagedFileTest, testing::Values(Staging::nameless, Staging::named),
                         [](const auto& kind) { return kind.param == Staging::named ? "named" : "nameless"; });

TEST_P(StagedFileTest, ReplacesItsTarget) {
  folder_.put("plan.ics", "old");
  StagedFile file = staged();
  fill(file, "new");
  EXPECT_EQ(folder_.get("plan.ics"), "old");
  EXPECT_EQ(finish(file), 0);
  EXPECT_EQ(folder_.get("plan.ics"), "new");
  EXPECT_EQ(folder_.names(), Names{"plan.ics"});
}

TEST_P(StagedFileTest, LeavesNothingWhenDiscarded) {
  StagedFile file = staged();
  fill(file, "new");
  discard(opened_, file);
  EXPECT_EQ(folder_.names(), Names{});
}

TEST_P(StagedFileTest, LetsSeveralRunsWriteTheSameTarget) {
  StagedFile first = staged();
  StagedFile second = staged();
  fill(first, "first");
  fill(second, "second");
  EXPECT_EQ(finish(second), 0);
  EXPECT_EQ(folder_.get("plan.ics"), "second");
  EXPECT_EQ(finish(first), 0);
  EXPECT_EQ(folder_.get("plan.ics"), "first");
  EXPECT_EQ(folder_.names(), Names{"plan.ics"});
}

TEST_P(StagedFileTest, RemovesWhatAKilledRunLeft) {
  folder_.put(".plan.ics.jalon-0", "half a calen");
  StagedFile file = staged();
  fill(file, "new");
  EXPECT_EQ(finish(file), 0);
  EXPECT_EQ(folder_.get("plan.ics"), "new");
  EXPECT_EQ(folder_.names(), Names{"plan.ics"});
}

TEST_P(StagedFileTest, TouchesNothingThatOnlyLooksLikeALeftover) {
  const std::string other = folder_.put("other.txt", "theirs");
  std::filesystem::create_symlink(other, folder_.path(".plan.ics.jalon-0"));
  std::filesystem::create_directory(folder_.path(".plan.ics.jalon-1"));
  StagedFile file = staged();
  fill(file, "new");
  EXPECT_EQ(finish(file), 0);
  EXPECT_EQ(folder_.get("other.txt"), "theirs");
  EXPECT_EQ(folder_.names(), (Names{".plan.ics.jalon-0", ".plan.ics.jalon-1", "other.txt", "plan.ics"}));
}

bool replace_by(const std::string& path, const std::string& bytes) {
  auto file = AtomicFile::create(path);
  if (!file) return false;
  for (std::size_t at = 0; at < bytes.size(); at += 100'000) {
    file->write(std::string_view(bytes).substr(at, 100'000));
  }
  return file->commit().has_value();
}

bool replace_named(const Descriptor& folder, const std::string& bytes) {
  StagedFile file;
  return stage(folder, "plan.ics", Staging::named, file) == 0 &&
         write(file.file.number(), bytes.data(), bytes.size()) > 0 && publish(folder, "plan.ics", file) == 0;
}

TEST(KilledWriter, LeavesTheOldFileOrTheNewOneWholeAtEveryStep) {
  const ScratchFolder folder;
  const std::string path = folder.path("plan.ics");
  const std::string before(700'000, 'o');
  const std::string after(900'000, 'n');
  int steps = 0;
  for (bool killed = true; killed; ++steps) {
    folder.put("plan.ics", before);
    killed = killed_after(steps, [&] { return replace_by(path, after); });
    const std::string now = folder.get("plan.ics");
    ASSERT_TRUE(now == before || now == after) << "killed after step " << steps;
    ASSERT_LE(folder.names().size(), 2U);
    ASSERT_TRUE(killed || now == after);
  }
  EXPECT_GT(steps, 20);
  EXPECT_EQ(folder.names(), Names{"plan.ics"}) << "the last run removed what the killed ones left";
}

TEST(KilledWriter, DoesNotPileUpFilesWhereTheyNeedNames) {
  const ScratchFolder folder;
  const Descriptor opened(open(folder.path().c_str(), O_RDONLY | O_DIRECTORY));
  int steps = 0;
  for (bool killed = true; killed; ++steps) {
    folder.put("plan.ics", "old");
    killed = killed_after(steps, [&] { return replace_named(opened, "new"); });
    const std::string now = folder.get("plan.ics");
    ASSERT_TRUE(now == "old" || now == "new") << "killed after step " << steps;
    ASSERT_LE(folder.names().size(), 2U);
  }
  EXPECT_GT(steps, 8);
  EXPECT_EQ(folder.names(), Names{"plan.ics"});
}

}  // namespace
}  // namespace jalon
