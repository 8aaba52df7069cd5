#include "sync/state.h"

#include <utility>

#include "base/catalogue.h"

namespace jalon {
namespace {

constexpr int version = 2;

constexpr const char* schema = R"(
CREATE TABLE IF NOT EXISTS plan (name TEXT PRIMARY KEY, note TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS place (
  id INTEGER PRIMARY KEY, plan TEXT NOT NULL, address TEXT NOT NULL, token TEXT NOT NULL DEFAULT '',
  UNIQUE (plan, address));
CREATE TABLE IF NOT EXISTS agreed (
  place INTEGER NOT NULL REFERENCES place (id), uid TEXT NOT NULL, action TEXT NOT NULL, href TEXT NOT NULL,
  etag TEXT NOT NULL, gone INTEGER NOT NULL, title TEXT NOT NULL, note TEXT NOT NULL,
  ours TEXT NOT NULL, theirs TEXT, seen TEXT, PRIMARY KEY (place, uid)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pending (
  place INTEGER NOT NULL REFERENCES place (id), uid TEXT NOT NULL, action TEXT NOT NULL, href TEXT NOT NULL,
  etag TEXT NOT NULL, act INTEGER NOT NULL, title TEXT NOT NULL, note TEXT NOT NULL,
  ours TEXT NOT NULL, theirs TEXT, sent TEXT, PRIMARY KEY (place, uid)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS other (
  place INTEGER NOT NULL REFERENCES place (id), href TEXT NOT NULL, uid TEXT NOT NULL,
  PRIMARY KEY (place, href)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS calendar (
  account TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (account, name)) WITHOUT ROWID;
)";

// Most objects say on all sides what they should: that is kept once.
void bind_unless_same(Statement& statement, const Fields& fields, const Fields& as) {
  fields == as ? statement.bind_none() : statement.bind(fields);
}

Agreed read_agreed(const Statement& row, std::size_t calendar) {
  Agreed agreed;
  agreed.calendar = calendar;
  agreed.uid = row.text(0);
  agreed.action = row.text(1);
  agreed.href = row.text(2);
  agreed.etag = row.text(3);
  agreed.presence = row.number(4) != 0 ? Presence::gone : Presence::there;
  agreed.title = row.text(5);
  agreed.note = row.text(6);
  agreed.ours = row.fields(7).value_or(Fields{});
  agreed.theirs = row.fields(8).value_or(agreed.ours);
  agreed.seen = row.fields(9).value_or(agreed.theirs);
  return agreed;
}

Result<void> make_ready(Database& database, const std::string& path) {
  std::int64_t found = 0;
  {
    Statement asked = database.prepare("PRAGMA user_version");
    if (asked.next()) found = asked.number(0);
  }
  if (found > version) return Error{ErrorKind::io, Code::state_newer, {path}};
  if (found == version) return database.failure();
  Transaction transaction(database);
  database.execute_all(schema);
  database.execute("PRAGMA user_version = " + std::to_string(version));
  return transaction.commit();
}

}  // namespace

bool Settlement::changes_nothing() const {
  return !token && agreed.empty() && forgotten.empty() && settled.empty() && others.empty() && others_gone.empty() &&
         how == Others::add;
}

Result<State> State::open(const std::string& path) {
  auto database = Database::open(path);
  if (!database) return database.error();
  if (const auto ready = make_ready(**database, path); !ready) return ready.error();
  State state(std::move(*database));
  if (const auto failed = state.database_->failure(); !failed) return failed.error();
  return state;
}

State::State(std::unique_ptr<Database> database)
    : database_(std::move(database)),
      put_agreed_(database_->prepare("INSERT OR REPLACE INTO agreed VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      forget_(database_->prepare("DELETE FROM agreed WHERE place = ? AND uid = ?")),
      put_pending_(database_->prepare("INSERT OR REPLACE INTO pending VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      drop_pending_(database_->prepare("DELETE FROM pending WHERE place = ? AND uid = ?")),
      put_other_(database_->prepare("INSERT OR REPLACE INTO other VALUES (?, ?, ?)")),
      drop_other_(database_->prepare("DELETE FROM other WHERE place = ? AND href = ?")) {}

Result<State::Key> State::key(const std::string& plan, const std::string& address, std::size_t calendar) {
  Statement found = database_->prepare("SELECT id FROM place WHERE plan = ? AND address = ?");
  bool there = found.bind(plan).bind(address).next();
  if (!there) {
    database_->prepare("INSERT OR IGNORE INTO place (plan, address) VALUES (?, ?)").bind(plan).bind(address).run();
    there = found.bind(plan).bind(address).next();
  }
  const Key key{there ? found.number(0) : 0, calendar};
  if (const auto failed = database_->failure(); !failed) return failed.error();
  return key;
}

Result<std::vector<std::string>> State::calendars_of(const std::string& plan) {
  std::vector<std::string> addresses;
  Statement row = database_->prepare(
      "SELECT address FROM place WHERE plan = ? AND EXISTS (SELECT 1 FROM agreed WHERE place = id) ORDER BY id");
  row.bind(plan);
  while (row.next()) addresses.push_back(row.text(0));
  if (const auto failed = database_->failure(); !failed) return failed.error();
  return addresses;
}

Result<void> State::rename(const std::string& from, const std::string& to) {
  Transaction transaction(*database_);
  database_->prepare("UPDATE OR IGNORE place SET plan = ? WHERE plan = ?").bind(to).bind(from).run();
  database_->prepare("DELETE FROM plan WHERE name = ?").bind(from).run();
  return transaction.commit();
}

Result<std::map<std::string, std::string>> State::plans() {
  std::map<std::string, std::string> plans;
  Statement row = database_->prepare("SELECT name, note FROM plan");
  while (row.next()) plans.emplace(row.text(0), row.text(1));
  if (const auto failed = database_->failure(); !failed) return failed.error();
  return plans;
}

Result<void> State::note_plan(const std::string& plan, const std::string& note) {
  database_->prepare("INSERT OR REPLACE INTO plan VALUES (?, ?)").bind(plan).bind(note).run();
  return database_->failure();
}

Result<void> State::note_calendars(const std::string& account, std::span<const std::string> names) {
  Transaction transaction(*database_);
  database_->prepare("DELETE FROM calendar WHERE account = ?").bind(account).run();
  for (const std::string& name : names)
    database_->prepare("INSERT OR IGNORE INTO calendar VALUES (?, ?)").bind(account).bind(name).run();
  return transaction.commit();
}

Result<std::vector<std::string>> State::known_calendars(const std::string& account) {
  std::vector<std::string> names;
  Statement row = database_->prepare("SELECT DISTINCT name FROM calendar WHERE ?1 = '' OR account = ?1 ORDER BY name");
  row.bind(account);
  while (row.next()) names.push_back(row.text(0));
  if (const auto failed = database_->failure(); !failed) return failed.error();
  return names;
}

Result<Remembered> State::load(const Key& key) {
  Remembered remembered;
  Transaction one_moment(*database_);
  Statement place = database_->prepare("SELECT token FROM place WHERE id = ?");
  if (place.bind(key.row).next()) remembered.token = place.text(0);
  Statement agreed = database_->prepare(
      "SELECT uid, action, href, etag, gone, title, note, ours, theirs, seen FROM agreed WHERE place = ?");
  agreed.bind(key.row);
  while (agreed.next()) remembered.agreed.push_back(read_agreed(agreed, key.calendar));
  Statement pending = database_->prepare(
      "SELECT uid, action, href, etag, 0, title, note, ours, theirs, NULL, act, sent FROM pending WHERE place = ?");
  pending.bind(key.row);
  while (pending.next()) {
    Agreed after = read_agreed(pending, key.calendar);
    Fields sent = pending.fields(11).value_or(after.theirs);
    remembered.pending.push_back(
        {static_cast<Act>(pending.number(10)), std::exchange(after.etag, {}), std::move(sent), std::move(after)});
  }
  Statement other = database_->prepare("SELECT href, uid FROM other WHERE place = ?");
  other.bind(key.row);
  while (other.next()) remembered.others.emplace(other.text(0), other.text(1));
  if (const auto failed = one_moment.commit(); !failed) return failed.error();
  return remembered;
}

Result<void> State::settle(const Key& key, const Settlement& settlement) {
  if (settlement.changes_nothing()) return {};
  Transaction transaction(*database_);
  for (const Agreed& agreed : settlement.agreed) put_agreed(key.row, agreed);
  for (const std::string& uid : settlement.forgotten) forget(key.row, uid);
  for (const std::string& uid : settlement.settled) drop_pending(key.row, uid);
  if (settlement.how == Settlement::Others::replace)
    database_->prepare("DELETE FROM other WHERE place = ?").bind(key.row).run();
  for (const std::string& href : settlement.others_gone) drop_other_.bind(key.row).bind(href).run();
  for (const auto& [href, uid] : settlement.others) put_other_.bind(key.row).bind(href).bind(uid).run();
  if (settlement.token)
    database_->prepare("UPDATE place SET token = ? WHERE id = ?").bind(*settlement.token).bind(key.row).run();
  return transaction.commit();
}

Result<void> State::begin(const Key& key, std::span<const Pending> writes) {
  Transaction transaction(*database_);
  for (const Pending& write : writes) {
    const Agreed& after = write.after;
    put_pending_.bind(key.row).bind(after.uid).bind(after.action).bind(after.href).bind(write.etag);
    put_pending_.bind(static_cast<std::int64_t>(write.act)).bind(after.title).bind(after.note).bind(after.ours);
    bind_unless_same(put_pending_, after.theirs, after.ours);
    bind_unless_same(put_pending_, write.sent, after.theirs);
    put_pending_.run();
  }
  return transaction.commit();
}

void State::put_agreed(std::int64_t row, const Agreed& agreed) {
  put_agreed_.bind(row).bind(agreed.uid).bind(agreed.action).bind(agreed.href).bind(agreed.etag);
  put_agreed_.bind(std::int64_t{agreed.presence == Presence::gone}).bind(agreed.title).bind(agreed.note);
  put_agreed_.bind(agreed.ours);
  bind_unless_same(put_agreed_, agreed.theirs, agreed.ours);
  bind_unless_same(put_agreed_, agreed.seen, agreed.theirs);
  put_agreed_.run();
}

void State::forget(std::int64_t row, const std::string& uid) { forget_.bind(row).bind(uid).run(); }

void State::drop_pending(std::int64_t row, const std::string& uid) { drop_pending_.bind(row).bind(uid).run(); }

}  // namespace jalon
