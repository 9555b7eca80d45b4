#include "app/command_line.h"
#include "app/large_blocks.h"

#include <SDL.h>

int main(int argc, char** argv) {
    liubai::set_up_large_blocks();
    return liubai::run_command_line(argc, argv);
}
