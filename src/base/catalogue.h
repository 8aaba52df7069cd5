// Every message about a plan, in every language: one entry a code. A test holds that none lacks a language.
// Codes are stable: scripts may rely on them.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "jalon/diagnostic.h"
#include "jalon/language.h"

namespace jalon {

enum class Code : std::uint8_t {
  // dates
  date_weekday,
  date_day,
  date_time,
  date_order,
  date_empty,
  date_unclear,
  date_unread,
  date_inside,
  date_mistyped,
  date_numeric_order,
  // the list
  list_encoding,
  list_placeholder,
  list_undated,
  list_relative,
  list_unknown_key,
  list_unused_setting,
  list_front_matter,
  list_value,
  list_two_dates,
  list_past_deadline,
  list_same_id,
  list_after_unknown,
  list_after_cycle,
  list_open_fence,
  list_open_comment,
  list_table,
  // tables, and what other tools keep
  table_no_header,
  table_no_title,
  table_unused_column,
  table_column_missing,
  table_day_order,
  json_damaged,
  json_no_object,
  json_times,
  json_unused_member,
  workbook_damaged,
  workbook_closed,
  workbook_large,
  workbook_no_sheet,
  workbook_lost_cell,
  workbook_error_cell,
  workbook_hidden_rows,
  format_not_stamped,
  calendar_not_kept,
  // the world: files, zones, calendars
  file_missing,
  file_denied,
  file_folder,
  file_large,
  file_unwritable,
  file_read_only,
  file_no_folder,
  file_name_long,
  file_full,
  file_quota,
  file_limit,
  file_system,
  zone_unknown,
  calendar_damaged,
  calendar_none,
  calendar_foreign,
  // commands
  time_skipped,
  time_repeated,
  zone_assumed,
  plan_empty,
  option_due,
  option_columns,
  output_is_plan,
  output_foreign,
  output_damaged,
  // views
  view_day,
  view_owner,
  view_tag,
  view_foreign,
  init_exists,
  // jalon.toml
  config_syntax,
  config_unknown_key,
  config_no_key,
  config_kind,
  config_value,
  config_unknown_team,
  config_no_team,
  config_faulty,
  option_organizer,
  // synchronisation
  state_damaged,
  state_failed,
  state_newer,
  sync_relative,
  sync_nameless,
  sync_read_only,
  // several plans
  no_such_plan,
  no_plan_there,
  output_of_two,
  // servers and accounts
  net_resolve,
  net_connect,
  net_timeout,
  net_cut,
  net_large,
  net_failed,
  net_busy,
  net_redirect,
  net_loop,
  net_plain,
  net_address,
  tls_name,
  tls_expired,
  tls_unknown,
  tls_file,
  tls_failed,
  auth_refused,
  auth_forbidden,
  auth_method,
  auth_command,
  auth_variable,
  auth_netrc,
  auth_keyring,
  auth_no_secret,
  auth_no_terminal,
  dav_answer,
  dav_status,
  dav_partial,
  dav_none,
  dav_no_calendar,
  dav_same_name,
  dav_not_made,
  dav_found_elsewhere,
  account_unknown,
  account_exists,
  account_name,
  account_none,
  account_many,
  account_file,
  account_home,
  count_
};

struct Message {
  Code code;
  std::string_view name;
  Severity severity;
  // In the order of Language: French, English. {0}, {1} … stand for the diagnostic's arguments.
  std::array<std::string_view, language_count> text;
  std::array<std::string_view, language_count> mend;
};

std::span<const Message> catalogue();  // entry i is that of code i

}  // namespace jalon
