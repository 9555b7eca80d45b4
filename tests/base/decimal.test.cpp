// Numbers read and write the same on every machine.
#include "base/decimal.h"

#include <catch2/catch.hpp>

using namespace liubai;

TEST_CASE("plain numbers are read as far as they go", "[base]") {
    CHECK(number_at_start("12.5 seconds").length == 4);
    CHECK(number_at_start("-0.25").value == -0.25);
    CHECK(number_at_start("3.").length == 2);
    CHECK(number_at_start(".5x").length == 2);
    CHECK(number_at_start("1e5").length == 1); // an exponent belongs to no plain number
    CHECK(number_at_start("seconds").length == 0);
    CHECK(number_at_start("").length == 0);
    CHECK(plain_number("0.5") == 0.5);
    CHECK_FALSE(plain_number("0.5s"));
    CHECK_FALSE(plain_number("+1"));
    CHECK_FALSE(plain_number(""));
}

TEST_CASE("floats are read whole, with an exponent or without", "[base]") {
    CHECK(float_from("1.25e-07") == 1.25e-7f);
    CHECK(float_from("-3") == -3.0f);
    CHECK_FALSE(float_from("3 "));
    CHECK_FALSE(float_from("e5"));
    CHECK_FALSE(float_from(""));
}

TEST_CASE("a float is written with the fewest digits, in the shorter of two ways", "[base]") {
    CHECK(shortest(0) == "0");
    CHECK(shortest(-0.0f) == "-0");
    CHECK(shortest(0.1f) == "0.1");
    CHECK(shortest(1280) == "1280");
    CHECK(shortest(1.0f / 3) == "0.33333334");
    CHECK(shortest(100000) == "1e+05");
    CHECK(shortest(20000) == "20000"); // as long as 2e+04, and plain
    CHECK(shortest(1e9f) == "1e+09");
    CHECK(shortest(123456792) == "123456792");
    CHECK(shortest(1.25e-7f) == "1.25e-07");
    CHECK(ten_digits(0.1) == "0.1");
    CHECK(ten_digits(2.0 / 3) == "0.6666666667");
    CHECK(ten_digits(1e20) == "1e+20");
}
