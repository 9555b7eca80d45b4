#pragma once
// Inside update(): from the history's ids to what stands in the book, in whatever language and mode the reader has now.

#include "game/game.h"
#include "ui/book.h"

namespace liubai {

/// The languages of the book's columns: the reader's; in two columns the story's other one beside it.
std::vector<std::string> book_languages(const GameState& state, const Content& content);

/// That entry of the history as it stands in the book. Refers to the story's speakers.
BookEntry book_entry(const GameState& state, const Content& content, std::size_t index);

/// What is searched of it: every text that the book shows, one to a string. Empty when its scene is not there.
std::vector<std::string> book_words(const GameState& state, const Content& content, std::size_t index);

/// Who speaks and what, in plain text: a row for each text. For a voice and for the clipboard.
std::string book_row(const BookEntry& entry, Language reader, std::string_view between);

} // namespace liubai
