#include "text/formats/org.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>

#include "text/formats/org_timestamp.h"
#include "text/formats/record_plan.h"
#include "text/list/letters.h"
#include "text/list/lines.h"
#include "text/list/notes.h"
#include "text/list/values.h"

namespace jalon::formats {
namespace {

using records::Field;

std::size_t stars_of(std::string_view line) {
  const std::size_t stars = std::min(line.find_first_not_of('*'), line.size());
  return stars > 0 && stars < line.size() && line[stars] == ' ' ? stars : 0;
}

std::string_view first_word(std::string_view text) { return text.substr(0, std::min(text.find(' '), text.size())); }

bool is_same(std::string_view a, std::string_view b) { return list::fold(a) == list::fold(b); }

// «#+TITLE: Plan»: its value, where the line has that key.
std::optional<std::string_view> value_of(std::string_view line, std::string_view key) {
  line = list::trim_left(line);
  if (!line.starts_with("#+")) return std::nullopt;
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || !is_same(line.substr(2, colon - 2), key)) return std::nullopt;
  return list::trim(line.substr(colon + 1));
}

// The words that begin a heading and say how far it is: those of #+TODO: lines, else the usual ones.
class Keywords {
 public:
  Keywords() {
    for (const char* word : {"TODO", "NEXT", "WAIT", "WAITING", "HOLD"}) words_[word] = Status::open;
    for (const char* word : {"STARTED", "DOING", "INPROGRESS", "IN-PROGRESS"}) words_[word] = Status::begun;
    words_["DONE"] = Status::done;
    for (const char* word : {"CANCELLED", "CANCELED", "KILL"}) words_[word] = Status::cancelled;
  }
  // «TODO(t) WAIT(w@/!) | DONE(d) CANCELED(c)»; without a bar the last one is done.
  void add(std::string_view line) {
    std::vector<std::string_view> words;
    std::size_t bar = std::string_view::npos;
    for (std::string_view rest = list::trim(line); !rest.empty(); rest = list::trim_left(rest)) {
      const std::string_view word = first_word(rest);
      rest.remove_prefix(word.size());
      if (word == "|") {
        bar = words.size();
      } else {
        words.push_back(word.substr(0, word.find('(')));
      }
    }
    if (bar == std::string_view::npos) bar = words.empty() ? 0 : words.size() - 1;
    for (std::size_t i = 0; i < words.size(); ++i) {
      words_.try_emplace(std::string(words[i]),
                         i >= bar ? status_of(words[i], Status::done) : status_of(words[i], Status::open));
    }
  }
  std::optional<Status> find(std::string_view word) const {
    const auto place = words_.find(word);
    return place == words_.end() ? std::nullopt : std::optional(place->second);
  }

 private:
  // «EN_COURS» and «ANNULÉ» say more than their place.
  static Status status_of(std::string_view word, Status otherwise) {
    std::string words(word);
    std::replace(words.begin(), words.end(), '_', ' ');
    const auto status = list::parse_status(words);
    return status && *status != Status::open ? *status : otherwise;
  }

  std::map<std::string, Status, std::less<>> words_;
};

struct Heading {
  std::size_t level = 0;  // 0: none is open
  std::string_view line;
  std::optional<Status> status;
  std::string_view keyword;
  std::string_view priority;
  std::string_view title;
  std::string_view tags;  // a:b
};

constexpr std::array<std::string_view, 4> status_words = {"open", "begun", "done", "cancelled"};

class OrgReader {
 public:
  OrgReader(Plan& plan, const ListOptions& options) : plan_(plan), made_(plan, front_matter(plan), options) {
    habits_.numeric_order = NumericOrder::day_first;
    std::string_view line;
    for (list::LineReader lines(*plan.source); lines.next(line);) {
      for (const char* key : {"TODO", "SEQ_TODO", "TYP_TODO"}) {
        if (const auto words = value_of(line, key)) keywords_.add(*words);
      }
      if (const auto tags = value_of(line, "FILETAGS")) file_tags_ = *tags;
    }
  }

  void read() {
    std::string_view line;
    for (list::LineReader lines(*plan_.source); lines.next(line);) read_line(line);
    end_heading();
    made_.maker.finish();
  }

