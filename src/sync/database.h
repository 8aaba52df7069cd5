// The only door to SQLite: statements of one database, which several runs may use at once.
//
// The first failure of a database is kept, and everything after it does nothing: one look at failure() after a piece of
// work is enough. Text is UTF-8; fields are kept as text, too.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "jalon/fields.h"
#include "jalon/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace jalon {

class Database;

// One statement, run once a set of values: bind them in their order, then step through its rows.
class Statement {
 public:
  Statement() = default;
  Statement(Statement&&) noexcept = default;
  Statement& operator=(Statement&&) noexcept = default;
  ~Statement();

  Statement& bind(std::string_view text);
  Statement& bind(std::int64_t number);
  Statement& bind(const Fields& fields);
  Statement& bind_none();

  bool next();  // another row; after the last one, or a failure, the statement is ready for other values
  void run();   // to its end

  std::string text(int column) const;
  std::int64_t number(int column) const;
  std::optional<Fields> fields(int column) const;  // none: NULL

 private:
  friend class Database;
  struct Finish {
    void operator()(sqlite3_stmt* statement) const;
  };
  void check(int code);

  Database* database_ = nullptr;  // outlives it
  std::string sql_;
  std::unique_ptr<sqlite3_stmt, Finish> statement_;
  int bound_ = 0;
};

class Database {
 public:
  // A path, or ":memory:". Waits up to a minute for other runs.
  static Result<std::unique_ptr<Database>> open(const std::string& path);

  Statement prepare(std::string_view sql);  // one that was used before is not read again
  void execute(std::string_view sql);       // one statement
  void execute_all(const char* sql);
  std::int64_t last_row() const;
  Result<void> failure() const;

 private:
  friend class Statement;
  struct Close {
    void operator()(sqlite3* database) const;
  };
  void fail();

  std::string path_;
  std::unique_ptr<sqlite3, Close> database_;
  std::map<std::string, std::unique_ptr<sqlite3_stmt, Statement::Finish>, std::less<>> idle_;
  std::optional<Error> failure_;
};

// All or nothing: undone unless commit() was reached.
class Transaction {
 public:
  explicit Transaction(Database& database) : database_(database) { database_.execute("BEGIN IMMEDIATE"); }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction() {
    if (!committed_ && database_.failure()) database_.execute("ROLLBACK");
  }
  Result<void> commit() {
    database_.execute("COMMIT");
    committed_ = true;
    return database_.failure();
  }

 private:
  Database& database_;
  bool committed_ = false;
};

}  // namespace jalon
