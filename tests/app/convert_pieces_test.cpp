// A long plan read in pieces gives the same file and the same messages as the same plan read as a whole.
#include "app/convert_pieces.h"

#include <gtest/gtest.h>

#include <random>

#include "app/diagnostic_text.h"
#include "base/catalogue.h"
#include "base/scratch_folder.h"

namespace jalon {
namespace {

class Chance {
 public:
  explicit Chance(unsigned seed) : random_(seed) {}
  unsigned below(unsigned most) { return static_cast<unsigned>(random_() % most); }
  bool one_in(unsigned count) { return below(count) == 0; }
  std::string one_of(std::initializer_list<const char*> words) { return words.begin()[below(unsigned(words.size()))]; }

 private:
  std::mt19937 random_;
};

std::string two(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string date_of(Chance& chance) {
  const unsigned day = 1 + chance.below(28), month = 1 + chance.below(12);
  const std::string iso = std::to_string(2018 + chance.below(3)) + "-" + two(month) + "-" + two(day);
  if (chance.one_in(300)) return chance.one_of({"2019-02-30", "bientôt", "le 31 novembre", "TBD"});
  if (chance.one_in(200)) return chance.one_of({"2019-03-10 02:30", "2019-11-03 01:30", "demain", "43466"});
  if (chance.one_in(4)) return iso + " " + two(8 + chance.below(9)) + ":30";
  if (chance.one_in(5)) return two(day) + "/" + two(month) + "/2019";
  return iso;
}

std::string title_of(Chance& chance) {
  if (chance.one_in(20)) return chance.one_of({"Appeler", "Relire, puis signer", "Dire \"oui\"", "Payer\nsigner"});
  return chance.one_of({"Appeler ", "Écrire à ", "Voir "}) + chance.one_of({"Zoé", "l'équipe", "Marie"}) + " " +
         std::to_string(chance.below(9000));
}

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) result += c == '"' ? std::string("\"\"") : std::string(1, c);
  return result + "\"";
}

std::string cell(const std::string& text, Chance& chance) {
  const bool needs = text.find_first_of(",\"\n") != std::string::npos;
  return needs || chance.one_in(30) ? quoted(text) : text;
}

constexpr const char* header = "Tâche,Début,Échéance,Responsable,Étiquettes,Rappel,Section,Cases,Notes,Id,Autre\n";

std::string odd_row(Chance& chance) {
  switch (chance.below(5)) {
    case 0:
      return header;
    case 1:
      return "Partie " + std::to_string(chance.below(20)) + "\n";
    case 2:
      return ",,,,,,,,,,\n";
    case 3:
      return ",2019-01-02,,,,,,,,,\n";
    default:
      return "Titre \"cité\" dedans,2019-01-02\r\n";
  }
}

std::string row(unsigned number, Chance& chance) {
  if (chance.one_in(60)) return odd_row(chance);
  const bool event = chance.one_in(2);
  std::string line = cell(title_of(chance), chance) + "," + (event ? date_of(chance) : "") + ",";
  line += (event ? "" : date_of(chance)) + ",";
  line += cell(chance.one_of({"", "Zoé", "Zoé; Luc", "Marie <marie@exemple.ca>", "\"Zoé\""}), chance) + ",";
  line += cell(chance.one_of({"", "ventes", "ventes, suivi", "\"été\""}), chance) + ",";
  line += chance.one_of({"", "1 jour", "30 min", "parfois"}) + "," + chance.one_of({"", "A", "B \"bis\""}) + ",";
  line += (chance.one_in(25) ? quoted("[x] lire\n[ ] signer avant le 3 mars\n\"dire\"") : "") + ",";
  line += (chance.one_in(10) ? quoted("Une note\net une autre, \"citée\"") : "") + ",";
  return line + (chance.one_in(3) ? "n" + std::to_string(chance.one_in(400) ? 7 : number) : "") + ",x\n";
}

std::string table(unsigned rows, Chance& chance) {
  std::string text = chance.one_in(2) ? "\xEF\xBB\xBF" : "";
  if (chance.one_in(2)) text += "Plan de l'année\n";
  text += header;
  for (unsigned i = 0; i < rows; ++i) text += row(i, chance);
  return text;
}

std::string json_text(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) result += c == '"' ? "\\\"" : c == '\n' ? "\\n" : std::string(1, c);
  return result + "\"";
}

