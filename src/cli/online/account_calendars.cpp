// The calendars of the account that the command line, or jalon.toml, names; opened when a plan asks for them.
#include <map>

#include "account/account_file.h"
#include "app/css_colors.h"
#include "app/online/unmade_calendar.h"
#include "base/catalogue.h"
#include "cli/online/known_calendars.h"
#include "cli/online/run_sync.h"
#include "cli/plan_options.h"

namespace jalon {
namespace {

class AccountCalendars {
 public:
  explicit AccountCalendars(const OnlineRun& run) : run_(run) {}

  Result<Store*> open(std::string_view name) {
    if (const auto there = stores_.find(name); there != stores_.end()) return there->second.get();
    if (const auto connected = connect(); !connected) return connected.error();
    auto store = find(std::string(name));
    if (!store) return store.error();
    return stores_.emplace(std::string(name), std::move(*store)).first->second.get();
  }

 private:
  Result<void> connect() {
    if (connection_ != nullptr) return {};
    const auto accounts = read_accounts(run_.environment.config_folder);
    if (!accounts) return accounts.error();
    const auto account = find_account(*accounts, account_name());
    if (!account) return account.error();
    auto connection = Connection::open(*account, run_.world());
    if (!connection) return connection.error();
    connection_ = std::move(*connection);
    auto calendars = connection_->calendars();
    if (!calendars) return calendars.error();
    calendars_ = std::move(*calendars);
    note_calendars(run_, account->name, calendars_);
    return {};
  }

  // The first plan's settings say which account; one run has one.
  std::string account_name() const {
    if (run_.line.has(Option::account)) return run_.line.value(Option::account);
    PlanOptions options(run_.line, run_.environment);
    const auto in_force = options.in_force(run_.operand(0));
    return in_force ? in_force->value(Key::account) : std::string();
  }

  Result<std::unique_ptr<Store>> find(const std::string& name) {
    const auto found = connection_->find_calendar(name, calendars_);
    if (found) return connection_->store_of(*found, CalendarOrigin::found);
    const bool may_make = run_.line.has(Option::create) && !name.empty() && name.find('/') == std::string::npos;
    if (!may_make || found.error().code != Code::dav_no_calendar) return found.error();
    NewCalendar wanted;
    wanted.name = name;
    wanted.color = rgb_of_css_color(run_.line.value(Option::calendar_color));
    if (run_.line.has(Option::dry_run)) {
      return std::unique_ptr<Store>(new UnmadeCalendar(connection_->calendar_to_make(wanted, calendars_)));
    }
    auto made = connection_->make_calendar(wanted);
    if (!made) return made.error();
    calendars_.push_back(*made);
    note_calendars(run_, connection_->account().name, calendars_);
    return connection_->store_of(*made, CalendarOrigin::made_by_this_run);
  }

  const OnlineRun& run_;
  std::unique_ptr<Connection> connection_;
  std::vector<Calendar> calendars_;
  std::map<std::string, std::unique_ptr<Store>, std::less<>> stores_;
};

}  // namespace

ExitCode run_plans(const OnlineRun& run) {
  AccountCalendars calendars(run);
  return run_plans(run, [&calendars](std::string_view name) { return calendars.open(name); });
}

}  // namespace jalon
