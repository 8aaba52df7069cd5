// Whole lists: what a file or a mail holds, in any encoding.
#include <string>

#include "fuzz/hold_plan.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace jalon;
  fuzz::hold_plan(read_list("plan.md", std::string(fuzz::text_of(data, size)), fuzz::list_options()));
  return 0;
}