std::string object(unsigned number, Chance& chance) {
  if (chance.one_in(300)) return chance.one_of({"{\"title\": ", "[1]", "{\"due\": \"2019-01-01\"}"});
  std::string line = "{\"title\": " + json_text(title_of(chance)) + ", ";
  line += (chance.one_in(2) ? "\"start\": " : "\"due\": ") + json_text(date_of(chance));
  if (chance.one_in(2)) line += ", \"owners\": [{\"name\": \"Zoé\", \"address\": \"zoe@exemple.ca\"}, \"Luc\"]";
  if (chance.one_in(2)) line += ", \"tags\": [\"ventes\", \"\\u00e9t\\u00e9\"]";
  if (chance.one_in(3)) line += ", \"reminders\": [30, \"1 jour\"], \"percent\": " + std::to_string(chance.below(101));
  if (chance.one_in(3)) line += ", \"section\": " + json_text(chance.one_of({"A", "B \"bis\""}));
  if (chance.one_in(9)) line += ", \"recurrence\": \"tous les lundis\"";
  if (chance.one_in(40)) line += ", \"inconnu\": 1";
  if (chance.one_in(3)) line += ", \"id\": \"n" + std::to_string(chance.one_in(400) ? 7 : number) + "\"";
  return line + "}";
}

std::string json_lines(unsigned lines, Chance& chance) {
  std::string text;
  if (chance.one_in(2)) {
    text += "{\"type\": \"plan\", \"title\": \"Année\", \"timezone\": \"Europe/Paris\", \"remind\": \"1 h\"}\n";
  }
  for (unsigned i = 0; i < lines; ++i) text += object(i, chance) + (chance.one_in(50) ? "\n\n" : "\n");
  return text;
}

ConvertRequest request_of(const std::string& input, const std::string& output, std::uintmax_t in_pieces_from) {
  ConvertRequest request;
  request.settings.now = std::chrono::sys_days{std::chrono::year{2018} / 11 / 26} + std::chrono::hours{17};
  request.settings.system_zone = "America/Toronto";
  request.input = input;
  request.output = output;
  request.on_error = OnError::keep_going;
  request.in_pieces_from = in_pieces_from;
  return request;
}

std::string told(const ConvertOutcome& outcome) {
  DiagnosticPrinter printer(outcome.plan, {});
  std::string result;
  for (const Diagnostic& diagnostic : outcome.plan.diagnostics) result += printer.print(diagnostic);
  return result;
}

std::vector<std::size_t> numbers(const ConvertOutcome& outcome) {
  const CalendarCounts& counts = outcome.counts;
  return {counts.events,    counts.deadlines, counts.undated,
          counts.created,   counts.changed,   counts.removed,
          outcome.left_out, outcome.actions,  static_cast<std::size_t>(outcome.written)};
}

enum class InPieces : std::uint8_t { yes, no };

struct Converted {
  ConvertOutcome outcome;
  std::string bytes;
};

Converted convert_once(const ScratchFolder& folder, ConvertRequest request, InPieces in_pieces) {
  const std::string name = in_pieces == InPieces::yes ? "pieces.ics" : "whole.ics";
  request.output = folder.path(name);
  std::filesystem::remove(request.output);
  request.in_pieces_from = in_pieces == InPieces::yes ? 0 : never_in_pieces;
  auto outcome = convert(request, [](std::string_view) {});
  EXPECT_TRUE(outcome.has_value());
  if (!outcome) return {};
  std::string bytes = std::filesystem::exists(folder.path(name)) ? folder.get(name) : "(none)";
  return {std::move(*outcome), std::move(bytes)};
}

void expect_same(const ScratchFolder& folder, const ConvertRequest& request) {
  const Converted whole = convert_once(folder, request, InPieces::no);
  const Converted pieces = convert_once(folder, request, InPieces::yes);
  EXPECT_FALSE(whole.outcome.in_pieces);
  EXPECT_TRUE(pieces.outcome.in_pieces);
  EXPECT_EQ(told(pieces.outcome), told(whole.outcome));
  EXPECT_EQ(numbers(pieces.outcome), numbers(whole.outcome));
  EXPECT_EQ(pieces.outcome.zone, whole.outcome.zone);
  ASSERT_EQ(pieces.bytes.size(), whole.bytes.size());
  EXPECT_TRUE(pieces.bytes == whole.bytes);
}

class PlanInPiecesOf : public testing::TestWithParam<unsigned> {};

TEST_P(PlanInPiecesOf, a_table_is_the_calendar_of_the_whole) {
  Chance chance(GetParam());
  const ScratchFolder folder;
  const unsigned rows = chance.one_in(4) ? chance.below(5) : 900 + chance.below(2500);
  expect_same(folder, request_of(folder.put("plan.csv", table(rows, chance)), {}, 0));
}

TEST_P(PlanInPiecesOf, json_lines_are_the_calendar_of_the_whole) {
  Chance chance(GetParam() + 1000);
  const ScratchFolder folder;
  expect_same(folder, request_of(folder.put("plan.jsonl", json_lines(2 + chance.below(2500), chance)), {}, 0));
}

