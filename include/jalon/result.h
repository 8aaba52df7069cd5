// What a step gives that depends on the world (files, zones, networks): a value, or why there is none.
// The member names are those of std::expected (C++23), which may replace this type.
// Faults in the user's own text are not errors of this kind: see diagnostic.h. Both take their words from the
// catalogue (src/base/catalogue.h), so that they are made only when shown, in the language of the reader.
#pragma once

#include <cassert>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "jalon/diagnostic.h"

namespace jalon {

enum class ErrorKind : std::uint8_t { io, network, auth, precondition, protocol, config, refused };

struct Error {
  ErrorKind kind = ErrorKind::io;
  Code code{};                      // what failed: an entry of the catalogue
  std::vector<Argument> arguments;  // on what, and why
};

std::string message_of(const Error& error, Language language);  // one sentence, no final stop
std::string mend_of(const Error& error, Language language);     // empty where there is none

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }
  T& value() {
    assert(has_value());
    return std::get<0>(state_);
  }
  const T& value() const {
    assert(has_value());
    return std::get<0>(state_);
  }
  T& operator*() { return value(); }
  const T& operator*() const { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  const Error& error() const {
    assert(!has_value());
    return std::get<1>(state_);
  }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)), failed_(true) {}

  bool has_value() const { return !failed_; }
  explicit operator bool() const { return has_value(); }
  const Error& error() const {
    assert(failed_);
    return error_;
  }

 private:
  Error error_;
  bool failed_ = false;
};

}  // namespace jalon
