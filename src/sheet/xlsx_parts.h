// The parts of an XLSX workbook that its sheets refer to: which sheets there are, shared texts, formats of numbers.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sheet/number_format.h"
#include "sheet/sheet_list.h"
#include "sheet/xml.h"

namespace jalon::sheet {

class RelationReader : public XmlHandler {  // of a .rels part
 public:
  void open(std::string_view name, const XmlAttributes& attributes) override;
  std::map<std::string, std::string, std::less<>> targets;  // by id
  std::string document;                                     // of the relation that leads to the workbook
  std::string styles;
  std::string shared_texts;
};

class WorkbookReader : public XmlHandler {
 public:
  void open(std::string_view name, const XmlAttributes& attributes) override;
  std::vector<SheetEntry> sheets;  // their targets are ids of relations
  DateSystem dates = DateSystem::from_1900;
};

class StyleReader : public XmlHandler {
 public:
  void open(std::string_view name, const XmlAttributes& attributes) override;
  void close(std::string_view name) override;
  NumberKind kind_of(std::string_view style) const;  // by the number that a cell has

 private:
  std::map<int, NumberKind> own_;
  std::vector<NumberKind> kinds_;
  bool in_cell_formats_ = false;
};

class SharedTextReader : public XmlHandler {
 public:
  void open(std::string_view name, const XmlAttributes& attributes) override;
  void text(std::string_view text) override;
  void close(std::string_view name) override;
  std::size_t count() const { return ends_.size(); }
  std::string_view at(std::size_t index) const;

 private:
  std::string texts_;
  std::vector<std::size_t> ends_;
  bool in_text_ = false;
  int in_reading_ = 0;  // of ideographs: no part of the text
};

int parse_int(std::string_view text, int otherwise);

}  // namespace jalon::sheet
