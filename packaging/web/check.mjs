// What packaging/check_web.sh runs: node check.mjs URL SINGLE-PAGE PICTURES DUMP
// Plays in Chromium: with mouse and keys from a server, with a finger on a phone's screen from a file; then opens the
// server's replay.html, whose frames must be those in DUMP. Throws when something is not as it should be. Screenshots go to
// the folder PICTURES.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {Chromium, pause} from './chromium.mjs';

const [url, single, pictures, dump] = process.argv.slice(2);
const kLines = 10;
const kAutosaveComes = 2000; // milliseconds after the last line
const kTitleAppears = 9000;  // without a graphics card

const kOpen = `document.getElementById('door')?.classList.contains('open')`;
// The head of the autosave, by which a line is known; '' = there is none.
const kSaved = `(() => {
  const {FS} = Module, root = '/libsdl/liubai/stories/';
  try {
    const key = FS.readdir(root).find(name => name[0] !== '.');
    return JSON.stringify(JSON.parse(FS.readFile(root + key + '/slots/auto.json', {encoding: 'utf8'})).game.place);
  } catch (none) { return ''; }
})()`;

const kEnter = ['Enter', 'Enter', 13];
const kSpace = [' ', 'Space', 32];

async function end(browser, page) {
  assert.deepEqual(page.failures, []);
  await browser.close();
}

async function readOn(saved, once) {
  const places = new Set([await saved()].filter(Boolean));
  for (let tries = 0; places.size < kLines && tries < 8 * kLines; ++tries) {
    await once();
    await pause(1500); // an autosave comes when a second has passed without a change
    const place = await saved();
    if (place) places.add(place);
  }
  assert(places.size >= kLines, `only ${places.size} lines were read`);
}

async function mouseAndKeys() {
  const browser = await Chromium.start(1280, 720);
  const page = await browser.open(url, {width: 1280, height: 720});
  await page.until(`!!document.getElementById('bar')`, 30);
  await page.picture(join(pictures, 'loading.png'));
  await page.until(kOpen, 60);
  console.log(`may be started after ${Date.now() - page.began} ms`);
  await page.picture(join(pictures, 'door.png'));
  await page.click(640, 360);
  await pause(2500);
  await page.picture(join(pictures, 'language.png'));
  await page.press(...kEnter);
  await pause(4000);
  await page.picture(join(pictures, 'title.png'));
  await page.press(...kEnter);
  const saved = () => page.value(kSaved);
  await readOn(saved, () => page.press(...kSpace));
  await page.click(640, 300);
  await pause(kAutosaveComes);
  await page.picture(join(pictures, 'line.png'));
  const place = await saved();
  await page.until(`document.getElementById('late')?.classList.contains('done')`, 120);
  console.log(`${page.bytes} bytes came in all`);
  await page.send('Page.reload');
  await pause(500);
  await page.until(kOpen, 60);
  assert.equal(await saved(), place);
  await page.click(640, 360);
  await pause(kTitleAppears);
  await page.picture(join(pictures, 'title_again.png'));
  await page.press(...kEnter);
  await pause(3000);
  await page.picture(join(pictures, 'line_again.png'));
  assert.equal(await saved(), place);
  for (let tries = 0; await saved() === place && tries < 8; ++tries) {
    await page.press(...kSpace);
    await pause(1500);
  }
  const before = JSON.parse(place);
  const next = JSON.parse(await saved());
  assert(next.scene === before.scene && next.step > before.step && next.step < before.step + 6, `from ${place} it goes on to ${await saved()}`);
  await end(browser, page);
}

async function finger() {
  const browser = await Chromium.start(390, 844);
  const page = await browser.open(pathToFileURL(single).href, {width: 390, height: 844, scale: 3, touch: true});
  await page.until(kOpen, 60);
  console.log(`the single page may be started after ${Date.now() - page.began} ms`);
  await page.picture(join(pictures, 'phone_door.png'));
  await page.tap(195, 420);
  await pause(3000);
  await page.picture(join(pictures, 'phone_language.png'));
  await page.tap(285, 388); // English
  await pause(kTitleAppears);
  await page.picture(join(pictures, 'phone_title.png'));
  await page.tap(195, 660); // begin
  await pause(3000);
  await page.picture(join(pictures, 'phone_begun.png'));
  await readOn(() => page.value(kSaved), () => page.tap(195, 300));
  await page.picture(join(pictures, 'phone_line.png'));
  await end(browser, page);
}

async function replay() {
  const browser = await Chromium.start(1280, 720);
  const page = await browser.open(url + 'replay.html', {width: 1280, height: 720});
  await page.until('window.dump !== undefined', 120);
  const here = (await page.value('window.dump')).split('\n');
  const there = readFileSync(dump, 'utf8').split('\n');
  const different = there.findIndex((line, i) => line !== here[i]);
  assert.equal(different, -1, `line ${different + 1} of the dump is\n  ${here[different]}\nand not\n  ${there[different]}`);
  console.log(here.at(-2));
  await end(browser, page);
}

await mouseAndKeys();
await finger();
await replay();
