"""Prints a plan of dated actions, the same for the same arguments: half events and half deadlines, each with a
reminder, a place and tags, in the words that people use for dates.  Usage: make_plan.py fr|en COUNT"""
import datetime
import random
import sys

AS_OF = datetime.date(2018, 11, 26)

FRENCH = {
    "head": "---\nas of: 2018-11-26\ntimezone: America/Toronto\nlang: fr\n---\n\n",
    "months": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "short": "janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.".split(),
    "weekdays": "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
    "verbs": "Appeler|Relancer|Préparer|Vérifier|Envoyer|Réviser|Commander|Rencontrer|Présenter|Signer".split("|"),
    "things": "le devis|la facture|le contrat|l'équipe|le fournisseur|les chiffres|la salle|le rapport".split("|"),
    "places": "Salle B12|Café Névé, rue Rachel|Bureau 304|Entrepôt nord|Visioconférence|Hôtel de ville".split("|"),
    "tags": "ventes suivi équipe budget clients été réseau achats".split(),
    "reminders": ["1 jour", "2 h", "30 min", "3 jours"],
    "section": "## Dossier {0}",
    "line": "- {title} — {when} {tags} rappel: {reminder} lieu: {place}",
    "events": [
        "le {day} {month}", "{weekday} {day} {month}", "le {day} {month} {year}", "{year}-{m:02}-{day:02}",
        "le {day} {month} de {h} h à {h1} h 30", "{day} {short} {h}h-{h1}h30", "{weekday} {day} {month} à {h} h",
        "du {day} {month} au {day2} {month2}", "le {day} {month} de {h}:15 à {h1}:45", "demain à {h}h30",
        "{weekday} prochain à {h} h", "dans {n} jours",
    ],
    "deadlines": [
        "avant le {day} {month}", "d'ici le {day} {month}", "au plus tard le {day} {short} à {h} h", "d'ici {weekday}",
        "pour le {day} {month} {year}", "d'ici {n} jours", "avant {weekday} {h}h", "d'ici la fin du mois",
        "avant le {year}-{m:02}-{day:02}", "mi-{month}",
    ],
}

ENGLISH = {
    "head": "---\nas of: 2018-11-26\ntimezone: America/Toronto\nlang: en\n---\n\n",
    "months": "January February March April May June July August September October November December".split(),
    "short": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
    "weekdays": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "verbs": "Call|Chase|Prepare|Check|Send|Review|Order|Meet|Present|Sign".split("|"),
    "things": "the quote|the invoice|the contract|the team|the supplier|the figures|the room|the report".split("|"),
    "places": "Room B12|Café Névé, Rachel Street|Office 304|North warehouse|Video call|City hall".split("|"),
    "tags": "sales follow-up team budget clients summer network purchases".split(),
    "reminders": ["1 day", "2 h", "30 min", "3 days"],
    "section": "## File {0}",
    "line": "- {title} — {when} {tags} remind: {reminder} at: {place}",
    "events": [
        "{month} {day}", "{weekday}, {month} {day}", "{month} {day}, {year}", "{year}-{m:02}-{day:02}",
        "{month} {day} from {h} to {h1}:30", "{short} {day} {h}:00-{h1}:30", "{weekday} {month} {day} at {h}:00",
        "from {month} {day} to {month2} {day2}", "{short} {day} {h}:15 to {h1}:45", "tomorrow at {h}:30",
        "next {weekday} at {h}:00", "in {n} days",
    ],
    "deadlines": [
        "before {month} {day}", "by {short} {day}", "no later than {month} {day} at {h}:00", "by {weekday}",
        "due {month} {day}, {year}", "within {n} days", "by {weekday} {h}:00", "by the end of the month",
        "before {year}-{m:02}-{day:02}", "mid-{month}",
    ],
}


def fields_of_a_day(words, chance):
    day = AS_OF + datetime.timedelta(days=chance.randrange(1, 240))
    last = day + datetime.timedelta(days=chance.randrange(1, 6))
    hour = chance.randrange(8, 16)
    return {
        "day": day.day, "month": words["months"][day.month - 1], "short": words["short"][day.month - 1], "m": day.month,
        "year": day.year, "weekday": words["weekdays"][day.weekday()], "day2": last.day,
        "month2": words["months"][last.month - 1], "h": hour, "h1": hour + 2, "n": chance.randrange(2, 60),
    }


def action(words, number, chance):
    forms = words["events"] if number % 2 == 0 else words["deadlines"]
    return words["line"].format(
        title=f"{chance.choice(words['verbs'])} {chance.choice(words['things'])} n{number}",
        when=chance.choice(forms).format(**fields_of_a_day(words, chance)),
        tags=" ".join("#" + tag for tag in chance.sample(words["tags"], chance.randrange(1, 3))),
        reminder=chance.choice(words["reminders"]),
        place=chance.choice(words["places"]),
    )


def make_plan(words, count):
    chance = random.Random(20181126)
    yield words["head"]
    for number in range(count):
        if number % 50 == 0:
            yield "\n" + words["section"].format(number // 50 + 1) + "\n\n"
        yield action(words, number, chance) + "\n"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.writelines(make_plan({"fr": FRENCH, "en": ENGLISH}[sys.argv[1]], int(sys.argv[2])))
