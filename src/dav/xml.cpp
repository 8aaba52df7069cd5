#include "dav/xml.h"

#include <expat.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <utility>

namespace jalon {
namespace {

constexpr char separator = '\n';  // between namespace and name: in neither
constexpr std::size_t most_levels = 64;
constexpr std::size_t most_elements = 1'000'000;

struct KnownSpace {
  std::string_view uri;
  Space space;
};
constexpr std::array<KnownSpace, 4> spaces = {{{"DAV:", Space::dav},
                                               {"urn:ietf:params:xml:ns:caldav", Space::caldav},
                                               {"http://calendarserver.org/ns/", Space::calendar_server},
                                               {"http://apple.com/ns/ical/", Space::apple}}};

Space space_of(std::string_view uri) {
  const auto found = std::find_if(spaces.begin(), spaces.end(), [&](const KnownSpace& s) { return s.uri == uri; });
  return found == spaces.end() ? Space::other : found->space;
}

struct Reading {
  XML_Parser parser = nullptr;
  XmlElement* root = nullptr;
  const std::function<void(XmlElement&&)>* child = nullptr;
  std::vector<XmlElement> open;
  std::size_t elements = 0;
  std::string refusal;

  void refuse(const char* why) {
    refusal = why;
    XML_StopParser(parser, XML_FALSE);
  }

  void close() {
    XmlElement done = std::move(open.back());
    open.pop_back();
    if (open.empty()) {
      *root = std::move(done);
    } else if (open.size() == 1 && child != nullptr) {
      (*child)(std::move(done));
      elements = 0;
    } else {
      open.back().children.push_back(std::move(done));
    }
  }
};

void XMLCALL on_start(void* user, const XML_Char* name, const XML_Char** attributes) {
  auto& reading = *static_cast<Reading*>(user);
  if (reading.open.size() >= most_levels) return reading.refuse("too many levels");
  if (++reading.elements > most_elements) return reading.refuse("too many elements");
  const std::string_view whole(name);
  const std::size_t at = whole.find(separator);
  XmlElement element;
  element.space = at == std::string_view::npos ? Space::other : space_of(whole.substr(0, at));
  element.name = whole.substr(at == std::string_view::npos ? 0 : at + 1);
  for (; *attributes != nullptr; attributes += 2) {
    if (std::string_view(attributes[0]).find(separator) != std::string_view::npos) continue;
    element.attributes.emplace_back(attributes[0], attributes[1]);
  }
  reading.open.push_back(std::move(element));
}

void XMLCALL on_end(void* user, const XML_Char* /*name*/) { static_cast<Reading*>(user)->close(); }

void XMLCALL on_text(void* user, const XML_Char* text, int length) {
  auto& reading = *static_cast<Reading*>(user);
  if (!reading.open.empty()) reading.open.back().text.append(text, static_cast<std::size_t>(length));
}

void XMLCALL on_doctype(void* user, const XML_Char* /*name*/, const XML_Char* /*system*/, const XML_Char* /*publisher*/,
                        int /*internal*/) {
  static_cast<Reading*>(user)->refuse("a document type is not accepted");
}

XmlFault read(std::string_view bytes, Reading& reading) {
  using Parser = std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)>;
  const Parser parser(XML_ParserCreateNS(nullptr, separator), XML_ParserFree);
  reading.parser = parser.get();
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
  constexpr std::size_t piece = std::size_t{1} << 20U;
  do {
    const std::string_view now = bytes.substr(0, piece);
    bytes.remove_prefix(now.size());
    const auto status = XML_Parse(parser.get(), now.data(), static_cast<int>(now.size()), bytes.empty() ? 1 : 0);
    if (status == XML_STATUS_OK) continue;
    if (!reading.refusal.empty()) return {reading.refusal, false};
    const XML_Error error = XML_GetErrorCode(parser.get());
    return {XML_ErrorString(error), error == XML_ERROR_INVALID_TOKEN || error == XML_ERROR_BAD_CHAR_REF};
  } while (!bytes.empty());
  return {};
}

// The length of a reference to a character that XML 1.0 forbids ("&#7;", "&#x0B;") at the beginning; 0.
std::size_t forbidden_reference(std::string_view text) {
  if (!text.starts_with("&#")) return 0;
  const std::size_t end = text.substr(0, 10).find(';');
  if (end == std::string_view::npos) return 0;
  std::string_view digits = text.substr(2, end - 2);
  const bool hex = digits.starts_with('x');
  if (hex) digits.remove_prefix(1);
  unsigned long value = 0;
  for (const char c : digits) {
    const std::size_t digit = std::string_view("0123456789abcdef").find(static_cast<char>(c | 0x20));
    if (digit == std::string_view::npos) return 0;
    value = value * (hex ? 16 : 10) + digit;
  }
  return value < 0x20 && value != '\t' && value != '\n' && value != '\r' ? end + 1 : 0;
}

}  // namespace

const XmlElement* XmlElement::child(Space in, std::string_view local) const {
  const auto found = std::find_if(children.begin(), children.end(), [&](const auto& c) { return c.is(in, local); });
  return found == children.end() ? nullptr : &*found;
}

std::string_view XmlElement::text_of(Space in, std::string_view local) const {
  const XmlElement* found = child(in, local);
  return found == nullptr ? std::string_view() : trimmed(found->text);
}

std::string_view XmlElement::attribute(std::string_view local) const {
  for (const auto& [key, value] : attributes) {
    if (key == local) return value;
  }
  return {};
}

XmlFault parse_xml(std::string_view bytes, XmlElement& root) {
  Reading reading;
  reading.root = &root;
  return read(bytes, reading);
}

XmlFault read_xml(std::string_view bytes, XmlElement& root, const std::function<void(XmlElement&&)>& child) {
  Reading reading;
  reading.root = &root;
  reading.child = &child;
  return read(bytes, reading);
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(blanks);
  return begin == std::string_view::npos ? "" : text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

std::string escape_xml(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') result += c;
    }
  }
  return result;
}

std::string without_forbidden_characters(std::string_view bytes, bool& some) {
  std::string result;
  some = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    const std::size_t reference = forbidden_reference(bytes.substr(i));
    const bool control = static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
    if (!control && reference == 0) {
      result += c;
      continue;
    }
    some = true;
    if (reference > 0) i += reference - 1;
  }
  return result;
}

}  // namespace jalon
