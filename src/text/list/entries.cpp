#include "text/list/entries.h"

#include <algorithm>
#include <array>

#include "base/catalogue.h"
#include "text/list/courtesy.h"
#include "text/list/letters.h"

namespace jalon::list {
namespace {

enum class Style : std::uint8_t { bulleted, bare };  // in a bare list each line is an item

constexpr std::uint32_t least_nesting = 2;  // columns by which an item stands under another
constexpr std::size_t wrapped_width = 60;   // a line as long as this may have been broken by a mail program
constexpr int longest_signature = 12;       // lines
constexpr std::size_t longest_lead = 3;     // lines of a paragraph that introduces a list

// Also where the colon is bold: **Clients :**
bool ends_in_colon(std::string_view text) {
  while (text.ends_with('*') || text.ends_with('_')) text.remove_suffix(1);
  return text.ends_with(':') && !text.ends_with("::");
}

// Words that no line ends with unless a mail program broke it.
constexpr std::array<std::string_view, 40> unfinished_ends = {
    "le",       "la",    "les",    "un",    "une",  "des",   "du",    "de",  "au",   "aux",
    "à",        "avec",  "chez",   "par",   "pour", "avant", "après", "et",  "ou",   "jusqu'au",
    "jusqu’au", "d'ici", "d’ici",  "entre", "sur",  "dans",  "the",   "a",   "an",   "of",
    "to",       "by",    "before", "until", "and",  "or",    "with",  "for", "from", "on"};

bool is_unfinished(std::string_view text) {
  const std::size_t space = text.rfind(' ');
  if (space == std::string_view::npos) return false;
  const std::string_view last = text.substr(space + 1);
  const bool dash = last == "—" || last == "–" || last == "-";
  return dash || std::find(unfinished_ends.begin(), unfinished_ends.end(), last) != unfinished_ends.end();
}

bool begins_low(std::string_view text) {
  const char c = text.front();
  return is_digit(c) || (c >= 'a' && c <= 'z') ||
         (c == '\xC3' && text.size() > 1 && static_cast<unsigned char>(text[1]) >= 0xA0);
}

bool is_within_lines(std::string_view text, int most) {
  std::size_t end = 0;
  for (int line = 0; line < most; ++line) {
    end = text.find('\n', end);
    if (end == std::string_view::npos) return true;
    ++end;
  }
  return trim(text.substr(end)).empty();
}

class EntryReader {
 public:
  EntryReader(std::string_view source, std::size_t begin, Style style)
      : source_(source), lines_(source, begin), style_(style), next_comment_(source.find("<!--", begin)) {}

  void read() {
    expect_entries();
    std::string_view line;
    while (lines_.next(line)) {
      if (next_comment_ < source_.size() && line.data() + line.size() > source_.data() + next_comment_) {
        if (!take_comments(line)) continue;
      }
      read_line(line);
    }
    if (fence_.level > 0) tell(Code::list_open_fence, fence_.mark);
  }

  bool has_actions() const { return actions_ > 0; }
  Entries take_entries() { return std::move(result_); }
  std::vector<Diagnostic>& diagnostics() { return diagnostics_; }

 private:
  // Few lists have shorter lines than that. Room that is not used is never touched.
  void expect_entries() {
    constexpr std::size_t short_line = 32;
    result_.entries.reserve(source_.size() / short_line);
  }

  void tell(Code code, std::string_view part) {
    Diagnostic diagnostic{code, span_of(part, source_), {}};
    if (code == Code::list_placeholder) diagnostic.arguments.emplace_back(std::string(part));
    diagnostics_.push_back(std::move(diagnostic));
  }

  // Leaves of the line what stands outside comments; a comment inside it stays, for the attributes' reader.
  // False where nothing is left.
  bool take_comments(std::string_view& line) {
    const std::size_t line_end = span_of(line, source_).end;
    bool inside = false;
    while (next_comment_ < line_end) {
      const std::size_t open = next_comment_;
      const std::size_t close = fence_.level > 0 ? open + 1 : source_.find("-->", open + 4);
      if (close == std::string_view::npos) tell(Code::list_open_comment, source_.substr(open, 4));
      const std::size_t past = close == std::string_view::npos ? source_.size() : close + 3;
      next_comment_ = source_.find("<!--", past);
      const std::string_view head = source_.substr(span_of(line, source_).begin, open - span_of(line, source_).begin);
      if (fence_.level > 0) return true;
      if (past > line_end) {
        line = head;
        lines_.skip_to(past);
        return !trim(line).empty();
      }
      if (!inside && trim(head).empty()) {
        line = source_.substr(past, line_end - past);
      } else {
        inside = true;
      }
    }
    return !trim(line).empty();
  }

  void read_line(std::string_view line) {
    if (fence_.level > 0) return read_code(line);
    const LineShape shape = read_line_shape(line);
    if (shape.kind == LineKind::blank) return end_paragraph();
    if (shape.quotes != quotes_) {
      quotes_ = shape.quotes;
      leave_items();
      end_paragraph();
    }
    read_shape(shape, line);
  }

