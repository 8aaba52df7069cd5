#include "app/convert_pieces.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include "app/clock_changes.h"
#include "app/diagnostic_text.h"
#include "app/faulty.h"
#include "app/identities.h"
#include "app/load_plan.h"
#include "base/catalogue.h"
#include "base/file_facts.h"
#include "base/files.h"
#include "base/mapped_copy.h"
#include "jalon/identity.h"

namespace jalon {
namespace {

using Diagnostics = std::vector<Diagnostic>;

std::uintmax_t size_of(const std::string& path) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  return error ? 0 : size;
}

void move_behind(Diagnostics& from, Diagnostics& to) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  from.clear();
}

// Where there is no previous output to match, and a file can be made that nobody sees before it is whole.
bool is_new_file(const ConvertRequest& request, const std::string& output) {
  if (output == "-") return false;
  switch (kind_of_file(output)) {
    case FileKind::none:
      return true;
    case FileKind::regular:
      return !is_same_file(request.input, output) && (request.previous == PreviousFile::forget || size_of(output) == 0);
    case FileKind::other:
      break;
  }
  return false;
}

bool may_be_in_pieces(const ConvertRequest& request, const std::string& output) {
  return request.in_pieces_from != never_in_pieces && request.form == OutputForm::ics && request.input != "-" &&
         kind_of_file(request.input) == FileKind::regular && size_of(request.input) >= request.in_pieces_from &&
         is_new_file(request, output);
}

class PieceConverter {
 public:
  PieceConverter(const ConvertRequest& request, PlanInPieces& read, AtomicFile file)
      : request_(request),
        pieces_(*read.pieces),
        zone_(read.zone),
        file_(std::move(file)),
        identities_(plan_identity(pieces_.plan(), request.known_as)),
        calendar_(zone_, options(), [this](std::string_view bytes) { file_.write(bytes); }) {}

  // False where the plan must be read as a whole after all.
  bool run() {
    for (auto piece = pieces_.next(); piece != PlanPieces::Piece::none; piece = pieces_.next()) {
      if (piece == PlanPieces::Piece::needs_whole) return false;
      take_piece();
    }
    move_behind(pieces_.plan().diagnostics, told_);
    settle_diagnostics();
    return true;
  }

  ConvertOutcome finish(const MappedCopy& text, std::string output) {
    ConvertOutcome outcome;
    outcome.in_pieces = true;
    outcome.zone = zone_.name();
    outcome.output = std::move(output);
    outcome.actions = actions_;
    outcome.left_out = goes_on() ? left_out_ : 0;
    if (goes_on() && actions_ > left_out_) commit(outcome);
    outcome.plan = take_plan(text);
    return outcome;
  }

 private:
  CalendarOptions options() const {
    CalendarOptions options = request_.calendar;
    options.stamp = stamp_of(request_, pieces_.plan(), zone_);
    return options;
  }

  bool goes_on() const { return !faulty_ || request_.on_error == OnError::keep_going; }

  void take_piece() {
    Plan& plan = pieces_.plan();
    actions_ += plan.actions.size();
    timed_ =
        timed_ || std::any_of(plan.actions.begin(), plan.actions.end(), [](const Action& a) { return a.when.timed; });
    const auto read = static_cast<std::ptrdiff_t>(plan.diagnostics.size());
    settle_clock_changes(plan, zone_);
    if (has_errors(plan.diagnostics)) {
      faulty_ = true;
      left_out_ += leave_out_faulty(plan);
    }
    if (goes_on()) write(plan);
    Diagnostics clocks(std::make_move_iterator(plan.diagnostics.begin() + read),
                       std::make_move_iterator(plan.diagnostics.end()));
    plan.diagnostics.resize(static_cast<std::size_t>(read));
    move_behind(clocks, of_clocks_);
    move_behind(plan.diagnostics, told_);
  }

  // The head is what it would be if nothing came any more: most often nothing changes it.
  void write(const Plan& plan) {
    identities_.name(
        plan.actions.size(), [&plan](std::size_t i) { return identifiable(plan, plan.actions[i]); }, uids_);
    calendar_.include(plan);
    if (head_.empty()) file_.write(head_ = calendar_.head(plan));
    calendar_.write(plan, uids_);
  }

  // In the order in which a whole plan is told.
  void settle_diagnostics() {
    if (timed_ && !is_zone_named(pieces_.plan(), request_.settings)) told_.push_back({Code::zone_assumed, {}, {}});
    move_behind(of_clocks_, told_);
    sort_by_place(told_);
    if (actions_ == 0 && !has_errors(told_)) told_.push_back({Code::plan_empty, {}, {}});
    faulty_ = faulty_ || has_errors(told_);
  }

  void commit(ConvertOutcome& outcome) {
    const FileKind before = kind_of_file(outcome.output);
    calendar_.finish();
    const std::string head = calendar_.head(pieces_.plan());
    if (head != head_) file_.replace_beginning(head_.size(), head);
    outcome.counts = calendar_.counts();
    if (const auto done = file_.commit(); !done) {
      outcome.failure = done.error();
    } else {
      outcome.written = before == FileKind::none ? Written::created : Written::replaced;
    }
  }

  // What lives on without the pieces.
  Plan take_plan(const MappedCopy& text) {
    std::size_t end = 0;
    for (const Diagnostic& diagnostic : told_) end = std::max<std::size_t>(end, diagnostic.span.end);
    Plan plan = std::move(pieces_.plan());
    plan.actions.clear();
    plan.sections.clear();
    plan.diagnostics = std::move(told_);
    if (end > 0) *plan.source = shown(text.bytes(), end);
    return plan;
  }

  // Whole lines, up to the one that the last diagnostic points at.
  static std::string_view shown(std::string_view text, std::size_t end) {
    constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
    if (text.starts_with(utf8_mark)) text.remove_prefix(utf8_mark.size());
    const std::size_t line_end = text.find('\n', std::min(end, text.size()));
    return text.substr(0, line_end == std::string_view::npos ? text.size() : line_end + 1);
  }

  const ConvertRequest& request_;
  PlanPieces& pieces_;
  const Zone& zone_;
  AtomicFile file_;
  NewIdentities identities_;
  CalendarPieces calendar_;
  std::vector<std::string> uids_;
  std::string head_;  // as it was written
  Diagnostics told_, of_clocks_;
  std::size_t actions_ = 0;
  std::size_t left_out_ = 0;
  bool timed_ = false;
  bool faulty_ = false;
};

}  // namespace

std::optional<Result<ConvertOutcome>> convert_in_pieces(const ConvertRequest& request) {
  const std::string output = request.output.empty() ? default_output(request.input, request.form) : request.output;
  if (!may_be_in_pieces(request, output)) return std::nullopt;
  const auto text = MappedCopy::make(request.input, output);
  if (!text) return std::nullopt;
  const auto release = [&text](std::size_t begin, std::size_t end) { text->rest(begin, end); };
  auto read = read_plan_in_pieces(request.input, text->bytes(), request.settings, release);
  if (!read) return Result<ConvertOutcome>(read.error());
  auto file = *read ? AtomicFile::create(output) : Result<AtomicFile>(Error{});
  if (!file || !file->is_staged()) return std::nullopt;
  PieceConverter converter(request, **read, std::move(*file));
  if (!converter.run()) return std::nullopt;
  return Result<ConvertOutcome>(converter.finish(*text, output));
}

}  // namespace jalon
