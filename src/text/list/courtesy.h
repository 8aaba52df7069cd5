// The lines of a mail that are no actions: greetings, closings, the headers of a forwarded message, and placeholders
// such as «Etc.» at the end of a list.
//
// Each question takes one trimmed line and answers for both languages; they are asked where a list has no bullets, so
// a line is only taken out where it plainly is one: all its words are courtesy, or it is short and ends as one does.
// Pure; linear in the line (only its first 200 bytes are read); nothing fails.
#pragma once

#include <string_view>

namespace jalon::list {

bool is_greeting(std::string_view line);  // «Bonjour Marie,», "Hi all,"
bool is_closing(std::string_view line);   // «Merci et bonne journée,», "Best regards"; what follows is a signature
bool is_mail_header(std::string_view line);         // «Objet : …», "From: …"
bool is_quote_introduction(std::string_view line);  // «Le 26 nov., Marie a écrit :», "On …, Marie wrote:"
bool is_placeholder(std::string_view item);         // «Etc.», «…», "to be completed"

// How long the stamp of a chat message is at the start of a line, with the space behind it: «[23/11/2026 09:14] ».
std::size_t message_stamp(std::string_view line);

}  // namespace jalon::list
