#include "sheet/xlsx_parts.h"

#include <charconv>

namespace jalon::sheet {

int parse_int(std::string_view text, int otherwise) {
  int value = 0;
  const auto [past, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  return fault == std::errc{} && past == text.data() + text.size() ? value : otherwise;
}

void RelationReader::open(std::string_view name, const XmlAttributes& attributes) {
  if (name != "Relationship") return;
  const std::string_view type = attributes.get("Type");
  const std::string target(attributes.get("Target"));
  targets.try_emplace(std::string(attributes.get("Id")), target);
  if (type.ends_with("/officeDocument")) document = target;
  if (type.ends_with("/styles")) styles = target;
  if (type.ends_with("/sharedStrings")) shared_texts = target;
}

void WorkbookReader::open(std::string_view name, const XmlAttributes& attributes) {
  if (name == "workbookPr") {
    const std::string_view from_1904 = attributes.get("date1904");
    if (from_1904 == "1" || from_1904 == "true") dates = DateSystem::from_1904;
  }
  if (name != "sheet") return;
  const std::string_view state = attributes.get("state");
  sheets.push_back({std::string(attributes.get("name")), std::string(attributes.get("id")),
                    state.empty() || state == "visible" ? Visibility::shown : Visibility::hidden});
}

void StyleReader::open(std::string_view name, const XmlAttributes& attributes) {
  if (name == "numFmt") {
    own_.insert_or_assign(parse_int(attributes.get("numFmtId"), -1), kind_of_format(attributes.get("formatCode")));
  } else if (name == "cellXfs") {
    in_cell_formats_ = true;
  } else if (name == "xf" && in_cell_formats_) {
    const int id = parse_int(attributes.get("numFmtId"), 0);
    const auto own = own_.find(id);
    kinds_.push_back(own == own_.end() ? kind_of_format(id) : own->second);
  }
}

void StyleReader::close(std::string_view name) {
  if (name == "cellXfs") in_cell_formats_ = false;
}

NumberKind StyleReader::kind_of(std::string_view style) const {
  const auto index = static_cast<std::size_t>(parse_int(style, 0));
  return index < kinds_.size() ? kinds_[index] : NumberKind::number;
}

void SharedTextReader::open(std::string_view name, const XmlAttributes&) {
  if (name == "rPh") ++in_reading_;
  in_text_ = name == "t" && in_reading_ == 0;
}

void SharedTextReader::text(std::string_view text) {
  if (in_text_) texts_ += text;
}

void SharedTextReader::close(std::string_view name) {
  in_text_ = false;
  if (name == "rPh") --in_reading_;
  if (name == "si") ends_.push_back(texts_.size());
}

std::string_view SharedTextReader::at(std::size_t index) const {
  const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
  return std::string_view(texts_).substr(begin, ends_[index] - begin);
}

}  // namespace jalon::sheet
