#include "view/conflicts.h"

#include <algorithm>
#include <map>

#include "view/folded.h"

namespace jalon {
namespace {

using Engagements = std::map<std::string, std::pair<std::string, std::vector<const Instance*>>>;  // by folded name

bool takes_time(const Timetable& table, const Instance& instance) {
  const Action& action = table.action(instance.key);
  const bool closed = action.status == Status::done || action.status == Status::cancelled;
  return instance.timed && action.when.kind == WhenKind::event && !closed && instance.end > instance.start;
}

void engage(Engagements& all, std::span<const Person> people, const Instance& instance) {
  for (const Person& person : people) {
    auto& [name, instances] = all[folded(person.name)];
    if (name.empty()) name = person.name;
    if (instances.empty() || instances.back() != &instance) instances.push_back(&instance);
  }
}

// The instances of one person are in the order of their days; those that are still on are looked at again.
void find_of_person(const std::string& name, std::vector<const Instance*>& instances, std::size_t most,
                    std::vector<Conflict>& found) {
  std::stable_sort(instances.begin(), instances.end(),
                   [](const Instance* a, const Instance* b) { return a->start < b->start; });
  std::vector<const Instance*> running;
  for (const Instance* next : instances) {
    std::erase_if(running, [next](const Instance* other) { return other->end <= next->start; });
    for (const Instance* other : running) {
      if (found.size() < most && !(other->key == next->key)) found.push_back({name, *other, *next});
    }
    running.push_back(next);
  }
}

}  // namespace

std::vector<Conflict> find_conflicts(const Timetable& table, std::size_t most) {
  Engagements all;
  for (const Instance& instance : table.instances) {
    if (!takes_time(table, instance)) continue;
    const Action& action = table.action(instance.key);
    engage(all, action.owners, instance);
    engage(all, action.attendees, instance);
  }
  std::vector<Conflict> found;
  for (auto& [key, person] : all) find_of_person(person.first, person.second, most, found);
  std::stable_sort(found.begin(), found.end(),
                   [](const Conflict& a, const Conflict& b) { return a.second.start < b.second.start; });
  return found;
}

}  // namespace jalon
