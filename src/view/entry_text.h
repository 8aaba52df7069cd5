// One instance as a line of a view: its time in short, its title with its marks, who it is for, how long is left.
#pragma once

#include <string>

#include "jalon/language.h"
#include "view/ink.h"
#include "view/timetable.h"

namespace jalon {

// What colours tell apart: the plans where there are several, else the people.
class Hues {
 public:
  explicit Hues(const Timetable& table);
  std::size_t of(ActionKey key) const;

 private:
  const Timetable& table_;
  std::vector<std::string> names_;  // of the first owners, folded, in the order in which they come
};

class EntryText {
 public:
  EntryText(const Timetable& table, Language language) : table_(table), language_(language), hues_(table) {}

  // «9 h – 9 h 30», «échéance», «jusqu'au 6 janv.»; empty for what takes one whole day.
  std::string time(const Instance& instance) const;
  std::string title(ActionKey key) const;  // «✓ Réserver la salle», one line
  // The title, people, tags and place, and where it is a deadline how many days are left.
  Pieces pieces(const Instance& instance) const;
  Pieces pieces(ActionKey key) const;  // of what has no date
  Ink ink(const Instance& instance) const;
  Piece short_form(const Instance& instance) const;  // «9 h Réunion», for a small place
  Language language() const { return language_; }

 private:
  void add_details(Pieces& pieces, ActionKey key) const;

  const Timetable& table_;
  Language language_;
  Hues hues_;
};

}  // namespace jalon
