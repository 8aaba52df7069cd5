// XML as a stream of elements: the one file of this room that sees the XML parser (expat).
//
// Names are local ones, without their namespaces: workbooks of different editions differ in those only. A document type
// is refused: no workbook has one, and entities can grow without end.
#pragma once

#include <cstdint>
#include <string_view>

#include "sheet/package.h"

namespace jalon::sheet {

class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  std::string_view get(std::string_view name) const;  // of the first with that name; empty where there is none
  bool has(std::string_view name, std::string_view value) const;

 private:
  const char** pairs_;
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void open(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void text(std::string_view text) { (void)text; }  // UTF-8, in pieces
  virtual void close(std::string_view name) { (void)name; }
  bool is_done() const { return done_; }  // nothing more is wanted

 protected:
  void stop() { done_ = true; }

 private:
  bool done_ = false;
};

enum class XmlEnd : std::uint8_t { whole, damaged, too_large };
XmlEnd read_xml(Part& part, XmlHandler& handler);

}  // namespace jalon::sheet
