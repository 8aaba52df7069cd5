// Any bytes as Org.
#include <string>

#include "fuzz/hold_plan.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace jalon;
  ListOptions options = fuzz::list_options();
  options.format = ListFormat::org;
  options.to_local = [](std::string_view, std::chrono::sys_seconds time) { return LocalTime{time.time_since_epoch()}; };
  fuzz::hold_plan(read_list("plan", std::string(fuzz::text_of(data, size)), options));
  return 0;
}
