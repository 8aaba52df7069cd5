#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "account/account_file.h"
#include "account/preset.h"
#include "app/json.h"
#include "app/online/accounts.h"
#include "base/display.h"
#include "cli/online/doctor.h"
#include "cli/online/known_calendars.h"
#include "cli/online/password.h"
#include "cli/online/run_online.h"

namespace jalon {
namespace {

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

// A path is remembered as it is seen from anywhere.
std::string path_of(const OnlineRun& run, Option option) {
  if (!run.line.has(option)) return {};
  std::error_code ignored;
  return std::filesystem::absolute(run.line.value(option), ignored).string();
}

void take_secret_source(const OnlineRun& run, Account& account) {
  const auto take = [&](Option option, SecretSource source) {
    if (!run.line.has(option)) return;
    account.secret = source;
    account.secret_word = run.line.value(option);
  };
  if (!path_of(run, Option::client_cert).empty()) account.secret = SecretSource::none;
  take(Option::netrc, SecretSource::netrc);
  take(Option::password_env, SecretSource::environment);
  take(Option::password_command, SecretSource::password_command);
  take(Option::bearer_command, SecretSource::bearer_command);
}

Account wanted_account(const OnlineRun& run) {
  Account account;
  account.name = run.operand(1);
  account.user = run.line.value(Option::user);
  account.client_cert = path_of(run, Option::client_cert);
  account.client_key = path_of(run, Option::client_key);
  account.ca_file = path_of(run, Option::ca_file);
  if (run.line.has(Option::trust_host)) account.trusted_hosts = {run.line.value(Option::trust_host)};
  take_secret_source(run, account);
  return account;
}

StepSink steps_shown_on(const OnlineRun& run, Output& stream) {
  return [&run, &stream](const DiscoveryStep& step) {
    const bool json = run.look.format == Format::json;
    stream.write(json ? json_step(step, run.language) : printable(told_step(step, run.language)));
    stream.flush();
  };
}

ExitCode add(const OnlineRun& run) {
  if (run.operand(1).empty()) return run.fail(Word::account_name_missing);
  if (run.operand(2).empty()) {
    return run.fail(Word::account_address_missing, "",
                    word(Word::account_address_mend, run.language, {run.operand(1)}));
  }
  AddRequest request;
  request.account = wanted_account(run);
  request.start = run.operand(2);
  request.ask = [&](const std::string& who) {
    run.streams.errors.flush();
    return ask_password(word(Word::ask_password, run.language, {printable(who)}));
  };
  if (const Preset* preset = find_preset(request.start)) {
    Account known;
    known.preset = preset->name;
    run.say(told_provider(known, run.language));
  }
  DnsServiceRecords records;
  const StepSink quiet = [](const DiscoveryStep&) {};
  const StepSink step = run.line.has(Option::verbose) ? steps_shown_on(run, run.streams.errors) : quiet;
  const auto added = add_account(request, run.world(), records, step);
  if (!added) return run.fail(added.error());
  run.say(word(Word::account_added, run.language, {added->account.name, added->account.url}));
  if (added->account.secret == SecretSource::keyring) run.say(word(Word::keyring_kept, run.language));
  return ExitCode::done;
}

ExitCode test(const OnlineRun& run) {
  const auto accounts = read_accounts(run.environment.config_folder);
  if (!accounts) return run.fail(accounts.error());
  const auto account = find_account(*accounts, run.operand(1));
  if (!account) return run.fail(account.error());
  DnsServiceRecords records;
  const auto found = try_account(*account, run.world(), records, steps_shown_on(run, run.streams.output));
  if (!found) return run.fail(found.error());
  if (run.look.format == Format::json) return ExitCode::done;
  run.streams.output.write(printable(told_server(*found, run.language) + told_provider(*account, run.language)));
  return ExitCode::done;
}

ExitCode remove(const OnlineRun& run) {
  if (run.operand(1).empty()) return run.fail(Word::account_name_missing);
  const auto removed = remove_account(run.operand(1), run.world());
  if (!removed) return run.fail(removed.error());
  note_calendars(run, run.operand(1), {});
  run.say(word(Word::account_removed, run.language, {run.operand(1)}));
  return ExitCode::done;
}

}  // namespace

ExitCode run_account(const OnlineRun& run) {
  const std::string verb = run.line.operands.empty() ? "list" : run.line.operands[0];
  if (verb == "list") return list(run);
  if (verb == "add") return add(run);
  if (verb == "test") return test(run);
  if (verb == "remove") return remove(run);
  return run.fail(Word::account_verb, verb, word(Word::account_verb_mend, run.language));
}

}  // namespace jalon
