#include "sheet/xlsx.h"

#include <charconv>
#include <optional>

#include "sheet/sheet_builder.h"
#include "sheet/xlsx_parts.h"

namespace jalon::sheet {
namespace {

struct Place {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
};

// «C7»; zeros where it is none.
Place parse_place(std::string_view name) {
  Place place;
  std::size_t at = 0;
  while (at < name.size() && name[at] >= 'A' && name[at] <= 'Z' && place.column <= most_columns)
    place.column = place.column * 26 + static_cast<std::uint32_t>(name[at++] - 'A' + 1);
  const char* const end = name.data() + name.size();
  const auto [past, fault] = std::from_chars(name.data() + at, end, place.row);
  const bool good = fault == std::errc{} && past == end && place.column <= most_columns && place.row <= most_rows;
  return good ? place : Place{};
}

class SheetReader : public XmlHandler {
 public:
  SheetReader(SheetBuilder& builder, const SharedTextReader& shared, const StyleReader& styles, DateSystem dates)
      : builder_(builder), shared_(shared), styles_(styles), dates_(dates) {}

  void open(std::string_view name, const XmlAttributes& attributes) override {
    takes_text_ = false;
    if (name == "row") {
      open_row(attributes);
    } else if (name == "c") {
      open_cell(attributes);
    } else if (name == "v") {
      takes_text_ = true;
      value_.clear();
    } else if (name == "t") {
      takes_text_ = in_readings_ == 0;
    } else if (name == "rPh") {
      ++in_readings_;
    } else if (name == "mergeCell") {
      merge(attributes.get("ref"));
    }
  }

  void text(std::string_view text) override {
    if (takes_text_ && value_.size() < largest_cell) value_ += text;
  }

  void close(std::string_view name) override {
    takes_text_ = false;
    if (name == "rPh") --in_readings_;
    if (name == "c" && !hidden_) add_cell();
    if (name == "row" && builder_.fullness() == Fullness::full) stop();
  }

 private:
  void open_row(const XmlAttributes& attributes) {
    const int row = parse_int(attributes.get("r"), static_cast<int>(row_) + 1);
    row_ = row > 0 ? static_cast<std::uint32_t>(row) : row_ + 1;
    column_ = 0;
    const std::string_view hidden = attributes.get("hidden");
    hidden_ = hidden == "1" || hidden == "true";
    hidden_row_counted_ = false;
  }

  void open_cell(const XmlAttributes& attributes) {
    const Place place = parse_place(attributes.get("r"));
    column_ = place.column > 0 ? place.column : column_ + 1;
    type_ = attributes.get("t");
    style_ = attributes.get("s");
    value_.clear();
    if (hidden_ && !hidden_row_counted_) {
      builder_.count_hidden_row();
      hidden_row_counted_ = true;
    }
  }

  void add_cell() {
    if (value_.empty()) return;
    if (type_ == "s") return add_shared();
    if (type_ == "b") return builder_.add(row_, column_, value_ == "0" ? "FALSE" : "TRUE");
    if (type_ == "e") return add_error();
    if (type_ == "str" || type_ == "inlineStr" || type_ == "d") return builder_.add(row_, column_, value_);
    add_number();
  }

  void add_shared() {
    const int index = parse_int(value_, -1);
    if (index >= 0 && static_cast<std::size_t>(index) < shared_.count()) {
      builder_.add(row_, column_, shared_.at(static_cast<std::size_t>(index)));
    } else {
      builder_.tell(row_, column_, Code::workbook_lost_cell, "#REF!");
    }
  }

  void add_error() {
    const bool lost = value_ == "#REF!";
    if (lost) builder_.tell(row_, column_, Code::workbook_lost_cell, value_);
    if (!lost && value_ != "#N/A") builder_.tell(row_, column_, Code::workbook_error_cell, value_);
  }

  void add_number() {
    double number = 0;
    const char* const end = value_.data() + value_.size();
    const auto [past, fault] = std::from_chars(value_.data(), end, number);
    if (fault != std::errc{} || past != end) return builder_.add(row_, column_, value_);
    builder_.add(row_, column_, said(number, styles_.kind_of(style_), dates_));
  }

  // Only what is merged sideways makes a title; the cells come before their merging.
  void merge(std::string_view range) {
    const std::size_t colon = range.find(':');
    if (colon == std::string_view::npos) return;
    const Place first = parse_place(range.substr(0, colon));
    const Place last = parse_place(range.substr(colon + 1));
    if (first.column > 0 && last.column > first.column)
      builder_.widen(first.row, first.column, last.column - first.column + 1);
  }

  SheetBuilder& builder_;
  const SharedTextReader& shared_;
  const StyleReader& styles_;
  DateSystem dates_;
  std::uint32_t row_ = 0;
  std::uint32_t column_ = 0;
  bool hidden_ = false;
  bool hidden_row_counted_ = false;
  bool takes_text_ = false;
  int in_readings_ = 0;
  std::string type_;
  std::string style_;
  std::string value_;
};

// "/xl/worksheets/sheet1.xml" and "worksheets/sheet1.xml" beside "xl/workbook.xml".
std::string resolved(std::string_view base, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  return std::string(base.substr(0, base.rfind('/') + 1)) + std::string(target);
}

std::string relations_of(std::string_view part) {
  const std::size_t name = part.rfind('/') + 1;
  return std::string(part.substr(0, name)) + "_rels/" + std::string(part.substr(name)) + ".rels";
}

class XlsxReader {
 public:
  XlsxReader(const Package& package, std::string_view asked) : package_(package), asked_(asked) {}

  SheetText read() {
    RelationReader top;
    if (!read_part("_rels/.rels", top)) return broken(fault_);
    const std::string workbook_part = resolved("", top.document.empty() ? "xl/workbook.xml" : top.document);
    WorkbookReader workbook;
    RelationReader relations;
    if (!read_part(workbook_part, workbook) || !read_part(relations_of(workbook_part), relations))
      return broken(fault_);
    const auto chosen = choose_sheet(workbook.sheets, asked_);
    if (!chosen) return broken(Code::workbook_no_sheet, {std::string(asked_), names_of(workbook.sheets)});
    const SheetEntry& entry = workbook.sheets[*chosen];
    const auto target = relations.targets.find(entry.target);
    if (target == relations.targets.end()) return broken(Code::workbook_damaged);
    StyleReader styles;
    SharedTextReader shared;
    if (!read_if_named(workbook_part, relations.styles, styles)) return broken(fault_);
    if (!read_if_named(workbook_part, relations.shared_texts, shared)) return broken(fault_);
    SheetBuilder builder;
    builder.set_name(entry.name);
    SheetReader sheet(builder, shared, styles, workbook.dates);
    if (!read_part(resolved(workbook_part, target->second), sheet)) return broken(fault_);
    return builder.finish();
  }

 private:
  bool read_part(const std::string& name, XmlHandler& handler) {
    auto part = package_.part(name);
    const XmlEnd end = part ? read_xml(*part, handler) : XmlEnd::damaged;
    if (end == XmlEnd::too_large) fault_ = Code::workbook_large;
    return end == XmlEnd::whole;
  }

  bool read_if_named(std::string_view base, std::string_view target, XmlHandler& handler) {
    return target.empty() || read_part(resolved(base, target), handler);
  }

  const Package& package_;
  std::string_view asked_;
  Code fault_ = Code::workbook_damaged;
};

}  // namespace

SheetText read_xlsx(const Package& package, std::string_view asked) { return XlsxReader(package, asked).read(); }

}  // namespace jalon::sheet
