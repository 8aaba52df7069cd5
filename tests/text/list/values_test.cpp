#include "text/list/values.h"

#include <gtest/gtest.h>

namespace jalon::list {
namespace {

std::string list_of(std::string_view value) {
  std::vector<std::string_view> parts;
  split_list(value, parts);
  std::string result;
  for (const std::string_view part : parts) result += "[" + std::string(part) + "]";
  return result;
}

std::string tags_of(std::string_view value) {
  std::vector<std::string_view> parts;
  split_tags(value, parts);
  std::string result;
  for (const std::string_view part : parts) result += "[" + std::string(part) + "]";
  return result;
}

TEST(Values, read_priorities) {
  const std::pair<const char*, int> rows[] = {{"!", 9},      {"!!", 5},     {"!!!", 1}, {"A", 1}, {"b", 5},
                                              {"C", 9},      {"Z", 9},      {"3", 3},   {"0", 0}, {"haute", 1},
                                              {"Élevée", 1}, {"medium", 5}, {"LOW", 9}, {"🔺", 1}, {"⏫", 3}};
  for (const auto& [value, priority] : rows) EXPECT_EQ(parse_priority(value), priority) << value;
  for (const char* value : {"", "extrême", "12", "!!!!", "AB"}) EXPECT_FALSE(parse_priority(value)) << value;
}

TEST(Values, read_statuses) {
  const std::pair<const char*, Status> rows[] = {{"done", Status::done},         {"Terminé", Status::done},
                                                 {"en cours", Status::begun},    {"in progress", Status::begun},
                                                 {"Annulée", Status::cancelled}, {"à faire", Status::open}};
  for (const auto& [value, status] : rows) EXPECT_EQ(parse_status(value), status) << value;
  EXPECT_FALSE(parse_status("peut-être"));
}

TEST(Values, read_iso_days) {
  EXPECT_EQ(parse_iso_day("2018-12-24"), Day{std::chrono::year{2018} / 12 / 24});
  for (const char* value : {"2018-02-30", "2018-13-01", "2018-1-01", "2018/12/24", "", "2018-12-24T", "+018-12-24"}) {
    EXPECT_FALSE(parse_iso_day(value)) << value;
  }
}

TEST(Values, read_the_repetitions_of_todo_txt) {
  EXPECT_EQ(parse_repetition("+2w")->interval, 2);
  EXPECT_EQ(parse_repetition("1m")->frequency, Frequency::monthly);
  EXPECT_EQ(parse_repetition("1b")->by_day.size(), 5U);
  for (const char* value : {"", "w", "0d", "3b", "1x", "99999d", "every week"})
    EXPECT_FALSE(parse_repetition(value)) << value;
}

TEST(Values, split_lists_as_people_write_them) {
  EXPECT_EQ(list_of("1 jour, 1 h"), "[1 jour][1 h]");
  EXPECT_EQ(list_of("1,5 h; 2 h"), "[1,5 h][2 h]");
  EXPECT_EQ(list_of("Marie, Paul et Alex"), "[Marie][Paul][Alex]");
  EXPECT_EQ(list_of("Marie and Paul & Alex"), "[Marie][Paul][Alex]");
  EXPECT_EQ(list_of("@Marie @Paul"), "[@Marie][@Paul]");
  EXPECT_EQ(list_of(" , "), "");
  EXPECT_EQ(tags_of("#a #b, c d"), "[a][b][c d]");
}

TEST(Values, read_people) {
  const std::tuple<const char*, const char*, const char*> rows[] = {
      {"Marie", "Marie", ""},         {"@Marie", "Marie", ""},        {"Marie T <m@x.ca>", "Marie T", "m@x.ca"},
      {"m@x.ca", "m@x.ca", "m@x.ca"}, {"\"Marie T\"", "Marie T", ""}, {"<m@x.ca", "<m@x.ca", "<m@x.ca"}};
  for (const auto& [value, name, address] : rows) {
    EXPECT_EQ(parse_person(value).name, name);
    EXPECT_EQ(parse_person(value).address, address) << value;
  }
}

}  // namespace
}  // namespace jalon::list
