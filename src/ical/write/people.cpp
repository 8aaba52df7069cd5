#include "ical/write/people.h"

#include <algorithm>
#include <array>

namespace jalon {
namespace {

using Words = std::array<std::string_view, language_count>;
constexpr Words who = {"Responsable : ", "Who: "};
constexpr Words with = {"Avec : ", "With: "};

std::string_view word(const Words& words, Language language) { return words[static_cast<std::size_t>(language)]; }

std::string_view without_scheme(std::string_view address) {
  return address.starts_with("mailto:") ? address.substr(7) : address;
}

std::string_view shown(const Person& person) { return person.name.empty() ? person.address : person.name; }

bool contains(std::span<const Person> people, const Person& person) {
  return std::any_of(people.begin(), people.end(), [&](const Person& p) { return p.address == person.address; });
}

}  // namespace

PeopleWriter::PeopleWriter(ContentLines& lines, Language language, const CalendarOptions& options)
    : lines_(lines),
      language_(language),
      invite_(options.invite && !options.organizer.empty()),
      organizer_(without_scheme(options.organizer)) {}

bool PeopleWriter::is_invited(const Person& person) const {
  return invite_ && !person.address.empty() && without_scheme(person.address) != organizer_;
}

bool PeopleWriter::is_told(const Person& person) const { return !is_invited(person) && !shown(person).empty(); }

void PeopleWriter::names(std::span<const Person> people, std::string_view label, std::string_view separator) {
  for (const Person& person : people) {
    if (!is_told(person)) continue;
    lines_.text(separator);
    lines_.text(label);
    lines_.text(shown(person));
    separator = ", ";
    label = {};
  }
}

void PeopleWriter::description(const Action& action) {
  const auto told = [&](const Person& person) { return is_told(person); };
  const bool owners = std::any_of(action.owners.begin(), action.owners.end(), told);
  const bool attendees = std::any_of(action.attendees.begin(), action.attendees.end(), told);
  if (action.description.empty() && !owners && !attendees) return;
  lines_.begin("DESCRIPTION:");
  lines_.text(action.description);
  names(action.owners, word(who, language_), action.description.empty() ? "" : "\n");
  names(action.attendees, word(with, language_), action.description.empty() && !owners ? "" : "\n");
  lines_.end();
}

void PeopleWriter::guest(const Person& person) {
  lines_.begin("ATTENDEE");
  if (!person.name.empty()) {
    lines_.put(";CN=");
    lines_.parameter(person.name);
  }
  lines_.plain(";PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:");
  lines_.uri(without_scheme(person.address));
  lines_.end();
}

void PeopleWriter::guests(const Action& action) {
  if (!invite_) return;
  const auto invited = [&](const Person& person) { return is_invited(person); };
  const bool any = std::any_of(action.owners.begin(), action.owners.end(), invited) ||
                   std::any_of(action.attendees.begin(), action.attendees.end(), invited);
  if (!any) return;
  lines_.begin("ORGANIZER:mailto:");
  lines_.uri(organizer_);
  lines_.end();
  for (const Person& person : action.owners) {
    if (invited(person)) guest(person);
  }
  for (const Person& person : action.attendees) {
    if (invited(person) && !contains(action.owners, person)) guest(person);
  }
}

}  // namespace jalon
