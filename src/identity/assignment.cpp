#include "identity/assignment.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <span>

namespace jalon {
namespace {

using Numbers = std::vector<std::uint32_t>;

constexpr std::uint32_t none = 0xffffffff;
constexpr std::size_t most_steps = std::size_t{1} << 18;  // for one group; beyond, the heaviest pair comes first

Numbers sorted_unique(Numbers numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

std::size_t place_in(const Numbers& sorted, std::uint32_t number) {
  return static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), number) - sorted.begin());
}

// The weights of a group as a table, its shorter side as rows; 0 where there is no pair.
class Table {
 public:
  Table(const std::vector<WeightedPair>& pairs, std::span<const std::uint32_t> group) {
    Numbers lefts;
    Numbers rights;
    for (const std::uint32_t k : group) {
      lefts.push_back(pairs[k].left);
      rights.push_back(pairs[k].right);
    }
    lefts = sorted_unique(std::move(lefts));
    rights = sorted_unique(std::move(rights));
    const bool turned = lefts.size() > rights.size();
    rows_ = std::min(lefts.size(), rights.size());
    columns_ = std::max(lefts.size(), rights.size());
    if (rows_ * rows_ * columns_ > most_steps) return;
    cells_.assign(rows_ * columns_, {});
    for (const std::uint32_t k : group) {
      const std::size_t left = place_in(lefts, pairs[k].left);
      const std::size_t right = place_in(rights, pairs[k].right);
      Cell& cell = turned ? cells_[right * columns_ + left] : cells_[left * columns_ + right];
      if (cell.pair == none || pairs[k].weight > cell.weight) cell = {pairs[k].weight, k};
    }
  }

  bool is_small() const { return !cells_.empty(); }
  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_; }
  std::int64_t weight(std::size_t row, std::size_t column) const { return cells_[row * columns_ + column].weight; }
  std::uint32_t pair(std::size_t row, std::size_t column) const { return cells_[row * columns_ + column].pair; }

 private:
  struct Cell {
    std::int64_t weight = 0;
    std::uint32_t pair = none;
  };

  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  std::vector<Cell> cells_;
};

// Kuhn and Munkres with potentials: one row after the other finds the cheapest chain of exchanges that gives it a
// column. Rows and columns count from 1 here; column 0 stands for the row that is being placed.
class Exchange {
 public:
  explicit Exchange(const Table& table)
      : table_(table),
        row_of_(table.columns() + 1, 0),
        row_potential_(table.rows() + 1),
        column_potential_(table.columns() + 1) {
    for (std::size_t row = 1; row <= table.rows(); ++row) place(row);
  }

  void collect(Numbers& chosen) const {
    for (std::size_t column = 1; column <= table_.columns(); ++column) {
      if (row_of_[column] == 0) continue;
      const std::uint32_t pair = table_.pair(row_of_[column] - 1, column - 1);
      if (pair != none) chosen.push_back(pair);
    }
  }

 private:
  static constexpr std::int64_t infinity = std::numeric_limits<std::int64_t>::max() / 2;

  void place(std::size_t row) {
    row_of_[0] = row;
    from_.assign(table_.columns() + 1, 0);
    slack_.assign(table_.columns() + 1, infinity);
    visited_.assign(table_.columns() + 1, false);
    std::size_t column = 0;
    while (row_of_[column] != 0) column = visit(column);
    for (; column != 0; column = from_[column]) row_of_[column] = row_of_[from_[column]];
  }

  // The next column of the cheapest chain.
  std::size_t visit(std::size_t column) {
    visited_[column] = true;
    const std::size_t row = row_of_[column];
    std::size_t next = 0;
    std::int64_t least = infinity;
    for (std::size_t other = 1; other <= table_.columns(); ++other) {
      if (visited_[other]) continue;
      const std::int64_t cost = -table_.weight(row - 1, other - 1) - row_potential_[row] - column_potential_[other];
      if (cost < slack_[other]) {
        slack_[other] = cost;
        from_[other] = column;
      }
      if (slack_[other] < least) {
        least = slack_[other];
        next = other;
      }
    }
    shift_potentials(least);
    return next;
  }

  void shift_potentials(std::int64_t least) {
    for (std::size_t column = 0; column <= table_.columns(); ++column) {
      if (visited_[column]) {
        row_potential_[row_of_[column]] += least;
        column_potential_[column] -= least;
      } else {
        slack_[column] -= least;
      }
    }
  }

  const Table& table_;
  std::vector<std::size_t> row_of_;  // of each column; 0: none yet
  std::vector<std::int64_t> row_potential_;
  std::vector<std::int64_t> column_potential_;
  std::vector<std::size_t> from_;
  std::vector<std::int64_t> slack_;
  std::vector<bool> visited_;
};

void take_heaviest_first(const std::vector<WeightedPair>& pairs, std::span<const std::uint32_t> group,
                         std::vector<bool>& left_taken, std::vector<bool>& right_taken, Numbers& chosen) {
  Numbers order(group.begin(), group.end());
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return pairs[a].weight > pairs[b].weight; });
  for (const std::uint32_t k : order) {
    if (left_taken[pairs[k].left] || right_taken[pairs[k].right]) continue;
    left_taken[pairs[k].left] = right_taken[pairs[k].right] = true;
    chosen.push_back(k);
  }
}

// Pairs that share an action, or are linked by pairs that do, are in one group.
class Links {
 public:
  explicit Links(std::size_t size) : parents_(size) { std::iota(parents_.begin(), parents_.end(), 0U); }
  std::uint32_t root(std::uint32_t i) {
    while (parents_[i] != i) i = parents_[i] = parents_[parents_[i]];
    return i;
  }
  void link(std::uint32_t a, std::uint32_t b) { parents_[root(a)] = root(b); }

 private:
  Numbers parents_;
};

std::vector<Numbers> split(const std::vector<WeightedPair>& pairs, std::uint32_t lefts, std::uint32_t rights) {
  Links links(std::size_t{lefts} + rights);
  for (const WeightedPair& pair : pairs) links.link(pair.left, lefts + pair.right);
  Numbers group_of(std::size_t{lefts} + rights, none);
  std::vector<Numbers> groups;
  for (std::uint32_t k = 0; k < pairs.size(); ++k) {
    std::uint32_t& group = group_of[links.root(pairs[k].left)];
    if (group == none) {
      group = static_cast<std::uint32_t>(groups.size());
      groups.emplace_back();
    }
    groups[group].push_back(k);
  }
  return groups;
}

}  // namespace

std::vector<std::uint32_t> best_assignment(const std::vector<WeightedPair>& pairs) {
  std::uint32_t lefts = 0;
  std::uint32_t rights = 0;
  for (const WeightedPair& pair : pairs) {
    lefts = std::max(lefts, pair.left + 1);
    rights = std::max(rights, pair.right + 1);
  }
  std::vector<bool> left_taken(lefts);
  std::vector<bool> right_taken(rights);
  Numbers chosen;
  for (const Numbers& group : split(pairs, lefts, rights)) {
    const Table table(pairs, group);
    if (table.is_small()) {
      Exchange(table).collect(chosen);
    } else {
      take_heaviest_first(pairs, group, left_taken, right_taken, chosen);
    }
  }
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

}  // namespace jalon
