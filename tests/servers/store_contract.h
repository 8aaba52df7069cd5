// What every Store promises (jalon/store.h), as tests that are run on each: in memory, and on each real server.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "jalon/store.h"

namespace jalon {

// A store of a calendar that is new and holds nothing, for one test.
struct TestedStore {
  std::unique_ptr<Store> store;
  bool refuses_same_uid = true;    // a second object with the UID of another
  bool refuses_damaged = true;     // a body that is no calendar
  std::function<void()> clean_up;  // may be empty
};

struct StoreMaker {
  std::string name;  // of the tests
  std::function<TestedStore()> make;
};

class StoreContract : public ::testing::TestWithParam<StoreMaker> {
 protected:
  void SetUp() override { tested_ = GetParam().make(); }
  void TearDown() override {
    if (tested_.clean_up) tested_.clean_up();
  }

  Store& store() { return *tested_.store; }
  Listing listed(const std::string& token = "");
  std::map<std::string, std::string> etags();  // by href
  std::vector<ReadObject> read(const std::vector<std::string>& hrefs);
  std::vector<WriteOutcome> write(const std::vector<ObjectWrite>& writes);
  WriteOutcome write_one(ObjectWrite write);
  std::string create(const std::string& uid, const std::string& title);  // gives the href
  std::string body_at(const std::string& href);

  TestedStore tested_;
};

std::string event_body(const std::string& uid, const std::string& title);

}  // namespace jalon
