// The settings at the top of a plan, between two lines of `---`: the part of YAML that note-taking apps write.
//
// `key: value`, quoted values, `[a, b]` and `{a: b}`, lists of `- x` lines, one map below a key (`people:`), `#`
// comments. It is no YAML parser on purpose: people write `owner: @Alex` and `title: Plan : fin`, which strict YAML
// refuses, and a plan must not be lost over them. Spans count in the text given. Linear; nothing fails: a line that
// is not understood stands in `strange`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jalon/diagnostic.h"
#include "jalon/phrase.h"

namespace jalon::list {

enum class Setting : std::uint8_t {
  unknown,
  title,
  as_of,
  timezone,
  language,
  calendar,
  due,
  remind,
  owner,
  people,
  tags,
  id
};

struct SettingValue {
  std::string name;  // of an entry `name: value` below the key, or in braces; else empty
  std::string text;  // without quotes
  SourceSpan span;   // of the value as it is written
};

struct SettingField {
  Setting setting = Setting::unknown;
  SourceSpan key;
  SourceSpan value;  // what stands behind the colon on the key's own line; empty where nothing does
  std::vector<SettingValue> values;
};

struct FrontMatter {
  std::uint32_t fence = 0;  // where the closing line begins
  std::uint32_t end = 0;    // past the closing line; 0 where the text has no front matter
  std::vector<SettingField> fields;
  std::vector<SourceSpan> strange;                           // lines that are neither settings nor parts of one
  std::optional<NumericOrder> numeric_order = std::nullopt;  // of the whole text, where only its beginning is at hand
};

FrontMatter read_front_matter(std::string_view source);

Setting find_setting(std::string_view key);              // in any case, with or without accents
std::string_view nearest_setting(std::string_view key);  // empty where none is near

}  // namespace jalon::list