 private:
  // #+TITLE and what jalon's own front matter knows, as settings.
  static list::FrontMatter front_matter(const Plan& plan) {
    list::FrontMatter front;
    std::string_view line;
    for (list::LineReader lines(*plan.source); lines.next(line);) {
      if (stars_of(line) > 0) break;
      if (!line.starts_with("#+")) continue;
      const std::size_t colon = line.find(':');
      if (colon == std::string_view::npos) continue;
      const list::Setting setting = list::find_setting(line.substr(2, colon - 2));
      const std::string_view value = list::trim(line.substr(colon + 1));
      if (setting == list::Setting::unknown || value.empty()) continue;
      const SourceSpan span = list::span_of(value, *plan.source);
      front.fields.push_back(
          {setting, list::span_of(line.substr(2, colon - 2), *plan.source), span, {{{}, std::string(value), span}}});
    }
    return front;
  }

  void read_line(std::string_view line) {
    if (const std::size_t level = stars_of(line)) return begin_heading(line, level);
    if (heading_.level == 0) return;
    const std::string_view text = list::trim(line);
    if (read_block(text) || read_drawer(text)) return;
    if (is_first_line_ && read_planning(text)) return;
    is_first_line_ = false;
    if (text.starts_with("# ") || text.starts_with("#+") || text == "#") return;
    last_line_ = line;
    add_body(line);
  }

  bool read_block(std::string_view text) {
    const bool begins = text.size() > 8 && is_same(text.substr(0, 8), "#+begin_");
    const bool ends = text.size() > 6 && is_same(text.substr(0, 6), "#+end_");
    if (begins) in_block_ = true;
    if (ends) in_block_ = false;
    return begins || ends || in_block_;
  }

  // :PROPERTIES: … :END:, and drawers such as :LOGBOOK:, whose lines are passed over.
  bool read_drawer(std::string_view text) {
    const bool mark =
        text.size() > 2 && text.starts_with(':') && text.ends_with(':') && text.find(' ') == std::string_view::npos;
    if (!in_drawer_ && !mark) return false;
    if (mark && is_same(text, ":end:")) {
      in_drawer_ = in_properties_ = false;
    } else if (!in_drawer_) {
      in_drawer_ = true;
      in_properties_ = is_same(text, ":properties:");
    } else if (in_properties_) {
      read_property(text);
    }
    return true;
  }

  void read_property(std::string_view text) {
    const std::size_t colon = text.find(':', 1);
    if (!text.starts_with(':') || colon == std::string_view::npos) return;
    const std::string_view name = text.substr(1, colon - 1);
    const std::string_view value = list::trim(text.substr(colon + 1));
    if (value.empty()) return;
    if (is_same(name, "custom_id")) return add(Field::id, value, value);
    if (is_same(name, "effort")) return add_effort(value);
    if (is_same(name, "category") || is_same(name, "style")) return;
    const auto field = records::find_field(name);
    if (field && field->field != Field::title) add(field->field, value, value);
  }

  // Effort is written 1:30.
  void add_effort(std::string_view value) {
    const std::size_t colon = value.find(':');
    if (colon == std::string_view::npos) return add(Field::effort, value, value);
    std::string text = std::string(value.substr(0, colon)) + " h " + std::string(value.substr(colon + 1));
    add(Field::effort, plan_.arena->copy(text), value);
  }

  bool read_planning(std::string_view text) {
    bool any = false;
    for (std::string_view rest = text; !rest.empty(); rest = list::trim_left(rest)) {
      const std::size_t colon = rest.find(':');
      const std::string_view word = rest.substr(0, std::min(colon, rest.size()));
      const bool known = word == "DEADLINE" || word == "SCHEDULED" || word == "CLOSED";
      const auto stamp = known ? parse_stamp(list::trim_left(rest.substr(colon + 1))) : std::nullopt;
      if (!stamp) return any;
      any = true;
      take_planning(word, *stamp);
      rest = {stamp->whole.data() + stamp->whole.size(),
              static_cast<std::size_t>((rest.data() + rest.size()) - (stamp->whole.data() + stamp->whole.size()))};
    }
    is_first_line_ = false;
    return any;
  }

