#include "ical/samples.h"

#include <array>
#include <random>

namespace jalon::test {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::Friday;
using std::chrono::Monday;
using std::chrono::Thursday;
using std::chrono::Tuesday;
using std::chrono::weekday;
using std::chrono::year_month_day;

SamplePlan everyday(Language language) {
  SamplePlan sample{language == Language::french ? "everyday_fr" : "everyday_en", "America/Toronto",
                    PlanBuilder(language)};
  PlanBuilder& plan = sample.built;
  plan.plan().title = "Plan de fin d'année; 2018, «Québec»";
  const auto clients = plan.section("Clients, fournisseurs");
  Action* action = &plan.add("Remercier les clients par un appel", due(on(2018, 12, 14)));
  action->section = clients;
  action->owners = plan.people({{"Alex", "alex@exemple.ca"}, {"Zoé Tremblay", ""}});
  action->alarms = plan.alarms({24h, 1h});
  action->tags = plan.texts({"merci", "a,b;c\\d"});
  action->priority = 1;
  action->effort = 120min;
  action = &plan.add("Réunion d'équipe: bilan, \"budget\" & <suite>\\fin",
                     timed(at(2018, 12, 4, 9, 30), at(2018, 12, 4, 11)));
  action->description =
      plan.text("Ordre du jour:\n- bilan;\n- budget, suite\n\nApporter: \\ et 👩‍👩‍👧‍👦");
  action->location = plan.text("Café Névé, 151, rue Rachel; étage 2");
  action->url = plan.text("https://exemple.ca/réunion?a=1&b=deux mots#ici");
  action->attendees = plan.people({{"Sam", "sam@exemple.ca"}});
  action->alarms = plan.alarms({15min, 0min});
  action->parent = 0;
  action->id = plan.text("bilan");
  plan.add("Congé", all_day(on(2018, 12, 24), on(2019, 1, 4))).section = clients;
  action = &plan.add("Cadeaux", window(on(2018, 12, 10), on(2018, 12, 20)));
  action->alarms = plan.alarms({7 * 24h});
  action->status = Status::begun;
  action->percent = 40;
  action = &plan.add("Payer l'acompte", due_at(at(2018, 12, 17, 17)));
  action->after = plan.indexes({1, 3});
  action->alarms = plan.alarms({2h, 48h});
  action = &plan.add("Commander", due(on(2018, 12, 1)));
  action->status = Status::done;
  action->completed = on(2018, 11, 30);
  plan.add("Voyage", all_day(on(2018, 12, 8))).status = Status::cancelled;
  plan.add("Un jour, peut-être").tags = plan.texts({"idée"});
  const std::string hands =
      "日本語の長い行がここにあります 👍🏽👍🏽👍🏽 et pliée, é\u0301\u0301 puis ";
  const std::string flags = "🇫🇷🇨🇦🇫🇷🇨🇦🇫🇷🇨🇦🇫🇷🇨🇦";
  plan.add("Ligne très longue " + hands + flags + flags, all_day(on(2019, 2, 28)));
  plan.add("Premier jour de l'an 2000 et minuit", timed(at(1999, 12, 31, 23), at(2000, 1, 1, 0)));
  return sample;
}

void add_recurring(PlanBuilder& plan, const std::string& title, const Recurrence& rule, Day first) {
  plan.add(title + ", toute la journée", every(all_day(first, first), rule));
  plan.add(title + ", à une heure", every(timed(first + 10h, first + 11h + 30min), rule));
  plan.add(title + ", échéance", every(due(first), rule));
  plan.add(title + ", échéance à une heure", every(due_at(first + 17h), rule)).alarms = plan.alarms({24h});
  plan.add(title + ", tôt la nuit", every(due_at(first + 10min), rule));
}

Recurrence rule_of(Frequency frequency, std::uint16_t interval = 1) {
  Recurrence rule;
  rule.frequency = frequency;
  rule.interval = interval;
  return rule;
}

SamplePlan recurrences(const std::string& zone, const std::string& name) {
  SamplePlan sample{name, zone, PlanBuilder()};
  PlanBuilder& plan = sample.built;
  Recurrence rule = rule_of(Frequency::daily, 3);
  rule.count = 12;
  add_recurring(plan, "Tous les trois jours", rule, on(2018, 10, 20));
  rule = weekly({{0, Tuesday}, {0, Friday}});
  rule.until = on(2019, 4, 1);
  rule.exceptions = {on(2018, 12, 25), on(2019, 1, 1), on(2019, 3, 12)};
  add_recurring(plan, "Mardis et vendredis", rule, on(2018, 12, 4));
  rule = rule_of(Frequency::weekly, 2);
  rule.by_day = {{0, Monday}, {0, Thursday}};
  add_recurring(plan, "Une semaine sur deux", rule, on(2018, 12, 3));
  rule = rule_of(Frequency::monthly);
  rule.by_month_day = {-1};
  rule.until = on(2020, 2, 29);
  add_recurring(plan, "Dernier jour du mois", rule, on(2018, 11, 30));
  rule = rule_of(Frequency::monthly);
  rule.by_day = {{3, Thursday}};
  rule.exceptions = {on(2019, 1, 17)};
  add_recurring(plan, "Troisième jeudi", rule, on(2018, 12, 20));
  rule = rule_of(Frequency::monthly, 3);
  rule.by_month_day = {1, 15};
  rule.count = 9;
  add_recurring(plan, "Le 1er et le 15, chaque trimestre", rule, on(2018, 12, 1));
  rule = rule_of(Frequency::monthly);
  rule.by_day = {{0, Monday}, {0, Tuesday}, {0, std::chrono::Wednesday}, {0, Thursday}, {0, Friday}};
  rule.by_set_position = {-1};
  rule.until = on(2019, 12, 31);
  add_recurring(plan, "Dernier jour ouvrable", rule, on(2018, 11, 30));
  rule = rule_of(Frequency::yearly);
  rule.by_month = {11};
  rule.by_day = {{4, Thursday}};
  add_recurring(plan, "Quatrième jeudi de novembre", rule, on(2018, 11, 22));
  rule = rule_of(Frequency::yearly);
  rule.until = on(2030, 12, 31);
  add_recurring(plan, "Anniversaire", rule, on(2018, 3, 14));
  plan.add("Fenêtre de la semaine", every(window(on(2018, 12, 3), on(2018, 12, 7)), rule_of(Frequency::weekly)));
  return sample;
}

// Around every change of the clocks of two years, and far away both ways.
SamplePlan clock_changes(const std::string& zone) {
  SamplePlan sample{"clocks_" + zone.substr(zone.rfind('/') + 1), zone, PlanBuilder()};
  const Zone found = *Zone::find(zone);
  std::vector<LocalTime> times = {at(1951, 7, 1, 12), at(1985, 1, 15, 8), at(2018, 12, 4, 9), at(2050, 7, 1, 23, 45),
                                  at(2090, 1, 31, 0)};
  const sys_days from{year{2018} / 1 / 1}, to{year{2020} / 1 / 1};
  for (const auto& change : found.transitions(from, to)) {
    for (const auto offset : {change.offset_before, change.offset}) {
      for (const auto by : {-61min, -30min, 0min, 30min, 61min})
        times.push_back(LocalTime{(change.at + offset + by).time_since_epoch()});
    }
  }
  for (const LocalTime time : times) {
    sample.built.add("De", timed(time, time + 45min));
    sample.built.add("Pour", due_at(time));
  }
  sample.built.add("Chaque semaine", every(timed(at(2018, 2, 25, 2, 30), at(2018, 2, 25, 3, 15)), weekly()));
  return sample;
}

class RandomPlan {
 public:
  RandomPlan(unsigned seed, const std::string& zone)
      : chance_(seed),
        sample_{"random_" + std::to_string(seed), zone,
                PlanBuilder(seed % 2 == 0 ? Language::french : Language::english)} {}

