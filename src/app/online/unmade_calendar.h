// A calendar that is to be made, for a look at what would go into it: it holds nothing, and takes nothing.
#pragma once

#include "dav/protocol/collections.h"
#include "jalon/store.h"

namespace jalon {

class UnmadeCalendar final : public Store {
 public:
  explicit UnmadeCalendar(const Calendar& calendar);

  const StoreFacts& facts() const override { return facts_; }
  std::string href_of_new(std::string_view uid) const override;
  Result<Listing> list(std::string_view token) override;
  Result<void> read(std::span<const std::string> hrefs, const std::function<Flow(ReadObject)>& each) override;
  // Errors: dav.no_calendar.
  Result<void> write(std::span<const ObjectWrite> writes, const std::function<Flow(WriteOutcome)>& each) override;
  Result<std::optional<Refusal>> write_whole(std::string_view calendar) override;

 private:
  Error missing() const;
  StoreFacts facts_;
};

}  // namespace jalon
