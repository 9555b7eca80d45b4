#include "story/value.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

const Variables kDeclared{{"patience", 2.0}, {"met", false}, {"name", std::string("小溪")}, {"好感", 5.0}};

Value value_of(const std::string& text) {
    const auto parsed = parse_expression(text, kDeclared);
    INFO(text);
    REQUIRE(std::holds_alternative<Expression>(parsed));
    return evaluate(std::get<Expression>(parsed), kDeclared);
}

std::string error_of(const std::string& text) {
    const auto parsed = parse_expression(text, kDeclared);
    const auto* error = std::get_if<ExpressionError>(&parsed);
    return error ? error->code + "@" + std::to_string(error->at) : "fine";
}

} // namespace

TEST_CASE("an expression binds as an author reads it", "[story]") {
    CHECK(value_of("1 + 2 * 3 - 4 / 2") == Value(5.0));
    CHECK(value_of("(1 + 2) * 3") == Value(9.0));
    CHECK(value_of("-patience * 2") == Value(-4.0));
    CHECK(value_of("10 - 3 - 2") == Value(5.0));
    CHECK(value_of("true or false and false") == Value(true));
    CHECK(value_of("not met and patience >= 2") == Value(true));
    CHECK(value_of("not patience == 2") == Value(false));
    CHECK(value_of("patience < 3 == true") == Value(true));
    CHECK(value_of("name == '小溪'") == Value(true));
    CHECK(value_of("name + \"!\"") == Value(std::string("小溪!")));
    CHECK(value_of("好感 != 5 or patience <= 1.5") == Value(false));
    CHECK(value_of("patience > 1.99") == Value(true));
}

TEST_CASE("what is wrong with an expression is told with its place", "[story]") {
    CHECK(error_of("") == "bad-expression@0");
    CHECK(error_of("patience &&") == "bad-expression@9");
    CHECK(error_of("1 +") == "bad-expression@3");
    CHECK(error_of("(1") == "bad-expression@0");
    CHECK(error_of("'open") == "bad-expression@0");
    CHECK(error_of("2nd") == "bad-expression@0");
    CHECK(error_of("1.2.3") == "bad-expression@3");
    CHECK(error_of("met ＝ true") == "bad-expression@4");
    CHECK(error_of("met and trust") == "unknown-variable@8");
    CHECK(error_of("met + 1") == "type-mismatch@4");
    CHECK(error_of("met > met") == "type-mismatch@4");
    CHECK(error_of("name - name") == "type-mismatch@5");
    CHECK(error_of("not 1") == "type-mismatch@0");
    CHECK(error_of("-met") == "type-mismatch@0");
    CHECK(error_of(std::string(500, '(')).starts_with("bad-expression"));
}

TEST_CASE("a condition is true or false", "[story]") {
    CHECK(std::holds_alternative<ExpressionError>(parse_condition("patience", kDeclared)));
    CHECK(std::holds_alternative<Expression>(parse_condition("patience > 1", kDeclared)));
    CHECK(is_true(Expression{}, kDeclared));
}

TEST_CASE("an assignment keeps its variable's type", "[story]") {
    Variables variables = kDeclared;
    const auto run = [&](const std::string& text) {
        const auto parsed = parse_assignment(text, kDeclared);
        if (const auto* error = std::get_if<ExpressionError>(&parsed)) return error->code;
        assign(std::get<Assignment>(parsed), variables);
        return std::string("fine");
    };
    CHECK(run("patience += 1") == "fine");
    CHECK(run("patience -= 0.5") == "fine");
    CHECK(variables.at("patience") == Value(2.5));
    CHECK(run("met = patience > 2") == "fine");
    CHECK(variables.at("met") == Value(true));
    CHECK(run("name += '子'") == "fine");
    CHECK(variables.at("name") == Value(std::string("小溪子")));
    CHECK(run("met = 1") == "type-mismatch");
    CHECK(run("met += true") == "type-mismatch");
    CHECK(run("name -= 'x'") == "type-mismatch");
    CHECK(run("patience == 1") == "bad-expression");
    CHECK(run("patience") == "bad-expression");
    CHECK(run("= 1") == "bad-expression");
    CHECK(run("trust = 1") == "unknown-variable");
}

TEST_CASE("evaluating a checked expression cannot fail", "[story]") {
    CHECK(value_of("1 / 0") == Value(0.0));
    const auto parsed = std::get<Expression>(parse_expression("patience + 1", kDeclared));
    CHECK(evaluate(parsed, {}) == Value(1.0));
    const auto text = std::get<Expression>(parse_expression("name + '!'", kDeclared));
    CHECK(evaluate(text, {}) == Value(std::string("!")));
    CHECK(evaluate(Expression{{Operator::kAdd}}, {}) == Value(0.0));
}

TEST_CASE("a value is shown as an author would write it", "[story]") {
    CHECK(to_string(2.0) == "2");
    CHECK(to_string(-0.5) == "-0.5");
    CHECK(to_string(0.1 + 0.2) == "0.3");
    CHECK(to_string(true) == "true");
    CHECK(to_string(std::string("小溪")) == "小溪");
}
