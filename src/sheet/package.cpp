#include "sheet/package.h"

#include <minizip/unzip.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace jalon::sheet {
namespace {

// The bytes of a package as the library reads a file: it asks for positions in them.
struct Memory {
  std::string_view bytes;
  std::size_t at = 0;
};

Memory& memory_of(voidpf stream) { return *static_cast<Memory*>(stream); }

voidpf open_memory(voidpf memory, const void*, int) { return memory; }

uLong read_memory(voidpf, voidpf stream, void* buffer, uLong size) {
  Memory& memory = memory_of(stream);
  const std::size_t count = std::min<std::size_t>(size, memory.bytes.size() - memory.at);
  if (count > 0) std::memcpy(buffer, memory.bytes.data() + memory.at, count);
  memory.at += count;
  return count;
}

uLong write_memory(voidpf, voidpf, const void*, uLong) { return 0; }

ZPOS64_T tell_memory(voidpf, voidpf stream) { return memory_of(stream).at; }

long seek_memory(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
  Memory& memory = memory_of(stream);
  const std::size_t from = origin == ZLIB_FILEFUNC_SEEK_CUR   ? memory.at
                           : origin == ZLIB_FILEFUNC_SEEK_END ? memory.bytes.size()
                                                              : 0;
  if (offset > memory.bytes.size() - from) return -1;
  memory.at = from + static_cast<std::size_t>(offset);
  return 0;
}

int close_memory(voidpf, voidpf) { return 0; }
int error_of_memory(voidpf, voidpf) { return 0; }

}  // namespace

struct Part::State {
  unzFile archive = nullptr;
  std::size_t taken = 0;
  End end = End::whole;
};

Part::Part(std::unique_ptr<State> state) : state_(std::move(state)) {}
Part::Part(Part&& other) noexcept = default;
Part& Part::operator=(Part&& other) noexcept = default;
Part::~Part() {
  if (state_) unzCloseCurrentFile(state_->archive);
}

std::size_t Part::read(std::span<char> buffer) {
  const int count = unzReadCurrentFile(state_->archive, buffer.data(), static_cast<unsigned>(buffer.size()));
  const bool bad_sum = count == 0 && unzCloseCurrentFile(state_->archive) == UNZ_CRCERROR;
  if (count < 0 || bad_sum) state_->end = End::damaged;
  if (count <= 0) return 0;
  state_->taken += static_cast<std::size_t>(count);
  if (state_->taken <= largest_part) return static_cast<std::size_t>(count);
  state_->end = End::too_large;
  return 0;
}

Part::End Part::end() const { return state_->end; }

struct Package::State {
  Memory memory;
  unzFile archive = nullptr;
};

Package::Package(std::unique_ptr<State> state) : state_(std::move(state)) {}
Package::Package(Package&& other) noexcept = default;
Package& Package::operator=(Package&& other) noexcept = default;
Package::~Package() {
  if (state_) unzClose(state_->archive);
}

std::optional<Package> Package::open(std::string_view bytes) {
  auto state = std::make_unique<State>();
  state->memory.bytes = bytes;
  zlib_filefunc64_def functions{open_memory, read_memory,  write_memory,    tell_memory,
                                seek_memory, close_memory, error_of_memory, &state->memory};
  state->archive = unzOpen2_64("", &functions);
  if (state->archive == nullptr) return std::nullopt;
  return Package(std::move(state));
}

std::optional<Part> Package::part(const std::string& name) const {
  constexpr int any_case = 2;
  const bool there =
      unzLocateFile(state_->archive, name.c_str(), any_case) == UNZ_OK && unzOpenCurrentFile(state_->archive) == UNZ_OK;
  if (!there) return std::nullopt;
  return Part(std::make_unique<Part::State>(Part::State{state_->archive, 0, Part::End::whole}));
}

}  // namespace jalon::sheet