  void take_planning(std::string_view word, const OrgStamp& stamp) {
    is_action_ = true;
    if (word == "CLOSED") return add(Field::completed, plan_.arena->copy(start_of(stamp).substr(0, 10)), stamp.whole);
    const bool deadline = word == "DEADLINE";
    add(deadline ? Field::due : Field::start, plan_.arena->copy(start_of(stamp)), stamp.whole);
    if (!deadline && !end_of(stamp).empty()) add(Field::end, plan_.arena->copy(end_of(stamp)), stamp.whole);
    if (stamp.recurrence && !record_.recurrence) record_.recurrence = stamp.recurrence;
    if (deadline && stamp.warning) {
      add(Field::reminder, plan_.arena->copy(std::to_string(stamp.warning->count())), stamp.whole);
    }
    has_planning_ = true;
  }

  void take_stamp(const OrgStamp& stamp) {
    is_action_ = true;
    has_planning_ = true;
    add(Field::when, plan_.arena->copy(start_of(stamp)), stamp.whole);
    if (!end_of(stamp).empty()) add(Field::end, plan_.arena->copy(end_of(stamp)), stamp.whole);
    if (stamp.recurrence) record_.recurrence = stamp.recurrence;
  }

  // A box that is partly done, [-], is one that was begun.
  void add_body(std::string_view line) {
    const auto stamp = has_planning_ ? std::nullopt : find_stamp(line);
    if (stamp) take_stamp(*stamp);
    std::string text(line);
    if (stamp) text.erase(static_cast<std::size_t>(stamp->whole.data() - line.data()), stamp->whole.size());
    if (const std::size_t box = text.find("[-] "); box != std::string::npos) text[box + 1] = '/';
    if (stamp && list::trim(text).empty()) return;
    if (body_.empty() && list::trim(text).empty()) return;
    body_ += (body_.empty() ? "" : "\n") + std::string(list::trim_right(text));
    if (body_begin_ == nullptr) body_begin_ = line.data();
  }

  void begin_heading(std::string_view line, std::size_t level) {
    end_heading();
    const bool inside_left_out = left_out_level_ > 0 && level > left_out_level_;
    if (!inside_left_out) left_out_level_ = 0;
    heading_ = read_heading(line, level);
    record_.clear();
    body_.clear();
    body_begin_ = nullptr;
    is_action_ = heading_.status.has_value();
    has_planning_ = in_block_ = in_drawer_ = in_properties_ = false;
    is_first_line_ = true;
    last_line_ = line;
    const bool archived = (":" + std::string(heading_.tags) + ":").find(":ARCHIVE:") != std::string::npos;
    if (inside_left_out || archived || first_word(heading_.title) == "COMMENT") {
      if (!inside_left_out) left_out_level_ = level;
      heading_.level = 0;
      return;
    }
    if (const auto stamp = find_stamp(heading_.title)) take_title_stamp(*stamp);
  }

  void take_title_stamp(const OrgStamp& stamp) {
    take_stamp(stamp);
    const auto at = static_cast<std::size_t>(stamp.whole.data() - heading_.title.data());
    const std::string_view before = list::trim(heading_.title.substr(0, at));
    const std::string_view behind = list::trim(heading_.title.substr(at + stamp.whole.size()));
    if (before.empty() && behind.empty()) return;
    const bool one = before.empty() || behind.empty();
    heading_.title =
        one ? (before.empty() ? behind : before) : plan_.arena->copy(std::string(before) + " " + std::string(behind));
  }

  Heading read_heading(std::string_view line, std::size_t level) const {
    Heading heading;
    heading.level = level;
    heading.line = list::trim_right(line);
    std::string_view rest = list::trim(line.substr(level));
    heading.status = keywords_.find(first_word(rest));
    if (heading.status) {
      heading.keyword = first_word(rest);
      rest = list::trim_left(rest.substr(heading.keyword.size()));
    }
    if (rest.size() > 3 && rest.starts_with("[#") && rest[3] == ']') {
      heading.priority = rest.substr(2, 1);
      rest = list::trim_left(rest.substr(4));
    }
    const std::size_t space = rest.rfind(' ');
    const std::string_view last = rest.substr(space == std::string_view::npos ? 0 : space + 1);
    if (last.size() > 2 && last.starts_with(':') && last.ends_with(':')) {
      heading.tags = last.substr(1, last.size() - 2);
      rest = list::trim(rest.substr(0, rest.size() - last.size()));
    }
    heading.title = without_counter(rest);
    return heading;
  }

