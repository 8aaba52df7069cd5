// The keys of `key: value`, in every language: data, so that a language is a few more rows.
//
// Keys are compared folded (letters.h): any case, with or without accents. Pure; nothing fails.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace jalon::list {

enum class Key : std::uint8_t {
  due,
  start,
  end,
  when,
  duration,
  every,
  remind,
  at,
  with,
  url,
  priority,
  status,
  after,
  effort,
  id,
  tags,
  owner,
  // what only other tools' marks say
  scheduled,   // Obsidian ⏳
  threshold,   // todo.txt t:
  repetition,  // todo.txt rec:
  completed,
  cancelled,
  created,  // and whatever else says nothing of the action
};

// A plain word may stand before a colon in any sentence («revoir la fin : trop longue»); a rare one is meant.
enum class Plainness : std::uint8_t { rare, plain };

struct KeyName {
  std::string_view name;  // folded
  Key key;
  Plainness plainness = Plainness::rare;
};

std::span<const KeyName> all_keys();                     // each key's names together
std::optional<KeyName> find_key(std::string_view word);  // as written

// The key that a mistyped word most likely means; empty where none is near enough to be worth a hint.
std::string_view nearest_key(std::string_view word);

struct NameHint {
  std::string_view folded;
  std::string_view written;
};

// The name that is one edit (two, in long words) from a folded word; a swap of neighbours is one edit. Empty where
// none is.
std::string_view nearest_name(std::string_view folded, std::span<const NameHint> names);

}  // namespace jalon::list
