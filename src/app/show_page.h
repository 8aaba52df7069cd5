// Plans as one HTML page, written to a file that is replaced whole or not at all, or to a stream.
//
// A file that is no page of jalon's is never replaced; one whose bytes would be the same is left as it is.
#pragma once

#include <string>

#include "app/convert.h"
#include "app/show.h"
#include "jalon/result.h"

namespace jalon {

struct PageOutcome {
  Written written = Written::streamed;
  Language language = Language::french;
  bool has_errors = false;  // in some plan
};

// `output`: a path, or "-" for the stream.
Result<PageOutcome> write_page(const ShowRequest& request, const std::string& output, const ByteSink& stream);

}  // namespace jalon
