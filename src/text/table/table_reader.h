// The actions of a table, out of its rows: as a whole, or in pieces.
#pragma once

#include <optional>
#include <vector>

#include "jalon/list.h"
#include "jalon/plan.h"
#include "text/list/front_matter.h"
#include "text/list/settings.h"
#include "text/records/action_maker.h"
#include "text/table/head.h"
#include "text/table/rows.h"

namespace jalon::table {

class TableReader {
 public:
  // `bearings`: what is known of the plan besides its rows.
  TableReader(Plan& plan, Rows& rows, const ListOptions& options, list::FrontMatter bearings);
  TableReader(Plan& plan, Rows& rows, const ListOptions& options, list::FrontMatter bearings, records::Arenas arenas);

  void read();

  // In pieces: first the head and, of all rows, what must be known before the first of them is read; false where there
  // is no head. What rows hold need not live longer than the piece that it is in.
  bool begin();
  bool read_piece(std::size_t actions);  // about so many; false at the end
  records::ActionMaker& maker() { return maker_; }

 private:
  void tell_no_head();
  void tell_missing(const std::vector<ColumnChoice>& choices);
  void tell_unused();
  void keep_head();
  void pass_over_head();
  void take_row();
  bool is_header_again() const;
  bool is_alone() const;
  bool is_merged_title() const { return is_alone() && cells_.front().width > 1; }
  void open_section(const std::vector<Cell>& cells) { section_ = maker_.section_named(cells.front().text); }
  void read_waiting();
  void read_row(const std::vector<Cell>& cells);

  Plan& plan_;
  Rows& rows_;
  const ListOptions& options_;
  list::FrontMatter front_;
  PhraseReader phrases_;
  list::Defaults defaults_;
  records::ActionMaker maker_;
  Head head_;
  std::vector<Cell> cells_;
  std::vector<Cell>
      waiting_;  // a row of one cell waits for the next row: before a header it is a title of what follows
  records::Record record_;
  std::uint32_t section_ = no_index;
};

}  // namespace jalon::table
