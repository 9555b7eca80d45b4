#include "script/verbs.h"

namespace liubai {
namespace {

constexpr std::string_view kSecondsZh = "秒，0 到 600";
constexpr std::string_view kSecondsEn = "seconds, 0 to 600";

constexpr VerbKey fade(std::string_view sample, std::string_view without) {
    return {"fade", sample, without, kSecondsZh, kSecondsEn};
}
constexpr VerbKey over(std::string_view sample, std::string_view without) {
    return {"over", sample, without, kSecondsZh, kSecondsEn};
}

constexpr VerbKey kVolume{"volume", "0.5", "1", "响度，0 到 1；0.5 小 6 dB", "how loud, 0 to 1; 0.5 is 6 dB less"};

} // namespace

std::span<const SceneReader::Verb> SceneReader::verbs() {
    using V = Verb::Value;
    using R = SceneReader;
    using G = VerbGroup;
    static const std::array<Verb, 27> table{{
        {G::kWords, "narration", V::kText, &R::read_narration, "- narration: 门铃响了。",
         "旁白。没有译文和 id 的时候，只写文字就行",
         "Narration. A bare text does the same where it needs no translation and no id",
         {{{"id", "bell", "", "这一行自己的名字", "a name of its own for this line"},
           {"at", "'21:04'", "", "聊天记录里的时间，不显示", "the time a chat export gave; not shown"}}}, true},
        {G::kWords, "paragraph", V::kNone, &R::read_paragraph, "- paragraph:",
         "新的一段；还是同一个人的话", "A new paragraph; the same speaker's turn goes on"},
        {G::kWords, "turn", V::kNone, &R::read_turn, "- turn:",
         "这一轮说完了。换人说话时自动如此", "Ends the turn. A line by somebody else does so by itself"},
        {G::kWords, "chapter", V::kText, &R::read_chapter, "- chapter: {zh: 雨天, en: A rainy day}",
         "章节卡，3.2 秒；点击跳过", "A chapter card for 3.2 s; a click passes it", {}, true},
        {G::kWords, "pause", V::kName, &R::read_pause, "- pause: breath",
         "停一停：`beat` 0.4 秒，`breath` 0.9 秒，`silence` 2.2 秒，或者秒数；点击跳过",
         "A rest: `beat` 0.4 s, `breath` 0.9 s, `silence` 2.2 s, or seconds; a click passes it"},

        {G::kStage, "bg", V::kName, &R::read_bg, "- bg: wheat",
         "换背景：背景的名字，`assets` 或 `assets/backgrounds` 里的图片（不写扩展名），或者一种颜色：`'#223'`，"
         "`black` `ink` `night` `indigo` `moss` `vermilion` `gold` `dawn` `rose` `mist` `paper` `white`。`none` 是黑色",
         "The background: a name, a picture in `assets` or `assets/backgrounds` (without its ending), or a colour: "
         "`'#223'`, `black` `ink` `night` `indigo` `moss` `vermilion` `gold` `dawn` `rose` `mist` `paper` `white`. "
         "`none` is black",
         {{fade("2", "1.2"),
           {"with", "paper", "dissolve",
            "怎么换：`dissolve` 溶接，`cut` 切换，`paper` 经过白纸，`black` 经过黑场，或者 `assets/masks` 里一张灰度图"
            "的名字：暗处先变，亮处后变",
            "how it changes: `dissolve`, `cut`, through `paper` or `black`, or by a grey picture of `assets/masks`: the "
            "new one appears first where that is dark"}}}},
        {G::kStage, "framing", V::kName, &R::read_framing, "- framing: speaker",
         "取景：`two` 都在，`speaker` 只有说话的人、更大，`none` 没有人，`behind` 背影。一直到下一次",
         "Who is seen, until the next one: `two` all figures, `speaker` whoever speaks, alone and larger, `none` "
         "nobody, `behind` from behind",
         {{fade("2", "0.8")}}},
        {G::kStage, "mood", V::kText, &R::read_mood, "- mood: {A: smile, B: wonder}",
         "两句话之间换表情，听的人也可以", "Moods between lines, for listeners too"},
        {G::kStage, "gaze", V::kText, &R::read_gaze, "- gaze: {B: away}",
         "看哪里：`away` 看别处，`other` 看对方。没有这一步就看说话的人",
         "Where a figure looks: `away`, or at the `other` one. Without it: at whoever speaks"},
        {G::kStage, "show", V::kName, &R::read_show, "- show: B",
         "这个人出场。一场开始时，在这一场里说话的人都已经在", "Somebody enters. Whoever speaks in a scene is there when "
         "it begins",
         {{{"position", "left", "", "`left`、`right` 或 `center`；不写就在自己那一边",
            "`left`, `right` or `center`; without it, their side"},
           fade("2", "0.6")}}},
        {G::kStage, "hide", V::kName, &R::read_hide, "- hide: B",
         "这个人离场；再说话时回来", "Somebody leaves, and comes back when they speak", {{fade("2", "0.6")}}},
        {G::kStage, "move", V::kName, &R::read_move, "- move: B\n  position: left",
         "这个人换位置", "Somebody goes to another place",
         {{{"position", "left", "", "`left`、`right` 或 `center`；一定要写", "`left`, `right` or `center`; must be there"},
           over("2", "0.8")}}},
        {G::kStage, "camera", V::kName, &R::read_camera, "- camera: 1.2",
         "镜头推近：1 是整个画面，1.2 放大五分之一；小于 1 不行，边缘会露出来。推近之后才可以平移",
         "The camera: 1 is the whole picture, 1.2 is nearer by a fifth. Not below 1: the edges would show. It can look "
         "aside only as far as it is near",
         {{{"x", "120", "0", "向右看多少，画面宽 1920", "how far to the right it looks, of a stage 1920 wide"},
           {"y", "-60", "0", "向下看多少，画面高 1080", "how far down it looks, of a stage 1080 high"},
           over("6", "2")}}},
        {G::kStage, "shake", V::kOptional, &R::read_shake, "- shake: 0.4",
         "画面震动几秒；不写是 0.4", "The picture shakes, for so many seconds; 0.4 without a number"},
        {G::kStage, "flash", V::kOptional, &R::read_flash, "- flash: 0.3",
         "闪光几秒；不写是 0.3", "A flash of white light, for so many seconds; 0.3 without a number"},
        {G::kStage, "weather", V::kName, &R::read_weather, "- weather: rain",
         "天气：`assets/backgrounds/weather.yaml` 里的名字；`none` 停下",
         "A name of `assets/backgrounds/weather.yaml`, before any background; `none` ends it"},
        {G::kStage, "silences", V::kName, &R::read_silences, "- silences: rise",
         "没有说出的词（`<unsaid>`）一个接一个升起，成为画面上的点点微光；后来说出来的，是飞鸟。一直到这一场结束",
         "The words never heard (`<unsaid>`) rise one after the other, as points of light on the picture; those that were "
         "heard are birds. They stay until the scene ends"},

        {G::kSound, "music", V::kName, &R::read_music, "- music: liubai",
         "音乐：`assets/sound` 里的 `NAME.ogg`；`none` 停下。先淡出，静一静，再淡入",
         "A file `NAME.ogg` of `assets/sound`; `none` stops it. The old one fades out, then a moment of silence",
         {{fade("3", "2"), kVolume}}},
        {G::kSound, "ambience", V::kName, &R::read_ambience, "- ambience: wind_wheat",
         "环境声，循环；`none` 停下。打字停在 `<unsaid>` 的时候小 12 dB",
         "A bed of sound that goes round and round; `none` stops it. 12 dB less while typing rests at an `<unsaid>`",
         {{fade("3", "2"), kVolume}}},
        {G::kSound, "sound", V::kName, &R::read_sound, "- sound: thunder", "响一次", "A sound, once"},

        {G::kWays, "choice", V::kOptional, &R::read_choice,
         "- choice: 怎么回答？\n  options:\n    - 说实话:\n        - A: 我不知道。\n    - 什么也不说:",
         "选择。每个选项写它通向的标签或场景，或者下面接一串行，或者什么也不写；选项下面可以写 `if`、`once: true`、`id`",
         "A choice. An option leads to a label or a scene, to a list of lines, or to nothing; under it may stand `if`, "
         "`once: true`, `id`",
         {{{"options", "", "", "一定要写", "must be there"}, {"id", "answer", "", "自己的名字", "a name of its own"}}},
         true},
        {G::kWays, "if", V::kName, &R::read_if, "- if: patience >= 2\n  then:\n    - A: 谢谢你。",
         "条件成立才读。`and` `or` `not` `==` `!=` `<` `<=` `>` `>=` `+` `-` `*` `/`",
         "Read only if that is so. `and` `or` `not` `==` `!=` `<` `<=` `>` `>=` `+` `-` `*` `/`",
         {{{"then", "\n    - A: 好。", "", "成立时的行；和 `else` 至少写一个", "the lines if so; this or `else` must be there"},
           {"else", "\n    - A: 嗯。", "", "不成立时的行", "the lines if not"}}}},
        {G::kWays, "set", V::kName, &R::read_set, "- set: patience += 1",
         "改变量：`=` `+=` `-=`", "Changes a variable: `=` `+=` `-=`"},
        {G::kWays, "label", V::kName, &R::read_label, "- label: evening",
         "给这个地方一个名字", "A name for this place"},
        {G::kWays, "jump", V::kName, &R::read_jump, "- jump: evening",
         "去一个标签、场景，或 `场景/标签`", "Goes to a label, a scene, or `scene/label`"},
        {G::kWays, "call", V::kName, &R::read_call, "- call: evening",
         "去那里，遇到 `return:` 或场景结束就回来", "Goes there and comes back, at `return:` or at the scene's end"},
        {G::kWays, "return", V::kNone, &R::read_return, "- return:",
         "回到 `call` 的地方；没有 `call` 就结束故事", "Goes back to its `call`; without one it ends the story"},
    }};
    return table;
}

const SceneReader::Verb* SceneReader::find_verb(std::string_view name) {
    for (const Verb& verb : verbs()) {
        if (verb.name == name) return &verb;
    }
    return nullptr;
}

bool SceneReader::is_verb(std::string_view word) { return find_verb(word) != nullptr; }

std::vector<std::string> SceneReader::verb_names() {
    std::vector<std::string> out;
    for (const Verb& verb : verbs()) out.emplace_back(verb.name);
    return out;
}

} // namespace liubai
