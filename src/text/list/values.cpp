#include "text/list/values.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/list/letters.h"

namespace jalon::list {
namespace {

template <class T>
struct Word {
  std::string_view word;  // folded
  T value;
};

constexpr std::uint8_t high = 1;
constexpr std::uint8_t medium = 5;
constexpr std::uint8_t low = 9;

constexpr std::array priorities = {Word<std::uint8_t>{"!", low},
                                   Word<std::uint8_t>{"!!", medium},
                                   Word<std::uint8_t>{"!!!", high},
                                   Word<std::uint8_t>{"🔺", 1},
                                   Word<std::uint8_t>{"⏫", 3},
                                   Word<std::uint8_t>{"🔼", 5},
                                   Word<std::uint8_t>{"🔽", 7},
                                   Word<std::uint8_t>{"⏬", 9},
                                   Word<std::uint8_t>{"highest", high},
                                   Word<std::uint8_t>{"high", high},
                                   Word<std::uint8_t>{"urgent", high},
                                   Word<std::uint8_t>{"critical", high},
                                   Word<std::uint8_t>{"medium", medium},
                                   Word<std::uint8_t>{"normal", medium},
                                   Word<std::uint8_t>{"low", low},
                                   Word<std::uint8_t>{"blocker", high},
                                   Word<std::uint8_t>{"major", 3},
                                   Word<std::uint8_t>{"important", 3},
                                   Word<std::uint8_t>{"minor", 7},
                                   Word<std::uint8_t>{"trivial", low},
                                   Word<std::uint8_t>{"p0", high},
                                   Word<std::uint8_t>{"p1", high},
                                   Word<std::uint8_t>{"p2", medium},
                                   Word<std::uint8_t>{"p3", low},
                                   Word<std::uint8_t>{"p4", low},
                                   Word<std::uint8_t>{"bloquante", high},
                                   Word<std::uint8_t>{"maximale", high},
                                   Word<std::uint8_t>{"tres haute", high},
                                   Word<std::uint8_t>{"importante", 3},
                                   Word<std::uint8_t>{"majeure", 3},
                                   Word<std::uint8_t>{"haut", high},
                                   Word<std::uint8_t>{"eleve", high},
                                   Word<std::uint8_t>{"moyen", medium},
                                   Word<std::uint8_t>{"bas", low},
                                   Word<std::uint8_t>{"mineure", 7},
                                   Word<std::uint8_t>{"minimale", low},
                                   Word<std::uint8_t>{"tres basse", low},
                                   Word<std::uint8_t>{"lowest", low},
                                   Word<std::uint8_t>{"haute", high},
                                   Word<std::uint8_t>{"elevee", high},
                                   Word<std::uint8_t>{"forte", high},
                                   Word<std::uint8_t>{"urgente", high},
                                   Word<std::uint8_t>{"critique", high},
                                   Word<std::uint8_t>{"moyenne", medium},
                                   Word<std::uint8_t>{"normale", medium},
                                   Word<std::uint8_t>{"basse", low},
                                   Word<std::uint8_t>{"faible", low}};

constexpr std::array statuses = {Word<Status>{"x", Status::done},
                                 Word<Status>{"done", Status::done},
                                 Word<Status>{"completed", Status::done},
                                 Word<Status>{"complete", Status::done},
                                 Word<Status>{"finished", Status::done},
                                 Word<Status>{"fait", Status::done},
                                 Word<Status>{"faite", Status::done},
                                 Word<Status>{"termine", Status::done},
                                 Word<Status>{"terminee", Status::done},
                                 Word<Status>{"fini", Status::done},
                                 Word<Status>{"finie", Status::done},
                                 Word<Status>{"completee", Status::done},
                                 Word<Status>{"begun", Status::begun},
                                 Word<Status>{"started", Status::begun},
                                 Word<Status>{"doing", Status::begun},
                                 Word<Status>{"in progress", Status::begun},
                                 Word<Status>{"in-process", Status::begun},
                                 Word<Status>{"en cours", Status::begun},
                                 Word<Status>{"commence", Status::begun},
                                 Word<Status>{"commencee", Status::begun},
                                 Word<Status>{"cancelled", Status::cancelled},
                                 Word<Status>{"canceled", Status::cancelled},
                                 Word<Status>{"annule", Status::cancelled},
                                 Word<Status>{"annulee", Status::cancelled},
                                 Word<Status>{"abandonne", Status::cancelled},
                                 Word<Status>{"abandonnee", Status::cancelled},
                                 Word<Status>{"closed", Status::done},
                                 Word<Status>{"resolved", Status::done},
                                 Word<Status>{"ferme", Status::done},
                                 Word<Status>{"fermee", Status::done},
                                 Word<Status>{"resolu", Status::done},
                                 Word<Status>{"resolue", Status::done},
                                 Word<Status>{"acheve", Status::done},
                                 Word<Status>{"achevee", Status::done},
                                 Word<Status>{"working on it", Status::begun},
                                 Word<Status>{"in review", Status::begun},
                                 Word<Status>{"ongoing", Status::begun},
                                 Word<Status>{"en revision", Status::begun},
                                 Word<Status>{"won't do", Status::cancelled},
                                 Word<Status>{"deleted", Status::cancelled},
                                 Word<Status>{"abandoned", Status::cancelled},
                                 Word<Status>{"not started", Status::open},
                                 Word<Status>{"to do", Status::open},
                                 Word<Status>{"backlog", Status::open},
                                 Word<Status>{"pending", Status::open},
                                 Word<Status>{"waiting", Status::open},
                                 Word<Status>{"on hold", Status::open},
                                 Word<Status>{"blocked", Status::open},
                                 Word<Status>{"stuck", Status::open},
                                 Word<Status>{"deferred", Status::open},
                                 Word<Status>{"new", Status::open},
                                 Word<Status>{"non demarre", Status::open},
                                 Word<Status>{"non demarree", Status::open},
                                 Word<Status>{"pas commence", Status::open},
                                 Word<Status>{"non commence", Status::open},
                                 Word<Status>{"non commencee", Status::open},
                                 Word<Status>{"en attente", Status::open},
                                 Word<Status>{"bloque", Status::open},
                                 Word<Status>{"bloquee", Status::open},
                                 Word<Status>{"reporte", Status::open},
                                 Word<Status>{"reportee", Status::open},
                                 Word<Status>{"nouveau", Status::open},
                                 Word<Status>{"nouvelle", Status::open},
                                 Word<Status>{"open", Status::open},
                                 Word<Status>{"needs-action", Status::open},
                                 Word<Status>{"planned", Status::open},
                                 Word<Status>{"a faire", Status::open},
                                 Word<Status>{"ouvert", Status::open},
                                 Word<Status>{"ouverte", Status::open},
                                 Word<Status>{"prevu", Status::open},
                                 Word<Status>{"prevue", Status::open}};

template <class T, std::size_t n>
std::optional<T> find_word(const std::array<Word<T>, n>& words, std::string_view value) {
  const FoldedWord folded(value);
  for (const Word<T>& entry : words) {
    if (entry.word == folded.view()) return entry.value;
  }
  return std::nullopt;
}

std::optional<unsigned> parse_number(std::string_view digits) {
  unsigned number = 0;
  const char* end = digits.data() + digits.size();
  const auto [past, fault] = std::from_chars(digits.data(), end, number);
  return fault == std::errc{} && past == end ? std::optional(number) : std::nullopt;
}

// How many bytes a joint between two parts takes at `at`; 0 where none is there.
std::size_t joint_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ';' || c == '&' || c == '\n') return 1;
  if (c == ',') {
    const bool decimal = at > 0 && is_digit(text[at - 1]) && at + 1 < text.size() && is_digit(text[at + 1]);
    return decimal ? 0 : 1;
  }
  if (c != ' ') return 0;
  if (text.substr(at).starts_with(" @")) return 1;
  for (const std::string_view word : {" et ", " and "}) {
    if (text.substr(at).starts_with(word)) return word.size();
  }
  return 0;
}