  void read_shape(const LineShape& shape, std::string_view line) {
    const bool first_row = shape.kind == LineKind::row && !in_table_;
    in_table_ = shape.kind == LineKind::row;
    switch (shape.kind) {
      case LineKind::blank:
        return;
      case LineKind::heading:
        return add_section(shape.level, shape.text, shape.mark);
      case LineKind::underline:
      case LineKind::rule:
        return read_rule(shape);
      case LineKind::fence:
        fence_ = shape;
        return end_prose();
      case LineKind::item:
        return read_item(shape, line);
      case LineKind::row:
        if (first_row) tell(Code::list_table, shape.mark);
        return end_prose();
      case LineKind::text:
        return read_text(shape, line);
    }
  }

  void read_code(std::string_view line) {
    const LineShape shape = read_line_shape(line);
    const bool closes =
        shape.kind == LineKind::fence && shape.sign == fence_.sign && shape.level >= fence_.level && shape.text.empty();
    if (closes) fence_ = {};
  }

  // === and --- below a line of text make a heading of it (CommonMark section 4.3); else --- ends what stood before.
  void read_rule(const LineShape& shape) {
    const bool underline = shape.sign != '*' && shape.sign != '_' && paragraph_lines_ > 0 &&
                           shape.mark.find(' ') == std::string_view::npos;
    if (!underline) {
      leave_items();
      return end_prose();
    }
    const std::string_view text = paragraph_;
    if (style_ == Style::bare && last_is_action_) drop_last_action();
    add_section(shape.kind == LineKind::underline ? 1 : 2, text, text);
  }

  void drop_last_action() {
    result_.entries.pop_back();
    --actions_;
  }

  void add_section(std::uint8_t level, std::string_view text, std::string_view whole) {
    leave_items();
    end_prose();
    last_is_action_ = false;
    if (text.empty()) return;
    Entry entry;
    entry.kind = EntryKind::section;
    entry.level = level;
    entry.span = span_of(whole, source_);
    entry.text = text;
    result_.entries.push_back(entry);
  }

  void read_item(const LineShape& shape, std::string_view line) {
    if (!lead_.empty()) add_section(lead_level, lead_, lead_);
    end_prose();
    if (shape.text.empty()) return;
    if (is_placeholder(shape.text)) return tell(Code::list_placeholder, shape.text);
    make_lead_of_last_item(shape);
    add_action(shape);
    is_item_line_above_ = true;
    above_width_ = line.size();
  }

  // `1. Clients :` with a list of another bullet at the same place under it.
  void make_lead_of_last_item(const LineShape& shape) {
    if (!last_is_action_) return;
    Entry& last = result_.entries.back();
    const bool same_place = shape.indent < last.indent + least_nesting && last.indent < shape.indent + least_nesting;
    const bool plain = last.box == Box::none && last.parent == no_entry && last.first_line == no_entry;
    if (!plain || !same_place || last.marker == shape.marker || !ends_in_colon(last.text)) return;
    last.kind = EntryKind::section;
    last.level = lead_level;
    --actions_;
    leave_items();
  }

  void add_action(const LineShape& shape) {
    while (!open_items_.empty() && shape.indent < result_.entries[open_items_.back()].indent + least_nesting)
      open_items_.pop_back();
    Entry entry;
    entry.box = shape.box;
    entry.status = shape.status;
    entry.marker = shape.marker;
    entry.indent = shape.indent;
    entry.parent = open_items_.empty() ? no_entry : open_items_.back();
    entry.span = span_of(shape.mark, source_);
    entry.text = shape.text;
    open_items_.push_back(static_cast<std::uint32_t>(result_.entries.size()));
    result_.entries.push_back(entry);
    ++actions_;
    last_is_action_ = true;
    after_blank_ = false;
  }

  void read_text(const LineShape& shape, std::string_view line) {
    if (line == "-- ") return lines_.skip_to(source_.size());  // what follows is a signature (RFC 3676 section 4.3)
    if (style_ == Style::bulleted && add_wrapped_line(shape, line)) return;
    if (add_to_open_item(shape)) return;
    if (style_ == Style::bare) return read_bare_line(shape, line);
    if (after_blank_) leave_items();
    add_prose(shape.text);
  }

  // An indented line belongs to the innermost item that it stands deeper than.
  bool add_to_open_item(const LineShape& shape) {
    auto owner = open_items_.rbegin();
    while (owner != open_items_.rend() && shape.indent <= result_.entries[*owner].indent) ++owner;
    if (owner == open_items_.rend()) return false;
    open_items_.erase(owner.base(), open_items_.end());
    Entry& entry = result_.entries[open_items_.back()];
    const auto index = static_cast<std::uint32_t>(result_.lines.size());
    if (entry.last_line == no_entry) {
      entry.first_line = index;
    } else {
      result_.lines[entry.last_line].next = index;
    }
    entry.last_line = index;
    if (open_items_.back() + 1 == result_.entries.size()) entry.span.end = span_of(shape.mark, source_).end;
    result_.lines.push_back({shape.text});
    end_prose();
    return true;
  }

