#include "app/team/find_plans.h"

#include <filesystem>
#include <unordered_set>
#include <utility>

#include "app/team/plan_names.h"
#include "base/catalogue.h"
#include "base/file_facts.h"
#include "base/folders.h"
#include "base/path_pattern.h"

namespace jalon {
namespace {

namespace fs = std::filesystem;

// The parts of a pattern before the first that has a wildcard, and the rest.
std::pair<std::string, std::string> split_pattern(const std::string& pattern) {
  std::size_t begin = 0;
  for (std::size_t slash = pattern.find('/'); slash != std::string::npos; slash = pattern.find('/', slash + 1)) {
    if (has_wildcards(std::string_view(pattern).substr(begin, slash - begin))) break;
    begin = slash + 1;
  }
  return {pattern.substr(0, begin), pattern.substr(begin)};
}

class Finder {
 public:
  explicit Finder(const std::string& out_dir) : out_dir_(out_dir.empty() ? "" : absolute_path(out_dir + "/.")) {}

  void add(const std::string& word) {
    const bool folder = fs::is_directory(word);
    if (folder) return add_below(word, "**");
    if (word == "-" || kind_of_file(word) != FileKind::none || !has_wildcards(word))
      return add_plan(word, name_of(word));
    const auto [base, pattern] = split_pattern(word);
    const std::size_t before = found_.plans.size();
    add_below(base, pattern);
    if (found_.plans.size() == before && found_.errors.empty()) none_matches(word);
  }
  FoundPlans take() { return std::move(found_); }

 private:
  static std::string name_of(const std::string& path) {
    return path == "-" ? std::string("plan") : fs::path(path).stem().string();
  }

  void none_matches(const std::string& word) { found_.errors.push_back({ErrorKind::io, Code::no_such_plan, {word}}); }

  void add_plan(const std::string& path, std::string name) {
    if (seen_.insert(path == "-" ? path : absolute_path(path)).second) found_.plans.push_back({path, std::move(name)});
  }

  // A pattern that names its files' ending takes any of them; two stars take plans only.
  void add_below(const std::string& folder, const std::string& pattern) {
    const std::string base = folder.empty() ? "." : folder;
    const auto enter = [this](const std::string& path) { return absolute_path(path + "/.") != out_dir_; };
    const auto files = files_below(base, enter, found_.errors);
    if (!files) return found_.errors.push_back(files.error());
    const bool any = fs::path(pattern).has_extension();
    for (const std::string& file : *files) {
      const std::string below = fs::path(file).lexically_relative(base).string();
      const bool matches = pattern == "**" || matches_path("./" + pattern, below);
      if (!matches || (!any && !is_plan_name(file))) continue;
      add_plan(folder.empty() ? below : file, fs::path(below).replace_extension().string());
    }
  }

  std::string out_dir_;
  FoundPlans found_;
  std::unordered_set<std::string> seen_;
};

}  // namespace

FoundPlans find_plans(const std::vector<std::string>& words, const std::string& out_dir) {
  Finder finder(out_dir);
  for (const std::string& word : words) finder.add(word);
  return finder.take();
}

}  // namespace jalon
