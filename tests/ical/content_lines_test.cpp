#include "ical/lines/content_lines.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "ical/lines/fold_place.h"
#include "ical/lines/values.h"

namespace jalon {
namespace {

template <class Write>
std::string written(Write write) {
  std::string bytes;
  const ContentLines::Sink sink = [&](std::string_view piece) { bytes += piece; };
  ContentLines lines(sink);
  write(lines);
  lines.flush();
  return bytes;
}

std::string summary(std::string_view text) {
  return written([&](ContentLines& lines) { lines.text_line("SUMMARY:", text); });
}

std::string without_folds(const std::string& text) {
  std::string whole;
  for (std::size_t at = 0, fold = 0; fold != std::string::npos; at = fold + 3) {
    fold = text.find("\r\n ", at);
    whole += text.substr(at, fold - at);
  }
  return whole;
}

std::vector<std::string> physical_lines(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = text.find("\r\n", at);
    lines.push_back(text.substr(at, end - at));
    at = end + 2;
  }
  return lines;
}

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80; }

TEST(ContentLines, EscapeWhatTextMayNotHold) {
  EXPECT_EQ(summary("a,b;c\\d\ne"), "SUMMARY:a\\,b\\;c\\\\d\\ne\r\n");
  EXPECT_EQ(summary("10:30 \"oui\""), "SUMMARY:10:30 \"oui\"\r\n");
  EXPECT_EQ(summary(""), "SUMMARY:\r\n");
}

TEST(ContentLines, DropControlCharactersButTabs) {
  EXPECT_EQ(summary(std::string("a\0b\x01\x1f\x7f\r\tc", 9)), "SUMMARY:ab\tc\r\n");
  for (std::size_t i = 0; i < 30; ++i) {
    std::string text(30, 'x');
    text[i] = '\t';
    EXPECT_EQ(summary(text), "SUMMARY:" + text + "\r\n");
    text[i] = '\x01';
    EXPECT_EQ(summary(text), "SUMMARY:" + std::string(29, 'x') + "\r\n");
  }
}

TEST(ContentLines, HoldExactlySeventyFiveOctetsBeforeAFold) {
  const std::string fits(75 - 8, 'x');
  EXPECT_EQ(summary(fits), "SUMMARY:" + fits + "\r\n");
  EXPECT_EQ(summary(fits + "y"), "SUMMARY:" + fits + "\r\n y\r\n");
}

TEST(ContentLines, FoldNeitherInsideACharacterNorInsideAnEscape) {
  const std::string text = std::string(75 - 8 - 1, 'x');
  EXPECT_EQ(summary(text + "é"), "SUMMARY:" + text + "\r\n é\r\n");
  EXPECT_EQ(summary(text + ","), "SUMMARY:" + text + "\r\n \\,\r\n");
  EXPECT_EQ(summary(text + "\n"), "SUMMARY:" + text + "\r\n \\n\r\n");
}

TEST(ContentLines, FoldBeforeALetterThatTheNextMarkModifies) {
  const std::string text = std::string(75 - 8 - 2, 'x');
  EXPECT_EQ(summary(text + "e\u0301\u0301\u0301"), "SUMMARY:" + text + "\r\n e\u0301\u0301\u0301\r\n");
  EXPECT_EQ(summary(text + "👩‍👩‍👧‍👦"), "SUMMARY:" + text + "\r\n 👩‍👩‍👧‍👦\r\n");
  EXPECT_EQ(summary(std::string(75 - 8 - 4, 'x') + "🇫🇷"), "SUMMARY:" + std::string(75 - 8 - 4, 'x') + "\r\n 🇫🇷\r\n");
  EXPECT_EQ(summary(std::string(75 - 8 - 8, 'x') + "🇫🇷🇨🇦"),
            "SUMMARY:" + std::string(75 - 8 - 8, 'x') + "🇫🇷\r\n 🇨🇦\r\n");
}

TEST(ContentLines, FoldAnEndlessHeapOfMarksAllTheSame) {
  std::string heap = "e";
  for (int i = 0; i < 10000; ++i) heap += "\u0301";
  const std::string folded = summary(heap);
  EXPECT_EQ(without_folds(folded), "SUMMARY:" + heap + "\r\n");
  EXPECT_LT(folded.size(), heap.size() * 11 / 10);
}

TEST(ContentLines, KeepEveryTextWholeWhateverItHolds) {
  const std::vector<std::string> pieces = {
      "a",        "é",    "e\u0301", "👩‍👩‍👧‍👦", "🇫🇷", ",", ";", "\\", "\n", "  ", "日本", "\u200d",
      "👍🏽", "\x80", "\xf0\x9f"};
  for (unsigned seed = 1; seed <= 300; ++seed) {
    std::mt19937 chance(seed);
    std::string text;
    for (unsigned i = 0; i < 20 + seed; ++i) {
      const auto& piece = pieces[chance() % (seed % 3 == 0 ? 4 : pieces.size())];
      for (auto n = 1 + chance() % 9; n > 0; --n) text += piece;
    }
    const std::string folded = summary(text);
    std::string expected = "SUMMARY:";
    for (const char c : text) {
      if (c == '\\' || c == ',' || c == ';') expected += '\\';
      c == '\n' ? expected += "\\n" : expected += c;
    }
    ASSERT_EQ(without_folds(folded), expected + "\r\n") << "seed " << seed;
    for (const auto& line : physical_lines(folded)) ASSERT_LE(line.size(), 75U) << "seed " << seed;
    ASSERT_LT(folded.size(), 2 * expected.size() + 100) << "seed " << seed;
  }
}

