// A third language, as a table and nothing else: what shows that the grammar knows no language.
#pragma once

#include "text/holidays.h"
#include "text/lexicon.h"

namespace jalon {

inline constexpr Words spanish_rows[] = {
    {Term::weekday, 1, "lunes"},
    {Term::weekday, 2, "martes"},
    {Term::weekday, 3, "miércoles"},
    {Term::weekday, 4, "jueves"},
    {Term::weekday, 5, "viernes"},
    {Term::weekday, 6, "sábado"},
    {Term::weekday, 0, "domingo"},
    {Term::month, 1, "enero"},
    {Term::month, 12, "diciembre|dic"},
    {Term::unit, static_cast<int>(Unit::day), "día|días"},
    {Term::unit, static_cast<int>(Unit::week), "semana|semanas"},
    {Term::unit, static_cast<int>(Unit::month), "mes|meses"},
    {Term::number, 2, "dos"},
    {Term::number, 9, "nueve"},
    {Term::ordinal, 1, "primer|primero|primera"},
    {Term::ordinal, -1, "último|última"},
    {Term::relative_day, 0, "hoy"},
    {Term::relative_day, 1, "mañana"},
    {Term::relative_day, 2, "pasado mañana"},
    {Term::deictic, 1, "próximo|próxima|que viene"},
    {Term::day_part, static_cast<int>(DayPart::afternoon), "tarde"},
    {Term::hour_mark, 0, "h|horas"},
    {Term::fraction, 30, "media"},
    {Term::past, 0, "y"},
    {Term::at, 0, "a las|a la"},
    {Term::on, 0, "el|la|en|por"},
    {Term::the, 0, "el|la|los|las"},
    {Term::of, 0, "de|del|de la"},
    {Term::from, 0, "del|de|desde"},
    {Term::to, 0, "al|a|hasta"},
    {Term::and_, 0, "y"},
    {Term::between, 0, "entre"},
    {Term::bound, static_cast<int>(Bound::before), "antes del|antes de|antes"},
    {Term::bound, static_cast<int>(Bound::until), "hasta|hasta el"},
    {Term::in_time, 0, "dentro de|en"},
    {Term::before, 0, "antes de|antes del"},
    {Term::every, 0, "cada|todos los"},
    {Term::holiday, static_cast<int>(Holiday::christmas), "Navidad"},
};
inline constexpr LanguageTable spanish_words = {"es", true, spanish_rows};

}  // namespace jalon
