// What a reader remembers of phrases must not change what it reads, in whatever order and surroundings they come.

#include "text/reading_memo.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/catalogue.h"
#include "text/phrase_reader.h"
#include "text/when_finder.h"

namespace jalon {
namespace {

constexpr unsigned seed = 20261123;

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream file(std::string(JALON_SOURCE_DIR) + path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line[0] != '#') lines.push_back(line);
  }
  EXPECT_FALSE(lines.empty()) << path;
  return lines;
}

// A cell of a table's row.
std::string cell(const std::string& row, std::size_t number) {
  std::size_t begin = 0;
  for (; number > 0; --number) begin = row.find('\t', begin) + 1;
  return row.substr(begin, row.find('\t', begin) - begin);
}

struct Title {
  Language language;
  std::string text;
};

constexpr std::string_view french_frames[] = {"{}", "Livrer le rapport 4 {}.", "{} : appeler Jean", "Point et {}",
                                              "Noël, pas avant {} et mardi"};
constexpr std::string_view english_frames[] = {"{}", "Ship report 4 {}.", "Call John - {}", "3 to {}, 2pm",
                                               "Team day ({}) and Tuesday"};

void add_framed(std::vector<Title>& titles, Language language, const std::string& phrase) {
  for (const std::string_view frame : language == Language::french ? french_frames : english_frames) {
    std::string text(frame);
    titles.push_back({language, text.replace(text.find("{}"), 2, phrase)});
  }
}

// The project's phrases and titles, alone and in sentences, and every line of the golden plans.
std::vector<Title> all_titles() {
  std::vector<Title> titles;
  const auto add_table = [&](const std::string& name, std::size_t column) {
    for (const std::string& row : lines_of("/tests/text/" + name)) {
      add_framed(titles, row.starts_with("en") ? Language::english : Language::french, cell(row, column));
    }
  };
  add_table("titles.tsv", 1);
  for (const char* phrases : {"phrases.tsv", "refusals.tsv", "series.tsv"}) add_table(phrases, 2);
  for (const char* plan : {"plan-fin-annee.md", "year-end.md", "courriel.txt", "todo.txt", "atelier.org"}) {
    for (const std::string& line : lines_of(std::string("/samples/") + plan)) {
      titles.push_back({Language::french, line});
      titles.push_back({Language::english, line});
    }
  }
  return titles;
}

std::string shown(const Reading& reading) {
  std::string out = format_reading(reading) + ' ' + std::to_string(reading.said);
  for (const Diagnostic& diagnostic : reading.diagnostics) {
    out += ' ' + std::to_string(diagnostic.span.begin) + '-' + std::to_string(diagnostic.span.end) + ' ' +
           message_of(diagnostic, Language::english);
  }
  return out;
}

std::string shown(const SourceSpan& span) { return ' ' + std::to_string(span.begin) + '-' + std::to_string(span.end); }

class Reader {
 public:
  Reader(Language language, std::size_t most_kept) : impl_(context_in(language)) {
    impl_.memo = ReadingMemo(most_kept);
  }

  std::string find(const std::string& title) {
    impl_.line.read(title, impl_.lexicon);
    const auto found = find_when(impl_, title);
    if (!found) return "nothing";
    return shown(found->reading) + shown(found->phrase) + shown(found->cut) + shown(found->other_cut);
  }

 private:
  static PhraseContext context_in(Language language) {
    PhraseContext context;
    context.as_of = Day{std::chrono::year{2026} / 11 / 23} + std::chrono::hours{9};
    context.language = language;
    return context;
  }

  PhraseReader::Impl impl_;
};

class Readers {
 public:
  explicit Readers(std::size_t most_kept)
      : french_(Language::french, most_kept), english_(Language::english, most_kept) {}
  std::string find(const Title& title) {
    return (title.language == Language::french ? french_ : english_).find(title.text);
  }

 private:
  Reader french_;
  Reader english_;
};

TEST(RememberedPhrases, ReadAsTheyDoWithoutMemoryInEveryOrder) {
  std::vector<Title> titles = all_titles();
  ASSERT_GT(titles.size(), 3000U);
  Readers forgetful(0), remembering(1U << 14), crowded(64);
  std::vector<std::string> expected;
  for (const Title& title : titles) expected.push_back(forgetful.find(title));
  std::vector<std::size_t> order(titles.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::shuffle(order.begin(), order.end(), std::mt19937(seed));
  for (const std::size_t i : order) {
    EXPECT_EQ(remembering.find(titles[i]), expected[i]) << titles[i].text << " (seed " << seed << ')';
    EXPECT_EQ(crowded.find(titles[i]), expected[i]) << titles[i].text << " (seed " << seed << ')';
  }
  std::reverse(order.begin(), order.end());
  for (const std::size_t i : order) {
    EXPECT_EQ(remembering.find(titles[i]), expected[i]) << titles[i].text << " (seed " << seed << ')';
  }
}

PhraseReading on_day(int day) {
  PhraseReading reading;
  reading.reading.verdict = Reading::Verdict::when;
  reading.reading.when.kind = WhenKind::event;
  reading.reading.when.start = reading.reading.when.end = Day{std::chrono::days{day}};
  return reading;
}

using Phrase = ReadingMemo::Phrase;

TEST(RememberedPhrases, AreToldApartByWhatStandsBesideThem) {
  ReadingMemo memo;
  PhraseReading found;
  memo.keep(Phrase("ven", Phrase::Before::space, Phrase::Behind::nothing), on_day(3));
  EXPECT_FALSE(memo.find(Phrase("ven", Phrase::Before::nothing, Phrase::Behind::nothing), found));
  EXPECT_FALSE(memo.find(Phrase("ven", Phrase::Before::space, Phrase::Behind::stop), found));
  ASSERT_TRUE(memo.find(Phrase("ven", Phrase::Before::space, Phrase::Behind::nothing), found));
  EXPECT_EQ(found.reading.when.start, Day{std::chrono::days{3}});
}

TEST(RememberedPhrases, GiveWayToNewOnesWhereThereAreTooMany) {
  ReadingMemo memo(100);
  PhraseReading found;
  for (int i = 0; i < 250; ++i) {
    const std::string text = "day " + std::to_string(i);
    memo.keep(Phrase(text, Phrase::Before::nothing, Phrase::Behind::nothing), on_day(i));
    ASSERT_TRUE(memo.find(Phrase(text, Phrase::Before::nothing, Phrase::Behind::nothing), found));
    EXPECT_EQ(found.reading.when.start, Day{std::chrono::days{i}});
  }
  EXPECT_FALSE(memo.find(Phrase("day 0", Phrase::Before::nothing, Phrase::Behind::nothing), found));
}

TEST(RememberedPhrases, DoNotNamePlacesInATextThatIsGone) {
  ReadingMemo memo;
  PhraseReading reading = on_day(1), found;
  reading.reading.diagnostics.push_back({Code::date_numeric_order, {3, 7}, {}});
  memo.keep(Phrase("05/06", Phrase::Before::nothing, Phrase::Behind::nothing), reading);
  EXPECT_FALSE(memo.find(Phrase("05/06", Phrase::Before::nothing, Phrase::Behind::nothing), found));
}

}  // namespace
}  // namespace jalon