TEST_P(PlanInPiecesOf, nothing_is_written_of_a_plan_with_errors_either) {
  Chance chance(GetParam() + 2000);
  const ScratchFolder folder;
  ConvertRequest request = request_of(folder.put("plan.csv", table(1500, chance)), {}, 0);
  request.on_error = OnError::stop;
  expect_same(folder, request);
}

INSTANTIATE_TEST_SUITE_P(ChanceSeeds, PlanInPiecesOf, testing::Range(1U, 6U));

// The zones stand before the first action and cover the last: what is written first is not what stands there at the
// end.
TEST(PlanInPieces, put_the_zones_of_all_dates_before_the_first_action) {
  const ScratchFolder folder;
  std::string text = "Tâche,Début\n";
  for (int i = 0; i < 4000; ++i) {
    text += "Voir " + std::to_string(i) + "," + std::to_string(1960 + i / 50) + "-07-01 09:00\n";
  }
  expect_same(folder, request_of(folder.put("up.csv", text), {}, 0));
  std::string down = "Tâche,Début\nVoir,2040-07-01 09:00\nVoir,2041-07-01 09:00\nVoir,1950-07-01 09:00\n";
  expect_same(folder, request_of(folder.put("down.csv", down), {}, 0));
}

TEST(PlanInPieces, know_the_order_of_day_and_month_from_the_last_row) {
  const ScratchFolder folder;
  std::string text = "Task,Due\n";
  for (int i = 0; i < 3000; ++i) text += "Call " + std::to_string(i) + ",05/06/2019\n";
  expect_same(folder, request_of(folder.put("open.csv", text), {}, 0));
  expect_same(folder, request_of(folder.put("plan.csv", text + "Call,24/12/2019\n"), {}, 0));
}

TEST(PlanInPieces, give_way_to_the_whole_where_an_action_names_another) {
  const ScratchFolder folder;
  for (const std::string text : {"Task,Due,Id,Parent\nA,2019-01-02,a,\nB,2019-01-03,b,a\n",
                                 "{\"title\": \"A\"}\n{\"title\": \"B\", \"after\": 1}\n"}) {
    const std::string input = folder.put("plan", text);
    const auto outcome = convert(request_of(input, folder.path("plan.ics"), 0), [](std::string_view) {});
    ASSERT_TRUE(outcome.has_value());
    EXPECT_FALSE(outcome->in_pieces);
    EXPECT_NE(folder.get("plan.ics").find("RELATED-TO"), std::string::npos);
  }
}

TEST(PlanInPieces, leave_other_encodings_formats_and_previous_outputs_to_the_whole) {
  const ScratchFolder folder;
  const std::string output = folder.path("plan.ics");
  const auto in_pieces = [&](const std::string& text) {
    const auto outcome = convert(request_of(folder.put("plan", text), output, 0), [](std::string_view) {});
    return outcome.has_value() && outcome->written != Written::nothing && outcome->in_pieces;
  };
  EXPECT_FALSE(
      in_pieces("T\xE2"
                "che,Due\nA,2019-01-02\n"));
  EXPECT_TRUE(std::filesystem::exists(output));
  EXPECT_FALSE(in_pieces("Task,Due\nA,2019-01-02\n")) << "there is a previous output";
  std::filesystem::remove(output);
  EXPECT_FALSE(in_pieces("- A 2019-01-02\n"));
  std::filesystem::remove(output);
  EXPECT_TRUE(in_pieces("Task,Due\nA,2019-01-02\n"));
}

TEST(PlanInPieces, never_take_a_file_that_jalon_did_not_make) {
  const ScratchFolder folder;
  const std::string input = folder.put("plan.csv", "Task,Due\nA,2019-01-02\n");
  const std::string foreign = folder.put("plan.ics", "BEGIN:VCALENDAR\r\nPRODID:-//x//x//EN\r\nEND:VCALENDAR\r\n");
  const auto outcome = convert(request_of(input, foreign, 0), [](std::string_view) {});
  ASSERT_TRUE(outcome.has_value());
  EXPECT_TRUE(outcome->failure.has_value());
  EXPECT_NE(folder.get("plan.ics").find("-//x//x//EN"), std::string::npos);
}

TEST(PlanInPieces, leave_nothing_beside_the_plan_but_its_calendar) {
  const ScratchFolder folder;
  const std::string input = folder.put("plan.csv", "Task,Due\nA,2019-01-02\n");
  ASSERT_TRUE(convert(request_of(input, folder.path("plan.ics"), 0), [](std::string_view) {}).has_value());
  EXPECT_EQ(folder.names().size(), 2u);
}

}  // namespace
}  // namespace jalon
