// Calendar objects as a server may give them: whatever they hold, an update takes what it should and leaves the rest.
#include <algorithm>
#include <string>
#include <vector>

#include "fuzz/fuzz.h"
#include "jalon/object.h"

namespace {

using namespace jalon;

const std::string ours =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:America/Toronto\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\n"
    "UID:u\r\nDTSTAMP:20181126T000000Z\r\nSEQUENCE:0\r\nDTSTART;TZID=America/Toronto:20181204T120000\r\n"
    "DTEND;TZID=America/Toronto:20181204T130000\r\nSUMMARY:Titre\r\nCATEGORIES:a,b\r\nX-JALON-ID:x\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n";

bool is_alarm(const std::string& field) { return field.starts_with("alarm "); }

void hold_fields(const Fields& fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    fuzz::hold(!fields[i].value.empty(), "a field that is there says something");
    if (i > 0) fuzz::hold(fields[i - 1].name < fields[i].name, "fields stand in order, each once");
  }
}

void hold_merge(std::string_view theirs, const ObjectContent& before) {
  const ObjectContent wanted = *read_object(ours);
  std::vector<std::string> take = differing(before.fields, wanted.fields);
  std::erase(take, rest_field);
  std::erase_if(take, is_alarm);
  const auto merged = merge_object(theirs, ours, take);
  fuzz::hold(merged.has_value(), "what can be read can be brought up to date");
  const auto after = read_object(*merged);
  fuzz::hold(after.has_value(), "what was brought up to date can be read");
  fuzz::hold(after->uid == before.uid, "an update changes no UID");
  for (const std::string& field : take) {
    fuzz::hold(value_of(after->fields, field) == value_of(wanted.fields, field), "what is taken is there");
  }
  fuzz::hold(value_of(after->fields, rest_field) == value_of(before.fields, rest_field), "the rest stays");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const auto content = read_object(text);
  if (!content) return 0;
  hold_fields(content->fields);
  hold_merge(text, *content);
  const std::vector<std::string_view> bodies = {text, ours};
  fuzz::hold(read_object(join_objects(bodies)).has_value(), "objects that are joined can be read");
  return 0;
}
