// jalon's own JSON: any bytes, as one document and as lines.
#include <string>

#include "fuzz/hold_plan.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace jalon;
  ListOptions options = fuzz::list_options();
  options.format = ListFormat::json;
  fuzz::hold_plan(read_list("plan.json", std::string(fuzz::text_of(data, size)), options));
  return 0;
}
