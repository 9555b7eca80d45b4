// The page that a story is played in. It fetches the program and the story's first part, waits for a click (browsers let
// nothing sound before one), and fetches the other parts while the story is read. In a single page all of them are
// elements of the page, in base64, and nothing is fetched.
const door = document.getElementById('door');
const canvas = document.getElementById('canvas');
const sizes = JSON.parse(document.getElementById('sizes').textContent);
const firstBytes = sizes.code + sizes.parts[0];
const laterBytes = sizes.parts.slice(1).reduce((sum, size) => sum + size, 0);
const complaints = [];
let ready = false;

const say = text => { document.getElementById('say').textContent = text; };
const fill = (bar, share) => { document.querySelector(bar + ' i').style.width = 100 * Math.min(1, share) + '%'; };

function refuse(text) {
  door.classList.remove('gone', 'open');
  ready = false;
  say(text);
}

window.addEventListener('error', event => refuse('出错了 · Something went wrong\n' + (complaints.join('\n') || event.message)));
window.addEventListener('unhandledrejection', event => refuse('出错了 · Something went wrong\n' + event.reason));

function decoded(element) {
  const text = atob(element.textContent);
  element.remove();
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; ++i) bytes[i] = text.charCodeAt(i);
  return bytes;
}

// `hear` is told how many bytes of it are here.
async function bytesOf(name, hear) {
  const inside = document.getElementById(name);
  if (inside) return decoded(inside);
  const response = await fetch(name);
  if (!response.ok) throw new Error(name + ': ' + response.status);
  const chunks = [];
  let length = 0;
  for (const reader = response.body.getReader(); ;) {
    const {done, value} = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
    hear(length);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

// What is inside, and whose it is. A single page has it inside too.
document.getElementById('about').addEventListener('click', event => {
  const inside = document.getElementById('licences.txt');
  if (inside) event.target.href = URL.createObjectURL(new Blob([decoded(inside)], {type: 'text/plain;charset=utf-8'}));
});

const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

// A reader's network comes and goes: it is tried for as long as the page is open.
async function bytesAtLast(name, hear) {
  for (let wait = 1000; ; wait = Math.min(2 * wait, 30000)) {
    try {
      return await bytesOf(name, hear);
    } catch (failure) {
      console.warn(String(failure));
      if (!ready) say('取不到 ' + name + '，正在再试 · Cannot get ' + name + '; trying again');
      await pause(wait);
    }
  }
}

async function unpacked(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

// What is said aloud, one part after another; where there is no voice the time of a reading passes.
const toSay = [];
let saying = null;

function sayNext() {
  const part = toSay.shift();
  saying = part || null;
  if (!part) return Module._liubai_has_spoken();
  const voices = window.speechSynthesis ? speechSynthesis.getVoices() : [];
  const voice = part.text && voices.find(v => v.lang.replace('_', '-').startsWith(part.language.slice(0, 2)));
  if (!voice) {
    part.timer = setTimeout(sayNext, part.time);
    return;
  }
  part.voice = new SpeechSynthesisUtterance(part.text);
  part.voice.voice = voice;
  part.voice.lang = voice.lang;
  part.voice.onend = part.voice.onerror = () => { if (saying === part) sayNext(); };
  speechSynthesis.speak(part.voice);
}

let keeping = false;
let keepAgain = false;

const Module = window.Module = {
  canvas,
  print: text => console.log(text),
  printErr: text => {
    console.warn(text);
    if (complaints.push(text) > 12) complaints.shift();
  },
  instantiateWasm: (imports, done) => {
    Module.code.then(code => WebAssembly.instantiate(code, imports)).then(made => done(made.instance, made.module));
    return {};
  },
  keepFiles: () => {
    keepAgain = keeping;
    if (keeping) return;
    keeping = true;
    Module.FS.syncfs(false, failure => {
      keeping = false;
      if (failure) console.warn('the saves are not kept: ' + failure);
      if (keepAgain) Module.keepFiles();
    });
  },
  say: (text, language, time) => {
    toSay.push({text, language, time});
    if (!saying) sayNext();
  },
  beSilent: () => {
    toSay.length = 0;
    if (saying) clearTimeout(saying.timer);
    saying = null;
    if (window.speechSynthesis) speechSynthesis.cancel();
  },
  onEnd: code => {
    if (code !== 0) return refuse(complaints.join('\n'));
    refuse('可以关掉这一页了；点一下接着读\nYou can close this page. Click to read on');
    door.classList.add('open');
    door.onclick = () => location.reload();
  },
};

function put(number, bytes) {
  Module.FS.createDataFile('/story', 'part-' + number + '.zip', bytes, true, false, true);
}

async function fetchTheRest() {
  let before = 0;
  for (let number = 1; number < sizes.parts.length; ++number) {
    put(number, await bytesAtLast('part-' + number + '.zip', length => fill('#late', (before + length) / laterBytes)));
    before += sizes.parts[number];
    fill('#late', before / laterBytes);
    await pause(0);
  }
  document.getElementById('late').classList.add('done');
}

// Brings back what earlier visits kept.
function openTheKept() {
  const {FS} = Module;
  FS.mkdir('/libsdl');
  FS.mount(FS.filesystems.IDBFS, {}, '/libsdl');
  return new Promise(resolve => FS.syncfs(true, failure => {
    if (failure) console.warn('there are no saves: ' + failure);
    resolve();
  }));
}

function begin() {
  if (!ready) return;
  ready = false;
  door.classList.remove('open');
  door.classList.add('gone');
  canvas.focus();
  // SDL listens to all keys; these stay the browser's.
  window.addEventListener('keydown', event => {
    const browsers = (event.ctrlKey || event.metaKey) ? 'rwtnl0+-='.includes(event.key) : /^F(5|12)$/.test(event.key);
    if (browsers) event.stopImmediatePropagation();
  }, true);
  canvas.addEventListener('contextmenu', event => event.preventDefault());
  Module.callMain(['play', '--size', '320x240']); // it takes the size of the canvas
}

async function open() {
  if (!window.DecompressionStream || !window.WebAssembly) {
    return refuse('这个浏览器太旧了：请用 2023 年以后的\nThis browser is too old: please use one from 2023 or later');
  }
  let code = 0;
  let part = 0;
  const show = () => fill('#bar', (code + part) / firstBytes);
  const codeHere = bytesAtLast('liubai.wasm.gz', length => { code = length; show(); });
  const partHere = bytesAtLast('part-0.zip', length => { part = length; show(); });
  Module.code = codeHere.then(unpacked);
  const running = new Promise(resolve => { Module.onRuntimeInitialized = resolve; });
  const program = document.createElement('script');
  program.textContent = new TextDecoder().decode(await unpacked(await bytesAtLast('liubai.js.gz', () => {})));
  document.body.append(program);
  await running;
  Module.FS.mkdir('/story');
  put(0, await partHere);
  await openTheKept();
  fill('#bar', 1);
  ready = true;
  door.classList.add('open');
  say(document.getElementById('say').dataset.ready);
  door.addEventListener('click', begin);
  door.addEventListener('keydown', event => { if (event.key === 'Enter' || event.key === ' ') begin(); });
  await fetchTheRest();
}

open();
