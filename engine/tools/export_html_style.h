#pragma once
// The look of the exported page: ink on paper, or light on ink where the reader's system is dark.

#include <string_view>

namespace liubai {

inline constexpr std::string_view kPageStyle = R"css(
:root{color-scheme:light dark;--paper:#f5ecd9;--ink:#2a2d36;--soft:#5c5850;--rule:#d9cbb0;--seal:#f5ecd9;
--core:#ffb765;--halo:#ffd696;--gold:#8a5a10;
--song:"Noto Serif CJK SC","Source Han Serif SC","Songti SC","STSong","SimSun",serif;
--kai:"LXGW WenKai","Kaiti SC","STKaiti","KaiTi","Noto Serif CJK SC","Songti SC",serif;
--garamond:"EB Garamond","EB Garamond 12","Adobe Garamond Pro","Garamond","Cormorant Garamond","Iowan Old Style","Palatino Linotype","Palatino","Georgia",serif}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.75 var(--garamond);overflow-wrap:break-word;text-rendering:optimizeLegibility}
:where([lang]){font-family:var(--garamond)}
:where([lang|=zh],[lang|=ja],[lang|=ko]){font-family:var(--song);text-autospace:normal;text-spacing-trim:normal}
:where(p,.names span):not([lang|=zh],[lang|=ja],[lang|=ko]){font-size:1.12em;line-height:calc(1.75em/1.12)}
p:is([lang|=zh],[lang|=ja],[lang|=ko]) span[lang]:not([lang|=zh],[lang|=ja],[lang|=ko]){font-size:1.1em;line-height:1}
p:not([lang|=zh],[lang|=ja],[lang|=ko]) span:is([lang|=zh],[lang|=ja],[lang|=ko]){font-size:.89em;line-height:1}
.film{background:#12161d;color:#f6ecd9;text-align:center;padding:clamp(7rem,26vh,18rem) 1.5rem clamp(6rem,22vh,15rem);display:grid;gap:1.2rem}
.film h1{margin:0;font-weight:400;display:grid;gap:1.4rem;justify-items:center}
.film h1 span{font-size:clamp(1.15rem,3.2vw,1.7rem);font-style:italic;color:#d6cab4;letter-spacing:.02em;line-height:1.3}
.film h1 span:first-child{font-size:clamp(2.6rem,9vw,5.5rem);line-height:1.15;font-style:normal;color:#f6ecd9}
.film h1 [lang|=zh],.film h1 [lang|=ja]{font-family:var(--kai);font-style:normal}
.film h1 .apart{letter-spacing:1.1em;margin-inline-end:-1.1em}
.light{display:inline-block;width:2.4em;height:1.1em;margin:0 .05em;vertical-align:-.2em;background:radial-gradient(closest-side,#c89a62,#8b6b46 35%,#3a3128 70%,transparent)}
.film .names{color:#d6cab4}
.film .voices{display:flex;flex-wrap:wrap;justify-content:center;gap:.8rem 2.6rem;margin-top:5vh;color:#d6cab4}
.voices>div{display:flex;align-items:center;gap:.7rem;text-align:start}
main{max-width:66rem;margin:0 auto;padding:1rem 2rem 5rem}
h2{font-weight:400;text-align:center;margin:6.5rem 0 2.6rem;display:grid;gap:.25rem;break-after:avoid}
h2 span{font-size:1.1rem;color:var(--soft);font-style:italic}
h2 span:first-child{font-size:1.9rem;line-height:1.3;color:var(--ink);font-style:normal}
h2 [lang|=zh],h2 [lang|=ja],h2 [lang|=ko]{font-family:var(--kai);font-style:normal}
h2::before{content:"";width:1px;height:3.2rem;margin:0 auto 1.2rem;background:linear-gradient(transparent,#c8452c)}
h2.card{margin-top:9rem}
.card+h2{margin-top:1rem}
.card+h2::before{display:none}
h2+.item.item,h2+.item .who{padding-top:0}
h2.card span:first-child{font-size:2.6rem}
.deep{--in:1.6rem;padding-inline-start:calc(var(--depth)*var(--in));background:repeating-linear-gradient(to right,transparent 0 calc(var(--in)/3),var(--rule) calc(var(--in)/3) calc(var(--in)/3 + 1px),transparent calc(var(--in)/3 + 1px) var(--in)) left/calc(var(--depth)*var(--in)) 100% no-repeat}
.who{display:flex;align-items:center;gap:.75rem;padding-top:2.6rem;padding-bottom:.5rem;break-after:avoid}
.seal{flex:none;width:2.1rem;height:2.1rem;border-radius:.22rem;display:grid;place-items:center;background:var(--voice);color:var(--on);font:700 1.3rem/1 var(--song);box-shadow:inset 0 0 0 2px var(--voice),inset 0 0 0 3px color-mix(in srgb,var(--on) 55%,transparent);print-color-adjust:exact;-webkit-print-color-adjust:exact}
.names{color:var(--name);display:flex;flex-wrap:wrap;gap:0 .8em;align-items:baseline}
.names span+span{font-style:italic;opacity:.9}
.names span[lang|=zh],.names span[lang|=ja],.names span[lang|=ko]{font-style:normal}
.texts{display:grid;grid-template-columns:repeat(var(--columns),minmax(0,1fr));grid-auto-flow:row dense;column-gap:3.2rem;padding-bottom:.42rem;break-inside:avoid}
.texts>p{margin:0}
.texts>.b{grid-column:2}
.texts>.a{grid-column:1}
p{color:var(--soft)}
p.spoken,.plain p{color:var(--ink)}
.paragraph{padding-top:1.4rem}
.rest{padding-top:2.2rem}
.rest.long{padding-top:3.8rem}
.mark p{color:var(--soft)}
.prompt{padding-top:2rem}
.option,.mark{padding-top:1.1rem}
.option p::before{content:attr(data-number) ". ";color:#c8452c}
.jump p{color:#b03a22}
.gap{display:inline-block;width:2.5em;height:1.1em;vertical-align:-.2em;border-radius:50%;background:radial-gradient(closest-side,var(--core),color-mix(in srgb,var(--halo) 75%,transparent) 45%,transparent);print-color-adjust:exact;-webkit-print-color-adjust:exact;text-decoration:none}
a.gap:focus-visible{outline:2px solid #c8452c;outline-offset:2px}
.heard{color:var(--gold)}
.heard:target{background:color-mix(in srgb,var(--halo) 60%,transparent);border-radius:.2em}
p:is([lang|=zh],[lang|=ja]) em{font-style:normal;text-emphasis:filled dot;text-emphasis-position:under right}
rt{font:.5em/1 "Inter","Helvetica Neue",Arial,sans-serif}
.end{text-align:center;margin:7rem 0 2rem;color:var(--soft);display:grid;gap:.3rem}
@media (prefers-color-scheme:dark){:root{--paper:#12161d;--ink:#f6ecd9;--soft:#b9ae9a;--rule:#343a45;--gold:#ffd68a}
.who .names{color:var(--night)}.jump p,.option p::before{color:#e8806a}}
@media (max-width:44rem){main{padding:.5rem 1.25rem 4rem}body{font-size:1.0625rem}
.texts{grid-template-columns:minmax(0,1fr);padding-bottom:1.05rem;row-gap:.15rem}.texts>.a,.texts>.b{grid-column:1}.texts>.spoken{order:-1}
h2{margin-top:5rem}.deep{--in:1.1rem}}
@media (forced-colors:active){.gap{border:1px solid}}
@media print{@page{margin:18mm 16mm}:root{--paper:#fff;--ink:#111;--soft:#444;--rule:#bbb}body{font-size:10pt}main{max-width:none;padding:0}
.film{background:none;padding:30vh 0;break-after:page}.film h1 span,.film h1 span:first-child,.film .names{color:#111}.light{visibility:hidden}h2{margin-top:3rem}.who{padding-top:1.4rem}}
)css";

} // namespace liubai
