#pragma once
// Variables of a story: their values, the conditions and assignments an author writes in words, and reading them.
// No code: `patience >= 2 and not met_before`, `patience += 1`.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace liubai {

using Value = std::variant<bool, double, std::string>;
using Variables = std::map<std::string, Value>;

enum class Operator : unsigned char {
    kNot, kNegate, kMultiply, kDivide, kAdd, kSubtract, kLess, kLessEqual, kGreater, kGreaterEqual, kEqual, kNotEqual,
    kAnd, kOr,
};

/// One step of an expression in postfix order: a literal, a variable by name, or an operator.
struct Literal { Value value; bool operator==(const Literal&) const = default; };
/// `zero` stands in, with the right type, when the variable is gone (a save from an older story).
struct VariableName { std::string name; Value zero; bool operator==(const VariableName&) const = default; };
using ExpressionStep = std::variant<Literal, VariableName, Operator>;

struct Expression {
    std::vector<ExpressionStep> steps; ///< empty = true
    bool operator==(const Expression&) const = default;
};

/// What is wrong with an expression, and where.
struct ExpressionError {
    std::size_t at = 0; ///< byte in the text
    std::string code;   ///< "unknown-variable", "type-mismatch", "bad-expression"
    std::string word;   ///< the offending word
};

/// Parses `and or not == != < <= > >= + - * /`, brackets, numbers, true/false, "text" and names; checks the types
/// against `declared`. Answers the expression or what is wrong.
std::variant<Expression, ExpressionError> parse_expression(std::string_view text, const Variables& declared);

/// The same for what stands after `if:`: the value must be true or false.
std::variant<Expression, ExpressionError> parse_condition(std::string_view text, const Variables& declared);

/// True for a variable's name: a letter or `_`, then letters, digits, `_`; Han characters are letters.
bool is_variable_name(std::string_view text);

struct Assignment {
    std::string name;
    Expression value; ///< `a += 1` is kept as a = a + 1
    bool operator==(const Assignment&) const = default;
};

/// Parses `name = expr`, `name += expr`, `name -= expr`. The value's type must be the variable's.
std::variant<Assignment, ExpressionError> parse_assignment(std::string_view text, const Variables& declared);

/// The value; a checked expression cannot fail (x / 0 is 0, a variable that is gone takes its type's zero).
Value evaluate(const Expression& expression, const Variables& variables);
bool is_true(const Expression& condition, const Variables& variables);
void assign(const Assignment& assignment, Variables& variables);

/// "2", "0.5", "true", "text": how ${name} shows it.
std::string to_string(const Value& value);

} // namespace liubai
