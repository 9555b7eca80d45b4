#pragma once
// A libspeechd without a daemon: remembers what it was asked, and its voice ends when a test says so.

#include <string>
#include <vector>

namespace fake_speechd {

struct Behaviour {
    bool refuses = false;     ///< there is no daemon
    bool is_mute = false;     ///< it takes no words
    bool ends_at_once = true; ///< each message is said as soon as it is taken, before spd_say() returns
    bool hangs = false;       ///< spd_open2() never returns
};

/// Forgets everything and behaves so from now on.
void begin(const Behaviour& behaviour);
/// "open liubai", "notify 10", "language zh", "say 1 你好", "cancel", "close".
std::vector<std::string> calls();
/// Waits until there are that many calls. False after ten seconds.
bool wait_for_calls(std::size_t count);
/// Lets a message end, from a thread of its own as the library does; cut off or said.
void end_message(std::size_t message, bool cut_off);
/// The next words find the daemon gone.
void lose_connection();

} // namespace fake_speechd