  // «Pack [2/5]», «Pack [40%]»
  static std::string_view without_counter(std::string_view title) {
    const std::size_t open = title.rfind('[');
    if (!title.ends_with(']') || open == std::string_view::npos) return title;
    const std::string_view inside = title.substr(open + 1, title.size() - open - 2);
    const bool counter = inside.find_first_not_of("0123456789/%") == std::string_view::npos &&
                         inside.find_first_of("/%") != std::string_view::npos;
    return counter ? list::trim(title.substr(0, open)) : title;
  }

  void end_heading() {
    if (heading_.level == 0) return;
    while (!open_.empty() && open_.back().level >= heading_.level) open_.pop_back();
    if (is_action_) {
      add_action();
    } else if (!heading_.title.empty()) {
      open_.push_back({heading_.level, no_index, made_.maker.section_named(heading_.title)});
    }
    heading_.level = 0;
  }

  void add_action() {
    const auto index = static_cast<std::uint32_t>(plan_.actions.size());
    if (!open_.empty()) {
      record_.parent = open_.back().action;
      record_.section = open_.back().section;
    }
    record_.span = {list::span_of(heading_.line, *plan_.source).begin, list::span_of(last_line_, *plan_.source).end};
    if (!heading_.title.empty()) add(Field::title, heading_.title, heading_.line);
    if (heading_.status) {
      add(Field::status, status_words[static_cast<std::size_t>(*heading_.status)], heading_.keyword);
    }
    if (!heading_.priority.empty()) add(Field::priority, heading_.priority, heading_.priority);
    for (const std::string_view tags : {heading_.tags, file_tags_}) add_tags(tags);
    if (!list::trim(body_).empty()) add(Field::notes, plan_.arena->copy(body_), body_span());
    made_.maker.add(record_);
    const bool added = plan_.actions.size() > index;
    open_.push_back({heading_.level, added ? index : no_index, record_.section});
  }

  std::string_view body_span() const {
    return {body_begin_, static_cast<std::size_t>(last_line_.data() + last_line_.size() - body_begin_)};
  }

  void add_tags(std::string_view tags) {
    if (tags.empty()) return;
    std::string text(tags);
    std::replace(text.begin(), text.end(), ':', ',');
    add(Field::tags, plan_.arena->copy(text), tags);
  }

  // `place`: a part of the source.
  void add(Field field, std::string_view text, std::string_view place) {
    record_.fields.push_back({field, list::trim(text), list::span_of(place, *plan_.source), &habits_});
  }

  struct Open {
    std::size_t level;
    std::uint32_t action;
    std::uint32_t section;
  };

  Plan& plan_;
  RecordPlan made_;
  Keywords keywords_;
  records::ColumnHabits habits_;
  std::string_view file_tags_;
  std::vector<Open> open_;
  std::size_t left_out_level_ = 0;
  Heading heading_;
  records::Record record_;
  std::string body_;
  const char* body_begin_ = nullptr;
  std::string_view last_line_;
  bool is_action_ = false;
  bool has_planning_ = false;
  bool is_first_line_ = false;
  bool in_block_ = false;
  bool in_drawer_ = false;
  bool in_properties_ = false;
};

bool is_planning(std::string_view line) {
  const std::string_view text = list::trim(line);
  for (const std::string_view word : {"DEADLINE: ", "SCHEDULED: ", "CLOSED: "}) {
    if (text.starts_with(word) && parse_stamp(list::trim_left(text.substr(word.size())))) return true;
  }
  return false;
}

}  // namespace

bool is_org(std::string_view text) {
  constexpr std::string_view first_keys[] = {"TITLE", "TODO", "SEQ_TODO", "FILETAGS", "STARTUP"};
  std::string_view line;
  for (list::LineReader lines(text); lines.next(line);) {
    const std::size_t stars = stars_of(line);
    const std::string_view word = stars > 0 ? first_word(list::trim(line.substr(stars))) : std::string_view{};
    if (word == "TODO" || word == "DONE") return true;
    if (is_planning(line) || list::trim(line) == ":PROPERTIES:") return true;
    for (const std::string_view key : first_keys) {
      if (value_of(line, key)) return true;
    }
  }
  return false;
}

Plan read_org(std::string name, std::string bytes, const ListOptions& options) {
  Plan plan = begin_plan(std::move(name), std::move(bytes));
  OrgReader(plan, options).read();
  end_plan(plan);
  return plan;
}

}  // namespace jalon::formats
