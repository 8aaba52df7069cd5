// Reads a plan: a list in a mail, a Markdown or a text file, with the front matter, sections, attributes and marks
// of README «Lists»; or a table, or what another tool exports (README «Formats»).
//
// Takes bytes: UTF-8 with or without byte order mark, LF or CRLF, composed or not; bytes that are not UTF-8
// are taken for Windows-1252, with a note. Never fails: what is not understood is in Plan::diagnostics.
// Pure: today, zone and language come in the options. Time and memory are linear in the input.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jalon/phrase.h"
#include "jalon/plan.h"
#include "jalon/result.h"
#include "jalon/sheet.h"

namespace jalon {

// What counts where the plan says nothing itself; empty where there is nothing.
struct ListDefaults {
  struct Contact {
    std::string name;
    std::string address;
  };
  std::optional<Language> language;
  NumericOrder numeric_order = NumericOrder::unknown;
  std::string due;                                 // a date phrase
  std::string remind;                              // as in `remind:`
  std::string owner;                               // as in `owner:`
  std::string tags;                                // as in `tags:`
  std::string holidays;                            // as parse_work_days takes them
  std::string working_days;                        // likewise
  std::optional<std::chrono::minutes> end_of_day;  // what «EOD» means
  std::vector<Contact> people;                     // the first of a name counts
};

enum class ListFormat : std::uint8_t {
  text,  // mail, Markdown, plain text: also with the marks of todo.txt and Obsidian Tasks
  csv,   // any delimiter
  xlsx,
  ods,
  todo_txt,
  taskwarrior,  // the JSON of `task export`
  org,
  obsidian,  // Markdown in which only items with a check box are actions
  json,      // jalon's own, also one object a line
  ics,
};
inline constexpr std::size_t list_format_count = 10;

std::string_view format_name(ListFormat format);  // as --from takes it: "md", "csv", "todo.txt" …

// What a file is, by its content; its name only decides where the content leaves it open.
ListFormat detect_format(std::string_view name, std::string_view bytes);

struct ListOptions {
  ListFormat format = ListFormat::text;
  std::string columns;                            // --columns: «title=3,due=Fin prévue», for tables
  LocalTime today{};                              // used where neither the plan nor as_of says otherwise
  std::optional<LocalTime> as_of;                 // --as-of; wins over the plan's
  std::optional<Language> language;               // --lang; wins over the plan's; else the plan's words decide
  Language fallback_language = Language::french;  // where nothing shows it
  NumericOrder numeric_order = NumericOrder::unknown;
  std::string due;     // --due: the plan's default deadline, a date phrase
  std::string remind;  // --remind: default reminders, as in `remind:`
  ListDefaults defaults;
  // Given the IANA name that the plan's front matter says (or empty), turns an instant into local time. May be empty.
  std::function<std::optional<LocalTime>(std::string_view zone, std::chrono::sys_seconds)> to_local;
};

// `name` is how messages call the plan. Bytes of the formats that are no text (xlsx, ods) and calendars are not for
// here: jalon/workbook.h makes a text of the former, which read_sheet() takes, jalon/calendar.h reads the latter.
Plan read_list(std::string name, std::string bytes, const ListOptions& options);

// A long list, a few thousand actions at a time, for those who need no more of them in memory: a table of text, or JSON
// lines. All that a piece holds is gone when the next one is read; sections and settings stay.
class PlanPieces {
 public:
  enum class Piece : std::uint8_t {
    read,
    none,         // all of them were read; what was found last is in the plan's diagnostics
    needs_whole,  // an action names another one, which may be anywhere: only read_list() can tell
  };
  static constexpr std::size_t actions_of_a_piece = 1024;

  virtual ~PlanPieces() = default;
  virtual Piece next() = 0;
  // Its settings are known before the first piece. Its diagnostics are for the caller to take away.
  virtual Plan& plan() = 0;
};

// `text` lives as long, and 64 bytes behind it may be read. `release` is told what is not asked for soon. Null where
// the list can only be read as a whole: another format, bytes that are not UTF-8 (NFC) already.
std::unique_ptr<PlanPieces> read_list_in_pieces(std::string name, std::string_view text, const ListOptions& options,
                                                std::function<void(std::size_t begin, std::size_t end)> release);

// One line of a plan's front matter that stands for a setting.
struct PlanSetting {
  std::string name;  // in English: "timezone", "lang", "due" …; of a person, her name
  std::string value;
  std::size_t line = 0;
};

struct PlanSettings {
  std::vector<PlanSetting> settings;
  std::vector<PlanSetting> people;
};

// What a plan's front matter says, in its order, for showing.
PlanSettings read_plan_settings(std::string bytes);

Plan read_sheet(std::string name, SheetText sheet, const ListOptions& options);

// Whether --columns is understood; an error that names the part that is not.
Result<void> check_columns(std::string_view text);

// Whether --remind is understood («1 jour, 2 h», "none", or nothing); an error that names the part that is not.
Result<void> check_reminders(std::string_view text, Language language);

// The same bytes with `as of: DAY` in the front matter (made where there is none); nothing else changes, line ends,
// byte order mark and encoding included. An `as of` that is already there is replaced.
std::string stamp_list(std::string_view bytes, Day as_of);

}  // namespace jalon
