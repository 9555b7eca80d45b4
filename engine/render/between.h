#pragma once
// Where the pixels of a stretched picture come from, along one side. For lay_over(), stretch() and masks.

#include <vector>

namespace liubai {

/// The two old pixels around a new one's middle, and the second one's share of 256. At the edges both are the same.
struct Between {
    int first = 0;
    int second = 0;
    int share = 0;
};

/// For the new pixels [begin, end), of which the `count` old ones fill `length` from `at` on.
std::vector<Between> between(float at, float length, int count, int begin, int end);

} // namespace liubai
