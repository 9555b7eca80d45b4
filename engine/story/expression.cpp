// The words after `if:` and `set:`: a small expression parser (precedence climbing) that checks types as it goes.
#include "base/decimal.h"
#include "base/utf8.h"
#include "story/value.h"

#include <array>
#include <optional>

namespace liubai {
namespace {

constexpr int kMaxDepth = 64;

enum class Type : unsigned char { kTruth, kNumber, kText };

Type type_of(const Value& value) { return static_cast<Type>(value.index()); }

Value zero_of(Type type) {
    if (type == Type::kTruth) return false;
    if (type == Type::kNumber) return 0.0;
    return std::string();
}

bool is_letter(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    const bool punctuation = (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x3004) ||
                             (c >= 0x3008 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF65) || c == 0xA0 || c == 0xD7 ||
                             c == kReplacement;
    return c >= 0xC0 && !punctuation;
}

/// Bytes of the name at the front of `text`.
std::size_t name_length(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size()) {
        std::size_t next = end;
        const char32_t c = next_code_point(text, next);
        const bool digit = c >= '0' && c <= '9';
        if (!is_letter(c) && !(digit && end > 0)) break;
        end = next;
    }
    return end;
}

struct BinaryOperator {
    std::string_view sign;
    Operator op;
    int binds; ///< higher binds tighter
};

// Longer signs first.
constexpr std::array<BinaryOperator, 12> kBinary{{
    {"<=", Operator::kLessEqual, 3},
    {">=", Operator::kGreaterEqual, 3},
    {"==", Operator::kEqual, 3},
    {"!=", Operator::kNotEqual, 3},
    {"and", Operator::kAnd, 2},
    {"or", Operator::kOr, 1},
    {"<", Operator::kLess, 3},
    {">", Operator::kGreater, 3},
    {"+", Operator::kAdd, 4},
    {"-", Operator::kSubtract, 4},
    {"*", Operator::kMultiply, 5},
    {"/", Operator::kDivide, 5},
}};
constexpr int kNotBinds = 3;
constexpr int kNegateBinds = 6;

class Parser {
public:
    Parser(std::string_view text, const Variables& declared) : text_(text), declared_(declared) {}

    /// The type of the whole text's value; the error otherwise.
    std::optional<Type> whole() {
        const auto type = expression(0, 0);
        skip_spaces();
        if (type && at_ < text_.size()) return fail("bad-expression", at_, next_word());
        return type;
    }

    std::optional<Type> expression(int least, int depth) {
        if (depth > kMaxDepth) return fail("bad-expression", at_, "(");
        auto left = operand(depth);
        while (left) {
            skip_spaces();
            const BinaryOperator* found = binary_here();
            if (!found || found->binds < least) return left;
            const std::size_t sign_at = at_;
            at_ += found->sign.size();
            const auto right = expression(found->binds + 1, depth + 1);
            if (!right) return right;
            const auto result = result_of(found->op, *left, *right);
            if (!result) return fail("type-mismatch", sign_at, std::string(found->sign));
            parsed.steps.emplace_back(found->op);
            left = result;
        }
        return left;
    }

    Expression parsed;
    ExpressionError failure;

private:
    std::optional<Type> operand(int depth) {
        skip_spaces();
        if (at_ >= text_.size()) return fail("bad-expression", at_, "");
        const std::size_t start = at_;
        const char c = text_[at_];
        if (c == '(') return bracketed(depth);
        if (c == '-' || (name_here() == "not")) return prefixed(c == '-', depth);
        if (c == '"' || c == '\'') return quoted(c);
        if (c >= '0' && c <= '9') return numeral();
        const std::string name(name_here());
        if (name.empty() || name == "and" || name == "or") return fail("bad-expression", at_, next_word());
        at_ += name.size();
        if (name == "true" || name == "false") return literal(name == "true");
        const auto declared = declared_.find(name);
        if (declared == declared_.end()) return fail("unknown-variable", start, name);
        const Type type = type_of(declared->second);
        parsed.steps.emplace_back(VariableName{name, zero_of(type)});
        return type;
    }

    std::optional<Type> bracketed(int depth) {
        const std::size_t open = at_++;
        const auto inner = expression(0, depth + 1);
        skip_spaces();
        if (inner && (at_ >= text_.size() || text_[at_] != ')')) return fail("bad-expression", open, "(");
        ++at_;
        return inner;
    }

    std::optional<Type> prefixed(bool minus, int depth) {
        const std::size_t start = at_;
        at_ += minus ? 1 : 3;
        const auto inner = expression(minus ? kNegateBinds : kNotBinds, depth + 1);
        if (!inner) return inner;
        if (*inner != (minus ? Type::kNumber : Type::kTruth)) return fail("type-mismatch", start, minus ? "-" : "not");
        parsed.steps.emplace_back(minus ? Operator::kNegate : Operator::kNot);
        return inner;
    }

    std::optional<Type> quoted(char quote) {
        const std::size_t end = text_.find(quote, at_ + 1);
        if (end == std::string_view::npos) return fail("bad-expression", at_, std::string(text_.substr(at_)));
        std::string inside(text_.substr(at_ + 1, end - at_ - 1));
        at_ = end + 1;
        return literal(std::move(inside));
    }

