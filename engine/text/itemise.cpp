#include "text/itemise.h"

#include <hb.h>

#include <algorithm>

namespace liubai {
namespace {

constexpr char32_t kTextPresentation = 0xFE0E;  // VS15
constexpr char32_t kEmojiPresentation = 0xFE0F; // VS16
constexpr char32_t kKeycap = 0x20E3;
constexpr char32_t kJoiner = 0x200D;

bool is_east_asian_tag(std::string_view tag) {
    return tag.starts_with("zh") || tag.starts_with("ja") || tag.starts_with("ko");
}

/// Decides script, language and font of one grapheme cluster after the other.
class Itemiser {
public:
    Itemiser(const TextSource& source, const Sides& sides, const std::vector<std::uint8_t>& levels,
             const TextStyle& style, Fonts::Impl& fonts)
        : s_(source), sides_(sides), levels_(levels), style_(style), fonts_(fonts) {
        chains_.resize(source.styles.size() * 2);
        languages_.assign(source.styles.size() * 2, HB_LANGUAGE_INVALID);
        runs_.reserve(8);
    }

    std::vector<Run> run() {
        for (std::size_t g = 0; g + 1 < s_.graphemes.size(); ++g) {
            if (goes_on(s_.graphemes[g], s_.graphemes[g + 1])) {
                runs_.back().end = s_.graphemes[g + 1];
                continue;
            }
            const Run next = cluster(s_.graphemes[g], s_.graphemes[g + 1]);
            if (!runs_.empty() && joins(runs_.back(), next)) {
                runs_.back().end = next.end;
            } else {
                runs_.push_back(next);
            }
        }
        return std::move(runs_);
    }

private:
    /// The short way for most text: one character in the script of the last run and the first face of its chain.
    bool goes_on(std::uint32_t i, std::uint32_t end) {
        if (runs_.empty() || end != i + 1 || s_.hidden[i] || s_.chars[i] == kGapChar) return false;
        const Run& run = runs_.back();
        const bool same = run.kind == RunKind::kText && run.side == sides_.of[i] && run.style == s_.style_of[i] &&
                          (levels_.empty() || run.level == levels_[i]);
        if (!same || s_.info[i].is(Flag::kEmoji)) return false;
        const Script script = s_.script[i];
        if (script == Script::kHan || (script == Script::kCommon && run.side == FaceSide::kHan)) {
            if (run.script != HB_SCRIPT_HAN) return false;
            latin_ = HB_SCRIPT_INVALID;
        } else if (script == Script::kLatin) {
            if (run.script != HB_SCRIPT_LATIN) return false;
            latin_ = HB_SCRIPT_LATIN;
        } else if (s_.chars[i] != U' ' || run.script != latin_) {
            return false;
        }
        return run.font.face == chain(run).front().face && fonts_.glyph_of(run.font.face, s_.chars[i]) != 0;
    }

    static bool joins(const Run& a, const Run& b) {
        return a.kind == b.kind && a.kind != RunKind::kGap && a.side == b.side && a.font.face == b.font.face &&
               a.script == b.script && a.language == b.language && a.level == b.level && a.style == b.style;
    }

    Run cluster(std::uint32_t begin, std::uint32_t end) {
        Run run;
        run.begin = begin;
        run.end = end;
        run.side = sides_.of[begin];
        run.level = levels_.empty() ? std::uint8_t{0} : levels_[begin];
        run.style = s_.style_of[begin];
        run.script = script(begin);
        run.language = language(run);
        if (s_.hidden[begin] || is_hard_break(s_.chars[begin])) {
            run.kind = RunKind::kHidden;
        } else if (s_.chars[begin] == kGapChar) {
            run.kind = RunKind::kGap;
        } else if (shows_as_emoji(begin, end) && fonts_.emoji.face >= 0 &&
                   fonts_.glyph_of(fonts_.emoji.face, s_.chars[begin]) != 0) {
            run.kind = RunKind::kEmoji;
            run.font = fonts_.emoji;
        } else {
            choose_font(run);
        }
        return run;
    }

    /// UAX #24 §5.1: a common character goes with the text before it, else with what follows. Brackets stay a pair.
    hb_script_t script(std::uint32_t i) {
        hb_unicode_funcs_t* unicode = hb_unicode_funcs_get_default();
        switch (s_.script[i]) {
        case Script::kLatin: return latin_ = HB_SCRIPT_LATIN;
        case Script::kHan: latin_ = HB_SCRIPT_INVALID; return HB_SCRIPT_HAN;
        case Script::kOther: return latin_ = hb_unicode_script(unicode, s_.chars[i]);
        case Script::kKana:
        case Script::kHangul: latin_ = HB_SCRIPT_INVALID; return hb_unicode_script(unicode, s_.chars[i]);
        case Script::kCommon: break;
        }
        if (sides_.of[i] == FaceSide::kHan) {
            latin_ = HB_SCRIPT_INVALID;
            return HB_SCRIPT_HAN;
        }
        const Bracket b = bracket(s_.chars[i]);
        if (b.pair != 0 && !b.opens) {
            while (!brackets_.empty()) {
                const auto [pair, its_script] = brackets_.back();
                brackets_.pop_back();
                if (pair == b.pair) return its_script;
            }
        }
        if (latin_ == HB_SCRIPT_INVALID) latin_ = script_ahead(i);
        if (b.pair != 0 && b.opens) brackets_.emplace_back(b.pair, latin_);
        return latin_;
    }

