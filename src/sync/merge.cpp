#include "sync/merge.h"

#include <set>

namespace jalon {
namespace {

std::set<std::string> names_in(std::initializer_list<const Fields*> all) {
  std::set<std::string> names;
  for (const Fields* fields : all) {
    for (const Field& field : *fields) names.insert(field.name);
  }
  return names;
}

// The values of one field on all sides.
struct Values {
  std::string name;
  std::string_view wanted, present, ours, theirs;

  bool agree() const { return wanted == present; }
  bool changed_here() const { return wanted != ours; }
  bool changed_there() const { return present != theirs; }
};

void settle(FieldMerge& merge, const Values& values, std::string_view theirs) {
  set_field(merge.ours, values.name, values.wanted);
  set_field(merge.theirs, values.name, theirs);
}

void take(FieldMerge& merge, const Values& values) {
  merge.take.push_back(values.name);
  merge.changes.push_back({values.name, std::string(values.present), std::string(values.wanted)});
  settle(merge, values, values.wanted);
}

void keep(FieldMerge& merge, const Values& values) {
  if (values.changed_there())
    merge.kept.push_back({values.name, std::string(values.theirs), std::string(values.present)});
  settle(merge, values, values.present);
}

void decide(FieldMerge& merge, const Values& values, Prefer prefer) {
  // What is not the plan's to say is never taken from it.
  if (values.name == rest_field) return keep(merge, {values.name, {}, values.present, {}, values.theirs});
  if (values.agree()) return settle(merge, values, values.present);
  if (!values.changed_here()) return keep(merge, values);
  if (!values.changed_there() || prefer == Prefer::plan) return take(merge, values);
  if (prefer == Prefer::calendar) return keep(merge, values);
  merge.disagreements.push_back(
      {values.name, std::string(values.ours), std::string(values.wanted), std::string(values.present)});
}

}  // namespace

FieldMerge merge_fields(const Fields& wanted, const Fields& present, const Fields& ours, const Fields& theirs,
                        Prefer prefer) {
  FieldMerge merge;
  merge.ours = ours;
  merge.theirs = theirs;
  if (wanted == ours && present == theirs) return merge;
  for (const std::string& name : names_in({&wanted, &present, &ours, &theirs})) {
    decide(merge, {name, value_of(wanted, name), value_of(present, name), value_of(ours, name), value_of(theirs, name)},
           prefer);
  }
  return merge;
}

}  // namespace jalon
