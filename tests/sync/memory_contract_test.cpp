// The contract of stores on the calendar in memory, in each of the ways in which servers differ: what the other tests
// of synchronisation stand on behaves as real servers do.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "jalon/object.h"
#include "servers/store_contract.h"
#include "sync/memory_store.h"

namespace jalon::test {
namespace {

std::string uid_of_event(const std::string& body) {
  const auto content = read_object(body);
  return content ? content->uid : std::string();
}

// One calendar for each event of a whole one.
std::vector<std::string> split_events(std::string_view calendar) {
  constexpr std::string_view begin = "BEGIN:VEVENT\r\n", end = "END:VEVENT\r\n", close = "END:VCALENDAR\r\n";
  const std::string head(calendar.substr(0, calendar.find(begin)));
  std::vector<std::string> bodies;
  for (std::size_t at = calendar.find(begin); at != std::string_view::npos; at = calendar.find(begin, at + 1)) {
    const std::size_t length = calendar.find(end, at) + end.size() - at;
    bodies.push_back(head + std::string(calendar.substr(at, length)) + std::string(close));
  }
  return bodies;
}

std::string with_another_product(const std::string& body) {
  const std::size_t begin = body.find("PRODID:");
  return body.substr(0, begin) + "PRODID:-//twin//EN" + body.substr(body.find("\r\n", begin));
}

// A twin that `change` has made like a certain kind of server.
StoreMaker twin(std::string name, const std::function<void(MemoryStore&)>& change) {
  return {std::move(name), [change] {
            auto store = std::make_unique<MemoryStore>();
            store->uid_of = uid_of_event;
            store->split = split_events;
            change(*store);
            TestedStore tested;
            tested.refuses_same_uid = store->uids == MemoryStore::Uids::unique;
            tested.store = std::move(store);
            return tested;
          }};
}

std::vector<StoreMaker> twins() {
  return {
      twin("plain", [](MemoryStore&) {}),
      twin("rewriting", [](MemoryStore& store) { store.rewrite = with_another_product; }),
      twin("silent_on_etags", [](MemoryStore& store) { store.tags = MemoryStore::Tags::not_on_write; }),
      twin("without_changes", [](MemoryStore& store) { store.facts_.has_changes = false; }),
      twin("forgetful", [](MemoryStore& store) { store.tokens = MemoryStore::Tokens::forgotten; }),
      twin("telling_the_net", [](MemoryStore& store) { store.removals = MemoryStore::Removals::net; }),
      twin("with_same_uids", [](MemoryStore& store) { store.uids = MemoryStore::Uids::doubled; }),
      twin("taking_all_at_once", [](MemoryStore& store) { store.facts_.whole_write = WholeWrite::supported; }),
  };
}

}  // namespace
}  // namespace jalon::test

namespace jalon {

INSTANTIATE_TEST_SUITE_P(InMemory, StoreContract, ::testing::ValuesIn(test::twins()),
                         [](const auto& tested) { return tested.param.name; });

}  // namespace jalon
