#include "jalon/workbook.h"

#include "sheet/ods.h"
#include "sheet/package.h"
#include "sheet/sheet_builder.h"
#include "sheet/xlsx.h"

namespace jalon {

SheetText read_workbook(std::string_view bytes, std::string_view sheet) {
  constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0";  // .xls, and workbooks with a password
  if (bytes.starts_with(compound_file)) return sheet::broken(Code::workbook_closed);
  const auto package = sheet::Package::open(bytes);
  if (!package) return sheet::broken(Code::workbook_damaged);
  return package->part("content.xml") ? sheet::read_ods(*package, sheet) : sheet::read_xlsx(*package, sheet);
}

}  // namespace jalon
