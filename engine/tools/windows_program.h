#pragma once
// A Windows program's file (PE): what packing changes in it.

#include <string>
#include <string_view>
#include <vector>

namespace liubai {

[[nodiscard]] bool is_windows_program(std::string_view bytes);

/// What Windows shows of a program.
struct ProgramLabel {
    struct Icon {
        int size = 0; ///< pixels a side, at most 256
        std::string png;
    };
    std::string title;       ///< UTF-8
    std::string version;     ///< "1.2", or any text
    std::vector<Icon> icons; ///< none: the program's own stay
};

/// The same program for readers: with that label, and without a console, which Windows would open for it. (For authors it is
/// a program of the console, which waits for it.) Throws Error when it is damaged.
std::string for_readers(std::string program, const ProgramLabel& label);

/// A program's resources as they lie in it: for tests, and to change some.
struct Resource {
    unsigned type = 0, name = 0, language = 0;
    std::string bytes;
};
std::vector<Resource> resources_of(std::string_view program);

} // namespace liubai
