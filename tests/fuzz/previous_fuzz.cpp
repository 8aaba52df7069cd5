// Reads any bytes as a previous calendar. What is taken for one is read the same again after its line ends change.
#include <string>

#include "fuzz/fuzz.h"
#include "jalon/calendar.h"

using jalon::fuzz::hold;
using jalon::fuzz::text_of;

namespace {

std::string with_line_feeds(std::string_view bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const bool ends = bytes[i] == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n';
    if (!ends) text += bytes[i];
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = text_of(data, size);
  const auto items = jalon::read_previous(bytes);
  if (!items) {
    hold(!message_of(items.error(), jalon::Language::french).empty(), "an error has words");
    return 0;
  }
  const std::string changed = with_line_feeds(bytes);
  if (changed.find('\r') != std::string::npos) return 0;  // a carriage return of its own belongs to a text
  const auto again = jalon::read_previous(changed);
  hold(again.has_value() && again->size() == items->size(), "line ends make no difference");
  for (std::size_t i = 0; i < items->size(); ++i) {
    hold((*again)[i].uid == (*items)[i].uid, "line ends change no UID");
    hold((*again)[i].content_hash == (*items)[i].content_hash, "line ends change no content");
  }
  return 0;
}
