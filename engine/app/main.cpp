#include "app/command_line.h"

#include <SDL.h>

int main(int argc, char** argv) { return liubai::run_command_line(argc, argv); }
