#include "sheet/package.h"

#include <zip.h>

#include <utility>

namespace jalon::sheet {

struct Part::State {
  zip_file_t* file = nullptr;
  std::size_t taken = 0;
  End end = End::whole;
};

Part::Part(std::unique_ptr<State> state) : state_(std::move(state)) {}
Part::Part(Part&& other) noexcept = default;
Part& Part::operator=(Part&& other) noexcept = default;
Part::~Part() {
  if (state_) zip_fclose(state_->file);
}

std::size_t Part::read(std::span<char> buffer) {
  const zip_int64_t count = zip_fread(state_->file, buffer.data(), buffer.size());
  if (count < 0) state_->end = End::damaged;
  if (count <= 0) return 0;
  state_->taken += static_cast<std::size_t>(count);
  if (state_->taken <= largest_part) return static_cast<std::size_t>(count);
  state_->end = End::too_large;
  return 0;
}

Part::End Part::end() const { return state_->end; }

struct Package::State {
  zip_t* archive = nullptr;
};

Package::Package(std::unique_ptr<State> state) : state_(std::move(state)) {}
Package::Package(Package&& other) noexcept = default;
Package& Package::operator=(Package&& other) noexcept = default;
Package::~Package() {
  if (state_) zip_discard(state_->archive);
}

std::optional<Package> Package::open(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive == nullptr && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
  if (archive == nullptr) return std::nullopt;
  return Package(std::make_unique<State>(State{archive}));
}

std::optional<Part> Package::part(const std::string& name) const {
  zip_file_t* file = zip_fopen(state_->archive, name.c_str(), ZIP_FL_NOCASE);
  if (file == nullptr) return std::nullopt;
  return Part(std::make_unique<Part::State>(Part::State{file, 0, Part::End::whole}));
}

}  // namespace jalon::sheet
