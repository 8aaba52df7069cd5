#include <fmt/format.h>

#include <algorithm>

#include "account/account_file.h"
#include "app/json.h"
#include "base/display.h"
#include "cli/online/run_online.h"
#include "cli/online/words.h"
#include "cli/told.h"

namespace jalon {
namespace {

ExitCode fail(const OnlineRun& run, Word message, const std::string& value, const std::string& mend = "") {
  run.streams.errors.write(
      print_error(word(message, run.language, {value}), mend, errors_style(run.language, run.look)));
  return ExitCode::failed;
}

std::string shown(const Account& account, Format format) {
  if (format == Format::json) {
    return json_line(
        {{"name", account.name}, {"url", account.url}, {"user", account.user}, {"preset", account.preset}});
  }
  return printable(fmt::format("{}  {}  {}\n", account.name, account.url, account.user));
}

ExitCode list(const OnlineRun& run) {
  const auto accounts = read_accounts(run.environment.config_folder);
  if (!accounts) return run.fail(accounts.error());
  for (const Account& account : *accounts) run.streams.output.write(shown(account, run.look.format));
  return ExitCode::done;
}

ExitCode remove(const OnlineRun& run) {
  if (run.line.operands.size() < 2) return fail(run, Word::account_name_missing, "");
  auto accounts = read_accounts(run.environment.config_folder);
  if (!accounts) return run.fail(accounts.error());
  const auto account = find_account(*accounts, run.line.operands[1]);
  if (!account) return run.fail(account.error());
  std::erase(*accounts, *account);
  if (auto written = write_accounts(run.environment.config_folder, *accounts); !written)
    return run.fail(written.error());
  if (run.look.loudness == Loudness::normal) {
    run.streams.errors.write(word(Word::account_removed, run.language, {account->name}) + "\n");
  }
  return ExitCode::done;
}

}  // namespace

ExitCode run_account(const OnlineRun& run) {
  const std::string verb = run.line.operands.empty() ? "list" : run.line.operands[0];
  if (verb == "list") return list(run);
  if (verb == "remove") return remove(run);
  return fail(run, Word::account_verb, verb, word(Word::account_verb_mend, run.language));
}

}  // namespace jalon
