#include "sync/database.h"

#include <sqlite3.h>

#include "base/catalogue.h"

namespace jalon {
namespace {

constexpr int patience = 60'000;  // ms that a run waits for another one's transaction
constexpr char value_mark = '\x1f';
constexpr char field_mark = '\x1e';

std::string to_text(const Fields& fields) {
  std::string text;
  for (const Field& field : fields) {
    text.append(field.name).push_back(value_mark);
    text.append(field.value).push_back(field_mark);
  }
  return text;
}

Fields to_fields(std::string_view text) {
  Fields fields;
  while (!text.empty()) {
    const std::size_t value = std::min(text.find(value_mark), text.size() - 1) + 1;
    const std::size_t end = std::min(text.find(field_mark, value), text.size());
    fields.push_back({std::string(text.substr(0, value - 1)), std::string(text.substr(value, end - value))});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return fields;
}

}  // namespace

void Statement::Finish::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void Database::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

Statement::~Statement() {
  if (statement_ == nullptr) return;
  sqlite3_reset(statement_.get());
  database_->idle_.insert_or_assign(std::move(sql_), std::move(statement_));
}

void Statement::check(int code) {
  if (code != SQLITE_OK) database_->fail();
}

Statement& Statement::bind(std::string_view text) {
  if (statement_ != nullptr)
    check(sqlite3_bind_text(statement_.get(), ++bound_, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT));
  return *this;
}

Statement& Statement::bind(std::int64_t number) {
  if (statement_ != nullptr) check(sqlite3_bind_int64(statement_.get(), ++bound_, number));
  return *this;
}

Statement& Statement::bind(const Fields& fields) { return bind(std::string_view(to_text(fields))); }

Statement& Statement::bind_none() {
  if (statement_ != nullptr) check(sqlite3_bind_null(statement_.get(), ++bound_));
  return *this;
}

bool Statement::next() {
  bound_ = 0;
  if (statement_ == nullptr || database_->failure_) return false;
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_->fail();
  sqlite3_reset(statement_.get());
  return false;
}

void Statement::run() {
  while (next()) {
  }
}

std::string Statement::text(int column) const {
  const auto* const text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  return text == nullptr ? std::string()
                         : std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(statement_.get(), column); }

std::optional<Fields> Statement::fields(int column) const {
  if (sqlite3_column_type(statement_.get(), column) == SQLITE_NULL) return std::nullopt;
  return to_fields(text(column));
}

Result<std::unique_ptr<Database>> Database::open(const std::string& path) {
  auto database = std::make_unique<Database>();
  database->path_ = path;
  sqlite3* opened = nullptr;
  constexpr int mode = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  const int code = sqlite3_open_v2(path.c_str(), &opened, mode, nullptr);
  database->database_.reset(opened);
  if (code != SQLITE_OK) database->fail();
  if (code == SQLITE_OK) sqlite3_busy_timeout(opened, patience);
  // A run that is killed loses nothing in this mode; after a loss of power the last entries may be missing, which is
  // what the listing of the next run is compared for.
  database->execute("PRAGMA journal_mode = WAL");
  database->execute("PRAGMA synchronous = NORMAL");
  if (const auto failed = database->failure(); !failed) return failed.error();
  return database;
}

Statement Database::prepare(std::string_view sql) {
  Statement statement;
  statement.database_ = this;
  if (failure_) return statement;
  statement.sql_ = sql;
  if (const auto found = idle_.find(sql); found != idle_.end()) {
    statement.statement_ = std::move(found->second);
    idle_.erase(found);
    return statement;
  }
  sqlite3_stmt* made = nullptr;
  const int code = sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &made, nullptr);
  statement.statement_.reset(made);
  if (code != SQLITE_OK) fail();
  return statement;
}

void Database::execute(std::string_view sql) { prepare(sql).run(); }

void Database::execute_all(const char* sql) {
  if (!failure_ && sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

std::int64_t Database::last_row() const { return sqlite3_last_insert_rowid(database_.get()); }

Result<void> Database::failure() const {
  if (failure_) return *failure_;
  return {};
}

void Database::fail() {
  if (failure_) return;
  const int code = database_ == nullptr ? SQLITE_NOMEM : sqlite3_errcode(database_.get()) & 0xff;
  const std::string why = database_ == nullptr ? "" : sqlite3_errmsg(database_.get());
  const bool damaged = code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
  failure_ = Error{ErrorKind::io, damaged ? Code::state_damaged : Code::state_failed, {path_, why}};
}

}  // namespace jalon
