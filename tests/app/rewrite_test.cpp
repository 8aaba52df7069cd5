#include "app/rewrite.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "base/scratch_folder.h"

namespace jalon {
namespace {

class RewriteTest : public ::testing::Test {
 protected:
  // Whether the same file still stands there: a replaced one is another.
  ino_t inode() const {
    struct stat facts {};
    EXPECT_EQ(::stat(path().c_str(), &facts), 0);
    return facts.st_ino;
  }
  std::string path() const { return folder_.path("out.ics"); }

  ScratchFolder folder_;
};

TEST_F(RewriteTest, leaves_a_file_alone_whose_bytes_do_not_change) {
  folder_.put("out.ics", "abcdef");
  const ino_t before = inode();
  Rewrite file(path(), "abcdef");
  file.write("abc");
  file.write("def");
  const auto done = file.commit();
  ASSERT_TRUE(done);
  EXPECT_EQ(*done, Rewrite::Outcome::unchanged);
  EXPECT_EQ(inode(), before);
}

TEST_F(RewriteTest, replaces_a_file_from_the_first_other_byte_on) {
  folder_.put("out.ics", "abcdef");
  Rewrite file(path(), "abcdef");
  file.write("abc");
  file.write("dXf");
  file.write("g");
  const auto done = file.commit();
  ASSERT_TRUE(done);
  EXPECT_EQ(*done, Rewrite::Outcome::written);
  EXPECT_EQ(folder_.get("out.ics"), "abcdXfg");
}

TEST_F(RewriteTest, replaces_a_file_that_becomes_shorter_or_longer) {
  folder_.put("out.ics", "abcdef");
  Rewrite shorter(path(), "abcdef");
  shorter.write("abc");
  ASSERT_TRUE(shorter.commit());
  EXPECT_EQ(folder_.get("out.ics"), "abc");
  Rewrite longer(path(), "abc");
  longer.write("abc");
  longer.write("d");
  ASSERT_TRUE(longer.commit());
  EXPECT_EQ(folder_.get("out.ics"), "abcd");
}

TEST_F(RewriteTest, makes_a_new_file_even_an_empty_one) {
  Rewrite file(path(), std::nullopt);
  ASSERT_TRUE(file.commit());
  EXPECT_EQ(folder_.names(), std::vector<std::string>{"out.ics"});
}

TEST_F(RewriteTest, writes_nothing_until_it_is_committed) {
  folder_.put("out.ics", "old");
  {
    Rewrite file(path(), "old");
    file.write("new");
  }
  EXPECT_EQ(folder_.get("out.ics"), "old");
  EXPECT_EQ(folder_.names().size(), 1u);
}

TEST_F(RewriteTest, tells_why_a_file_cannot_be_written) {
  Rewrite file(folder_.path("missing/out.ics"), std::nullopt);
  file.write("abc");
  EXPECT_FALSE(file.commit());
}

}  // namespace
}  // namespace jalon
