#include "cli/online/words.h"

#include <array>

#include "base/word_pattern.h"

namespace jalon {
namespace {

struct Entry {
  Word id;
  std::array<std::string_view, language_count> words;  // in the order of Language: French, English
};

constexpr Entry entries[] = {
    {Word::account_removed, {"compte «{0}» oublié", "account \"{0}\" forgotten"}},
    {Word::account_verb, {"«{0}» n'est rien qui se fasse avec un compte", "\"{0}\" is nothing to do with an account"}},
    {Word::account_verb_mend, {"écrivez: jalon account list ou remove", "write: jalon account list or remove"}},
    {Word::account_name_missing, {"il manque le nom du compte", "the name of the account is missing"}},
};
static_assert(std::size(entries) == static_cast<std::size_t>(Word::count_));

constexpr bool in_order() {
  for (std::size_t i = 0; i < std::size(entries); ++i) {
    if (static_cast<std::size_t>(entries[i].id) != i) return false;
  }
  return true;
}
static_assert(in_order());

}  // namespace

std::string word(Word id, Language language, std::initializer_list<std::string_view> values) {
  return fill(entries[static_cast<std::size_t>(id)].words[static_cast<std::size_t>(language)], values);
}

}  // namespace jalon
