#include "config/keys.h"

namespace jalon {
namespace {

constexpr std::array<std::string_view, 4> deadline_forms = {"auto", "todo", "event", "both"};

constexpr KeySpec specs[] = {
    {Key::lang,
     "lang",
     KeyKind::text,
     {},
     R"("fr-CA")",
     {"la langue des plans, avec ou sans pays", "the language of plans, with or without a country"}},
    {Key::timezone,
     "timezone",
     KeyKind::text,
     {},
     R"("America/Toronto")",
     {"le fuseau horaire des heures", "the time zone of times"}},
    {Key::due,
     "due",
     KeyKind::text,
     {},
     R"("20 décembre")",
     {"l'échéance de ce qui n'a pas de date", "the deadline of what has no date"}},
    {Key::remind,
     "remind",
     KeyKind::list,
     {},
     R"(["1 jour", "2 h"])",
     {"les rappels de ce qui n'en a pas", "the reminders of what has none"}},
    {Key::owner,
     "owner",
     KeyKind::list,
     {},
     R"("@Alex")",
     {"le responsable de ce qui n'en a pas", "the owner of what has none"}},
    {Key::tags, "tags", KeyKind::list, {}, R"(["atelier"])", {"des catégories de plus", "categories to add"}},
    {Key::deadlines,
     "deadlines",
     KeyKind::text,
     deadline_forms,
     R"("event")",
     {"ce que devient une échéance", "what a deadline becomes"}},
    {Key::deadline_mark,
     "deadline-mark",
     KeyKind::text,
     {},
     R"("⏰")",
     {"ce qui précède le titre d'une échéance qui est un événement",
      "what stands before the title of a deadline that is an event"}},
    {Key::name, "name", KeyKind::text, {}, R"("Atelier")", {"le nom du calendrier", "the calendar's name"}},
    {Key::calendar_color,
     "calendar-color",
     KeyKind::text,
     {},
     R"("teal")",
     {"la couleur du calendrier, un nom de CSS", "the calendar's colour, a CSS name"}},
    {Key::alarm_time,
     "alarm-time",
     KeyKind::time,
     {},
     R"("8:30")",
     {"l'heure des rappels de ce qui dure toute la journée", "the time of day of reminders for what takes all day"}},
    {Key::organizer,
     "organizer",
     KeyKind::text,
     {},
     R"("alex@boisfranc.example")",
     {"l'adresse au nom de qui --invite invite", "the address in whose name --invite invites"}},
    {Key::keep_going,
     "keep-going",
     KeyKind::flag,
     {},
     "true",
     {"écrit les bonnes actions d'un plan qui a des erreurs", "writes the good actions of a plan that has errors"}},
    {Key::calendar,
     "calendar",
     KeyKind::text,
     {},
     R"("Travail")",
     {"le calendrier du serveur où va le plan", "the calendar of the server that the plan goes to"}},
    {Key::account,
     "account",
     KeyKind::text,
     {},
     R"("bureau")",
     {"le compte du serveur où va le plan", "the account of the server that the plan goes to"}},
    {Key::team,
     "team",
     KeyKind::text,
     {},
     R"("ventes")",
     {"l'équipe du plan, dont les réglages comptent", "the plan's team, whose settings count"}},
};
static_assert(std::size(specs) == key_count);

}  // namespace

std::span<const KeySpec> key_specs() { return specs; }
const KeySpec& spec_of(Key key) { return specs[static_cast<std::size_t>(key)]; }

const KeySpec* find_key(std::string_view name) {
  for (const KeySpec& spec : specs) {
    if (spec.name == name) return &spec;
  }
  return nullptr;
}

}  // namespace jalon