TEST(ContentLines, NeverPartACharacterOfValidText) {
  for (unsigned seed = 1; seed <= 100; ++seed) {
    std::mt19937 chance(seed);
    std::string text;
    for (int i = 0; i < 200; ++i)
      text += std::vector<std::string>{"é", "日", "👍🏽", "a", "🇫🇷", "\u0301"}[chance() % 6];
    for (const auto& line : physical_lines(summary(text))) {
      ASSERT_FALSE(line.size() > 1 && continues(line[1])) << "seed " << seed;
    }
  }
}

TEST(ContentLines, EncodeWhatNoUriMayHold) {
  const auto url = [](std::string_view text) {
    return written([&](ContentLines& lines) {
      lines.begin("URL:");
      lines.uri(text);
      lines.end();
    });
  };
  EXPECT_EQ(url("https://exemple.ca/a?b=c&d=%20#e,f;g"), "URL:https://exemple.ca/a?b=c&d=%20#e,f;g\r\n");
  EXPECT_EQ(url("https://é.ca/un deux\"<>\r\n"), "URL:https://%C3%A9.ca/un%20deux%22%3C%3E\r\n");
}

TEST(ContentLines, QuoteParametersAsRfc6868Has) {
  const auto parameter = [](std::string_view text) {
    return written([&](ContentLines& lines) {
      lines.begin("X;CN=");
      lines.parameter(text);
      lines.end();
    });
  };
  EXPECT_EQ(parameter("Tremblay, Zoé; dite: \"Zo\"^\n2"), "X;CN=\"Tremblay, Zoé; dite: ^'Zo^'^^^n2\"\r\n");
  EXPECT_EQ(parameter(std::string("a\0\x7f", 3)), "X;CN=\"a\"\r\n");
}

TEST(ContentLines, GiveTheSinkPiecesOfAFewHundredKilobytes) {
  std::vector<std::size_t> pieces;
  const ContentLines::Sink sink = [&](std::string_view piece) { pieces.push_back(piece.size()); };
  ContentLines lines(sink);
  const std::string text(1000, 'x');
  for (int i = 0; i < 2000; ++i) {
    lines.flush_when_full();
    lines.text_line("SUMMARY:", text);
  }
  lines.flush();
  EXPECT_GT(pieces.size(), 5U);
  EXPECT_LT(*std::max_element(pieces.begin(), pieces.end()), 300U * 1024);
}

TEST(ContentLines, TakeATextLargerThanTheirBuffer) {
  const std::string text(3'000'000, ',');
  EXPECT_EQ(without_folds(summary(text)).size(), 8 + 2 * text.size() + 2);
}

TEST(ContentLines, LetWhatWasWrittenBeReplaced) {
  EXPECT_EQ(written([](ContentLines& lines) {
              lines.put("A:1\r\n");
              const auto mark = lines.mark();
              lines.put("B:2\r\nC:3\r\n");
              EXPECT_EQ(lines.since(mark), "B:2\r\nC:3\r\n");
              lines.replace(mark, 5, "B:22222\r\n");
              lines.replace(mark, 1, "D");
            }),
            "A:1\r\nD:22222\r\nC:3\r\n");
}

TEST(Values, AreWrittenAsRfc5545Has) {
  using namespace std::chrono;
  const Day day{2018y / 12 / 4};
  EXPECT_EQ(std::string_view(date_value(day)), "20181204");
  EXPECT_EQ(std::string_view(time_value(day + 9h + 5min + 7s)), "20181204T090507");
  EXPECT_EQ(std::string_view(utc_value(sys_days{2018y / 12 / 4} + 22h)), "20181204T220000Z");
  EXPECT_EQ(std::string_view(date_value(Day{year{987} / 1 / 2})), "09870102");
  EXPECT_EQ(std::string_view(date_value(Day{year{12000} / 1 / 2})), "99991231");
  EXPECT_EQ(std::string_view(time_value(LocalTime{Day{year{-3} / 1 / 2}} + 5h)), "00000101T050000");
  EXPECT_EQ(std::string_view(offset_value(-5h)), "-0500");
  EXPECT_EQ(std::string_view(offset_value(5h + 45min)), "+0545");
  EXPECT_EQ(std::string_view(offset_value(-(44min + 30s))), "-004430");
  EXPECT_EQ(std::string_view(number_value(0)), "0");
  EXPECT_EQ(std::string_view(number_value(-120)), "-120");
}

TEST(Values, WriteDurationsInTheDaysOfTheCalendar) {
  using namespace std::chrono;
  EXPECT_EQ(std::string_view(duration_value(0min)), "PT0S");
  EXPECT_EQ(std::string_view(duration_value(-15min)), "-PT15M");
  EXPECT_EQ(std::string_view(duration_value(90min)), "PT1H30M");
  EXPECT_EQ(std::string_view(duration_value(-24h)), "-P1D");
  EXPECT_EQ(std::string_view(duration_value(9h - 7 * 24h)), "-P6DT15H");
  EXPECT_EQ(std::string_view(duration_value(24h + 1min)), "P1DT1M");
}

}  // namespace
}  // namespace jalon
