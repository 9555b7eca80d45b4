#include "app/command_line.h"
#include "app/large_blocks.h"

#include <SDL.h>

#ifdef _WIN32
#include <cstdio>

#include <fcntl.h>
#include <io.h>
#include <windows.h>

/// What we print is UTF-8 with Unix's line ends, as everywhere. A console that opened only for us, after a double click,
/// is not wanted. A packed story gets none from Windows (tools/windows_program.h): started from one, it prints there.
static void set_up_console() {
    DWORD process = 0;
    if (GetConsoleProcessList(&process, 1) == 1) FreeConsole();
    const HANDLE out = GetStdHandle(STD_OUTPUT_HANDLE);
    const bool has_output = out != nullptr && out != INVALID_HANDLE_VALUE;
    if (!has_output && AttachConsole(ATTACH_PARENT_PROCESS)) {
        std::freopen("CONIN$", "r", stdin);
        std::freopen("CONOUT$", "w", stdout);
        std::freopen("CONOUT$", "w", stderr);
    }
    _setmode(_fileno(stdout), _O_BINARY);
    SetConsoleCP(CP_UTF8);
    SetConsoleOutputCP(CP_UTF8);
}
#else
static void set_up_console() {}
#endif

int main(int argc, char** argv) {
    set_up_console();
    liubai::set_up_large_blocks();
    return liubai::run_command_line(argc, argv);
}
