#include <algorithm>
#include <utility>

#include "base/catalogue.h"
#include "base/nearest.h"
#include "base/toml_tree.h"
#include "config/config.h"

namespace jalon {
namespace {

using Kind = TomlNode::Kind;

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
constexpr std::string_view people_key = "people";
constexpr std::string_view plans_key = "plans";

std::string joined(const std::vector<std::string_view>& words) {
  std::string result;
  for (const std::string_view word : words) result += (result.empty() ? "" : ", ") + std::string(word);
  return result;
}

class ConfigReader {
 public:
  ConfigReader(Config& config, const ValueCheck& check) : config_(config), check_(check) {}

  void read(const TomlNode& root) {
    for (const TomlNode& node : root.children) {
      if (node.name == "defaults") {
        if (is_table(node)) read_scope(node, node.name, {Key::team}, {}, config_.defaults);
      } else if (node.name == people_key) {
        read_people(node, config_.defaults);
      } else if (node.name == "teams") {
        read_scopes(node, {}, {people_key, plans_key}, config_.teams);
      } else if (node.name == plans_key) {
        read_scopes(node, {Key::team}, {people_key}, config_.plans);
      } else {
        tell_unknown(node, "jalon.toml", {"defaults", people_key, "teams", plans_key});
      }
    }
    for (const SettingTable& plan : config_.plans) hold_team(plan);
    hold_team(config_.defaults);
  }

 private:
  using Names = std::vector<std::string_view>;

  void tell(Code code, SourceSpan span, std::vector<Argument> arguments) {
    config_.diagnostics.push_back({code, span, std::move(arguments)});
  }

  // A setting of a plan that stands outside any table most likely belongs to [defaults].
  void tell_unknown(const TomlNode& node, std::string_view where, const Names& known) {
    std::string near(nearest(node.name, known));
    if (near.empty() && find_key(node.name) != nullptr) near = "[defaults] " + node.name;
    const std::string place(where);
    if (near.empty()) return tell(Code::config_no_key, node.key, {node.name, place, joined(known)});
    tell(Code::config_unknown_key, node.key, {node.name, place, near});
  }

  void tell_kind(const TomlNode& node, std::string_view example) {
    tell(Code::config_kind, node.value, {node.name, std::string(example)});
  }

  bool is_table(const TomlNode& node) {
    if (node.kind == Kind::table) return true;
    tell_kind(node, "[" + node.name + "]");
    return false;
  }

  void read_scopes(const TomlNode& node, const std::vector<Key>& keys, const Names& tables,
                   std::vector<SettingTable>& scopes) {
    if (!is_table(node)) return;
    for (const TomlNode& child : node.children) {
      if (child.kind != Kind::table) {
        tell(Code::config_kind, child.value, {child.name, "[" + node.name + ".\"" + child.name + "\"]"});
        continue;
      }
      scopes.emplace_back().name = child.name;
      read_scope(child, node.name + "." + child.name, keys, tables, scopes.back());
    }
  }

