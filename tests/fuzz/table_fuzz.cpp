// Tables: any bytes as CSV, with any choice of columns. The first byte chooses.
#include <string>

#include "fuzz/hold_pieces.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace jalon;
  if (size == 0) return 0;
  constexpr std::string_view choices[] = {"", "title=1", "title=2,due=1", "titre=Tâche,date=Quand"};
  ListOptions options = fuzz::list_options();
  options.format = ListFormat::csv;
  options.columns = choices[data[0] % 4];
  const std::string bytes(fuzz::text_of(data + 1, size - 1));
  (void)detect_format("-", bytes);
  const Plan whole = read_list("plan.csv", bytes, options);
  fuzz::hold_plan(whole);
  fuzz::hold_pieces(whole, bytes, options);
  return 0;
}
