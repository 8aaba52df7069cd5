#include "cli/commands.h"

#include <array>

#include "jalon/list.h"

namespace jalon {
namespace {

constexpr std::uint32_t of(Command command) { return 1U << static_cast<unsigned>(command); }

constexpr std::uint32_t converting = of(Command::convert) | of(Command::watch);
constexpr std::uint32_t comparing = of(Command::sync) | of(Command::status);
constexpr std::uint32_t syncing = comparing | of(Command::remove);
constexpr std::uint32_t asking = of(Command::sync) | of(Command::remove);
constexpr std::uint32_t writing = asking | of(Command::watch);
constexpr std::uint32_t making = of(Command::sync) | of(Command::watch);
constexpr std::uint32_t settled = converting | of(Command::config);
constexpr std::uint32_t showing = of(Command::check) | of(Command::when) | of(Command::config);
constexpr std::uint32_t viewing = of(Command::show) | of(Command::preview) | of(Command::watch);
constexpr std::uint32_t plans = settled | syncing | of(Command::check) | viewing;
constexpr std::uint32_t dates = plans | of(Command::when) | of(Command::stamp);
constexpr std::uint32_t accounts = of(Command::account);
constexpr std::uint32_t servers = accounts | of(Command::calendars) | syncing;
constexpr std::uint32_t collections = of(Command::calendars) | syncing | of(Command::watch);
constexpr std::uint32_t everywhere = dates | servers | of(Command::help) | of(Command::explain) | of(Command::init);

constexpr std::array<std::string_view, 4> deadline_forms = {"auto", "todo", "event", "both"};
constexpr std::array<std::string_view, 4> splits = {"owner", "section", "tag", "month"};
constexpr std::array<std::string_view, 3> sides = {"plan", "calendar", "ask"};
constexpr std::array<std::string_view, 2> languages = {"fr", "en"};
constexpr std::array<std::string_view, 3> color_choices = {"auto", "always", "never"};
constexpr std::array<std::string_view, 3> plan_templates = {"year-end", "project", "weekly"};
constexpr std::array<std::string_view, list_format_count> list_formats = {
    "md", "csv", "xlsx", "ods", "todo.txt", "taskwarrior", "org", "obsidian", "json", "ics"};
constexpr std::array<std::string_view, 3> output_forms = {"ics", "json", "jsonl"};
constexpr std::array<std::string_view, 2> formats = {"text", "json"};

constexpr CommandSpec commands[] = {
    {Command::init, "init", Text::init_operands, Text::init_summary, Text::init_about, Text::init_examples},
    {Command::convert, "convert", Text::convert_operands, Text::convert_summary, Text::convert_about,
     Text::convert_examples},
    {Command::check, "check", Text::check_operands, Text::check_summary, Text::check_about, Text::check_examples},
    {Command::show, "show", Text::show_operands, Text::show_summary, Text::show_about, Text::show_examples},
    {Command::preview, "preview", Text::preview_operands, Text::preview_summary, Text::preview_about,
     Text::preview_examples},
    {Command::watch, "watch", Text::watch_operands, Text::watch_summary, Text::watch_about, Text::watch_examples},
    {Command::when, "when", Text::when_operands, Text::when_summary, Text::when_about, Text::when_examples},
    {Command::explain, "explain", Text::explain_operands, Text::explain_summary, Text::explain_about,
     Text::explain_examples},
    {Command::stamp, "stamp", Text::stamp_operands, Text::stamp_summary, Text::stamp_about, Text::stamp_examples},
    {Command::config, "config", Text::config_operands, Text::config_summary, Text::config_about, Text::config_examples},
    {Command::account, "account", Text::account_operands, Text::account_summary, Text::account_about,
     Text::account_examples},
    {Command::calendars, "calendars", Text::calendars_operands, Text::calendars_summary, Text::calendars_about,
     Text::calendars_examples},
    {Command::sync, "sync", Text::sync_operands, Text::sync_summary, Text::sync_about, Text::sync_examples},
    {Command::status, "status", Text::status_operands, Text::status_summary, Text::status_about, Text::status_examples},
    {Command::remove, "remove", Text::remove_operands, Text::remove_summary, Text::remove_about, Text::remove_examples},
    {Command::help, "help", Text::help_operands, Text::help_summary, Text::help_about, Text::help_examples},
};

using G = OptionGroup;

constexpr OptionSpec options[] = {
    {Option::output, G::calendar, 'o', "--output", converting, Text::value_output, {}, Text::about_output},
    {Option::to, G::calendar, 0, "--to", of(Command::convert), Text::value_choice, output_forms, Text::about_to},
    {Option::out_dir, G::team, 0, "--out-dir", converting, Text::value_folder, {}, Text::about_out_dir},
    {Option::merge, G::team, 0, "--merge", converting, Text::value_file, {}, Text::about_merge},
    {Option::split_by, G::team, 0, "--split-by", converting, Text::value_choice, splits, Text::about_split_by},
    {Option::max_size, G::team, 0, "--max-size", converting, Text::value_size, {}, Text::about_max_size},
    {Option::jobs, G::team, 'j', "--jobs", converting, Text::value_count, {}, Text::about_jobs},
    {Option::report, G::team, 0, "--report", converting, Text::value_choice, formats, Text::about_report},
    {Option::prune, G::team, 0, "--prune", converting, Text::none, {}, Text::about_prune},
    {Option::deadlines, G::calendar, 0, "--deadlines", settled | comparing, Text::value_choice, deadline_forms,
     Text::about_deadlines},
    {Option::deadline_mark,
     G::calendar,
     0,
     "--deadline-mark",
     settled | comparing,
     Text::value_text,
     {},
     Text::about_deadline_mark},
    {Option::name, G::calendar, 0, "--name", settled, Text::value_text, {}, Text::about_name},
    {Option::calendar_color,
     G::calendar,
     0,
     "--calendar-color",
     settled | of(Command::calendars) | of(Command::sync),
     Text::value_color,
     {},
     Text::about_calendar_color},
    {Option::alarm_time,
     G::calendar,
     0,
     "--alarm-time",
     settled | comparing,
     Text::value_time,
     {},
     Text::about_alarm_time},
    {Option::invite, G::calendar, 0, "--invite", converting, Text::none, {}, Text::about_invite},
    {Option::organizer, G::calendar, 0, "--organizer", settled, Text::value_address, {}, Text::about_organizer},
    {Option::fresh, G::calendar, 0, "--fresh", converting, Text::none, {}, Text::about_fresh},
    {Option::html, G::view, 0, "--html", viewing, Text::value_output, {}, Text::about_html},
    {Option::month, G::view, 0, "--month", of(Command::show) | of(Command::watch), Text::none, {}, Text::about_month},
    {Option::timeline,
     G::view,
     0,
     "--timeline",
     of(Command::show) | of(Command::watch),
     Text::none,
     {},
     Text::about_timeline},
    {Option::today, G::view, 0, "--today", viewing, Text::value_phrase, {}, Text::about_today},
    {Option::since, G::view, 0, "--since", viewing, Text::value_phrase, {}, Text::about_since},
    {Option::until, G::view, 0, "--until", viewing, Text::value_phrase, {}, Text::about_until},
    {Option::owner, G::view, 0, "--owner", viewing, Text::value_person, {}, Text::about_owner},
    {Option::tag, G::view, 0, "--tag", viewing, Text::value_tag, {}, Text::about_tag},
    {Option::overdue, G::view, 0, "--overdue", viewing, Text::none, {}, Text::about_overdue},
    {Option::plan_template, G::start, 0, "--template", of(Command::init), Text::value_choice, plan_templates,
     Text::about_plan_template},
    {Option::account, G::server, 0, "--to", collections, Text::value_account, {}, Text::about_account},
    {Option::calendar, G::server, 0, "--calendar", collections, Text::value_calendar, {}, Text::about_calendar},
    {Option::create, G::server, 0, "--create", of(Command::calendars) | making, Text::none, {}, Text::about_create},
    {Option::known, G::server, 0, "--known", of(Command::calendars), Text::none, {}, Text::about_known},
    {Option::tasks_calendar,
     G::server,
     0,
     "--tasks-calendar",
     syncing | of(Command::watch),
     Text::value_calendar,
     {},
     Text::about_tasks_calendar},
    {Option::dry_run, G::server, 'n', "--dry-run", asking, Text::none, {}, Text::about_dry_run},
    {Option::yes, G::server, 'y', "--yes", writing, Text::none, {}, Text::about_yes},
    {Option::prefer, G::server, 0, "--prefer", syncing | of(Command::watch), Text::value_choice, sides,
     Text::about_prefer},
    {Option::restore, G::server, 0, "--restore", comparing | of(Command::watch), Text::none, {}, Text::about_restore},
    {Option::allow_deletions, G::server, 0, "--allow-deletions", making, Text::none, {}, Text::about_allow_deletions},
    {Option::allow_empty, G::server, 0, "--allow-empty", writing, Text::none, {}, Text::about_allow_empty},
    {Option::stamp, G::server, 0, "--stamp", making, Text::none, {}, Text::about_stamp},
    {Option::user, G::server, 0, "--user", accounts, Text::value_user, {}, Text::about_user},
    {Option::password_command,
     G::server,
     0,
     "--password-command",
     accounts,
     Text::value_command,
     {},
     Text::about_password_command},
    {Option::password_env,
     G::server,
     0,
     "--password-env",
     accounts,
     Text::value_variable,
     {},
     Text::about_password_env},
    {Option::bearer_command,
     G::server,
     0,
     "--bearer-command",
     accounts,
     Text::value_command,
     {},
     Text::about_bearer_command},
    {Option::netrc, G::server, 0, "--netrc", accounts, Text::none, {}, Text::about_netrc},
    {Option::client_cert, G::server, 0, "--client-cert", accounts, Text::value_file, {}, Text::about_client_cert},
    {Option::client_key, G::server, 0, "--client-key", accounts, Text::value_file, {}, Text::about_client_key},
    {Option::ca_file, G::server, 0, "--ca-file", accounts, Text::value_file, {}, Text::about_ca_file},
    {Option::trust_host, G::server, 0, "--trust-host", accounts, Text::value_host, {}, Text::about_trust_host},
    {Option::keep_going, G::calendar, 'k', "--keep-going", converting, Text::none, {}, Text::about_keep_going},
    {Option::from, G::reading, 0, "--from", plans, Text::value_choice, list_formats, Text::about_from},
    {Option::sheet, G::reading, 0, "--sheet", plans, Text::value_text, {}, Text::about_sheet},
    {Option::columns, G::reading, 0, "--columns", plans, Text::value_columns, {}, Text::about_columns},
    {Option::as_of, G::reading, 0, "--as-of", dates, Text::value_moment, {}, Text::about_as_of},
    {Option::timezone, G::reading, 0, "--timezone", dates, Text::value_zone, {}, Text::about_timezone},
    {Option::lang, G::reading, 0, "--lang", everywhere, Text::value_choice, languages, Text::about_lang},
    {Option::due, G::reading, 0, "--due", plans, Text::value_phrase, {}, Text::about_due},
    {Option::remind, G::reading, 0, "--remind", plans, Text::value_durations, {}, Text::about_remind},
    {Option::quiet, G::showing, 'q', "--quiet", dates | servers, Text::none, {}, Text::about_quiet},
    {Option::verbose, G::showing, 'v', "--verbose", servers | of(Command::watch), Text::none, {}, Text::about_verbose},
    {Option::color, G::showing, 0, "--color", everywhere, Text::value_choice, color_choices, Text::about_color},
    {Option::format, G::showing, 0, "--format", converting | showing | servers, Text::value_choice, formats,
     Text::about_format},
    {Option::help, G::showing, 'h', "--help", everywhere, Text::none, {}, Text::about_help},
    {Option::version, G::showing, 0, "--version", everywhere, Text::none, {}, Text::about_version},
};
static_assert(std::size(options) == option_count);

}  // namespace

bool is_online(Command command) { return (servers >> static_cast<unsigned>(command) & 1U) != 0; }

std::span<const CommandSpec> command_specs() { return commands; }
std::span<const OptionSpec> option_specs() { return options; }
const CommandSpec& spec_of(Command command) { return commands[static_cast<std::size_t>(command)]; }
const OptionSpec& spec_of(Option option) { return options[static_cast<std::size_t>(option)]; }

const CommandSpec* find_command(std::string_view name) {
  for (const CommandSpec& spec : commands) {
    if (spec.name == name) return &spec;
  }
  return nullptr;
}

const OptionSpec* find_option(std::string_view name, std::optional<Command> command) {
  const OptionSpec* first = nullptr;
  for (const OptionSpec& spec : options) {
    const bool by_letter = name.size() == 2 && name[0] == '-' && spec.letter != 0 && name[1] == spec.letter;
    if (!by_letter && name != spec.name) continue;
    if (command && spec.is_accepted_by(*command)) return &spec;
    if (first == nullptr) first = &spec;
  }
  return first;
}

}  // namespace jalon