    std::optional<Type> numeral() {
        const auto [value, length] = number_at_start(text_.substr(at_));
        if (length == 0 || name_length(text_.substr(at_ + length)) > 0) {
            return fail("bad-expression", at_, next_word());
        }
        at_ += length;
        return literal(value);
    }

    std::optional<Type> literal(Value value) {
        const Type type = type_of(value);
        parsed.steps.emplace_back(Literal{std::move(value)});
        return type;
    }

    static std::optional<Type> result_of(Operator op, Type a, Type b) {
        if (a != b) return std::nullopt;
        const bool numbers = a == Type::kNumber;
        switch (op) {
        case Operator::kEqual:
        case Operator::kNotEqual: return Type::kTruth;
        case Operator::kAnd:
        case Operator::kOr: return a == Type::kTruth ? std::optional(Type::kTruth) : std::nullopt;
        case Operator::kLess:
        case Operator::kLessEqual:
        case Operator::kGreater:
        case Operator::kGreaterEqual: return numbers ? std::optional(Type::kTruth) : std::nullopt;
        case Operator::kAdd: return a != Type::kTruth ? std::optional(a) : std::nullopt;
        default: return numbers ? std::optional(Type::kNumber) : std::nullopt;
        }
    }

    const BinaryOperator* binary_here() const {
        const std::string_view rest = text_.substr(at_);
        for (const BinaryOperator& candidate : kBinary) {
            if (!rest.starts_with(candidate.sign)) continue;
            const bool word = candidate.op == Operator::kAnd || candidate.op == Operator::kOr;
            if (!word || name_length(rest) == candidate.sign.size()) return &candidate;
        }
        return nullptr;
    }

    std::string_view name_here() const { return text_.substr(at_, name_length(text_.substr(at_))); }

    /// What stands here up to the next space: for messages.
    std::string next_word() const {
        const std::string_view rest = text_.substr(std::min(at_, text_.size()));
        return std::string(rest.substr(0, rest.find(' ')));
    }

    void skip_spaces() {
        while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    }

    std::optional<Type> fail(const char* code, std::size_t at, std::string word) {
        failure = {at, code, std::move(word)};
        return std::nullopt;
    }

    std::string_view text_;
    const Variables& declared_;
    std::size_t at_ = 0;
};

std::string_view without_spaces_around(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

} // namespace

std::variant<Expression, ExpressionError> parse_expression(std::string_view text, const Variables& declared) {
    Parser parser(text, declared);
    if (!parser.whole()) return parser.failure;
    return std::move(parser.parsed);
}

std::variant<Expression, ExpressionError> parse_condition(std::string_view text, const Variables& declared) {
    Parser parser(text, declared);
    const auto type = parser.whole();
    if (!type) return parser.failure;
    if (*type != Type::kTruth) return ExpressionError{0, "type-mismatch", std::string(without_spaces_around(text))};
    return std::move(parser.parsed);
}

std::variant<Assignment, ExpressionError> parse_assignment(std::string_view text, const Variables& declared) {
    std::size_t at = text.find_first_not_of(' ');
    if (at == std::string_view::npos) return ExpressionError{0, "bad-expression", ""};
    const std::string name(text.substr(at, name_length(text.substr(at))));
    if (name.empty()) return ExpressionError{at, "bad-expression", std::string(text.substr(at))};
    const auto found = declared.find(name);
    if (found == declared.end()) return ExpressionError{at, "unknown-variable", name};
    const std::size_t sign = text.find_first_not_of(' ', at + name.size());
    const std::string_view rest = sign == std::string_view::npos ? "" : text.substr(sign);
    const bool adds = rest.starts_with("+=");
    const bool subtracts = rest.starts_with("-=");
    const bool plain = rest.starts_with("=") && !rest.starts_with("==");
    if (!adds && !subtracts && !plain) return ExpressionError{at + name.size(), "bad-expression", std::string(rest)};
    const std::size_t value_at = sign + (plain ? 1 : 2);
    Parser parser(text.substr(value_at), declared);
    const Type wanted = type_of(found->second);
    const auto type = parser.whole();
    if (!type) {
        parser.failure.at += value_at;
        return parser.failure;
    }
    const bool fits = *type == wanted && !(adds && wanted == Type::kTruth) && !(subtracts && wanted != Type::kNumber);
    if (!fits) return ExpressionError{at, "type-mismatch", name};
    Assignment out{name, std::move(parser.parsed)};
    if (!plain) {
        out.value.steps.insert(out.value.steps.begin(), VariableName{name, zero_of(wanted)});
        out.value.steps.emplace_back(adds ? Operator::kAdd : Operator::kSubtract);
    }
    return out;
}

bool is_variable_name(std::string_view text) {
    const bool word = text == "and" || text == "or" || text == "not" || text == "true" || text == "false";
    return !text.empty() && !word && name_length(text) == text.size();
}

} // namespace liubai