  // `more`: of the keys that only some tables have, those of this one; `tables`: what it holds besides settings.
  void read_scope(const TomlNode& node, const std::string& where, const std::vector<Key>& more, const Names& tables,
                  SettingTable& scope) {
    for (const TomlNode& child : node.children) {
      const KeySpec* spec = find_key(child.name);
      const bool special = spec != nullptr && spec->key == Key::team;
      const bool allowed = std::find(tables.begin(), tables.end(), child.name) != tables.end();
      if (allowed && child.name == people_key) {
        read_people(child, scope);
      } else if (allowed) {
        read_texts(child, R"(["ventes/*.md"])", scope.plans);
      } else if (spec != nullptr && (!special || !more.empty())) {
        read_setting(child, *spec, scope);
      } else {
        tell_unknown(child, "[" + where + "]", names_of_keys(more, tables));
      }
    }
  }

  static Names names_of_keys(const std::vector<Key>& more, const Names& tables) {
    Names names = tables;
    for (const KeySpec& spec : key_specs()) {
      if (spec.key != Key::team || !more.empty()) names.push_back(spec.name);
    }
    return names;
  }

  void read_people(const TomlNode& node, SettingTable& scope) {
    if (!is_table(node)) return;
    for (const TomlNode& person : node.children) {
      const bool address = person.kind == Kind::text && person.text.find('@') != std::string::npos;
      if (address) {
        scope.people.push_back({person.name, person.text, person.value});
      } else {
        tell(Code::config_value, person.value, {text_of(person), person.name, R"("alex@boisfranc.example")"});
      }
    }
  }

  bool read_texts(const TomlNode& node, std::string_view example, std::vector<std::string>& texts) {
    if (node.kind == Kind::text) {
      texts.push_back(node.text);
      return true;
    }
    const bool list = node.kind == Kind::list && std::all_of(node.children.begin(), node.children.end(),
                                                             [](const TomlNode& n) { return n.kind == Kind::text; });
    if (!list) tell_kind(node, example);
    if (!list) return false;
    for (const TomlNode& child : node.children) texts.push_back(child.text);
    return true;
  }

  static bool has_kind(const TomlNode& node, KeyKind kind) {
    if (kind == KeyKind::flag) return node.kind == Kind::flag;
    return node.kind == Kind::text || (kind == KeyKind::time && node.kind == Kind::time);
  }

  void read_setting(const TomlNode& node, const KeySpec& spec, SettingTable& scope) {
    std::string value = node.text;
    if (spec.kind == KeyKind::list) {
      std::vector<std::string> parts;
      if (!read_texts(node, spec.example, parts)) return;
      value = joined({parts.begin(), parts.end()});
    } else if (!has_kind(node, spec.kind)) {
      return tell_kind(node, spec.example);
    }
    if (!is_possible(spec, value)) return tell_value(node, spec, value);
    scope.values[static_cast<std::size_t>(spec.key)] = SaidValue{value, node.value};
  }

  bool is_possible(const KeySpec& spec, const std::string& value) const {
    const bool choice =
        spec.choices.empty() || std::find(spec.choices.begin(), spec.choices.end(), value) != spec.choices.end();
    return choice && check_(spec.key, value);
  }

  void tell_value(const TomlNode& node, const KeySpec& spec, const std::string& value) {
    const std::string example =
        spec.choices.empty() ? std::string(spec.example) : joined({spec.choices.begin(), spec.choices.end()});
    tell(Code::config_value, node.value, {value, std::string(spec.name), example});
  }

  std::string text_of(const TomlNode& node) const {
    return config_.text.substr(node.value.begin, node.value.end - node.value.begin);
  }

  // A team may also be one of the user's own file: only a name that looks like one of these is surely mistyped.
  void hold_team(const SettingTable& scope) {
    const auto& team = scope.said(Key::team);
    if (!team || config_.find_team(team->value) != nullptr) return;
    std::vector<std::string_view> names;
    for (const SettingTable& known : config_.teams) names.push_back(known.name);
    const std::string_view near = nearest(team->value, names);
    if (!near.empty()) tell(Code::config_unknown_team, team->span, {team->value, std::string(near)});
  }

  Config& config_;
  const ValueCheck& check_;
};

}  // namespace

const SettingTable* Config::find_team(std::string_view name) const {
  const auto place =
      std::find_if(teams.begin(), teams.end(), [name](const SettingTable& team) { return team.name == name; });
  return place == teams.end() ? nullptr : &*place;
}

Config read_config(std::string text, const ValueCheck& check) {
  Config config;
  config.text = std::move(text);
  if (config.text.starts_with(byte_order_mark)) config.text.erase(0, byte_order_mark.size());
  const TomlDocument document = read_toml(config.text);
  if (document.fault) {
    config.diagnostics.push_back({Code::config_syntax, document.fault->span, {document.fault->words}});
    return config;
  }
  ConfigReader(config, check).read(document.root);
  std::stable_sort(config.diagnostics.begin(), config.diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.span.begin < b.span.begin; });
  return config;
}

}  // namespace jalon
