// A plan as it was read: its actions, its sections, its settings, and what could not be understood.
//
// Text fields are UTF-8 (NFC) views into the plan's source or its arena: they live as long as the Plan.
// A Plan is moved, never copied.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "jalon/diagnostic.h"
#include "jalon/language.h"
#include "jalon/sheet.h"
#include "jalon/when.h"

namespace jalon {

enum class Status : std::uint8_t { open, begun, done, cancelled };

struct Person {
  std::string_view name;     // as written, without the @
  std::string_view address;  // e-mail address, empty where none is known
};

inline constexpr std::uint32_t no_index = 0xffffffff;

struct Action {
  std::string_view title;
  std::string_view description;  // lines separated by \n
  std::string_view location;
  std::string_view url;
  std::string_view id;   // `^name` or `id:`; empty where none was given
  std::string_view uid;  // of the calendar that it was read from, which it keeps; empty elsewhere
  When when;
  std::span<const std::string_view> tags;        // without the #; section names are not repeated here
  std::span<const Person> owners;                // `@name`
  std::span<const Person> attendees;             // `with:`
  std::span<const std::chrono::minutes> alarms;  // how long before the start or the due time; whole days count in days
  std::span<const std::uint32_t> after;          // actions that come first (DEPENDS-ON), as indexes
  std::optional<Day> completed;                  // the day it was done, where it is known
  std::chrono::minutes effort{0};
  std::uint32_t parent = no_index;   // the action it is part of
  std::uint32_t section = no_index;  // index into Plan::sections
  SourceSpan span;                   // the whole item, without its nested items
  SourceSpan when_span;              // the date phrase; empty where the section or the plan gave it
  std::uint8_t priority = 0;         // 1 high … 9 low, 0 none (RFC 5545 section 3.8.1.9)
  std::uint8_t percent = 0;
  Status status = Status::open;
};

struct Section {
  std::string_view title;
  When when;                       // default deadline of what stands under it; undated where it gives none
  std::span<const Person> owners;  // default owners
};

// Bytes that live as long as the plan, or until they are cleared; views and spans into it never move.
class Arena {
 public:
  std::string_view copy(std::string_view text);
  template <class T>
  std::span<const T> copy(std::span<const T> items) {
    static_assert(std::is_trivially_destructible_v<T>);
    if (items.empty()) return {};
    T* place = static_cast<T*>(memory_.allocate(items.size_bytes(), alignof(T)));
    std::uninitialized_copy(items.begin(), items.end(), place);
    return {place, items.size()};
  }
  void clear() { memory_.release(); }

 private:
  std::pmr::monotonic_buffer_resource memory_{4096};
};

struct Plan {
  std::string name;  // how messages call it: the path as given, or "-" for standard input
  std::unique_ptr<std::string> source = std::make_unique<std::string>();  // UTF-8, NFC: what spans count in
  std::unique_ptr<Arena> arena = std::make_unique<Arena>();
  std::shared_ptr<const SheetMap> sheet;  // whose text the source is; null where the plan is a text itself

  std::string_view title;     // front matter, else the first heading of level 1, else empty
  std::string_view id;        // front matter `id`
  std::string_view timezone;  // IANA name; empty where the plan names none
  std::string_view calendar;  // name of the calendar it goes to, where the plan names one
  Language language = Language::french;
  LocalTime as_of{};         // from which relative dates were read
  bool as_of_given = false;  // by the plan or the caller; else it is the caller's today
  bool relative = false;     // some date was read from as_of although none was given

  std::vector<Section> sections;
  std::vector<Action> actions;  // in the order of the plan; a parent before its children
  std::vector<Diagnostic> diagnostics;
};

}  // namespace jalon
