#include "app/plan_source.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/catalogue.h"

namespace jalon {

PlanSource::PlanSource(std::string name, std::string bytes, const Settings& settings)
    : name_(std::move(name)),
      bytes_(std::move(bytes)),
      format_(settings.format ? *settings.format : detect_format(name_, bytes_)) {}

Plan PlanSource::read(ListOptions options) {
  options.format = format_;
  return read_list(name_, std::move(bytes_), options);
}

Plan PlanSource::read_again(const Plan& plan, ListOptions options) const {
  options.format = format_;
  Plan again = read_list(name_, *plan.source, options);
  std::copy_if(plan.diagnostics.begin(), plan.diagnostics.end(), std::back_inserter(again.diagnostics),
               [](const Diagnostic& d) { return d.code == Code::list_encoding; });
  return again;
}

}  // namespace jalon
