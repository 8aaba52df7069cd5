#include "text/records/moments.h"

#include <gtest/gtest.h>

#include <random>

#include "text/records/moment_texts.h"
#include "text/records/words.h"

namespace jalon::records {
namespace {

PhraseContext context(NumericOrder order = NumericOrder::unknown) {
  PhraseContext result;
  result.as_of = Day{std::chrono::year{2018} / 11 / 26};
  result.numeric_order = order;
  result.to_local = [](std::chrono::sys_seconds time) {
    return LocalTime{time.time_since_epoch() - std::chrono::hours{5}};
  };
  return result;
}

std::string read(std::string_view text, NumericOrder order = NumericOrder::day_first) {
  PhraseReader phrases(context());
  Moments moments(phrases);
  const Moment moment = moments.read(text, order);
  constexpr std::array<std::string_view, 3> kinds = {"none", "empty", "fault"};
  if (moment.kind < Moment::Kind::date) return std::string(kinds[static_cast<std::size_t>(moment.kind)]);
  Reading reading;
  reading.verdict = Reading::Verdict::when;
  reading.when = moment.when;
  return (moment.kind == Moment::Kind::time ? "time " : "") + format_reading(reading);
}

// What programs write is read without the grammar, and as the grammar reads it.
TEST(Moments, agree_with_the_grammar_on_every_kind_of_number) {
  std::mt19937 chance(20181126);
  const auto number = [&](int least, int most) { return std::uniform_int_distribution<int>(least, most)(chance); };
  const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  for (const NumericOrder order : {NumericOrder::day_first, NumericOrder::month_first}) {
    PhraseReader grammar(context(order));
    for (int i = 0; i < 2000; ++i) {
      const std::string a = std::to_string(number(1, 31)), b = std::to_string(number(1, 13));
      const std::string year = std::to_string(number(1900, 2199));
      const std::string day = i % 3 == 0   ? year + "-" + two(number(1, 12)) + "-" + two(number(1, 31))
                              : i % 3 == 1 ? a + "/" + b + "/" + year
                                           : b + "." + a + "." + year;
      const std::string time =
          i % 4 == 0 ? "" : (i % 4 == 1 ? " " : "T") + two(number(0, 24)) + ":" + two(number(0, 60));
      std::string_view rest = day;
      const std::string text = (i % 3 == 0 || !time.starts_with('T')) ? day + time : day;
      if (!take_day(rest, order)) continue;
      Moments moments(grammar);
      const Moment fast = moments.read(text, order);
      const Reading slow = grammar.read(text);
      ASSERT_EQ(fast.kind == Moment::Kind::date, slow.verdict == Reading::Verdict::when) << text;
      if (fast.kind != Moment::Kind::date) continue;
      Reading reading;
      reading.verdict = Reading::Verdict::when;
      reading.when = fast.when;
      EXPECT_EQ(format_reading(reading), format_reading(slow)) << text;
    }
  }
}

TEST(Moments, read_what_programs_write) {
  EXPECT_EQ(read("2018-12-24"), "event 2018-12-24");
  EXPECT_EQ(read("2018-12-24T14:30:00.000Z"), "event 2018-12-24T09:30/2018-12-24T10:30");
  EXPECT_EQ(read("20181224T190000Z"), "event 2018-12-24T14:00/2018-12-24T15:00");
  EXPECT_EQ(read("20181224"), "event 2018-12-24");
  EXPECT_EQ(read("24/Dec/18 9:41 AM"), "event 2018-12-24T09:41/2018-12-24T10:41");
  EXPECT_EQ(read("24/déc./18"), "event 2018-12-24");
  EXPECT_EQ(read("24-Dec-18"), "event 2018-12-24");
  EXPECT_EQ(read("December 24, 2018 → December 26, 2018"), "event 2018-12-24/2018-12-26");
  EXPECT_EQ(read("9:00:00 AM"), "time event 2018-11-26T09:00/2018-11-26T10:00");
  EXPECT_EQ(read("14:30"), "time event 1970-01-01T14:30/1970-01-01T15:30");
  EXPECT_EQ(read("à déterminer"), "empty");
  EXPECT_EQ(read("TBD"), "empty");
  EXPECT_EQ(read("31/11/2018"), "fault");
  EXPECT_EQ(read("peut-être"), "none");
}

TEST(Moments, read_the_serial_numbers_of_spreadsheets) {
  EXPECT_EQ(read("43458"), "event 2018-12-24");
  EXPECT_EQ(read("43458.5"), "event 2018-12-24T12:00/2018-12-24T13:00");
  EXPECT_EQ(read("43458,75"), "event 2018-12-24T18:00/2018-12-24T19:00");
  EXPECT_EQ(read("0.375"), "time event 1970-01-01T09:00/1970-01-01T10:00");
  EXPECT_EQ(read("2018"), "none");
  EXPECT_EQ(read("999999"), "none");
}

TEST(Moments, follow_the_order_of_their_column) {
  EXPECT_EQ(read("5/12/2018", NumericOrder::day_first), "event 2018-12-05");
  EXPECT_EQ(read("5/12/2018", NumericOrder::month_first), "event 2018-05-12");
  EXPECT_EQ(read("5/12/18", NumericOrder::month_first), "event 2018-05-12");
}

TEST(Words, read_shares) {
  EXPECT_EQ(parse_share("50 %"), 50);
  EXPECT_EQ(parse_share("0,25"), 25);
  EXPECT_EQ(parse_share("1"), 100);
  EXPECT_EQ(parse_share("75"), 75);
  EXPECT_EQ(parse_share("2/5"), 40);
  EXPECT_FALSE(parse_share("2/0"));
  EXPECT_FALSE(parse_share("140"));
  EXPECT_FALSE(parse_share("presque"));
}

TEST(Words, split_a_cell_by_what_it_holds) {
  std::vector<std::string_view> parts;
  split_cell("Roy, Alex; Lopez, Sofia", parts);
  EXPECT_EQ(parts, (std::vector<std::string_view>{"Roy, Alex", "Lopez, Sofia"}));
  parts.clear();
  split_cell("Alex, Sofia et Paul", parts);
  EXPECT_EQ(parts, (std::vector<std::string_view>{"Alex", "Sofia", "Paul"}));
}

}  // namespace
}  // namespace jalon::records
