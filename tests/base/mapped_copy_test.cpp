#include "base/mapped_copy.h"

#include <gtest/gtest.h>

#include "base/scratch_folder.h"

namespace jalon {
namespace {

TEST(MappedCopy, holds_the_bytes_and_zeros_behind_them) {
  const ScratchFolder folder;
  const std::string bytes = std::string(100'000, 'x') + "end";
  const auto copy = MappedCopy::make(folder.put("plan.csv", bytes), folder.path("plan.ics"));
  ASSERT_TRUE(copy.has_value());
  EXPECT_EQ(copy->bytes(), bytes);
  EXPECT_EQ(std::string(copy->bytes().data() + bytes.size(), MappedCopy::padding),
            std::string(MappedCopy::padding, '\0'));
}

TEST(MappedCopy, is_not_changed_with_its_file) {
  const ScratchFolder folder;
  const std::string path = folder.put("plan.csv", "before");
  const auto copy = MappedCopy::make(path, path);
  ASSERT_TRUE(copy.has_value());
  std::filesystem::resize_file(path, 0);
  EXPECT_EQ(copy->bytes(), "before");
}

TEST(MappedCopy, gives_back_memory_and_is_still_there) {
  const ScratchFolder folder;
  const std::string bytes(3'000'000, 'x');
  const auto copy = MappedCopy::make(folder.put("plan.csv", bytes), folder.path("plan.ics"));
  ASSERT_TRUE(copy.has_value());
  copy->rest(0, 1'500'000);
  copy->rest(1'500'000, bytes.size());
  EXPECT_EQ(copy->bytes(), bytes);
}

TEST(MappedCopy, has_no_name_and_is_none_where_there_is_nothing_to_copy) {
  const ScratchFolder folder;
  const auto copy = MappedCopy::make(folder.put("plan.csv", "a"), folder.path("plan.ics"));
  EXPECT_TRUE(copy.has_value());
  EXPECT_EQ(folder.names().size(), 1u);
  EXPECT_FALSE(MappedCopy::make(folder.path("missing"), folder.path("plan.ics")).has_value());
  EXPECT_FALSE(MappedCopy::make(folder.put("empty", ""), folder.path("plan.ics")).has_value());
  EXPECT_FALSE(MappedCopy::make(folder.path("plan.csv"), folder.path("missing/plan.ics")).has_value());
}

}  // namespace
}  // namespace jalon
