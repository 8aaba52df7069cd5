// XML as CalDAV servers send it, by expat: names with their namespaces, prefixed or not, CDATA and references resolved.
//
// Hostile input is refused, not obeyed: a DOCTYPE (and with it every entity), more than 64 levels, more than a million
// elements in one piece. Memory grows with one child of the root, not with the document, where children are taken one
// at a time. Pure.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace jalon {

enum class Space : std::uint8_t { other, dav, caldav, calendar_server, apple };

struct XmlElement {
  Space space = Space::other;
  std::string name;  // local
  std::string text;  // of this element alone, as it stands
  std::vector<XmlElement> children;
  std::vector<std::pair<std::string, std::string>> attributes;  // those without a namespace

  bool is(Space in, std::string_view local) const { return space == in && name == local; }
  const XmlElement* child(Space in, std::string_view local) const;   // the first; null
  std::string_view text_of(Space in, std::string_view local) const;  // of that child, without blanks around; empty
  std::string_view attribute(std::string_view local) const;
};

// What stopped the reading; empty: nothing did.
struct XmlFault {
  std::string words;
  bool is_character = false;  // a character that XML does not allow, which some servers let through
  explicit operator bool() const { return !words.empty(); }
};

// The root with everything in it.
XmlFault parse_xml(std::string_view bytes, XmlElement& root);

// The children of the root one at a time; `root` holds its name and attributes only. Where a fault is given, what came
// before it must not be taken for the whole.
XmlFault read_xml(std::string_view bytes, XmlElement& root, const std::function<void(XmlElement&&)>& child);

std::string_view trimmed(std::string_view text);  // without blanks around
std::string escape_xml(std::string_view text);

// The same with each character that XML 1.0 forbids left out; `some` is set where there was one.
std::string without_forbidden_characters(std::string_view bytes, bool& some);

}  // namespace jalon
