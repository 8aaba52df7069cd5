#include "sheet/number_format.h"

#include <gtest/gtest.h>

#include "jalon/sheet.h"

namespace jalon::sheet {
namespace {

TEST(NumberFormat, tells_dates_from_numbers) {
  EXPECT_EQ(kind_of_format("dd/mm/yyyy"), NumberKind::day);
  EXPECT_EQ(kind_of_format("[$-40C]d\\ mmmm\\ yyyy;@"), NumberKind::day);
  EXPECT_EQ(kind_of_format("mmm yy"), NumberKind::day);
  EXPECT_EQ(kind_of_format("yyyy-mm-dd hh:mm:ss"), NumberKind::moment);
  EXPECT_EQ(kind_of_format("h:mm AM/PM"), NumberKind::time);
  EXPECT_EQ(kind_of_format("mm:ss.0"), NumberKind::time);
  EXPECT_EQ(kind_of_format("[h]:mm"), NumberKind::elapsed);
  EXPECT_EQ(kind_of_format("0.00%"), NumberKind::percent);
  EXPECT_EQ(kind_of_format("#,##0.00 \"days\""), NumberKind::number);
  EXPECT_EQ(kind_of_format("General"), NumberKind::number);
  EXPECT_EQ(kind_of_format("0 \"h\""), NumberKind::number);
  EXPECT_EQ(kind_of_format("@"), NumberKind::number);
  EXPECT_EQ(kind_of_format("\"open"), NumberKind::number);
  EXPECT_EQ(kind_of_format("[open"), NumberKind::number);
}

TEST(NumberFormat, says_dates_in_both_systems) {
  EXPECT_EQ(said(43458, NumberKind::day, DateSystem::from_1900), "2018-12-24");
  EXPECT_EQ(said(41996, NumberKind::day, DateSystem::from_1904), "2018-12-24");
  EXPECT_EQ(said(43458.75, NumberKind::moment, DateSystem::from_1900), "2018-12-24 18:00");
  EXPECT_EQ(said(59, NumberKind::day, DateSystem::from_1900), "1900-02-28");
  EXPECT_EQ(said(61, NumberKind::day, DateSystem::from_1900), "1900-03-01");
}

TEST(NumberFormat, says_times_lengths_shares_and_numbers) {
  EXPECT_EQ(said(0.604166666666667, NumberKind::time, DateSystem::from_1900), "14:30");
  EXPECT_EQ(said(1.5, NumberKind::elapsed, DateSystem::from_1900), "36 h");
  EXPECT_EQ(said(0.0625, NumberKind::elapsed, DateSystem::from_1900), "1 h 30");
  EXPECT_EQ(said(0.5, NumberKind::percent, DateSystem::from_1900), "50%");
  EXPECT_EQ(said(12, NumberKind::number, DateSystem::from_1900), "12");
  EXPECT_EQ(said(0.1, NumberKind::number, DateSystem::from_1900), "0.1");
  EXPECT_EQ(said(-5, NumberKind::day, DateSystem::from_1900), "-5");
  EXPECT_EQ(said(1e300, NumberKind::day, DateSystem::from_1900), "1e+300");
}

TEST(SheetMap, names_its_cells) {
  SheetMap sheet{"Plan", {{0, 4, 1, 1, 1}, {5, 9, 3, 28, 1}}};
  EXPECT_EQ(name_of(sheet, *find_cell(sheet, 0)), "Plan!A1");
  EXPECT_EQ(name_of(sheet, *find_cell(sheet, 4)), "Plan!A1");
  EXPECT_EQ(name_of(sheet, *find_cell(sheet, 7)), "Plan!AB3");
  EXPECT_EQ(name_of(sheet, *find_cell(sheet, 99)), "Plan!AB3");
  EXPECT_EQ(find_cell(SheetMap{}, 0), nullptr);
}

}  // namespace
}  // namespace jalon::sheet
