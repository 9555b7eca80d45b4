#pragma once
// Every version of a text leaves the same words unsaid, in their order, and lets the same be heard: a reader of any
// language meets the same silences. For translations beside their original and in files of their own.

#include "base/rich_text.h"
#include "script/findings.h"

#include <string>

namespace liubai {

/// `spot`: of the translation.
void check_silences(const RichText& original, const RichText& translation, Spot spot, const std::string& language,
                    Findings& findings);

} // namespace liubai
