// Dates and times in the fields of records: read as the grammar reads them, and at the speed of a table.
//
// What programs write (2018-12-24, 2018-12-24T14:30, 24/12/2018, 14:30) is read at once; any other text by the phrase
// reader, once for all rows that hold the same. Also read: the serial numbers of spreadsheets (days since 1899-12-30),
// 20181224T190000Z, 24/Dec/18 9:41 AM, 2018-12-24 → 2018-12-26. Nothing fails: what is no date says so.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "jalon/phrase.h"
#include "text/list/schedule.h"

namespace jalon::records {

struct Moment {
  enum class Kind : std::uint8_t {
    none,   // no date
    empty,  // a word that stands for no date: «à déterminer», "TBD", "-"
    fault,  // a date that is not in the calendar, or the like
    date,
    time,  // of day: the day of `when` means nothing
  };
  Kind kind = Kind::none;
  When when;
  const list::DateValue* value = nullptr;  // where the grammar read it; lives until the next call of read()
};

class Moments {
 public:
  explicit Moments(PhraseReader& phrases);
  Moment read(std::string_view text, NumericOrder order);

 private:
  struct Entry {
    Moment::Kind kind = Moment::Kind::none;
    std::string text;  // what the grammar was given
    list::DateValue value;
  };

  Moment of(Day day) const;
  Moment of(Day day, std::chrono::minutes time) const;
  Moment of_time(std::chrono::minutes time) const;
  std::optional<Moment> read_fast(std::string_view text, NumericOrder order) const;
  const Entry& read_slowly(std::string_view text, NumericOrder order);
  PhraseReader& reader_of(NumericOrder order);
  std::optional<Moment> read_serial(std::string_view text) const;

  PhraseReader& phrases_;
  std::array<std::optional<PhraseReader>, 3> readers_;  // by the order of numbers, where it is not that of the plan
  std::array<std::unordered_map<std::string, Entry>, 3> known_;
};

// The serial number of a spreadsheet as local time to the minute; nothing where it is no likely date.
std::optional<LocalTime> time_of_serial(double serial);

}  // namespace jalon::records
