// The days that a heading names, for lines that say only an hour or a weekday: «Mardi 1er décembre» and then
// «9 h : visite», «Semaine du 30 novembre» and then «électricité mardi».
//
// Pure but for the phrase reader, whose as-of is put back.
#pragma once

#include <optional>
#include <string_view>

#include "jalon/phrase.h"

namespace jalon::list {

struct Agenda {
  Day first, last;
};

// Nothing where the heading sets a bound («avant», «d'ici») or recurs, or where its days are more than a month's.
std::optional<Agenda> agenda_of(const Reading& heading);

// What `phrase`, which was read as `reading`, means on those days; nothing where it names a day by itself, or one that
// is not among them.
std::optional<Reading> read_within(PhraseReader& phrases, std::string_view phrase, const Reading& reading,
                                   const Agenda& agenda);

}  // namespace jalon::list
