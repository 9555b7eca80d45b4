#include "script/codes.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace liubai {
namespace {

constexpr Severity kError = Severity::kError;
constexpr Severity kWarning = Severity::kWarning;

constexpr auto kCodes = std::to_array<Code>({
    // The bytes of a file.
    {"not-utf8", kError, "文件不是 UTF-8，看起来是 {0}", "the file is not UTF-8, it looks like {0}",
     "在编辑器里另存为 UTF-8，或用 liubai import 转换",
     "save it as UTF-8 in your editor, or convert it with liubai import"},
    {"broken-utf8", kError, "文件不是有效的 UTF-8", "the file is not valid UTF-8", "在编辑器里另存为 UTF-8",
     "save it as UTF-8 in your editor"},
    {"file-too-large", kError, "文件超过 4 MB", "the file is larger than 4 MB", "分成几个场景",
     "split it into several scenes"},
    {"tab-indent", kError, "缩进里有制表符", "a tab in the indentation", "用空格缩进", "indent with spaces"},
    {"wide-space", kError, "这里是全角空格（或不换行空格），YAML 不认",
     "a full-width or no-break space, which YAML does not take for a space", "换成普通空格", "type an ordinary space"},
    {"many-documents", kError, "“{0}”会结束这个文件，后面的内容都会丢失",
     "\"{0}\" ends the document: all that follows would be lost", "删掉这一行", "delete this line"},
    // What YAML makes of a line.
    {"yaml-syntax", kError, "YAML 读不懂这里：{0}", "YAML cannot read this: {0}", "", ""},
    {"colon-in-text", kError, "文字里有“: ”，YAML 会把它当作键", "text contains \": \", which YAML reads as a key",
     "{fixed}      或  {0}", "{fixed}      or  {0}"},
    {"colon-after-wide-colon", kWarning, "全角冒号之后又有“: ”，YAML 把冒号前面的都当作了键",
     "a \": \" after a full-width colon: YAML took all before it for the key", "{fixed}", "{fixed}"},
    {"comment-in-text", kError, "YAML 会把 # 之后的文字当作注释丢掉", "YAML would cut the text at the #, as a comment",
     "{fixed}      如果是注释，# 前面打两个空格", "{fixed}      if it is a comment, put two spaces before the #"},
    {"special-start", kError, "文字不能以 {0} 开头", "text may not start with {0}", "{fixed}", "{fixed}"},
    {"unclosed-quote", kError, "引号没有在这一行关上，会吞掉后面的内容",
     "the quote is not closed on this line and would swallow what follows", "{fixed}", "{fixed}"},
    {"quote-then-text", kError, "引号关上之后还有文字", "text goes on after the closing quote", "{fixed}      或用 “ ”",
     "{fixed}      or use “ ”"},
    {"text-became-list", kError, "方括号让文字变成了列表", "the square brackets made a list of the text", "{fixed}",
     "{fixed}"},
    {"text-became-map", kError, "花括号让文字变成了映射", "the braces made a map of the text", "{fixed}", "{fixed}"},
    {"folded-text", kWarning, "文字写成了几行，YAML 会在中间加空格",
     "the text runs over several lines; YAML joins them with spaces", "写在一行里；要分行就用 |",
     "write it on one line; use | to keep the line breaks"},
    {"empty-text", kError, "“{0}”后面没有文字", "no text after \"{0}\"", "", ""},
    {"empty-item", kError, "“-”后面什么都没有", "nothing after the \"-\"", "", ""},
    {"wrong-indent", kError, "“{0}”没有和上面的键对齐", "\"{0}\" does not stand under the key above it", "{fixed}",
     "{fixed}"},
    {"translation-dash", kError, "译文“{0}”前面不要“-”", "this translation \"{0}\" needs no dash",
     "去掉“-”，和说话人对齐", "take the dash away and put it under the speaker"},
    {"wide-colon", kError, "“{0}”后面是全角冒号", "a full-width colon after \"{0}\"", "用“: ”（半角冒号和空格）",
     "use an ASCII colon and a space"},
    {"colon-needs-space", kError, "“{0}:”后面要有空格", "a space is missing after \"{0}:\"", "", ""},
    {"no-colon", kError, "“{0}”没有冒号，不知道是什么",
     "\"{0}\" has no colon: neither a key nor part of the text above", "文字要写在一行里", "a text goes on one line"},
    {"duplicate-key", kError, "“{0}”写了两次", "\"{0}\" is there twice", "", ""},
    {"anchor", kError, "这里不用 YAML 的锚点、别名和合并键",
     "anchors, aliases and merge keys of YAML are not used here", "如果是文字，请加引号",
     "if it is text, put it in quotes"},
    {"yaml-tag", kError, "“!”开头的词被 YAML 当作标签，文字会丢失",
     "YAML takes a word that starts with \"!\" for a tag and loses it", "文字加引号；条件用 not",
     "quote the text; in a condition write not"},
    {"too-deep", kError, "嵌套超过 32 层", "nested more than 32 levels deep", "", ""},
    {"wrong-shape", kError, "这里的写法不对：列表、映射和文字弄混了",
     "the wrong kind of thing: a list, a map and a text are mixed up", "", ""},
    {"wants-list", kError, "“{0}”下面要有以“-”开头的行", "\"{0}\" wants lines that start with \"-\" under it", "", ""},
    {"no-lines", kError, "没有 lines:，里面没有台词", "there is no lines:, so nothing is said", "", ""},
    // Words of the language.
    {"unknown-section", kWarning, "“{0}”在这里没有意义", "\"{0}\" means nothing here", "是不是 {1}？",
     "did you mean {1}?"},
    {"unknown-key", kError, "“{0}”既不是说话人也不是指令", "\"{0}\" is neither a speaker nor a verb", "是不是 {1}？",
     "did you mean {1}?"},
    {"unknown-attribute", kError, "“{0}”不能用在“{1}”下面", "\"{0}\" does not belong under \"{1}\"", "是不是 {2}？",
     "did you mean {2}?"},
    {"bad-speaker-key", kError, "“{0}”读不懂，要写成 A 或 A (mood)", "cannot read \"{0}\": write A or A (mood)", "",
     ""},
    {"bare-verb", kError, "“{0}”是指令，后面要有冒号", "\"{0}\" is a verb and keeps its colon", "{fixed}", "{fixed}"},
    {"missing-value", kError, "“{0}”后面要有内容", "\"{0}\" needs a value", "", ""},
    {"unexpected-value", kError, "“{0}”后面不该有内容", "\"{0}\" takes no value", "", ""},
    {"missing-part", kError, "“{0}”缺少“{1}:”", "\"{0}\" lacks \"{1}:\"", "", ""},
    {"bad-value", kError, "“{1}”不能是“{0}”", "\"{1}\" cannot be \"{0}\"", "可以写：{2}", "can be: {2}"},
    {"unknown-speaker", kError, "没有“{0}”这个人", "there is no speaker \"{0}\"", "是不是 {1}？", "did you mean {1}?"},
    {"duplicate-label", kError, "标签“{0}”有两个", "there are two labels \"{0}\"", "", ""},
    {"duplicate-id", kError, "id“{0}”用了两次", "the id \"{0}\" is used twice", "", ""},
    {"bad-expression", kError, "读不懂“{0}”", "cannot read \"{0}\"", "例如：patience >= 2 and not met_before",
     "for example: patience >= 2 and not met_before"},
    {"type-mismatch", kError, "“{0}”的类型不对", "\"{0}\": the types do not fit",
     "数和数比，文字和文字比；条件要能说是或否",
     "compare numbers with numbers, texts with texts; a condition is true or false"},
    {"unknown-variable", kError, "没有变量“{0}”", "there is no variable \"{0}\"", "是不是 {1}？", "did you mean {1}?"},
    {"unused-variable", kWarning, "变量“{0}”没有用到", "the variable \"{0}\" is never used", "", ""},
    // Markup inside a text.
    {"unclosed-tag", kError, "<{0}> 没有关上", "<{0}> is not closed", "在后面加 </{0}>", "add </{0}> behind it"},
    {"unopened-tag", kError, "</{0}> 前面没有 <{0}>", "</{0}> closes nothing", "", ""},
    {"crossed-tags", kError, "</{0}> 在 </{1}> 之前关上了", "</{0}> closes before </{1}>", "", ""},
    {"bad-tag", kError, "读不懂 {0}", "cannot read {0}", "例如：{1}", "for example: {1}"},
    {"unknown-tag", kWarning, "没有 <{0}> 这个标记，会原样显示", "there is no tag <{0}>: it will be shown as it is",
     "是不是 <{1}>？", "did you mean <{1}>?"},
    {"space-at-tag", kWarning, "标记两边都有空格，读者会看到两个", "spaces on both sides of a tag: the reader sees two",
     "只留外面的一个", "keep the one outside"},
    {"lost-space", kWarning, "标记旁边少了一个空格", "a space is missing at the tag", "", ""},
    // Silences and translations.
    {"gap-mismatch", kError, "{0} 里的空白和原文不同：原文 {1}，这里 {2}",
     "the silences of {0} are not those of its line: {1} there, {2} here", "", ""},
    {"heard-mismatch", kError, "{0} 里的 <heard> 和原文不同", "the <heard> of {0} are not those of its line", "", ""},
    {"heard-before-unsaid", kError, "“{0}”被听到之前，没有人留过这个空白",
     "\"{0}\" is heard before anybody left it unsaid", "", ""},
    {"never-heard", kError, "空白“{0}”后来没有人说出来", "the silence \"{0}\" is never heard",
     "只写 <unsaid>，或在后面加 <heard {0}>", "write <unsaid> alone, or add <heard {0}> later"},
    {"missing-translation", kWarning, "没有 {0} 译文", "no {0} translation", "在下面加 {0}:", "add {0}: under it"},
    {"stale-translation", kWarning, "原文改过了，{0} 译文还是旧的", "the line has changed since its {0} translation",
     "改译文；如果不用改，运行 liubai fmt --accept",
     "change the translation; if it is still right, run liubai fmt --accept"},
    {"missing-own-language", kWarning, "这一行里有别的语言：“{0}”，只懂 {1} 的读者看不懂",
     "this line holds another language, \"{0}\", that a reader of {1} alone cannot read", "在下面加 {1}: 全文",
     "add {1}: with the whole line under it"},
    {"undeclared-language", kWarning, "project.yaml 的 languages 里没有 {0}", "languages in project.yaml lacks {0}", "",
     ""},
    {"unknown-line", kWarning, "没有 id 为“{0}”的行", "there is no line with the id \"{0}\"", "原文可能改过了",
     "its text may have changed"},
    // The project.
    {"bad-language", kError, "“{0}”不是语言代码", "\"{0}\" is not a language tag", "例如：zh、en、ja、zh-Hant",
     "for example: zh, en, ja, zh-Hant"},
    {"bad-name", kError, "“{0}”不能用作名字", "\"{0}\" cannot be a name", "用字母、汉字、数字和 _",
     "use letters, digits and _"},
    {"reserved-id", kError, "“{0}”是指令或语言，不能当说话人",
     "\"{0}\" is a verb or a language and cannot be a speaker", "", ""},
    {"no-cast", kError, "没有 cast.yaml，不知道谁在说话", "there is no cast.yaml, so nobody can speak", "", ""},
    {"missing-scene", kError, "没有场景“{0}”的文件", "there is no file for the scene \"{0}\"", "是不是 {1}？",
     "did you mean {1}?"},
    {"unread-scene", kWarning, "没有什么会走到场景“{0}”", "nothing leads to the scene \"{0}\"",
     "写进 project.yaml 的 scenes，或用 jump", "put it into scenes in project.yaml, or jump to it"},
    {"unknown-jump", kError, "没有“{0}”可去", "there is no \"{0}\" to go to", "是不是 {1}？", "did you mean {1}?"},
    {"unreachable-label", kWarning, "没有什么会走到标签“{0}”", "nothing leads to the label \"{0}\"", "", ""},
    {"unreachable-lines", kWarning, "这一行永远不会读到", "this line is never reached", "", ""},
    {"unknown-picture", kError, "没有背景“{0}”", "there is no background \"{0}\"", "是不是 {1}？", "did you mean {1}?"},
    {"unknown-transition", kError, "没有“{0}”这种转场", "there is no transition \"{0}\"", "是不是 {1}？",
     "did you mean {1}?"},
    {"unknown-weather", kError, "weather 没有“{0}”", "there is no weather \"{0}\"", "是不是 {1}？", "did you mean {1}?"},
    {"small-zoom", kError, "这个数不能小于 1，画面的边会露出来", "the camera cannot go below 1: the picture's edges would show",
     "1 是整个画面，1.2 更大", "1 is the whole picture, 1.2 is nearer"},
    {"unknown-mood", kError, "没有表情“{0}”", "there is no mood \"{0}\"", "是不是 {1}？", "did you mean {1}?"},
    {"unknown-sound", kError, "没有声音“{0}”", "there is no sound \"{0}\"", "是不是 {1}？", "did you mean {1}?"},
    {"no-glyph", kError, "没有字体能显示“{0}”（{1}）", "no font draws \"{0}\" ({1})", "换一个字，或在 fonts 里加一个字体",
     "use another character, or add a font in fonts"},
    // What lint lays out.
    {"text-overflow", kWarning, "{1}，字号 {2} % 时，{0}{4}{3}", "{0} {4} at {2} % in {1}{3}", "{5}", "{5}"},
    // Pictures.
    {"unused-asset", kWarning, "没有什么用到这个文件", "nothing uses this file", "", ""},
    {"bad-picture", kError, "不是可读的图片（WebP、PNG、JPEG）", "not a readable picture (WebP, PNG, JPEG)", "", ""},
    {"bad-figure", kError, "人物文件读不懂", "cannot make sense of this figure file", "", ""},
    {"bad-lights", kError, "灯光文件读不懂", "cannot make sense of this file of lights", "", ""},
    {"no-layer", kWarning, "没有这张图片", "there is no such picture", "", ""},
    {"no-like", kError, "like 和 picture 要写前面有的名字",
     "like and picture take the name of a background that stands before this one", "", ""},
});

} // namespace

std::span<const Code> all_codes() { return kCodes; }

const Code& find_code(std::string_view name) {
    const auto found = std::find_if(kCodes.begin(), kCodes.end(), [&](const Code& code) { return name == code.name; });
    assert(found != kCodes.end());
    return *found;
}

} // namespace liubai
