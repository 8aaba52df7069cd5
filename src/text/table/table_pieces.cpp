#include "text/table/table_pieces.h"

#include <optional>
#include <utility>

#include "text/table/csv.h"
#include "text/table/read_table.h"
#include "text/table/table_reader.h"

namespace jalon::table {
namespace {

// Rows that give back what they have passed. While all of them are looked through, no cell is asked for again.
class PassingRows : public Rows {
 public:
  PassingRows(std::string_view text, char delimiter, list::Release release)
      : rows_(text, delimiter, arena_), release_(std::move(release)) {}

  bool next(std::vector<Cell>& cells) override {
    if (looks_through_ && ++count_ > rows_of_head && rows_.position() - passed_ >= most_held) forget();
    return rows_.next(cells);
  }
  void rewind() override {
    release();
    rows_.rewind();
    passed_ = rows_.position();
    count_ = 0;
  }

  void forget() {
    arena_.clear();
    release();
  }
  void read_in_pieces() { looks_through_ = false; }
  Arena& arena() { return arena_; }

 private:
  static constexpr std::size_t rows_of_head = 1000;  // and more: its cells are asked for together
  static constexpr std::size_t most_held = std::size_t{1} << 20;

  void release() {
    release_(passed_, rows_.position());
    passed_ = rows_.position();
  }

  Arena arena_;
  CsvRows rows_;
  list::Release release_;
  std::size_t passed_ = 0;
  std::size_t count_ = 0;  // of rows since it was rewound
  bool looks_through_ = true;
};

class TablePieces : public PlanPieces {
 public:
  TablePieces(Plan plan, std::string_view text, const ListOptions& options, NumericOrder order, list::Release release)
      : plan_(std::move(plan)),
        options_(options),
        rows_(text, guess_table(text, options.columns).delimiter, std::move(release)),
        reader_(plan_, rows_, options_, bearings(order), {rows_.arena(), shared_}),
        more_(reader_.begin()) {
    rows_.read_in_pieces();
  }

  Plan& plan() override { return plan_; }

  Piece next() override {
    plan_.actions.clear();
    rows_.forget();
    if (reader_.maker().forget_much()) shared_.clear();
    if (!more_) return Piece::none;
    more_ = reader_.read_piece(actions_of_a_piece);
    return reader_.maker().finish_piece() ? Piece::read : Piece::needs_whole;
  }

 private:
  static list::FrontMatter bearings(NumericOrder order) {
    list::FrontMatter front;
    front.numeric_order = order;
    return front;
  }

  Plan plan_;
  ListOptions options_;
  PassingRows rows_;
  Arena shared_;
  TableReader reader_;
  bool more_;
};

}  // namespace

std::unique_ptr<PlanPieces> read_csv_in_pieces(Plan plan, std::string_view text, const ListOptions& options,
                                               NumericOrder order, list::Release release) {
  return std::make_unique<TablePieces>(std::move(plan), text, options, order, std::move(release));
}

}  // namespace jalon::table
