#include "account/account_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "base/catalogue.h"
#include "base/scratch_folder.h"

namespace jalon {
namespace {

Account plain_account(const std::string& name) {
  Account account;
  account.name = name;
  account.url = "http://localhost/";
  return account;
}

Account full_account() {
  Account account = plain_account("work");
  account.user = "alice";
  account.secret = SecretSource::password_command;
  account.secret_word = "pass show \"caldav\"";
  account.scheme = AuthScheme::digest;
  account.client_cert = "/keys/été.pem";
  account.ca_file = "/keys/ca.pem";
  account.trusted_hosts = {"*.example.org"};
  account.preset = "fastmail";
  return account;
}

TEST(AccountFile, gives_back_what_was_written) {
  const std::vector<Account> accounts = {plain_account("home"), full_account()};
  const auto read = parse_accounts(format_accounts(accounts), "accounts.toml");
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, accounts);
}

TEST(AccountFile, is_for_its_owner_alone_and_names_no_secret) {
  const ScratchFolder folder;
  ASSERT_TRUE(write_accounts(folder.path("config"), {full_account()}));
  struct stat status {};
  ASSERT_EQ(stat(folder.path("config/jalon").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0700U);
  EXPECT_EQ(*read_accounts(folder.path("config")), std::vector{full_account()});
}

TEST(AccountFile, that_is_not_there_holds_no_account) {
  const ScratchFolder folder;
  EXPECT_TRUE(read_accounts(folder.path("nowhere"))->empty());
  EXPECT_EQ(read_accounts("").error().code, Code::account_home);
}

TEST(AccountFile, tells_the_line_of_a_fault) {
  const auto read = parse_accounts("[home]\nurl = \"http://localhost/\"\n\n[home]\n", "accounts.toml");
  ASSERT_FALSE(read);
  EXPECT_EQ(std::get<std::int64_t>(read.error().arguments[1]), 4);
  for (const char* text :
       {"home = 1\n", "[home]\nurl = 3\n", "[home]\nurl = \"u\"\nsecret = \"guess\"\nauth = \"basic\"\n",
        "[home]\nurl = \"u\"\nsecret = \"password-env\"\nauth = \"basic\"\n",
        "[home]\nurl = \"u\"\nsecret = \"none\"\nauth = \"magic\"\n", "[\"a b\"]\nurl = \"u\"\n"}) {
    EXPECT_EQ(parse_accounts(text, "accounts.toml").error().code, Code::account_file) << text;
  }
}

TEST(AccountFile, finds_by_name_or_where_there_is_one_only) {
  const std::vector<Account> one = {full_account()};
  EXPECT_EQ(find_account(one, "")->name, "work");
  EXPECT_EQ(find_account({}, "").error().code, Code::account_none);
  const auto missing = find_account(one, "wrok");
  EXPECT_EQ(mend_of(missing.error(), Language::english), "did you mean \"work\"?");
  const std::vector<Account> two = {full_account(), plain_account("home")};
  EXPECT_EQ(find_account(two, "").error().code, Code::account_many);
}

TEST(AccountName, is_letters_digits_and_two_signs) {
  EXPECT_TRUE(is_account_name("home-2_b"));
  for (const char* name : {"", "a b", "é", "a/b", "a.b"}) EXPECT_FALSE(is_account_name(name)) << name;
}

}  // namespace
}  // namespace jalon
