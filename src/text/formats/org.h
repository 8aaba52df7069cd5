// Org (orgmode.org/worg/org-syntax.html): headings with their keywords, planning lines, timestamps and properties.
//
// A heading with a keyword, a planning line or an active timestamp is an action; any other is a section. DEADLINE makes
// a deadline, SCHEDULED before it a window, alone an event, as does a timestamp or a range; repeaters (+1w, ++1w, .+1w)
// recur, the warning period of a DEADLINE is a reminder. Priorities, tags (also #+FILETAGS), the properties ID,
// CUSTOM_ID, Effort, LOCATION, URL, ASSIGNEE and OWNER, check boxes in lists as parts; the rest of the text is the
// description. Not read: COMMENT and :ARCHIVE: trees, blocks, sexp timestamps.
#pragma once

#include <string>
#include <string_view>

#include "jalon/list.h"
#include "jalon/plan.h"

namespace jalon::formats {

Plan read_org(std::string name, std::string bytes, const ListOptions& options);

// Whether a text shows itself as Org: #+TITLE: and the like, planning lines, property drawers, «* TODO».
bool is_org(std::string_view text);

}  // namespace jalon::formats