    hb_script_t script_ahead(std::uint32_t i) const {
        for (; i < s_.size() && sides_.of[i] == FaceSide::kLatin; ++i) {
            if (s_.script[i] == Script::kLatin) break;
            if (s_.script[i] == Script::kOther) return hb_unicode_script(hb_unicode_funcs_get_default(), s_.chars[i]);
        }
        return HB_SCRIPT_LATIN;
    }

    /// I10: the author's tag, else the text's own, else what the script suggests.
    hb_language_t language(const Run& run) {
        const bool han = run.side == FaceSide::kHan;
        hb_language_t& known = languages_[run.style * 2U + (han ? 1U : 0U)];
        if (known != HB_LANGUAGE_INVALID) return known;
        const std::string& asked = s_.languages[s_.styles[run.style].language];
        std::string tag = han ? "zh-Hans" : "en";
        for (const std::string* t : {&asked, &style_.language}) {
            if (t->empty() || is_east_asian_tag(*t) != han) continue;
            tag = *t == "zh" ? "zh-Hans" : *t;
            break;
        }
        return known = hb_language_from_string(tag.data(), static_cast<int>(tag.size()));
    }

    /// UTS #51: emoji by nature, by VS16, as keycap, flag, or joined and toned sequences; never with VS15.
    bool shows_as_emoji(std::uint32_t begin, std::uint32_t end) const {
        const CharInfo first = s_.info[begin];
        if (!first.is(Flag::kEmoji)) return false;
        for (std::uint32_t i = begin + 1; i < end; ++i) {
            const char32_t c = s_.chars[i];
            if (c == kTextPresentation) return false;
            if (c == kEmojiPresentation || c == kKeycap) return true;
            if (s_.info[i].is(Flag::kEmojiModifier) || s_.info[i].line() == LineClass::kRI) return true;
            if (c == kJoiner && first.is(Flag::kExtendedPictographic) && i + 1 < end) return true;
        }
        return first.is(Flag::kEmojiPresentation);
    }

    const std::vector<FaceUse>& chain(const Run& run) {
        const bool han = run.side == FaceSide::kHan;
        const std::vector<FaceUse>*& chain = chains_[run.style * 2U + (han ? 1U : 0U)];
        if (chain == nullptr) {
            const CharStyle& style = s_.styles[run.style];
            chain = &fonts_.chain(style_.family, han, style.bold, style.italic);
        }
        return *chain;
    }

    bool covers(int face, const Run& run) {
        const auto draws = [&](std::uint32_t i) {
            return s_.info[i].is(Flag::kIgnorable) || fonts_.glyph_of(face, s_.chars[i]) != 0;
        };
        std::uint32_t i = run.begin;
        hb_codepoint_t composed = 0;
        if (run.end - i >= 2 && s_.info[i + 1].is(Flag::kMark) &&
            hb_unicode_compose(hb_unicode_funcs_get_default(), s_.chars[i], s_.chars[i + 1], &composed) &&
            fonts_.glyph_of(face, composed) != 0) {
            i += 2;
        }
        for (; i < run.end; ++i) {
            if (!draws(i)) return false;
        }
        return true;
    }

    /// I7: the first face of the chain that has the whole cluster.
    void choose_font(Run& run) {
        const std::vector<FaceUse>& asked = chain(run);
        for (const FaceUse& use : asked) {
            if (!covers(use.face, run)) continue;
            run.font = use;
            if (use.face == fonts_.emoji.face) run.kind = RunKind::kEmoji;
            return;
        }
        run.kind = RunKind::kMissing;
        fonts_.report_missing(s_.chars[run.begin]);
    }

    const TextSource& s_;
    const Sides& sides_;
    const std::vector<std::uint8_t>& levels_;
    const TextStyle& style_;
    Fonts::Impl& fonts_;
    std::vector<Run> runs_;
    std::vector<const std::vector<FaceUse>*> chains_; ///< by style and side
    std::vector<hb_language_t> languages_;            ///< likewise
    hb_script_t latin_ = HB_SCRIPT_INVALID;           ///< of the Latin-side text being read
    std::vector<std::pair<char32_t, hb_script_t>> brackets_;
};

} // namespace

std::vector<Run> itemise(const TextSource& source, const Sides& sides, const std::vector<std::uint8_t>& levels,
                         const TextStyle& style, Fonts::Impl& fonts) {
    return Itemiser(source, sides, levels, style, fonts).run();
}

} // namespace liubai
