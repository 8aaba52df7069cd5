#include "text/list/courtesy.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "text/list/letters.h"

namespace jalon::list {
namespace {

constexpr std::size_t longest_line = 200;
constexpr std::string_view ellipsis = "…";

constexpr std::array<std::string_view, 26> greetings = {
    "bonjour", "bonsoir",  "salut",  "allo",      "coucou",       "cher",           "chere",
    "chers",   "cheres",   "madame", "monsieur",  "mesdames",     "messieurs",      "hello",
    "hi",      "hey",      "dear",   "greetings", "good morning", "good afternoon", "good evening",
    "a tous",  "a toutes", "to all", "bon matin", "bon lundi"};

constexpr std::array<std::string_view, 33> closings = {"merci",
                                                       "cordialement",
                                                       "bien cordialement",
                                                       "bien a vous",
                                                       "bien a toi",
                                                       "salutations",
                                                       "amicalement",
                                                       "sincerement",
                                                       "au plaisir",
                                                       "a bientot",
                                                       "a plus",
                                                       "bonne journee",
                                                       "bonne fin de journee",
                                                       "bonne semaine",
                                                       "bonne soiree",
                                                       "bon weekend",
                                                       "respectueusement",
                                                       "joyeuses fetes",
                                                       "cdlt",
                                                       "thanks",
                                                       "thank you",
                                                       "many thanks",
                                                       "best",
                                                       "kind regards",
                                                       "regards",
                                                       "cheers",
                                                       "sincerely",
                                                       "yours",
                                                       "warm regards",
                                                       "all the best",
                                                       "talk soon",
                                                       "have a",
                                                       "envoye de mon"};

// The words that may follow in a closing line.
constexpr std::array<std::string_view, 72> closing_words = {
    "a",           "tous",       "toutes",   "toi",           "vous",         "et",       "de",
    "d'avance",    "beaucoup",   "encore",   "bien",          "bonne",        "bon",      "journee",
    "fin",         "semaine",    "soiree",   "weekend",       "fetes",        "joyeuses", "pour",
    "votre",       "ton",        "aide",     "collaboration", "cordialement", "merci",    "salutations",
    "distinguees", "meilleures", "sinceres", "amicalement",   "bientot",      "plus",     "l'equipe",
    "mon",         "iphone",     "ipad",     "avance",        "par",          "in",       "advance",
    "so",          "much",       "all",      "everyone",      "team",         "again",    "and",
    "for",         "your",       "help",     "the",           "best",         "regards",  "wishes",
    "kind",        "truly",      "yours",    "sincerely",     "faithfully",   "very",     "great",
    "nice",        "good",       "day",      "week",          "evening",      "thanks",   "you",
    "cheers",      "lot"};

constexpr std::array<std::string_view, 20> headers = {"de",
                                                      "a",
                                                      "cc",
                                                      "cci",
                                                      "objet",
                                                      "envoye",
                                                      "date",
                                                      "from",
                                                      "to",
                                                      "bcc",
                                                      "sent",
                                                      "subject",
                                                      "reply-to",
                                                      "repondre a",
                                                      "importance",
                                                      "pieces jointes",
                                                      "attachments",
                                                      "transfere",
                                                      "forwarded message",
                                                      "pj"};

constexpr std::array<std::string_view, 31> placeholders = {"etc",
                                                           "etc etc",
                                                           "et cetera",
                                                           "et caetera",
                                                           "et ainsi de suite",
                                                           "et plus",
                                                           "tbd",
                                                           "tbc",
                                                           "tba",
                                                           "todo",
                                                           "a venir",
                                                           "a completer",
                                                           "a determiner",
                                                           "a definir",
                                                           "a preciser",
                                                           "a suivre",
                                                           "a remplir",
                                                           "autres",
                                                           "and so on",
                                                           "and more",
                                                           "more to come",
                                                           "to be continued",
                                                           "to be determined",
                                                           "to be defined",
                                                           "to be completed",
                                                           "others",
                                                           "n/a",
                                                           "neant",
                                                           "vide",
                                                           "xxx",
                                                           "and so forth"};

template <std::size_t n>
bool holds(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string folded_start(std::string_view line) { return fold(line.substr(0, longest_line)); }

bool is_word_end(std::string_view text, std::size_t at) {
  return at >= text.size() ||
         !(is_ascii_letter(text[at]) || is_digit(text[at]) || text[at] == '-' || is_foreign(text[at]));
}

// The one of `starts` that the text begins with, as whole words; empty where none is.
template <std::size_t n>
std::string_view start_of(const std::array<std::string_view, n>& starts, std::string_view text) {
  std::string_view longest;
  for (const std::string_view start : starts) {
    const bool found = text.starts_with(start) && is_word_end(text, start.size());
    if (found && start.size() > longest.size()) longest = start;
  }
  return longest;
}

// Words between spaces, without the punctuation around them.
std::vector<std::string_view> words_of(std::string_view text) {
  constexpr std::string_view punctuation = " ,.;:!?-()\"";
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while ((at = text.find_first_not_of(punctuation, at)) != std::string_view::npos) {
    const std::size_t end = std::min(text.find_first_of(" ,;:!?()\"", at), text.size());
    std::string_view word = text.substr(at, end - at);
    while (!word.empty() && (word.back() == '.' || word.back() == '-')) word.remove_suffix(1);
    words.push_back(word);
    at = end;
  }
  return words;
}

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

}  // namespace

bool is_greeting(std::string_view line) {
  const std::string text = folded_start(line);
  if (start_of(greetings, text).empty() || has_digit(text)) return false;
  const std::size_t count = words_of(text).size();
  const char last = text.back();
  return count <= 2 || (count <= 6 && (last == ',' || last == '!' || last == ':'));
}

bool is_closing(std::string_view line) {
  const std::string text = folded_start(line);
  const std::string_view start = start_of(closings, text);
  if (start.empty() || line.size() > longest_line) return false;
  const auto rest = words_of(std::string_view(text).substr(start.size()));
  return std::all_of(rest.begin(), rest.end(), [](std::string_view word) { return holds(closing_words, word); });
}

bool is_mail_header(std::string_view line) {
  const std::string text = folded_start(line.substr(0, 40));
  const std::size_t colon = text.find(':');
  return colon != std::string::npos && colon + 1 < text.size() && text[colon + 1] == ' ' &&
         holds(headers, trim_right(std::string_view(text).substr(0, colon)));
}

bool is_quote_introduction(std::string_view line) {
  if (line.size() > 2 * longest_line) return false;
  const std::string text = fold(line);
  const std::string_view end = trim_right(std::string_view(text).substr(0, text.find_last_not_of(": ") + 1));
  return text.ends_with(':') && (end.ends_with(" a ecrit") || end.ends_with(" wrote"));
}

bool is_placeholder(std::string_view item) {
  constexpr std::size_t longest_placeholder = 30;
  if (item.size() > longest_placeholder) return false;
  const FoldedWord folded(item);
  std::array<char, 48> letters{};
  std::size_t size = 0;
  bool gap = false;
  for (const char c : folded.view()) {
    const bool kept = is_ascii_letter(c) || is_digit(c) || is_foreign(c) || c == '/';
    if (kept && gap && size > 0) letters[size++] = ' ';
    if (kept) letters[size++] = c;
    gap = !kept;
  }
  std::string_view text(letters.data(), size);
  while (text.ends_with("…")) text = trim_right(text.substr(0, text.size() - ellipsis.size()));
  while (text.starts_with("…")) text = trim_left(text.substr(ellipsis.size()));
  return text.empty() || holds(placeholders, text);
}

std::size_t message_stamp(std::string_view line) {
  constexpr std::size_t longest = 40;
  const std::size_t close = line.starts_with('[') ? line.substr(0, longest).find(']') : std::string_view::npos;
  if (close == std::string_view::npos) return 0;
  const std::string_view inside = line.substr(1, close - 1);
  const auto digits = std::count_if(inside.begin(), inside.end(), is_digit);
  if (digits < 3 || inside.find_first_of(":/-h") == std::string_view::npos) return 0;
  return line.size() - trim_left(line.substr(close + 1)).size();
}

}  // namespace jalon::list