  SamplePlan make() {
    PlanBuilder& plan = sample_.built;
    plan.plan().title = plan.text(words(6));
    for (int i = 0; i < 4; ++i) plan.section(words(3));
    for (std::uint32_t i = 0; i < 80; ++i) add(i);
    return std::move(sample_);
  }

 private:
  void add(std::uint32_t index) {
    PlanBuilder& plan = sample_.built;
    Action& action = plan.add(words(below(20) == 0 ? 60 : 8), when());
    if (below(2) == 0) action.section = below(4);
    if (below(3) == 0) action.description = plan.text(words(20));
    if (below(3) == 0) action.location = plan.text(words(5));
    if (below(3) == 0) action.tags = plan.texts({words(1), words(2)});
    if (below(4) == 0) action.owners = plan.people({{words(1), ""}, {words(2), "a@exemple.ca"}});
    if (below(5) == 0) action.id = plan.text("n" + std::to_string(index));
    if (below(4) == 0 && index > 0) action.parent = below(index);
    if (below(4) == 0 && index > 0) action.after = plan.indexes({below(index)});
    if (below(2) == 0) action.alarms = plan.alarms({minutes{below(5) * 1440}, minutes{below(600)}});
    action.priority = static_cast<std::uint8_t>(below(10));
    action.effort = minutes{below(3) * 45};
    action.status = static_cast<Status>(below(4));
    action.percent = static_cast<std::uint8_t>(below(101));
    if (action.status == Status::done && below(2) == 0) action.completed = day();
  }

