# The libraries that packaging/dependencies.sh has built in ${CMAKE_PREFIX_PATH}, under the names of Debian's own.
# Each is given by its file: their CMake packages look for libraries that a static build of them does not need.

# library(TARGET FILE [INCLUDE folder] [USES target…])
function(library target file)
    cmake_parse_arguments(PARSE_ARGV 2 arg "" "INCLUDE" "USES")
    add_library(${target} STATIC IMPORTED)
    set_target_properties(${target} PROPERTIES
        IMPORTED_LOCATION "${CMAKE_PREFIX_PATH}/lib/lib${file}.a"
        INTERFACE_INCLUDE_DIRECTORIES "${CMAKE_PREFIX_PATH}/include/${arg_INCLUDE}"
        INTERFACE_LINK_LIBRARIES "${arg_USES}")
endfunction()

set(system)
set(sdl_main)
if(WIN32)
    set(system user32 gdi32 winmm imm32 ole32 oleaut32 version uuid advapi32 setupapi shell32)
    library(SDL2::main SDL2main INCLUDE SDL2)
    set(sdl_main mingw32 SDL2::main)
elseif(NOT EMSCRIPTEN)
    set(system m)
endif()

library(z z)
library(png png16 USES z)
library(webp webpdecoder)
library(SDL2::lib SDL2 INCLUDE SDL2 USES ${system})
add_library(SDL2::SDL2 INTERFACE IMPORTED)
target_link_libraries(SDL2::SDL2 INTERFACE ${sdl_main} SDL2::lib)
library(SDL2_image::SDL2_image SDL2_image INCLUDE SDL2 USES SDL2::SDL2 webp)
library(SDL2_mixer::SDL2_mixer SDL2_mixer INCLUDE SDL2 USES SDL2::SDL2)
library(Freetype::Freetype freetype INCLUDE freetype2 USES png z)
library(SDL2_ttf::SDL2_ttf SDL2_ttf INCLUDE SDL2 USES SDL2::SDL2 Freetype::Freetype)
library(harfbuzz::harfbuzz harfbuzz INCLUDE harfbuzz)
# Does not name harfbuzz, which then would come after it: each holds hb-static.cc, and the first one's must serve both.
library(harfbuzz::subset harfbuzz-subset INCLUDE harfbuzz)
library(yaml-cpp yaml-cpp)
library(fmt::fmt fmt)
library(PkgConfig::libzip zip USES z)
library(PkgConfig::fribidi fribidi INCLUDE fribidi)
library(PkgConfig::utf8proc utf8proc)
set_target_properties(PkgConfig::utf8proc PROPERTIES INTERFACE_COMPILE_DEFINITIONS UTF8PROC_STATIC)
foreach(header_only nlohmann_json::nlohmann_json CLI11::CLI11)
    add_library(${header_only} INTERFACE IMPORTED)
    target_include_directories(${header_only} INTERFACE "${CMAKE_PREFIX_PATH}/include")
endforeach()
add_library(PkgConfig::cairo INTERFACE IMPORTED)
find_package(Threads REQUIRED)
