#include "sheet/ods.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "sheet/sheet_builder.h"
#include "sheet/sheet_list.h"
#include "sheet/xlsx_parts.h"
#include "sheet/xml.h"

namespace jalon::sheet {
namespace {

constexpr std::uint32_t most_repeated_rows = 1000;         // of rows that hold something
constexpr std::size_t largest_row = std::size_t{1} << 25;  // bytes

// The names of the sheets, and the styles with which some are hidden.
class OdsListReader : public XmlHandler {
 public:
  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "style") style_ = attributes.get("name");
    if (name == "table-properties" && attributes.has("display", "false")) hidden_.insert(style_);
    if (name != "table" || depth_++ > 0) return;
    const bool hidden = hidden_.contains(std::string(attributes.get("style-name")));
    sheets.push_back({std::string(attributes.get("name")), {}, hidden ? Visibility::hidden : Visibility::shown});
  }
  void close(std::string_view name) override {
    if (name == "table") --depth_;
  }
  std::vector<SheetEntry> sheets;

 private:
  std::set<std::string> hidden_;
  std::string style_;
  int depth_ = 0;
};

double parse_double(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// 2018-12-24T14:30:00 as 2018-12-24 14:30
std::string moment_said(std::string_view value) {
  constexpr std::size_t day = 10;
  constexpr std::size_t minutes = 16;
  if (value.size() <= day) return std::string(value);
  return std::string(value.substr(0, day)) + " " + std::string(value.substr(day + 1, minutes - day - 1));
}

// PT14H30M00S as 14:30; what is longer than a day as 26 h 30
std::string time_said(std::string_view value) {
  const std::size_t hours = value.find('H');
  const std::size_t minutes = value.find('M', std::min(hours, value.size()));
  if (!value.starts_with("PT") || hours == std::string_view::npos || minutes == std::string_view::npos)
    return std::string(value);
  const int hour = parse_int(value.substr(2, hours - 2), 0);
  const int minute = parse_int(value.substr(hours + 1, minutes - hours - 1), 0);
  constexpr double minutes_of_day = 1440;
  return said((hour * 60 + minute) / minutes_of_day, hour < 24 ? NumberKind::time : NumberKind::elapsed,
              DateSystem::from_1900);
}

class OdsSheetReader : public XmlHandler {
 public:
  OdsSheetReader(SheetBuilder& builder, std::size_t wanted) : builder_(builder), wanted_(wanted) {}

  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "table") is_wanted_ = depth_++ == 0 && count_++ == wanted_;
    if (!is_wanted_ || depth_ > 1) return;
    if (name == "annotation") ++aside_;
    if (aside_ > 0) return;
    if (name == "table-row") open_row(attributes);
    if (name == "table-cell" || name == "covered-table-cell") open_cell(attributes);
    if (name == "p") open_paragraph();
    if (name == "s")
      text_.append(static_cast<std::size_t>(std::clamp(parse_int(attributes.get("c"), 1), 0, 1000)), ' ');
    if (name == "tab") text_ += ' ';
    if (name == "line-break") text_ += '\n';
  }

  void text(std::string_view text) override {
    if (in_paragraph_ && aside_ == 0 && text_.size() < largest_cell) text_ += text;
  }

  void close(std::string_view name) override {
    if (name == "table" && --depth_ == 0 && is_wanted_) stop();
    if (!is_wanted_ || depth_ > 1) return;
    if (name == "annotation") --aside_;
    if (aside_ > 0) return;
    if (name == "p") in_paragraph_ = false;
    if (name == "table-cell" || name == "covered-table-cell") close_cell();
    if (name == "table-row") close_row();
  }

 private:
  struct Cell {
    std::uint32_t column;
    std::uint32_t width;
    std::string text;
    bool lost;
  };

  static std::uint32_t count_of(std::string_view text, std::uint32_t most) {
    const int count = parse_int(text, 1);
    return count < 1 ? 1 : std::min(static_cast<std::uint32_t>(count), most);
  }

  void open_row(const XmlAttributes& attributes) {
    repeated_rows_ = count_of(attributes.get("number-rows-repeated"), most_rows);
    const std::string_view visibility = attributes.get("visibility");
    hidden_ = visibility == "collapse" || visibility == "filter";
    column_ = 1;
    row_size_ = 0;
    cells_.clear();
  }

  void open_cell(const XmlAttributes& attributes) {
    repeated_columns_ = count_of(attributes.get("number-columns-repeated"), most_columns);
    width_ = count_of(attributes.get("number-columns-spanned"), most_columns);
    type_ = attributes.get("value-type");
    value_ = attributes.get(type_ == "date"      ? "date-value"
                            : type_ == "time"    ? "time-value"
                            : type_ == "boolean" ? "boolean-value"
                                                 : "value");
    is_error_ = attributes.has("value-type", "error");
    text_.clear();
    paragraphs_ = 0;
  }

  void open_paragraph() {
    if (paragraphs_++ > 0) text_ += '\n';
    in_paragraph_ = true;
  }

  std::string said_value() const {
    if (type_ == "date") return moment_said(value_);
    if (type_ == "time") return time_said(value_);
    if (type_ == "boolean") return value_ == "true" ? "TRUE" : "FALSE";
    if (type_ == "percentage") return said(parse_double(value_), NumberKind::percent, DateSystem::from_1900);
    if (type_ == "float" || type_ == "currency")
      return said(parse_double(value_), NumberKind::number, DateSystem::from_1900);
    return text_;
  }

  void close_cell() {
    const std::string text = is_error_ ? text_ : said_value();
    const bool fits = column_ <= most_columns;
    if (!text.empty() && fits) {
      const std::uint32_t last = std::min(column_ + repeated_columns_, most_columns + 1);
      row_size_ += text.size() * (last - column_);
      if (row_size_ > largest_row) builder_.overflow();
      if (builder_.fullness() == Fullness::full) return stop();
      for (std::uint32_t column = column_; column < last; ++column) cells_.push_back({column, width_, text, is_error_});
    }
    column_ = std::min(column_ + repeated_columns_, most_columns + 1);
  }

  void close_row() {
    if (cells_.empty()) {
      row_ = std::min(row_ + repeated_rows_, most_rows + 1);
      return;
    }
    for (std::uint32_t i = 0; i < std::min(repeated_rows_, most_repeated_rows); ++i) add_row(row_ + i);
    row_ = std::min(row_ + repeated_rows_, most_rows + 1);
    if (builder_.fullness() == Fullness::full) stop();
  }

  void add_row(std::uint32_t row) {
    if (hidden_) return builder_.count_hidden_row();
    for (const Cell& cell : cells_) {
      const bool reference = cell.text.starts_with("#REF!") || cell.text.starts_with("Err:524");
      const bool tells = cell.lost && cell.text != "#N/A";
      if (tells)
        builder_.tell(row, cell.column, reference ? Code::workbook_lost_cell : Code::workbook_error_cell, cell.text);
      if (!cell.lost) builder_.add(row, cell.column, cell.text, cell.width);
    }
  }

  SheetBuilder& builder_;
  std::size_t wanted_;
  std::size_t count_ = 0;
  int depth_ = 0;
  bool is_wanted_ = false;
  std::uint32_t row_ = 1;
  std::uint32_t column_ = 1;
  std::uint32_t repeated_rows_ = 1;
  std::uint32_t repeated_columns_ = 1;
  std::uint32_t width_ = 1;
  std::size_t row_size_ = 0;  // bytes
  bool hidden_ = false;
  bool is_error_ = false;
  bool in_paragraph_ = false;
  int aside_ = 0;
  int paragraphs_ = 0;
  std::string type_;
  std::string value_;
  std::string text_;
  std::vector<Cell> cells_;
};

}  // namespace

SheetText read_ods(const Package& package, std::string_view asked) {
  auto part = package.part("content.xml");
  OdsListReader list;
  const XmlEnd listed = part ? read_xml(*part, list) : XmlEnd::damaged;
  if (listed != XmlEnd::whole)
    return broken(listed == XmlEnd::too_large ? Code::workbook_large : Code::workbook_damaged);
  const auto chosen = choose_sheet(list.sheets, asked);
  if (!chosen) return broken(Code::workbook_no_sheet, {std::string(asked), names_of(list.sheets)});
  SheetBuilder builder;
  builder.set_name(list.sheets[*chosen].name);
  OdsSheetReader sheet(builder, *chosen);
  part.reset();  // one at a time
  auto again = package.part("content.xml");
  if (!again || read_xml(*again, sheet) != XmlEnd::whole) return broken(Code::workbook_damaged);
  return builder.finish();
}

}  // namespace jalon::sheet
