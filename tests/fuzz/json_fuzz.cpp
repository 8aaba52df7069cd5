// jalon's own JSON: any bytes, as one document and as lines.
#include <string>

#include "fuzz/hold_pieces.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace jalon;
  ListOptions options = fuzz::list_options();
  options.format = ListFormat::json;
  const std::string bytes(fuzz::text_of(data, size));
  const Plan whole = read_list("plan.json", bytes, options);
  fuzz::hold_plan(whole);
  fuzz::hold_pieces(whole, bytes, options);
  return 0;
}
