#include "base/path_pattern.h"

#include <gtest/gtest.h>

namespace jalon {
namespace {

TEST(PathPattern, without_a_slash_names_files_in_any_folder) {
  EXPECT_TRUE(matches_path("clients.md", "clients.md"));
  EXPECT_TRUE(matches_path("clients.md", "a/b/clients.md"));
  EXPECT_TRUE(matches_path("*.md", "a/clients.md"));
  EXPECT_FALSE(matches_path("*.md", "a/clients.txt"));
}

TEST(PathPattern, with_a_slash_names_a_path_from_the_folder) {
  EXPECT_TRUE(matches_path("ventes/*.md", "ventes/a.md"));
  EXPECT_TRUE(matches_path("./clients.md", "clients.md"));
  EXPECT_FALSE(matches_path("./clients.md", "a/clients.md"));
  EXPECT_FALSE(matches_path("ventes/*.md", "ventes/2018/a.md"));
  EXPECT_FALSE(matches_path("ventes/*.md", "achats/ventes/a.md"));
}

TEST(PathPattern, takes_any_number_of_folders_for_two_stars) {
  EXPECT_TRUE(matches_path("ventes/**", "ventes/a.md"));
  EXPECT_TRUE(matches_path("ventes/**", "ventes/2018/12/a.md"));
  EXPECT_TRUE(matches_path("**/a.md", "a.md"));
  EXPECT_TRUE(matches_path("a/**/b/**/c", "a/b/x/y/c"));
  EXPECT_FALSE(matches_path("a/**/b", "a/c"));
}

TEST(PathPattern, takes_no_hidden_file_for_a_star) {
  EXPECT_FALSE(matches_path("*.md", ".secret.md"));
  EXPECT_TRUE(matches_path(".*.md", ".secret.md"));
}

TEST(PathPattern, takes_little_time_for_many_stars) {
  std::string pattern, path;
  for (int i = 0; i < 200; ++i) pattern += "**/a/";
  for (int i = 0; i < 400; ++i) path += "a/";
  EXPECT_TRUE(matches_path(pattern + "b", path + "b"));
  EXPECT_FALSE(matches_path(pattern + "b", path + "c"));
}

}  // namespace
}  // namespace jalon
