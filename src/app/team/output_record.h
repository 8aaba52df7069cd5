// What jalon remembers of the outputs in a folder: which plan each came from, and by what it is known that neither has
// changed since. It stands in the folder itself, in a hidden file; without it, or where it is damaged, everything is
// converted again, and nothing is pruned.
//
// An output is passed over only where converting again is known to change nothing: the plan has the same state (or was
// written so shortly before it was read that its state does not tell: then the same bytes), the output has the state
// that jalon left it in, and everything else that counts — settings, files of settings, the program, the zones, for a
// plan without `as of` the day — is the same. Plans with errors or warnings are always read again, to tell them.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "app/team/report.h"
#include "base/folders.h"

namespace jalon {

struct RecordedOutput {
  std::string source;  // the plan's path from the folder; of a calendar of several plans, what the run was asked for
  std::string plan_state;
  std::string plan_bytes;  // their fingerprint, where the state alone does not tell; else empty
  std::string output_state;
  std::string conditions;  // fingerprint of all else; empty: always convert again
  std::int64_t from = 0;   // seconds since 1970 between which the same day is meant; 0 and 0: whenever
  std::int64_t until = 0;
  TeamCounts counts;
};

class OutputRecord {
 public:
  // Of the folder; empty where there is none.
  static OutputRecord read(const std::string& folder);
  // Only where it changed.
  Result<void> write(const std::string& folder) const;

  std::map<std::string, RecordedOutput>& outputs() { return outputs_; }  // by path from the folder
  const std::map<std::string, RecordedOutput>& outputs() const { return outputs_; }

 private:
  std::map<std::string, RecordedOutput> outputs_;
};

std::string fingerprint_of(std::string_view bytes);  // of 122 bits

// Whether its bytes may have changed without a change of its state, given when it was read.
bool is_settled(const FileState& state, std::chrono::sys_seconds read_at);

// `conditions` without what the plan itself gives.
std::string conditions_of(const ConvertRequest& request, std::string_view program);

}  // namespace jalon
