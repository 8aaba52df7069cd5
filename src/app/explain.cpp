#include "app/explain.h"

#include <algorithm>
#include <array>
#include <vector>

#include "app/diagnostic_text.h"
#include "base/catalogue.h"
#include "base/display.h"
#include "base/nearest.h"
#include "base/word_pattern.h"

namespace jalon {
namespace {

using Pair = std::array<std::string_view, language_count>;

constexpr std::array<Pair, 3> effects = {{
    {"Rien n'est perdu: c'est dit pour que vous sachiez comment la ligne est lue.",
     "Nothing is lost: it is told so that you know how the line is read."},
    {"La ligne est gardée, mais peut-être pas comme vous l'entendiez: regardez-la.",
     "The line is kept, but perhaps not as you meant it: look at it."},
    {"La ligne n'est pas gardée, ou rien n'est fait. jalon convert n'écrit alors rien, sauf avec --keep-going, qui "
     "garde le reste.",
     "The line is not kept, or nothing is done. jalon convert then writes nothing, unless --keep-going keeps the "
     "rest."},
}};
constexpr Pair says = {"Ce qui est dit: {}", "What is said: {}"};
constexpr Pair mends = {"Ce qu'il faut faire: {}", "What to do: {}"};

std::string_view in(const Pair& pair, Language language) { return pair[static_cast<std::size_t>(language)]; }

// What stands for {0}, {1} … is known only where it happens.
std::string with_open_slots(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool slot = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}';
    result += slot ? "…" : std::string(1, text[i]);
    if (slot) i += 2;
  }
  return result;
}

const Message* find_message(std::string_view code) {
  const auto all = catalogue();
  const auto found = std::find_if(all.begin(), all.end(), [code](const Message& entry) { return entry.name == code; });
  return found == all.end() ? nullptr : &*found;
}

std::string said(const Pair& pattern, const Pair& words, Language language) {
  return fill(in(pattern, language), {with_open_slots(in(words, language))}) + "\n";
}

}  // namespace

std::optional<std::string> explain(std::string_view code, Language language) {
  const Message* message = find_message(code);
  if (message == nullptr) return std::nullopt;
  std::string result = std::string(code) + " · " + std::string(severity_name(message->severity, language)) + "\n\n";
  result += said(says, message->text, language);
  if (!in(message->mend, language).empty()) result += said(mends, message->mend, language);
  return result + std::string(in(effects[static_cast<std::size_t>(message->severity)], language)) + "\n";
}

std::string list_of_codes(Language language) {
  std::size_t width = 0;
  for (const Message& message : catalogue()) width = std::max(width, message.name.size());
  std::string result;
  for (const Message& message : catalogue()) {
    result += padded(message.name, width) + "  " + with_open_slots(in(message.text, language)) + "\n";
  }
  return result;
}

std::string_view nearest_code(std::string_view word) {
  std::vector<std::string_view> names;
  for (const Message& message : catalogue()) names.push_back(message.name);
  return nearest(word, names);
}

}  // namespace jalon
