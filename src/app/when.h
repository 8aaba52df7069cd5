// How a date phrase is read.
#pragma once

#include <string>
#include <string_view>

#include "app/settings.h"
#include "jalon/phrase.h"
#include "jalon/result.h"
#include "jalon/zone.h"

namespace jalon {

// Reads any number of phrases, in one zone and from one moment.
class WhenReader {
 public:
  static Result<WhenReader> make(const Settings& settings);

  Reading read(std::string_view phrase);
  Language language_of(std::string_view phrase) const;  // --lang, else by its words, else the person's
  const Zone& zone() const { return zone_; }

 private:
  WhenReader(const Settings& settings, Zone zone);

  Settings settings_;
  Zone zone_;
  PhraseReader reader_;
};

// One JSON object that ends in a line feed: the phrase, its reading and words, every field, what was said and what
// was assumed. Spans are in characters of the phrase, from 1.
std::string when_json(std::string_view phrase, const Reading& reading, const Zone& zone, Language language);

}  // namespace jalon
