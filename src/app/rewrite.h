// A file that is written anew only where its bytes change: as long as they are those that it holds, nothing happens,
// and at the end its time stamp is what it was. From the first other byte on it is replaced, whole or not at all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/files.h"
#include "jalon/result.h"

namespace jalon {

class Rewrite {
 public:
  enum class Outcome : std::uint8_t { unchanged, written };

  // `previous`: the bytes that the file holds, which must live as long; nothing where there is none.
  Rewrite(std::string path, std::optional<std::string_view> previous);
  void write(std::string_view bytes);  // a failure is told by commit()
  Result<Outcome> commit();

 private:
  void begin();

  std::string path_;
  std::optional<std::string_view> previous_;
  std::size_t same_ = 0;  // bytes given so far that were the previous ones
  std::optional<AtomicFile> file_;
  std::optional<Error> failure_;
};

}  // namespace jalon
