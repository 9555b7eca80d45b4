#include "render/fatal_screen.h"

#include "render/message_font.h"
#include "render/message_rows.h"
#include "render/sdl_ptr.h"

#include <SDL_ttf.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <utility>

namespace liubai {
namespace {

struct CloseFont {
    void operator()(TTF_Font* font) const { TTF_CloseFont(font); }
};
using TtfFont = std::unique_ptr<TTF_Font, CloseFont>;

constexpr SDL_Color kPaper{0xF5, 0xEC, 0xD9, 255};
constexpr SDL_Color kInk{0x2B, 0x26, 0x20, 255};
constexpr SDL_Color kPaleInk{0x6A, 0x5F, 0x52, 255};
constexpr SDL_Color kSeal{0xA8, 0x32, 0x28, 255};

TtfFont open_font(int pixels) {
    SDL_RWops* rw = SDL_RWFromConstMem(kMessageFont, static_cast<int>(kMessageFontSize));
    TtfFont font(rw ? TTF_OpenFontRW(rw, 1, pixels) : nullptr);
    if (font) TTF_SetFontHinting(font.get(), TTF_HINTING_NONE);
    return font;
}

/// Bytes of the first `count` characters.
std::size_t bytes_of(std::string_view text, int count) {
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        const bool starts = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
        if (starts && count-- == 0) break;
    }
    return at;
}

std::vector<std::string> rows_of(TTF_Font* font, const std::string& text, int width) {
    return message_rows(text, [&](std::string_view rest) {
        int extent = 0;
        int count = 0;
        TTF_MeasureUTF8(font, std::string(rest).c_str(), width, &extent, &count);
        return bytes_of(rest, count);
    });
}

/// A line that only points at the one above means nothing in a proportional font.
bool only_points(const std::string& row) { return !row.empty() && row.find_first_not_of(" ^~") == std::string::npos; }

struct PlacedRow {
    std::string text;
    TTF_Font* font = nullptr;
    SDL_Color color{};
    int y = 0;
};

struct Page {
    TtfFont title, body;
    std::vector<PlacedRow> rows;
    int margin = 0;
    int indent = 0; ///< of the text, right of the seal
    int seal = 0;   ///< side of the seal
    int height = 0;
};

Page set_page(const FatalText& text, int width, int em) {
    Page page;
    page.title = open_font(em * 7 / 4);
    page.body = open_font(em);
    if (!page.title || !page.body) return {};
    page.margin = em * 2;
    page.seal = em * 3;
    page.indent = page.margin + page.seal + em * 3 / 2;
    int y = page.margin;
    const auto add = [&](const std::string& sentence, TTF_Font* font, SDL_Color color) {
        if (sentence.empty()) return;
        for (std::string& row : rows_of(font, sentence, std::max(width - page.indent - page.margin, em * 4))) {
            if (only_points(row)) continue;
            page.rows.push_back({std::move(row), font, color, y});
            y += TTF_FontHeight(font) * 6 / 5;
        }
    };
    add(text.title.zh, page.title.get(), kInk);
    add(text.title.en, page.body.get(), kPaleInk);
    for (const Bilingual& line : text.lines) {
        y += em;
        add(line.zh, page.body.get(), kInk);
        if (line.en != line.zh) add(line.en, page.body.get(), kPaleInk);
    }
    y += em * 2;
    add("按任意键或点击退出 · Press any key or click to close", page.body.get(), kPaleInk);
    page.height = y + page.margin / 2;
    return page;
}

/// The largest type in which the whole text fits the window; the smallest that can be read when none does.
Page fit_page(const FatalText& text, int width, int height) {
    const int smallest = std::max(11, height / 60);
    for (int em = std::max(height / 26, smallest); em > smallest; --em) {
        Page page = set_page(text, width, em);
        if (!page.title || page.height <= height) return page;
    }
    return set_page(text, width, smallest);
}

void draw_text(SDL_Renderer* renderer, TTF_Font* font, const std::string& text, SDL_Color color, int x, int y) {
    if (text.empty()) return;
    const SdlSurface surface(TTF_RenderUTF8_Blended(font, text.c_str(), color));
    const SdlTexture texture(surface ? SDL_CreateTextureFromSurface(renderer, surface.get()) : nullptr);
    if (!texture) return;
    const SDL_Rect to{x, y, surface->w, surface->h};
    SDL_RenderCopy(renderer, texture.get(), nullptr, &to);
}

void draw_seal(SDL_Renderer* renderer, const Page& page) {
    const SDL_Rect square{page.margin, page.margin, page.seal, page.seal};
    SDL_SetRenderDrawColor(renderer, kSeal.r, kSeal.g, kSeal.b, 255);
    SDL_RenderFillRect(renderer, &square);
    const TtfFont font = open_font(page.seal * 3 / 8);
    if (!font) return;
    int middle = page.margin + page.seal * 27 / 100;
    for (const char* character : {"留", "白"}) {
        int w = 0;
        int h = 0;
        TTF_SizeUTF8(font.get(), character, &w, &h);
        draw_text(renderer, font.get(), character, kPaper, page.margin + (page.seal - w) / 2, middle - h / 2);
        middle += page.seal * 42 / 100;
    }
}

void draw_page(SDL_Renderer* renderer, const FatalText& text) {
    int width = 0;
    int height = 0;
    if (SDL_GetRendererOutputSize(renderer, &width, &height) != 0) return;
    SDL_SetRenderDrawColor(renderer, kPaper.r, kPaper.g, kPaper.b, 255);
    SDL_RenderClear(renderer);
    const Page page = fit_page(text, width, height);
    if (page.title) draw_seal(renderer, page);
    for (const PlacedRow& row : page.rows) draw_text(renderer, row.font, row.text, row.color, page.indent, row.y);
    SDL_RenderPresent(renderer);
}

bool closes(const SDL_Event& event) {
    switch (event.type) {
    case SDL_QUIT:
    case SDL_MOUSEBUTTONDOWN:
    case SDL_FINGERDOWN:
    case SDL_CONTROLLERBUTTONDOWN: return true;
    case SDL_KEYDOWN: return event.key.repeat == 0;
    case SDL_WINDOWEVENT: return event.window.event == SDL_WINDOWEVENT_CLOSE;
    default: return false;
    }
}

bool needs_drawing(const SDL_Event& event) {
    if (event.type != SDL_WINDOWEVENT) return false;
    const auto kind = event.window.event;
    return kind == SDL_WINDOWEVENT_EXPOSED || kind == SDL_WINDOWEVENT_SIZE_CHANGED || kind == SDL_WINDOWEVENT_SHOWN;
}

/// False where SDL draws into the void and nobody would ever press a key.
bool has_screen() {
    const char* driver = SDL_GetCurrentVideoDriver();
    if (!driver) return false;
    const std::string name = driver;
    if (name == "emscripten") return false; // a browser's page shows what is printed
    return name != "offscreen" && name != "dummy" && name != "evdev";
}

bool show(const FatalText& text) {
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    const std::string title = text.title.zh + " · " + text.title.en;
    const SdlWindow window(SDL_CreateWindow(title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 960, 600,
                                            SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI));
    const SdlRenderer renderer(window ? SDL_CreateRenderer(window.get(), -1, SDL_RENDERER_SOFTWARE) : nullptr);
    if (!renderer || !open_font(16)) return false;
    SDL_EventState(SDL_DROPFILE, SDL_DISABLE);
    draw_page(renderer.get(), text);
    SDL_Event event;
    while (SDL_WaitEvent(&event) == 1 && !closes(event)) {
        if (needs_drawing(event)) draw_page(renderer.get(), text);
    }
    return true;
}

void print(const FatalText& text) {
    const auto one = [](const Bilingual& sentence) {
        std::fprintf(stderr, "%s\n", sentence.zh.c_str());
        if (sentence.en != sentence.zh) std::fprintf(stderr, "%s\n", sentence.en.c_str());
    };
    one(text.title);
    for (const Bilingual& line : text.lines) one(line);
}

} // namespace

bool show_fatal_screen(const FatalText& text) {
    print(text);
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return false;
    bool shown = false;
    if (has_screen() && TTF_Init() == 0) {
        shown = show(text);
        TTF_Quit();
    }
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    return shown;
}

} // namespace liubai
