#include "app/command_line.h"
#include "app/large_blocks.h"

#include <SDL.h>

#ifdef _WIN32
#include <windows.h>

/// What we print is UTF-8. A console that opened only for us, after a double click, is not wanted.
static void set_up_console() {
    DWORD process = 0;
    if (GetConsoleProcessList(&process, 1) == 1) FreeConsole();
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