  When when() {
    const Day first = day();
    const LocalTime time = first + minutes{below(96) * 15};
    switch (below(7)) {
      case 0:
        return {};
      case 1:
        return all_day(first, first + days{below(9)});
      case 2:
        return timed(time, time + minutes{15 + below(100) * 15});
      case 3:
        return due(first);
      case 4:
        return due_at(time);
      case 5:
        return window(first, first + days{below(20)});
      default:
        return recurring(first, time);
    }
  }

  When recurring(Day first, LocalTime time) {
    Recurrence rule = rule_of(static_cast<Frequency>(below(4)), static_cast<std::uint16_t>(1 + below(3)));
    const year_month_day date{first};
    const auto number = static_cast<unsigned>(date.day());
    if (rule.frequency == Frequency::weekly && below(2) == 0) rule.by_day = {{0, weekday{first}}};
    if (rule.frequency == Frequency::monthly) {
      if (below(2) == 0)
        rule.by_month_day = {static_cast<std::int8_t>(number)};
      else
        rule.by_day = {{static_cast<std::int8_t>((number + 6) / 7), weekday{first}}};
    }
    if (rule.frequency == Frequency::yearly && below(2) == 0) {
      rule.by_month = {static_cast<std::uint8_t>(static_cast<unsigned>(date.month()))};
      rule.by_month_day = {static_cast<std::int8_t>(number)};
    }
    if (below(3) == 0)
      rule.until = first + days{30 + below(700)};
    else if (below(2) == 0)
      rule.count = static_cast<std::uint16_t>(2 + below(20));
    if (below(3) == 0) rule.exceptions = {first + days{7}, first + days{14}, first + days{28}};
    switch (below(4)) {
      case 0:
        return every(all_day(first, first), rule);
      case 1:
        return every(timed(time, time + 1h), rule);
      case 2:
        return every(due(first), rule);
      default:
        return every(due_at(time), rule);
    }
  }

  Day day() { return on(2005, 1, 1) + days{below(12000)}; }
  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(chance_() % limit); }

  std::string words(std::uint32_t most) {
    static constexpr std::array pieces = {
        "appel", "été", "Noël,",   "fin;",  "a\\b", "日本", "👍🏽", "👩‍👩‍👧‍👦", "\"x\"", "<b>",
        "l'an",  ":",   "e\u0301", "«oui»", "100%", "n\\n", "un\nautre"};
    std::string text = "Mot";
    for (std::uint32_t i = 0; i < most; ++i) text += std::string(" ") + pieces[below(most < 9 ? 16 : 17)];
    return text;
  }

  std::mt19937 chance_;
  SamplePlan sample_;
};

}  // namespace

std::vector<SamplePlan> sample_plans() {
  std::vector<SamplePlan> samples;
  samples.push_back(everyday(Language::french));
  samples.push_back(everyday(Language::english));
  samples.push_back(recurrences("America/Toronto", "recurrences"));
  samples.push_back(recurrences("UTC", "recurrences_utc"));
  const std::array zones = {"America/Toronto",     "Europe/Paris",     "Europe/Dublin", "Africa/Casablanca",
                            "Asia/Gaza",           "Antarctica/Troll", "Pacific/Apia",  "Asia/Kolkata",
                            "Australia/Lord_Howe", "America/Nuuk",     "Etc/GMT+5",     "UTC"};
  for (const auto* zone : zones) samples.push_back(clock_changes(zone));
  for (unsigned seed = 1; seed <= 12; ++seed) samples.push_back(RandomPlan(seed, zones[seed % zones.size()]).make());
  return samples;
}

}  // namespace jalon::test
