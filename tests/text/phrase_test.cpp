// Phrases with their exact reading, one a line: language, as of, phrase, reading. A bug adds a row.

#include "jalon/phrase.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace jalon {
namespace {

struct Row {
  std::string language, as_of, phrase, reading;
};

std::vector<Row> rows_of(const std::string& name) {
  std::ifstream file(std::string(JALON_SOURCE_DIR) + "/tests/text/" + name);
  std::vector<Row> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> cells(1);
    for (const char c : line) {
      if (c == '\t') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    if (cells.size() >= 4) rows.push_back({cells[0], cells[1], cells[2], cells[3]});
  }
  return rows;
}

PhraseContext context_of(const Row& row) {
  int year = 0;
  unsigned month = 0, day = 0;
  std::sscanf(row.as_of.c_str(), "%d-%u-%u", &year, &month, &day);
  PhraseContext context;
  context.as_of = Day{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
  context.language = *parse_language(row.language);
  return context;
}

void expect_all(const std::string& name) {
  const auto rows = rows_of(name);
  ASSERT_GT(rows.size(), 20U) << name;
  PhraseReader reader{{}};
  for (const Row& row : rows) {
    reader.set_context(context_of(row));
    EXPECT_EQ(format_reading(reader.read(row.phrase)), row.reading)
        << row.language << ' ' << row.as_of << ' ' << row.phrase;
  }
}

std::string reading_of(const std::optional<FoundWhen>& found) {
  if (!found) return "none";
  const bool told = found->reading.verdict == Reading::Verdict::none && !found->reading.diagnostics.empty();
  return told ? "unread" : format_reading(found->reading);
}

// The title with a bar for each cut.
std::string what_stays(const std::string& title, const std::optional<FoundWhen>& found) {
  if (!found || found->reading.verdict == Reading::Verdict::none) return title;
  const auto [cut, other] = std::pair(found->cut, found->other_cut);
  if (other == SourceSpan{}) return title.substr(0, cut.begin) + "|" + title.substr(cut.end);
  return title.substr(0, cut.begin) + "|" + title.substr(cut.end, other.begin - cut.end) + "|" +
         title.substr(other.end);
}

TEST(Titles, GiveUpTheirDateWhereItStandsAsAnAdverb) {
  PhraseReader reader{{}};
  reader.set_context(context_of({"fr", "2018-11-26", "", ""}));
  const auto rows = rows_of("titles.tsv");
  ASSERT_GT(rows.size(), 40U);
  for (const Row& row : rows) {
    const std::string& title = row.as_of;  // language, title, reading, what stays
    const auto found = reader.find(title);
    EXPECT_EQ(reading_of(found), row.phrase) << title;
    EXPECT_EQ(what_stays(title, found), row.reading);
  }
}

TEST(Titles, KeepWhatIsSetApartAsADateAndNotUnderstoodAndSaySo) {
  PhraseReader reader{{}};
  for (const char* title : {"Appeler — avant la saint-glinglin", "Call Bob (by the twelfth of never)"}) {
    const auto found = reader.find(title);
    ASSERT_TRUE(found) << title;
    EXPECT_EQ(found->reading.verdict, Reading::Verdict::none);
    ASSERT_EQ(found->reading.diagnostics.size(), 1U);
    EXPECT_EQ(code_name(found->reading.diagnostics.front().code), "date.unread");
    EXPECT_EQ(found->cut, SourceSpan{});
  }
  EXPECT_FALSE(reader.find("Appeler Paul — important"));
}

TEST(Phrases, AreReadAsTheTableSays) { expect_all("phrases.tsv"); }
TEST(Phrases, OfSeriesAreReadAsTheTableSays) { expect_all("series.tsv"); }
TEST(Phrases, ThatAreNoDateAreRefused) { expect_all("refusals.tsv"); }

}  // namespace
}  // namespace jalon
