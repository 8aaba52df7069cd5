// Runs one command line from its words to its exit code. Everything of the world comes in; results and messages go to
// the two streams.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/settings.h"
#include "cli/environment.h"
#include "cli/help.h"
#include "cli/output.h"
#include "cli/requests.h"

namespace jalon {

struct Streams {
  Output& output;
  Output& errors;
};

// Runs the commands that reach a server: the tool becomes another program for them, and that one has them.
using RunOnline =
    std::function<ExitCode(const CommandLine& line, const Environment& environment, const Look& look, Streams streams)>;

ExitCode run(const std::vector<std::string>& arguments, const Environment& environment, Streams streams,
             const RunOnline& run_online);

// The same of a line that was read; `language`: of messages.
ExitCode run_line(const CommandLine& line, const Environment& environment, Language language, Streams streams,
                  const RunOnline& run_online);

// A whole program, from the words of its command line to its exit code.
int run_program(const std::vector<std::string>& arguments, const RunOnline& run_online);

// The settings of each plan ("-": of the working folder); what is wrong with them is told by who gives them.
using SettingsOf = std::function<Result<Settings>(const std::string& plan)>;

// The commands, one file each.
ExitCode run_convert(const ConvertRequest& request, const Look& look, Streams streams);
ExitCode run_check(const std::vector<std::string>& paths, const SettingsOf& settings, const Look& look,
                   Streams streams);
enum class TerminalView : std::uint8_t { agenda, months, timeline };
ExitCode run_show(const ShowRequest& request, TerminalView view, const Look& look, Streams streams);
// `output`: the page's file, or "-"; for a preview empty where none was told.
ExitCode run_page(const ShowRequest& request, const std::string& output, const Look& look, Streams streams);
ExitCode run_preview(const ShowRequest& request, const std::string& output, const Environment& environment,
                     const Look& look, Streams streams);
ExitCode run_help(const CommandLine& line, const Environment& environment, const HelpStyle& style, const Look& look,
                  Streams streams);
ExitCode run_explain(const std::vector<std::string>& codes, Language language, const Look& look, Streams streams);
ExitCode run_when(const std::vector<std::string>& phrases, const SettingsOf& settings, const Look& look,
                  Streams streams);
ExitCode run_stamp(const std::vector<std::string>& paths, const SettingsOf& settings, const Look& look,
                   Streams streams);

// An error of the world: told on the error stream; the run failed.
ExitCode tell(const Error& error, Language language, const Look& look, Streams streams);
ExitCode tell(const UsageFault& fault, Language language, const Look& look, Streams streams);

}  // namespace jalon
