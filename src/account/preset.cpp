#include "account/preset.h"

#include <algorithm>
#include <array>
#include <string>

namespace jalon {
namespace {

using F = ProviderFact;
using Names = std::string_view;

constexpr Names icloud_domains[] = {"icloud.com", "me.com", "mac.com", "caldav.icloud.com"};
constexpr Names icloud_hosts[] = {"*.icloud.com"};
constexpr F icloud_facts[] = {F::application_password, F::no_tasks, F::sends_invitations};
constexpr Names google_domains[] = {"gmail.com", "googlemail.com", "apidata.googleusercontent.com"};
constexpr F google_facts[] = {F::oauth_only, F::no_tasks, F::no_new_calendars, F::sends_invitations,
                              F::limits_requests};
constexpr Names fastmail_domains[] = {"fastmail.com", "fastmail.fm", "caldav.fastmail.com"};
constexpr F fastmail_facts[] = {F::application_password, F::tasks_elsewhere, F::sends_invitations};
constexpr F nextcloud_facts[] = {F::application_password, F::limits_new_calendars, F::sends_invitations};
constexpr Names posteo_domains[] = {"posteo.de", "posteo.net", "posteo.org", "posteo.eu"};
constexpr F posteo_facts[] = {F::no_new_calendars};
constexpr Names mailbox_domains[] = {"mailbox.org", "dav.mailbox.org"};
constexpr F mailbox_facts[] = {F::tasks_elsewhere};
constexpr Names yahoo_domains[] = {"yahoo.com", "yahoo.fr", "yahoo.ca", "ymail.com", "caldav.calendar.yahoo.com"};
constexpr F yahoo_facts[] = {F::application_password};
constexpr Names zoho_domains[] = {"zoho.com", "zoho.eu", "zohomail.com", "calendar.zoho.com"};
constexpr F zoho_facts[] = {F::application_password, F::tasks_elsewhere, F::limits_requests};

constexpr Preset all[] = {
    {"icloud", "iCloud", "https://caldav.icloud.com/", icloud_domains, icloud_hosts, icloud_facts},
    {"google", "Google", "https://apidata.googleusercontent.com/caldav/v2/", google_domains, {}, google_facts},
    {"fastmail", "Fastmail", "https://caldav.fastmail.com/dav/", fastmail_domains, {}, fastmail_facts},
    {"nextcloud", "Nextcloud", "", {}, {}, nextcloud_facts},
    {"posteo", "Posteo", "https://posteo.de:8443/", posteo_domains, {}, posteo_facts},
    {"mailbox", "mailbox.org", "https://dav.mailbox.org/caldav/", mailbox_domains, {}, mailbox_facts},
    {"yahoo", "Yahoo", "https://caldav.calendar.yahoo.com/", yahoo_domains, {}, yahoo_facts},
    {"zoho", "Zoho", "https://calendar.zoho.com/caldav/", zoho_domains, {}, zoho_facts},
};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return result;
}

std::string_view host_in(std::string_view start) {
  if (const std::size_t scheme = start.find("://"); scheme != std::string_view::npos) start.remove_prefix(scheme + 3);
  start = start.substr(0, start.find_first_of("/?"));
  start.remove_prefix(start.rfind('@') + 1);
  return start.substr(0, start.find(':'));
}

}  // namespace

std::span<const Preset> presets() { return all; }

const Preset* find_preset(std::string_view start) {
  const std::string text = lower(start);
  const std::string_view host = host_in(text);
  for (const Preset& preset : all) {
    const bool by_domain = std::find(preset.domains.begin(), preset.domains.end(), host) != preset.domains.end();
    if (preset.name == text || by_domain) return &preset;
  }
  return nullptr;
}

}  // namespace jalon
