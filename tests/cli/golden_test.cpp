// Every sample, converted and checked, against what it gave when people last looked at it (tests/golden).
// To write the golden files anew: JALON_WRITE_GOLDEN=1 build/jalon_tests --gtest_filter='*Golden*', then read the diff.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "cli/tool.h"

namespace jalon {
namespace {

namespace fs = std::filesystem;

const fs::path samples = JALON_SOURCE_DIR "/samples";
const fs::path golden = JALON_SOURCE_DIR "/tests/golden";

std::vector<std::string> sample_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(samples)) {
    const std::string name = entry.path().filename();
    const bool is_plan = !name.ends_with(".sh") && name != "packages.txt" && name != "GUIDE.fr.md";
    if (entry.is_regular_file() && is_plan) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string line_at(const std::string& text, std::ptrdiff_t place) {
  const auto at = static_cast<std::size_t>(place);
  const std::size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  return text.substr(begin, text.find_first_of("\r\n", at) - begin);
}

void expect_golden(const std::string& name, const std::string& bytes) {
  if (std::getenv("JALON_WRITE_GOLDEN") != nullptr) {
    fs::create_directories(golden);
    std::ofstream(golden / name, std::ios::binary) << bytes;
  }
  const std::string looked_at = bytes_of(golden / name);
  const auto [now, before] = std::mismatch(bytes.begin(), bytes.end(), looked_at.begin(), looked_at.end());
  EXPECT_TRUE(bytes == looked_at) << name << " differs at line " << std::count(bytes.begin(), now, '\n') + 1 << ": \""
                                  << line_at(bytes, now - bytes.begin()) << "\" was \""
                                  << line_at(looked_at, before - looked_at.begin()) << '"';
}

class Golden : public ::testing::TestWithParam<std::string> {
 protected:
  void SetUp() override { fs::copy_file(samples / GetParam(), folder_.path(GetParam())); }
  std::string stem() const { return fs::path(GetParam()).stem(); }

  ScratchFolder folder_;
};

TEST_P(Golden, sample_becomes_the_calendar_that_was_looked_at) {
  const ToolRun run = run_tool(folder_, {"convert", GetParam(), "--as-of", "2018-11-26", "-o", "out.ics"});
  EXPECT_EQ(run.code, 0) << run.errors;
  expect_golden(stem() + ".ics", folder_.get("out.ics"));
}

TEST_P(Golden, sample_is_read_as_it_was_when_looked_at) {
  const ToolRun run = run_tool(folder_, {"check", GetParam(), "--as-of", "2018-11-26"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.errors, "");
  expect_golden(stem() + ".check", run.output);
}

TEST_P(Golden, sample_stays_byte_identical_when_converted_again) {
  run_tool(folder_, {"convert", GetParam(), "--as-of", "2018-11-26"});
  const std::string first = folder_.get(stem() + ".ics");
  ToolWorld later = french_world();
  later.environment["SOURCE_DATE_EPOCH"] = "1600000000";
  run_tool(folder_, {"convert", GetParam(), "--as-of", "2018-11-26"}, later);
  EXPECT_EQ(folder_.get(stem() + ".ics"), first);
}

std::string test_name(const ::testing::TestParamInfo<std::string>& sample) {
  std::string name = sample.param.substr(0, sample.param.rfind('.'));
  const auto is_unfit = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; };
  std::replace_if(name.begin(), name.end(), is_unfit, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Samples, Golden, ::testing::ValuesIn(sample_names()), test_name);

TEST(GoldenFiles, belong_to_a_sample_each) {
  const std::vector<std::string> names = sample_names();
  for (const auto& entry : fs::directory_iterator(golden)) {
    if (!entry.is_regular_file()) continue;
    const std::string stem = entry.path().stem();
    const bool known = std::any_of(names.begin(), names.end(),
                                   [&stem](const std::string& name) { return fs::path(name).stem() == stem; });
    EXPECT_TRUE(known) << entry.path();
  }
}

}  // namespace
}  // namespace jalon
