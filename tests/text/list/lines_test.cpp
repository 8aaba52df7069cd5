#include "text/list/lines.h"

#include <gtest/gtest.h>

namespace jalon::list {
namespace {

// KIND marker-text, and what else is not as usual.
std::string dump(std::string_view line) {
  static constexpr const char* kinds[] = {"blank", "heading", "underline", "rule", "fence", "item", "row", "text"};
  const LineShape shape = read_line_shape(line);
  std::string result = kinds[static_cast<std::size_t>(shape.kind)];
  if (shape.level > 0) result += std::to_string(shape.level);
  if (shape.indent > 0) result += " indent " + std::to_string(shape.indent);
  if (shape.quotes > 0) result += " quotes " + std::to_string(shape.quotes);
  if (shape.box == Box::present) result += " box " + std::to_string(static_cast<int>(shape.status));
  return result + ": " + std::string(shape.text);
}

struct Row {
  std::string_view line;
  std::string_view shape;
};

class LineShapes : public testing::TestWithParam<Row> {};

TEST_P(LineShapes, are_read) { EXPECT_EQ(dump(GetParam().line), GetParam().shape) << GetParam().line; }

INSTANTIATE_TEST_SUITE_P(Bullets, LineShapes,
                         testing::Values(Row{"- a", "item: a"}, Row{"* a", "item: a"}, Row{"+ a", "item: a"},
                                         Row{"•\ta", "item: a"}, Row{"•a", "item: a"}, Row{"– a", "item: a"},
                                         Row{"— a", "item: a"}, Row{"· a", "item: a"}, Row{"▪ a", "item: a"},
                                         Row{"\xEF\x82\xB7 a", "item: a"}, Row{"1. a", "item: a"},
                                         Row{"12) a", "item: a"}, Row{"1.a", "item: a"}, Row{"3- a", "item: a"},
                                         Row{"(4) a", "item: a"}, Row{"a) a", "item: a"}, Row{"iv) a", "item: a"},
                                         Row{"o\ta", "item: a"}, Row{"-a", "item: a"}, Row{"-é", "item: é"},
                                         Row{"-> a", "item: a"}, Row{"-- a", "item: a"}, Row{"→ a", "item: a"},
                                         Row{"-", "item: "},
                                         Row{"-\xC2\xA0"
                                             "a",
                                             "item: a"}));

INSTANTIATE_TEST_SUITE_P(NoBullets, LineShapes,
                         testing::Values(Row{"2018. a", "text: 2018. a"}, Row{"14.12.2018 a", "text: 14.12.2018 a"},
                                         Row{"10 h 30", "text: 10 h 30"}, Row{"-5 degrés", "text: -5 degrés"},
                                         Row{"*a* b", "text: *a* b"}, Row{"**a** b", "text: **a** b"},
                                         Row{"+1 pour", "text: +1 pour"}, Row{"(a) b", "text: (a) b"},
                                         Row{"--", "text: --"}, Row{"–a", "text: –a"}, Row{"on y va", "text: on y va"},
                                         Row{"3.5 kg", "text: 3.5 kg"}, Row{"#tag", "text: #tag"},
                                         Row{"[a] b", "text: [a] b"}, Row{"M) x", "item: x"},
                                         Row{"ab) x", "text: ab) x"}));

INSTANTIATE_TEST_SUITE_P(Boxes, LineShapes,
                         testing::Values(Row{"- [ ] a", "item box 0: a"}, Row{"- [x] a", "item box 2: a"},
                                         Row{"- [X] a", "item box 2: a"}, Row{"- [/] a", "item box 1: a"},
                                         Row{"- [-] a", "item box 3: a"}, Row{"- [>] a", "item box 0: a"},
                                         Row{"- [] a", "item box 0: a"}, Row{"[ ] a", "item box 0: a"},
                                         Row{"1. [x] a", "item box 2: a"}, Row{"☐ a", "item box 0: a"},
                                         Row{"☑ a", "item box 2: a"}, Row{"✓ a", "item box 2: a"},
                                         Row{"- [x]a", "item: [x]a"}, Row{"- [abc] a", "item: [abc] a"},
                                         Row{"- [x](y) a", "item: [x](y) a"}));

INSTANTIATE_TEST_SUITE_P(Others, LineShapes,
                         testing::Values(Row{"", "blank: "}, Row{"   \t", "blank indent 4: "},
                                         Row{"\xC2\xA0", "blank indent 1: "}, Row{"# a", "heading1: a"},
                                         Row{"### a ##", "heading3: a"}, Row{"# C#", "heading1: C#"},
                                         Row{"#", "heading1: "}, Row{"####### a", "text: ####### a"},
                                         Row{"---", "rule: ---"}, Row{"* * *", "rule: * * *"}, Row{"___", "rule: ___"},
                                         Row{"===", "underline: ==="}, Row{"```sh", "fence3: sh"},
                                         Row{"~~~~", "fence4: "}, Row{"```a```", "text: ```a```"},
                                         Row{"| a | b |", "row: | a | b |"}, Row{"  - a", "item indent 2: a"},
                                         Row{"\t- a", "item indent 4: a"}, Row{"  \t- a", "item indent 4: a"},
                                         Row{"> - a", "item quotes 1: a"}, Row{">>  - a", "item indent 1 quotes 2: a"},
                                         Row{"> ", "blank quotes 1: "}, Row{"a ", "text: a"}));

TEST(LineReader, splits_at_both_line_ends) {
  LineReader reader("a\r\nb\n\nc");
  std::string lines;
  for (std::string_view line; reader.next(line);) lines += std::string(line) + "|";
  EXPECT_EQ(lines, "a|b||c|");
}

}  // namespace
}  // namespace jalon::list
