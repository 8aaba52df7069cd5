// Writes an action whose every text is any bytes, reads it back, and writes it again over that: the same title comes
// back, no line is too long, and no byte changes.
#include <algorithm>
#include <string>

#include "fuzz/fuzz.h"
#include "jalon/calendar.h"

namespace {

using namespace jalon;
using jalon::fuzz::hold;

// What of a text a content line can hold, and libical gives back.
std::string kept(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte >= 0x20 && byte != 0x7f) || c == '\t' || c == '\n') result += c;
  }
  return result;
}

void check_lines(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto end = bytes.find("\r\n");
    hold(end != std::string_view::npos && end <= 75, "a line has at most 75 octets");
    bytes.remove_prefix(end + 2);
  }
}

class Input {
 public:
  explicit Input(std::string_view bytes) : bytes_(bytes) {}
  unsigned number() {
    const auto value = bytes_.empty() ? 0U : static_cast<unsigned char>(bytes_[0]);
    bytes_.remove_prefix(std::min<std::size_t>(1, bytes_.size()));
    return value;
  }
  std::string_view text() {
    const std::string_view part = bytes_.substr(0, bytes_.find('\xff'));
    bytes_.remove_prefix(std::min(part.size() + 1, bytes_.size()));
    return part;
  }

 private:
  std::string_view bytes_;
};

When when_of(Input& input) {
  const LocalTime start = Day{std::chrono::year{1900} / 1 / 1} + std::chrono::days{input.number() * 500} +
                          std::chrono::minutes{input.number() * 6};
  When when{static_cast<WhenKind>(input.number() % 4), input.number() % 2 == 0, start,
            start + std::chrono::minutes{input.number() * 30}, nullptr};
  if (!when.timed) {
    when.start = when.first_day();
    when.end = when.last_day();
  }
  if (when.kind == WhenKind::deadline) when.start = when.end;
  if (input.number() % 3 == 0) {
    Recurrence rule;
    rule.frequency = static_cast<Frequency>(input.number() % 4);
    if (input.number() % 2 == 0) rule.until = when.last_day() + std::chrono::days{input.number()};
    rule.exceptions.resize(input.number(), when.last_day());
    when.recurrence = std::make_shared<const Recurrence>(rule);
  }
  return when;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // A zone whose clocks change takes longer than all the rest.
  static const Zone zones[] = {*Zone::find("America/Toronto"), *Zone::find("Asia/Kolkata"), *Zone::find("UTC")};
  Input input(fuzz::text_of(data, size));
  const unsigned chosen = input.number();
  const Zone& zone = zones[chosen < 8 ? 0 : 1 + chosen % 2];
  CalendarOptions options;
  options.deadlines = static_cast<DeadlineForm>(input.number() % 3);
  options.invite = input.number() % 2 == 0;
  options.organizer = "moi@exemple.ca";
  Plan plan;
  Action& action = plan.actions.emplace_back();
  action.when = when_of(input);
  action.status = static_cast<Status>(input.number() % 4);
  action.title = input.text();
  action.description = input.text();
  action.location = input.text();
  action.url = input.text();
  const std::vector<std::string_view> tags{input.text(), input.text()};
  action.tags = tags;
  const std::vector<Person> people{{input.text(), input.text()}};
  action.owners = people;
  const std::vector<std::chrono::minutes> alarms{std::chrono::minutes{input.number()}};
  action.alarms = alarms;
  options.deadline_mark = input.text();
  options.name = input.text();
  const std::vector<std::string> uids{"u"};

  const auto write = [&](std::span<const PreviousItem> previous) {
    std::string bytes;
    write_calendar(plan, zone, uids, previous, options, [&](std::string_view piece) { bytes += piece; });
    return bytes;
  };
  const std::string bytes = write({});
  check_lines(bytes);
  const auto items = read_previous(bytes);
  hold(items.has_value() && !items->empty(), "what was written is read");
  for (const PreviousItem& item : *items) {
    hold(event_uid(item.uid) == "u" && item.kind == action.when.kind, "UID and kind come back");
    if (options.deadline_mark.empty()) hold(item.summary == kept(action.title), "the title comes back");
  }
  options.stamp += std::chrono::hours{1};
  hold(write(*items) == bytes, "a second conversion changes no byte");
  return 0;
}
