// Where in what the person gave a byte of a plan's source stands: line and column of a text, row and column of a sheet.
//
// Offsets asked for in ascending order cost one pass over the text together. Pure.
#pragma once

#include <string>
#include <string_view>

#include "base/source_place.h"
#include "jalon/plan.h"

namespace jalon {

class PlanPlaces {
 public:
  explicit PlanPlaces(const Plan& plan) : PlanPlaces(*plan.source, plan.sheet.get()) {}
  // `sheet`: whose text it is, or null. Both must live as long.
  PlanPlaces(std::string_view text, const SheetMap* sheet) : sheet_(sheet), finder_(text) {}

  SourcePlace at(std::size_t offset);
  std::string cell_name(std::size_t offset) const;  // «Feuille1!C7»; empty where the plan is no sheet
  bool is_sheet() const { return sheet_ != nullptr; }

 private:
  const SheetMap* sheet_;
  PlaceFinder finder_;
};

}  // namespace jalon
