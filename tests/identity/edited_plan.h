// A plan that is edited at random as people edit theirs, and that knows which line is which through every edit.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "jalon/identity.h"

namespace jalon {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(engine_() % count); }
  bool percent(std::size_t chance) { return below(100) < chance; }
  template <class Items>
  const auto& pick(const Items& items) {
    return items[below(std::size(items))];
  }

 private:
  std::mt19937_64 engine_;
};

namespace wording {

using Words = std::vector<std::string>;

// {n} a name, {t} a topic, {o} a thing.
inline const Words templates = {"Appeler le client {n}",
                                "Rappeler {n} au sujet de {t}",
                                "Préparer la réunion {t}",
                                "Envoyer la facture à {n}",
                                "Relire le contrat de {n}",
                                "Commander {o}",
                                "Réserver {o} pour {t}",
                                "Mettre à jour {t}",
                                "Remercier {n}",
                                "Trier {o}",
                                "Réunion d'équipe",
                                "Call {n} about {t}",
                                "Prepare {t}",
                                "Send {o} to {n}",
                                "Review {t} with {n}",
                                "Order {o}"};
inline const Words names = {"Tremblay", "Gagnon", "Roy",    "Côté",    "Bouchard", "Gauthier", "Morin",
                            "Lavoie",   "Fortin", "Gagné",  "Ouellet", "Smith",    "Jones",    "Brown",
                            "Wilson",   "Élise",  "Marc",   "Zoé",     "Nguyen",   "Singh",    "Garcia",
                            "Müller",   "Rossi",  "Dubois", "Lefebvre"};
inline const Words topics = {"le budget 2019", "la paie",         "les objectifs",   "le plan de relance",
                             "the budget",     "the launch",      "the contract",    "l'inventaire",
                             "les cadeaux",    "la fête de Noël", "the year review", "la formation",
                             "le site web",    "les congés",      "the hiring plan"};
inline const Words things = {"les cartes de vœux", "le papier", "une salle",    "le traiteur",
                             "the gifts",          "a room",    "les archives", "the tree",
                             "les badges",         "le sapin",  "the paper",    "l'imprimante"};
inline const Words additions = {"encore",   "vite",  "demain sans faute", "avec Léa",
                                "(urgent)", "again", "for Paul",          "v2"};

inline std::string filled(std::string text, Dice& dice) {
  for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{')) {
    const Words& words = text[at + 1] == 'n' ? names : text[at + 1] == 't' ? topics : things;
    text.replace(at, 3, dice.pick(words));
  }
  return text;
}

inline Words split(const std::string& text) {
  Words words(1);
  for (const char c : text) {
    if (c == ' ') {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  return words;
}

inline std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

}  // namespace wording

inline constexpr LocalTime default_deadline = std::chrono::local_days{std::chrono::year{2018} / 12 / 21};

struct Line {
  int key = 0;  // who it is, whatever is edited
  std::string title;
  std::string section;
  WhenKind kind = WhenKind::undated;
  bool timed = false;
  LocalTime start{};
  LocalTime end{};
  bool touched = false;  // since the last run

  bool same_content(const Line& other) const;
  Identifiable identifiable() const { return {{}, {}, title, section, kind, timed, start, end}; }
};

enum class Edit : std::uint8_t {
  change_word,
  add_word,
  retitle,  // every word
  redate,
  move,
  move_block,
  insert,
  remove,
  swap,
  duplicate,
  rename_section,
};
inline constexpr std::size_t edit_count = 11;

// `clear`: a person who sees the plan before and after knows which line is which. A line that comes, goes or gets
// another title has neighbours that are not edited; lines with the same title are edited one at a time, before
// anything else is, and not when a section gets another name. `any`: everything may come together.
enum class Clarity : std::uint8_t { clear, any };

class EditedPlan {
 public:
  EditedPlan(std::uint64_t seed, std::size_t size, Clarity clarity);

  const std::vector<Line>& lines() const { return lines_; }
  // One edit of a line that none was made to since begin_round(); nothing where there is no such line.
  void edit(Edit edit);
  void begin_round();

 private:
  void make(Edit edit);
  Line make_line();
  std::string make_title();
  std::string new_title();
  void set_date(Line& line);
  bool is_known(const std::string& title) const;

  // Positions; no_line where none may be edited.
  static constexpr std::size_t no_line = static_cast<std::size_t>(-1);
  std::size_t pick();
  std::size_t pick_apart();
  bool is_apart(std::size_t gap) const;
  bool is_twin(std::size_t at) const;
  void touch(std::size_t at);
  void touch_around(std::size_t at);

  std::string with_word_changed(const std::string& title);
  std::string with_word_added(const std::string& title);
  void move(std::size_t from, std::size_t length);
  void insert(Line line);
  void remove(std::size_t at);
  void swap(std::size_t a, std::size_t b);
  void duplicate(std::size_t at);
  void rename_section();

  Dice dice_;
  Clarity clarity_;
  int next_key_ = 0;
  int edits_ = 0;  // in this round
  std::vector<std::string> sections_;
  std::vector<Line> lines_;
  std::vector<std::string> earlier_titles_;  // of the last run
};

inline bool Line::same_content(const Line& other) const {
  return title == other.title && section == other.section && kind == other.kind && timed == other.timed &&
         start == other.start && end == other.end;
}

inline EditedPlan::EditedPlan(std::uint64_t seed, std::size_t size, Clarity clarity)
    : dice_(seed), clarity_(clarity), sections_{"Clients", "Équipe", "Bureau"} {
  while (lines_.size() < size) {
    Line line = make_line();
    if (clarity == Clarity::clear && is_known(line.title)) line.title = new_title();
    line.section = sections_[3 * lines_.size() / size];
    lines_.push_back(line);
  }
}

inline void EditedPlan::begin_round() {
  edits_ = 0;
  earlier_titles_.clear();
  for (Line& line : lines_) {
    line.touched = false;
    earlier_titles_.push_back(line.title);
  }
}

inline void EditedPlan::edit(Edit edit) {
  make(edit);
  ++edits_;
}

inline void EditedPlan::make(Edit edit) {
  if (edit == Edit::insert) return insert(make_line());
  if (edit == Edit::rename_section) return rename_section();
  const bool apart = edit != Edit::redate && edit != Edit::move && edit != Edit::move_block && edit != Edit::swap;
  const std::size_t at = apart ? pick_apart() : pick();
  if (at == no_line) return;
  switch (edit) {
    case Edit::move:
      return move(at, 1);
    case Edit::move_block:
      return move(at, 2 + dice_.below(6));
    case Edit::remove:
      return remove(at);
    case Edit::swap:
      return swap(at, pick());
    case Edit::duplicate:
      return duplicate(at);
    default:
      break;
  }
  if (apart) touch_around(at);
  touch(at);
  Line& line = lines_[at];
  if (edit == Edit::change_word) line.title = with_word_changed(line.title);
  if (edit == Edit::add_word) line.title = with_word_added(line.title);
  if (edit == Edit::retitle) line.title = new_title();
  if (edit == Edit::redate) set_date(line);
}

inline Line EditedPlan::make_line() {
  Line line;
  line.key = next_key_++;
  line.title = make_title();
  set_date(line);
  line.touched = true;
  return line;
}

inline std::string EditedPlan::make_title() { return wording::filled(dice_.pick(wording::templates), dice_); }

inline std::string EditedPlan::new_title() {
  std::string title = make_title();
  for (int tries = 0; tries < 50 && is_known(title); ++tries) title = make_title();
  while (is_known(title)) title += " " + dice_.pick(wording::names);
  return title;
}

inline void EditedPlan::set_date(Line& line) {
  using namespace std::chrono;
  const LocalTime day = default_deadline - days{30} + days{dice_.below(60)};
  const std::size_t kind = dice_.below(10);
  line.timed = kind == 9;
  line.kind = kind == 0 ? WhenKind::undated : kind < 6 ? WhenKind::deadline : WhenKind::event;
  line.start = kind == 0 ? LocalTime{} : kind < 5 ? default_deadline : day;
  if (line.timed) line.start += hours{8 + dice_.below(9)};
  line.end = line.timed ? line.start + hours{1} : line.start;
}

inline bool EditedPlan::is_known(const std::string& title) const {
  return std::find(earlier_titles_.begin(), earlier_titles_.end(), title) != earlier_titles_.end() ||
         std::any_of(lines_.begin(), lines_.end(), [&](const Line& line) { return line.title == title; });
}

inline std::size_t EditedPlan::pick() {
  for (int tries = 0; tries < 20 && !lines_.empty(); ++tries) {
    const std::size_t at = dice_.below(lines_.size());
    if (!lines_[at].touched && (edits_ == 0 || !is_twin(at))) return at;
  }
  return no_line;
}

// Whether what stands before and after a gap between lines is not edited.
inline bool EditedPlan::is_apart(std::size_t gap) const {
  if (clarity_ == Clarity::any) return true;
  return (gap == 0 || !lines_[gap - 1].touched) && (gap == lines_.size() || !lines_[gap].touched);
}

inline std::size_t EditedPlan::pick_apart() {
  const std::size_t at = pick();
  return at != no_line && is_apart(at) && is_apart(at + 1) ? at : no_line;
}

// In a clear history only: whether another line has the same title.
inline bool EditedPlan::is_twin(std::size_t at) const {
  const auto same = [&](const Line& line) { return line.title == lines_[at].title; };
  return clarity_ == Clarity::clear && std::count_if(lines_.begin(), lines_.end(), same) > 1;
}

inline void EditedPlan::touch(std::size_t at) {
  lines_[at].touched = true;
  if (clarity_ == Clarity::any) return;
  const bool twin = is_twin(at);
  for (Line& line : lines_) line.touched |= twin;
}

inline void EditedPlan::touch_around(std::size_t at) {
  if (clarity_ == Clarity::any) return;
  if (at > 0) lines_[at - 1].touched = true;
  if (at + 1 < lines_.size()) lines_[at + 1].touched = true;
}

inline std::string EditedPlan::with_word_changed(const std::string& title) {
  std::string result = title;
  while (is_known(result)) {
    wording::Words words = wording::split(title);
    words[dice_.below(words.size())] =
        dice_.percent(70) ? dice_.pick(wording::names) : wording::split(make_title()).front();
    result = wording::joined(words);
  }
  return result;
}

inline std::string EditedPlan::with_word_added(const std::string& title) {
  std::string result = title;
  while (is_known(result)) result += " " + dice_.pick(wording::additions);
  return result;
}

inline void EditedPlan::move(std::size_t from, std::size_t length) {
  length = std::min(length, lines_.size() - from);
  for (std::size_t i = from; i < from + length; ++i) {
    if (lines_[i].touched || (i > from && is_twin(i))) length = i - from;
  }
  for (std::size_t i = from; i < from + length; ++i) touch(i);
  const auto begin = lines_.begin() + static_cast<std::ptrdiff_t>(from);
  std::vector<Line> block(begin, begin + static_cast<std::ptrdiff_t>(length));
  lines_.erase(begin, begin + static_cast<std::ptrdiff_t>(length));
  const std::size_t to = dice_.below(lines_.size() + 1);
  const bool joins_section = dice_.percent(50) && to > 0;
  for (Line& line : block) {
    if (joins_section) line.section = lines_[to - 1].section;
  }
  lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(to), block.begin(), block.end());
}

inline void EditedPlan::insert(Line line) {
  if (is_known(line.title)) line.title = new_title();
  const std::size_t to = dice_.below(lines_.size() + 1);
  if (!is_apart(to)) return;
  line.section = lines_.empty() ? sections_.front() : lines_[to == 0 ? 0 : to - 1].section;
  lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(to), line);
  touch_around(to);
}

inline void EditedPlan::remove(std::size_t at) {
  touch_around(at);
  touch(at);
  lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(at));
}

inline void EditedPlan::swap(std::size_t a, std::size_t b) {
  if (b == no_line || lines_[a].title == lines_[b].title || is_twin(a) || is_twin(b)) return;
  touch(a);
  touch(b);
  std::swap(lines_[a], lines_[b]);
  std::swap(lines_[a].section, lines_[b].section);
}

inline void EditedPlan::duplicate(std::size_t at) {
  touch_around(at);
  touch(at);
  Line copy = lines_[at];
  copy.key = next_key_++;
  const std::size_t to = dice_.percent(70) ? at + 1 : dice_.below(lines_.size() + 1);
  lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(to), copy);
}

inline void EditedPlan::rename_section() {
  if (clarity_ == Clarity::clear && edits_ > 0) return;
  std::string& section = sections_[dice_.below(sections_.size())];
  const std::string old = section;
  section += "!";
  for (Line& line : lines_) {
    if (line.section == old) line.section = section;
  }
}

}  // namespace jalon
