#pragma once
// Where a transcript lost a word: `man  machine`, `something felt .`. Import marks these places <unsaid>.

#include <string>
#include <string_view>
#include <vector>

namespace liubai {

/// What someone does all the time is how they type, not a lost word.
struct SpacingHabits {
    bool double_spaces = false;
    std::u32string spaced_stops; ///< the stops that they put a space before
};

/// The habits in everything that one speaker says.
SpacingHabits spacing_habits(const std::vector<std::u32string>& paragraphs);

/// The silences of one paragraph, as the indices where `<unsaid>` is to be inserted: in the middle of a double space
/// between words, and between a space and the stop after it. Not after the end of a sentence, not beside Han, not at
/// the paragraph's edges, and nothing that is a habit.
std::vector<std::size_t> find_silences(std::u32string_view text, const SpacingHabits& habits);

} // namespace liubai
