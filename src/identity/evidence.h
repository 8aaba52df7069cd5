// How likely two actions without a partner are the same one: title, date, place and section weighed together.
#pragma once

#include <cstdint>
#include <vector>

#include "identity/fingerprint_table.h"
#include "identity/likeness.h"
#include "identity/pairing.h"
#include "identity/place.h"

namespace jalon {

struct Evidence {
  int score = 0;              // 0 … 1000; the same date in the same place has 700 with nothing else
  bool alike_titles = false;  // enough to be the same action wherever it went and whenever it is
  bool equal_titles = false;

  bool is_sure() const { return equal_titles || score >= 600; }
  bool is_likely() const { return alike_titles || score >= 430; }
};

class Judge {
 public:
  Judge(const Sides& sides, const Pairing& pairing);

  Evidence judge(std::uint32_t previous, std::uint32_t wanted, const Places& places);
  std::size_t judged() const { return judged_; }  // how often

 private:
  using Store = std::vector<std::vector<TitlePiece>>;
  const std::vector<TitlePiece>& pieces(Store& store, std::span<const Item> items, std::uint32_t position);
  int doubt(std::uint32_t previous, std::uint32_t wanted);

  const Sides& sides_;
  const Pairing& pairing_;
  TitlePieces pieces_;
  Store previous_;  // of each action, made when it is first judged
  Store wanted_;
  FingerprintTable<bool> old_titles_;  // of what is wanted: whether some previous action has the title
  std::size_t judged_ = 0;
};

}  // namespace jalon
