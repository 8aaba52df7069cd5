// The words of the commands that reach a server, in every language, beside those of src/cli/texts.h.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "jalon/language.h"

namespace jalon {

enum class Word : std::uint16_t {
  account_added,
  account_removed,
  account_verb,
  account_verb_mend,
  account_name_missing,
  account_address_missing,
  account_address_mend,
  keyring_kept,
  ask_password,
  // the steps of the discovery, in the order of DiscoveryStep::Kind
  step_records,
  step_address,
  step_identity,
  step_principal,
  step_home,
  step_calendars,
  step_abilities,
  nothing_found,
  server_is,
  server_other,
  can_make_calendars,
  cannot_make_calendars,
  sends_invitations,
  // facts of providers, in the order of ProviderFact
  fact_application_password,
  fact_oauth_only,
  fact_no_tasks,
  fact_tasks_elsewhere,
  fact_no_new_calendars,
  fact_sends_invitations,
  fact_limits_new_calendars,
  fact_limits_requests,
  // calendars
  keeps_events,
  keeps_todos,
  keeps_both,
  read_only,
  writable,
  no_calendars,
  calendar_name_missing,
  calendar_name_mend,
  count_
};

// Its slots filled: {0}, {1} …
std::string word(Word id, Language language, std::initializer_list<std::string_view> values = {});

// The word that stands `offset` after `first`.
std::string word_after(Word first, std::size_t offset, Language language);

}  // namespace jalon
