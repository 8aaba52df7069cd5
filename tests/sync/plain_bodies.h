// Bodies for tests of synchronisation: "uid=a\nsummary=x\n", one field a line. «own» lines are what no plan may touch.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "sync/bodies.h"
#include "sync/values.h"

namespace jalon::test {

inline std::string plain_body(const std::string& uid, const Fields& fields) {
  std::string body = "uid=" + uid + "\n";
  for (const Field& field : fields) body += field.name + "=" + field.value + "\n";
  return body;
}

inline std::optional<BodyContent> read_plain(std::string_view body) {
  BodyContent content;
  while (!body.empty()) {
    const std::string_view line = body.substr(0, body.find('\n'));
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    if (line.starts_with("uid=")) {
      content.uid = line.substr(4);
    } else {
      set_field(content.fields, line.substr(0, equals), line.substr(equals + 1));
    }
    body.remove_prefix(std::min(line.size() + 1, body.size()));
  }
  return content.uid.empty() ? std::nullopt : std::optional(content);
}

inline std::optional<std::string> merge_plain(std::string_view theirs, std::string_view ours,
                                              std::span<const std::string> take) {
  auto base = read_plain(theirs);
  const auto wanted = read_plain(ours);
  if (!base || !wanted) return std::nullopt;
  for (const std::string& name : take) set_field(base->fields, name, value_of(wanted->fields, name));
  return plain_body(base->uid, base->fields);
}

inline std::string join_plain(std::span<const std::string_view> bodies) {
  std::string whole;
  for (const std::string_view body : bodies) whole.append(whole.empty() ? "" : "\x1d").append(body);
  return whole;
}

inline const Bodies& plain_bodies() {
  static const Bodies bodies{read_plain, merge_plain, join_plain};
  return bodies;
}

inline Wanted want(const std::string& uid, Fields fields, std::size_t calendar = 0) {
  Wanted wanted;
  wanted.calendar = calendar;
  wanted.uid = uid;
  wanted.action = uid.substr(0, uid.find('-'));
  wanted.title = std::string(value_of(fields, "summary"));
  wanted.body = plain_body(uid, fields);
  wanted.fields = std::move(fields);
  return wanted;
}

}  // namespace jalon::test
