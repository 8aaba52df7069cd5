#include "sheet/xml.h"

#include <expat.h>

#include <array>
#include <memory>

namespace jalon::sheet {
namespace {

constexpr char separator = '\n';  // between a namespace and a local name

std::string_view local(std::string_view name) { return name.substr(name.rfind(separator) + 1); }

struct Reading {
  XML_Parser parser;
  XmlHandler& handler;

  void stop_where_done() const {
    if (handler.is_done()) XML_StopParser(parser, XML_FALSE);
  }
};

void on_open(void* data, const XML_Char* name, const XML_Char** attributes) {
  const auto& reading = *static_cast<Reading*>(data);
  reading.handler.open(local(name), XmlAttributes(attributes));
  reading.stop_where_done();
}

void on_close(void* data, const XML_Char* name) {
  const auto& reading = *static_cast<Reading*>(data);
  reading.handler.close(local(name));
  reading.stop_where_done();
}

void on_text(void* data, const XML_Char* text, int size) {
  static_cast<Reading*>(data)->handler.text({text, static_cast<std::size_t>(size)});
}

void on_document_type(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
  XML_StopParser(static_cast<Reading*>(data)->parser, XML_FALSE);
}

}  // namespace

std::string_view XmlAttributes::get(std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    if (local(*pair) == name) return pair[1];
  }
  return {};
}

bool XmlAttributes::has(std::string_view name, std::string_view value) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    if (local(*pair) == name && value == pair[1]) return true;
  }
  return false;
}

XmlEnd read_xml(Part& part, XmlHandler& handler) {
  constexpr int piece = 1 << 16;
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreateNS(nullptr, separator),
                                                                            XML_ParserFree);
  Reading reading{parser.get(), handler};
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), on_open, on_close);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_document_type);
  std::array<char, piece> buffer{};
  while (true) {
    const std::size_t size = part.read(buffer);
    if (size == 0 && part.end() == Part::End::too_large) return XmlEnd::too_large;
    const auto status = XML_Parse(parser.get(), buffer.data(), static_cast<int>(size), size == 0 ? 1 : 0);
    if (handler.is_done()) return XmlEnd::whole;
    if (status == XML_STATUS_ERROR || (size == 0 && part.end() == Part::End::damaged)) return XmlEnd::damaged;
    if (size == 0) return XmlEnd::whole;
  }
}

}  // namespace jalon::sheet
