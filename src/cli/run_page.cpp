#include <filesystem>

#include "app/show_page.h"
#include "base/display.h"
#include "base/files.h"
#include "cli/browser.h"
#include "cli/run.h"
#include "cli/texts.h"

namespace jalon {
namespace {

Text headline(Written written) {
  switch (written) {
    case Written::created:
      return Text::page_created;
    case Written::replaced:
      return Text::page_replaced;
    default:
      return Text::page_unchanged;
  }
}

// A place of its own for each first plan, so that a preview made again is the page that is open already.
std::string place_of_preview(const ShowRequest& request, const Environment& environment) {
  const std::filesystem::path input = request.inputs.front();
  const std::string name = request.inputs.front() == "-" ? "plan" : input.stem().string();
  return environment.cache_folder + "/jalon/" + name + ".html";
}

ExitCode code_of(const PageOutcome& outcome) { return outcome.has_errors ? ExitCode::problems : ExitCode::done; }

}  // namespace

ExitCode run_page(const ShowRequest& request, const std::string& output, const Look& look, Streams streams) {
  const auto outcome = write_page(request, output, [&](std::string_view bytes) { streams.output.write(bytes); });
  if (!outcome) return tell(outcome.error(), request.settings.shown_language(), look, streams);
  if (output != "-" && look.loudness == Loudness::normal) {
    streams.errors.write(text(headline(outcome->written), outcome->language, {printable(output)}) + "\n");
  }
  return code_of(*outcome);
}

ExitCode run_preview(const ShowRequest& request, const std::string& output, const Environment& environment,
                     const Look& look, Streams streams) {
  const std::string place = output.empty() ? place_of_preview(request, environment) : output;
  if (output.empty()) {
    const auto folder = make_private_folder(environment.cache_folder + "/jalon");
    if (!folder) return tell(folder.error(), request.settings.shown_language(), look, streams);
  }
  const auto outcome = write_page(request, place, [&](std::string_view bytes) { streams.output.write(bytes); });
  if (!outcome) return tell(outcome.error(), request.settings.shown_language(), look, streams);
  std::error_code ignored;
  const std::string path = std::filesystem::absolute(place, ignored).string();
  if (place != "-" && open_in_browser(path, environment) == Opened::no) streams.output.write(path + "\n");
  return code_of(*outcome);
}

}  // namespace jalon
