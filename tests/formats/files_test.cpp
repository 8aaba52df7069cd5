// Files as other programs write them, each read as it was when people last looked at it: FILE beside FILE.read.
// To write those anew: JALON_WRITE_GOLDEN=1 build/jalon_tests --gtest_filter='*Files*', then read the diff.
// files/HOW.md tells which program wrote which file.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "app/diagnostic_text.h"
#include "app/load_plan.h"
#include "text/list/plan_dump.h"

namespace jalon {
namespace {

namespace fs = std::filesystem;

const fs::path folder = JALON_SOURCE_DIR "/tests/formats/files";

std::vector<std::string> file_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    if (!name.ends_with(".read") && name != "HOW.md") names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

Settings november_settings() {
  Settings settings;
  settings.as_of = Day{std::chrono::year{2018} / 11 / 26};
  settings.system_zone = "America/Toronto";
  return settings;
}

// The first line of each message, in English: place, severity, words, code.
std::string told(const Plan& plan) {
  DiagnosticPrinter printer(plan, {.language = Language::english});
  std::string result;
  for (const Diagnostic& diagnostic : plan.diagnostics) {
    const std::string words = printer.print(diagnostic);
    result += words.substr(0, words.find('\n') + 1);
  }
  return result;
}

std::string dump(const Plan& plan) {
  std::string text = "title: " + std::string(plan.title) + "\n";
  for (const Section& section : plan.sections) text += "section: " + std::string(section.title) + "\n";
  for (const Action& action : plan.actions) text += dump_action(plan, action) + "\n";
  return text + told(plan);
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class Files : public ::testing::TestWithParam<std::string> {};

TEST_P(Files, are_read_as_they_were_when_looked_at) {
  const fs::path path = folder / GetParam();
  auto loaded = read_plan(GetParam(), bytes_of(path), november_settings());
  ASSERT_TRUE(loaded);
  const std::string read = dump(loaded->plan);
  const fs::path expected = folder / (GetParam() + ".read");
  if (std::getenv("JALON_WRITE_GOLDEN") != nullptr) std::ofstream(expected, std::ios::binary) << read;
  EXPECT_EQ(read, bytes_of(expected));
}

std::string test_name(const ::testing::TestParamInfo<std::string>& file) {
  std::string name = file.param;
  const auto is_unfit = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; };
  std::replace_if(name.begin(), name.end(), is_unfit, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Formats, Files, ::testing::ValuesIn(file_names()), test_name);

TEST(FilesFolder, has_a_file_for_each_reading) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    if (!name.ends_with(".read")) continue;
    EXPECT_TRUE(fs::exists(folder / name.substr(0, name.size() - 5))) << name;
  }
}

}  // namespace
}  // namespace jalon