void add_part(std::string_view part, std::vector<std::string_view>& parts) {
  part = trim(part);
  if (!part.empty()) parts.push_back(part);
}

}  // namespace

std::optional<std::uint8_t> parse_priority(std::string_view value) {
  if (value.size() == 1 && is_ascii_letter(value[0])) {
    const char letter = static_cast<char>(value[0] & ~0x20);
    return letter == 'A' ? high : letter == 'B' ? medium : low;
  }
  if (value.size() == 1 && is_digit(value[0])) return static_cast<std::uint8_t>(value[0] - '0');
  return find_word(priorities, value);
}

std::optional<Status> parse_status(std::string_view value) { return find_word(statuses, value); }

std::optional<Day> parse_iso_day(std::string_view value) {
  if (value.size() != 10 || value[4] != '-' || value[7] != '-') return std::nullopt;
  const auto year = parse_number(value.substr(0, 4));
  const auto month = parse_number(value.substr(5, 2));
  const auto day = parse_number(value.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(*year)}, std::chrono::month{*month},
                                         std::chrono::day{*day}};
  return date.ok() ? std::optional(Day{date}) : std::nullopt;
}

std::optional<Recurrence> parse_repetition(std::string_view value) {
  if (value.starts_with('+')) value.remove_prefix(1);
  if (value.size() < 2) return std::nullopt;
  const auto interval = parse_number(value.substr(0, value.size() - 1));
  if (!interval || *interval == 0 || *interval > 999) return std::nullopt;
  Recurrence result;
  result.interval = static_cast<std::uint16_t>(*interval);
  switch (value.back()) {
    case 'd':
      result.frequency = Frequency::daily;
      return result;
    case 'w':
      result.frequency = Frequency::weekly;
      return result;
    case 'm':
      result.frequency = Frequency::monthly;
      return result;
    case 'y':
      result.frequency = Frequency::yearly;
      return result;
    case 'b':
      break;
    default:
      return std::nullopt;
  }
  if (*interval != 1) return std::nullopt;
  result.frequency = Frequency::weekly;
  for (unsigned day = 1; day <= 5; ++day) result.by_day.push_back({0, std::chrono::weekday{day}});
  return result;
}

void split_list(std::string_view value, std::vector<std::string_view>& parts) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t joint = joint_at(value, at);
    if (joint > 0) {
      add_part(value.substr(begin, at - begin), parts);
      begin = at + joint;
    }
    at += std::max<std::size_t>(joint, 1);
  }
  add_part(value.substr(std::min(begin, value.size())), parts);
}

void split_tags(std::string_view value, std::vector<std::string_view>& parts) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= value.size(); ++at) {
    if (at < value.size() && value[at] != ',' && value[at] != ';' && value[at] != '#') continue;
    add_part(value.substr(begin, at - begin), parts);
    begin = at + 1;
  }
}

Person parse_person(std::string_view text) {
  text = trim(text);
  if (text.starts_with('@')) text.remove_prefix(1);
  if (text.size() > 1 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
  const std::size_t open = text.find('<');
  const std::size_t close = text.find('>', std::min(open, text.size()));
  if (close != std::string_view::npos)
    return {trim(text.substr(0, open)), trim(text.substr(open + 1, close - open - 1))};
  const bool address = text.find('@') != std::string_view::npos && text.find(' ') == std::string_view::npos;
  return {text, address ? text : std::string_view{}};
}

}  // namespace jalon::list
