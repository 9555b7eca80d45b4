#include "story/value.h"

#include "base/decimal.h"

#include <cmath>

namespace liubai {
namespace {

double number(const Value& value) {
    const auto* n = std::get_if<double>(&value);
    return n ? *n : 0;
}

bool truth(const Value& value) {
    const auto* b = std::get_if<bool>(&value);
    return b && *b;
}

Value sum(const Value& a, const Value& b) {
    const auto* left = std::get_if<std::string>(&a);
    const auto* right = std::get_if<std::string>(&b);
    if (left && right) return *left + *right;
    return number(a) + number(b);
}

Value binary(Operator op, const Value& a, const Value& b) {
    switch (op) {
    case Operator::kMultiply: return number(a) * number(b);
    case Operator::kDivide: return number(b) == 0 ? 0.0 : number(a) / number(b);
    case Operator::kAdd: return sum(a, b);
    case Operator::kSubtract: return number(a) - number(b);
    case Operator::kLess: return number(a) < number(b);
    case Operator::kLessEqual: return number(a) <= number(b);
    case Operator::kGreater: return number(a) > number(b);
    case Operator::kGreaterEqual: return number(a) >= number(b);
    case Operator::kEqual: return a == b;
    case Operator::kNotEqual: return a != b;
    case Operator::kAnd: return truth(a) && truth(b);
    case Operator::kOr: return truth(a) || truth(b);
    case Operator::kNot:
    case Operator::kNegate: break;
    }
    return false;
}

Value take(std::vector<Value>& stack) {
    if (stack.empty()) return false;
    Value top = std::move(stack.back());
    stack.pop_back();
    return top;
}

} // namespace

Value evaluate(const Expression& expression, const Variables& variables) {
    if (expression.steps.empty()) return true;
    std::vector<Value> stack;
    for (const ExpressionStep& step : expression.steps) {
        if (const auto* literal = std::get_if<Literal>(&step)) {
            stack.push_back(literal->value);
        } else if (const auto* variable = std::get_if<VariableName>(&step)) {
            const auto found = variables.find(variable->name);
            stack.push_back(found == variables.end() ? variable->zero : found->second);
        } else {
            const Operator op = std::get<Operator>(step);
            const Value right = take(stack);
            if (op == Operator::kNot) {
                stack.push_back(!truth(right));
            } else if (op == Operator::kNegate) {
                stack.push_back(-number(right));
            } else {
                const Value left = take(stack);
                stack.push_back(binary(op, left, right));
            }
        }
    }
    return take(stack);
}

bool is_true(const Expression& condition, const Variables& variables) { return truth(evaluate(condition, variables)); }

void assign(const Assignment& assignment, Variables& variables) {
    variables[assignment.name] = evaluate(assignment.value, variables);
}

std::string to_string(const Value& value) {
    if (const auto* b = std::get_if<bool>(&value)) return *b ? "true" : "false";
    if (const auto* s = std::get_if<std::string>(&value)) return *s;
    const double n = std::get<double>(value);
    const bool whole = std::floor(n) == n && n > -1e15 && n < 1e15;
    return whole ? std::to_string(static_cast<long long>(n)) : ten_digits(n);
}

} // namespace liubai
