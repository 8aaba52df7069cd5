// What the benchmarks of jalon's parts read: the phrases of the tests' table, and lists made of them.
#pragma once

#include <string>
#include <vector>

#include "jalon/list.h"
#include "jalon/phrase.h"

namespace jalon::bench {

std::vector<std::string> phrases(Language language);  // those of tests/text/phrases.tsv
PhraseContext phrase_context(Language language);
std::string list_of(Language language, std::size_t actions);  // Markdown, with a tag, a reminder and a place each
ListOptions list_options();

}  // namespace jalon::bench
