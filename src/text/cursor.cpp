#include "text/cursor.h"

namespace jalon {

void TokenCursor::skip_joint() {
  if (mark(U',')) return;
  if (tight_mark(U'-') || tight_mark(U'/')) return;
  if (is_tight()) mark(U'.');
}

}  // namespace jalon