  // The rest of an item's line that a mail program broke: right below, going on in the sentence. An indented line is
  // a description, unless the one above cannot have ended there.
  bool add_wrapped_line(const LineShape& shape, std::string_view line) {
    if (!is_item_line_above_ || after_blank_ || quotes_ > 0 || !begins_low(shape.text) || ends_in_colon(shape.text))
      return false;
    Entry& entry = result_.entries.back();
    const bool indented = shape.indent > entry.indent;
    const bool long_line = above_width_ >= wrapped_width;
    if (!is_unfinished(entry.text) && (indented || !long_line)) return false;
    entry.span.end = span_of(shape.text, source_).end;
    entry.text = text_of({span_of(entry.text, source_).begin, entry.span.end}, source_);
    above_width_ = line.size();
    return true;
  }

  void add_prose(std::string_view text) {
    if (const std::size_t stamp = message_stamp(text); stamp > 0) {
      end_prose();
      text.remove_prefix(stamp);
      if (!ends_in_colon(text)) return;  // who writes
    }
    if (paragraph_lines_ == 0 || paragraph_lines_ >= longest_lead) {
      paragraph_ = text;
    } else {
      paragraph_ = {paragraph_.data(), static_cast<std::size_t>(text.data() + text.size() - paragraph_.data())};
    }
    ++paragraph_lines_;
    is_item_line_above_ = false;
    last_is_action_ = false;
    const bool lead = ends_in_colon(text) && !is_quote_introduction(text);
    lead_ = lead ? (quotes_ == 0 ? paragraph_ : text) : std::string_view{};
  }

  void read_bare_line(const LineShape& shape, std::string_view line) {
    const bool at_top = actions_ == 0;
    if (is_quote_introduction(shape.text) || (at_top && (is_mail_header(shape.text) || is_greeting(shape.text))) ||
        is_placeholder(shape.text)) {
      return tell(Code::list_placeholder, shape.text);
    }
    if (trim(line) == "--" || is_closing(shape.text)) return pass_over_signature(shape.text);
    if (ends_in_colon(shape.text)) return add_prose(shape.text);
    const std::string_view lead = lead_;
    if (!lead.empty()) add_section(lead_level, lead, lead);
    end_prose();
    add_action(shape);
    paragraph_ = shape.text;
    paragraph_lines_ = 1;
  }

  void pass_over_signature(std::string_view closing) {
    const std::string_view rest = source_.substr(span_of(closing, source_).begin);
    if (!is_within_lines(rest, longest_signature)) return tell(Code::list_placeholder, closing);
    diagnostics_.push_back({Code::list_placeholder, span_of(trim_right(rest), source_), {std::string(closing)}});
    lines_.skip_to(source_.size());
  }

  void leave_items() { open_items_.clear(); }

  // A blank line ends a paragraph, but a list may still follow the line that introduces it.
  void end_paragraph() {
    paragraph_lines_ = 0;
    after_blank_ = true;
    is_item_line_above_ = false;
    last_is_action_ = last_is_action_ && style_ == Style::bulleted;
    in_table_ = false;
  }

  void end_prose() {
    paragraph_lines_ = 0;
    lead_ = {};
    is_item_line_above_ = false;
    after_blank_ = false;
  }

  std::string_view source_;
  LineReader lines_;
  Style style_;
  std::size_t next_comment_;
  Entries result_;
  std::vector<Diagnostic> diagnostics_;
  std::vector<std::uint32_t> open_items_;  // the last item and those that enclose it, outermost first
  std::size_t actions_ = 0;
  LineShape fence_;             // the code block that is open; level 0 where none is
  std::string_view paragraph_;  // the prose right above
  std::size_t paragraph_lines_ = 0;
  std::string_view lead_;  // a line in a colon that waits for its list
  std::uint32_t quotes_ = 0;
  bool after_blank_ = false;
  bool is_item_line_above_ = false;
  std::size_t above_width_ = 0;  // bytes of that line
  bool last_is_action_ = false;
  bool in_table_ = false;
};

}  // namespace

Entries read_entries(std::string_view source, std::size_t begin, std::vector<Diagnostic>& diagnostics) {
  EntryReader bulleted(source, begin, Style::bulleted);
  bulleted.read();
  EntryReader bare(source, begin, Style::bare);
  if (!bulleted.has_actions()) bare.read();
  EntryReader& reader = bulleted.has_actions() ? bulleted : bare;
  for (Diagnostic& diagnostic : reader.diagnostics()) diagnostics.push_back(std::move(diagnostic));
  return reader.take_entries();
}

}  // namespace jalon::list
