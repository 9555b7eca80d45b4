#pragma once
// The command line: one subcommand a verb, each with its options, run and turned into an exit code.

namespace liubai {

/// Runs what the arguments say. Answers 0 when all is well, 1 when the author's files or the world are at fault, 2 for
/// wrong usage; each with one clear sentence on stderr.
int run_command_line(int argc, char** argv);

} // namespace liubai
