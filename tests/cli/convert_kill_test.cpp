#include "base/killed_child.h"
#include "cli/convert_tool.h"

namespace jalon {
namespace {

using Names = std::vector<std::string>;

class KilledConvert : public ConvertTool {
 protected:
  bool killed_at(int steps) {
    ToolWorld world = french_world();
    world.environment["ASAN_OPTIONS"] = "detect_leaks=0";  // which a traced process cannot do
    return killed_after(steps, [&]() -> int { become_tool(folder_, {"convert", "plan.md", "-q"}, world); });
  }

  // How many steps a run takes that nobody kills.
  int count_steps() {
    int steps = 1;
    while (killed_at(steps)) steps *= 2;
    for (int width = steps / 2; width > 0; width /= 2) {
      if (!killed_at(steps - width)) steps -= width;
    }
    return steps;
  }
};

std::string long_plan(const std::string& word) {
  std::string text = plan;
  for (int i = 0; i < 300; ++i) text += "- " + word + " " + std::to_string(i) + " — 10 décembre\n";
  return text;
}

// Few of the steps are the loader's that starts the program, and most of what writes is at the end.
TEST_F(KilledConvert, leaves_the_old_calendar_or_the_new_one_whole) {
  folder_.put("plan.md", long_plan("Appeler"));
  ASSERT_EQ(convert().code, 0);
  const std::string before = calendar();
  folder_.put("plan.md", long_plan("Rappeler"));
  ASSERT_EQ(convert().code, 0);
  const std::string after = calendar();
  ASSERT_NE(after, before);
  folder_.put("plan.ics", before);
  const int steps = count_steps();
  bool killed = true;
  for (int step = std::max(0, steps - 50); killed; ++step) {
    folder_.put("plan.ics", before);
    killed = killed_at(step);
    const std::string now = calendar();
    ASSERT_TRUE(now == before || now == after) << "killed after step " << step << " of " << steps;
    ASSERT_TRUE(killed || now == after);
    ASSERT_LE(folder_.names().size(), 3U);
  }
  EXPECT_EQ(folder_.names(), (Names{"plan.ics", "plan.md"}));
}

TEST_F(KilledConvert, leaves_no_part_of_a_first_calendar) {
  folder_.put("plan.md", plan);
  ASSERT_EQ(convert().code, 0);
  const std::string whole = calendar();
  const auto remove = [this] { std::filesystem::remove(folder_.path("plan.ics")); };
  remove();
  const int steps = count_steps();
  bool killed = true;
  for (int step = std::max(0, steps - 25); killed; ++step) {
    remove();
    killed = killed_at(step);
    const bool made = std::filesystem::exists(folder_.path("plan.ics"));
    ASSERT_TRUE(!made || calendar() == whole) << "killed after step " << step << " of " << steps;
  }
  EXPECT_EQ(folder_.names(), (Names{"plan.ics", "plan.md"}));
}

}  // namespace
}  // namespace jalon
