#include "identity/fold.h"

#include <gtest/gtest.h>

namespace jalon {
namespace {

TEST(Folded, TakesCaseAccentsAndPunctuationOff) {
  EXPECT_EQ(folded_title("Préparer  l'ÉTÉ, «vite»!"), "preparer l ete vite");
  EXPECT_EQ(folded_title("Œuvre à Noël — Straße"), "oeuvre a noel strasse");
  EXPECT_EQ(folded_title("Re\xCC\x81union"), "reunion") << "an accent of its own";
  EXPECT_EQ(folded_title("10\xC2\xA0h\xE2\x80\xAF"
                         "30"),
            "10 h 30")
      << "spaces of every kind";
}

TEST(Folded, LeavesOtherLettersAndBrokenBytesAsTheyAre) {
  EXPECT_EQ(folded_title("予定 Δ ☃"), "予定 Δ ☃");
  EXPECT_EQ(folded_title("a\xff\xc3"), "a\xff\xc3");
  EXPECT_EQ(folded_title(" … !"), "");
  EXPECT_EQ(folded_title(""), "");
}

}  // namespace
}  // namespace jalon
