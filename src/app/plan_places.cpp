#include "app/plan_places.h"

namespace jalon {

SourcePlace PlanPlaces::at(std::size_t offset) {
  SourcePlace place = finder_.at(offset);
  const SheetCell* cell = sheet_ == nullptr ? nullptr : find_cell(*sheet_, offset);
  if (cell == nullptr) return place;
  place.line = cell->row;
  place.column = cell->column;
  return place;
}

std::string PlanPlaces::cell_name(std::size_t offset) const {
  const SheetCell* cell = sheet_ == nullptr ? nullptr : find_cell(*sheet_, offset);
  return cell == nullptr ? std::string() : name_of(*sheet_, *cell);
}

}  // namespace jalon
