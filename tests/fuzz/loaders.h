#pragma once
// What a stranger's bytes are given to: each loader reads one file as the engine would, and may refuse it with an Error.
// Anything else that ends it is a bug. tests/fuzz/run.sh makes up files; tests/app/fuzzed_files.test.cpp reads those kept.

#include <string>
#include <utility>
#include <vector>

namespace liubai {

struct Loader {
    const char* name; ///< its folder in tests/fuzz/corpus
    void (*load)(const std::string& path);
};

/// archive, picture, sound, font, transcript, scene, save
const std::vector<Loader>& loaders();

} // namespace liubai
