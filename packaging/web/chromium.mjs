// Chromium for check.mjs, driven through its debugging pipe: node alone is enough.
import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

export const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

export class Chromium {
  static async start(width, height) {
    const browser = new Chromium();
    browser.profile = mkdtempSync(join(tmpdir(), 'liubai-chromium-'));
    browser.process = spawn('chromium', ['--headless=new', '--no-sandbox', '--remote-debugging-pipe', '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader', '--hide-scrollbars', '--no-first-run', '--lang=en', `--user-data-dir=${browser.profile}`,
      `--window-size=${width},${height}`, 'about:blank'], {stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe']});
    browser.waiting = new Map();
    browser.last = 0;
    let text = '';
    browser.process.stdio[4].on('data', data => {
      text += data;
      for (let end; (end = text.indexOf('\0')) >= 0; text = text.slice(end + 1)) browser.hear(JSON.parse(text.slice(0, end)));
    });
    return browser;
  }

  hear(message) {
    if (message.id) {
      const {resolve, reject} = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (message.error) reject(new Error(message.error.message)); else resolve(message.result);
    } else if (this.page && message.sessionId === this.page.session) {
      this.page.hear(message.method, message.params);
    }
  }

  send(method, params = {}, sessionId = undefined) {
    const id = ++this.last;
    this.process.stdio[3].write(JSON.stringify({id, method, params, sessionId}) + '\0');
    return new Promise((resolve, reject) => this.waiting.set(id, {resolve, reject}));
  }

  async open(url, {width, height, scale = 1, touch = false}) {
    const {targetId} = await this.send('Target.createTarget', {url: 'about:blank'});
    const {sessionId} = await this.send('Target.attachToTarget', {targetId, flatten: true});
    this.page = new Page(this, sessionId);
    const page = this.page;
    for (const domain of ['Page', 'Runtime', 'Network', 'Log']) await page.send(domain + '.enable');
    await page.send('Emulation.setDeviceMetricsOverride', {width, height, deviceScaleFactor: scale, mobile: touch});
    if (touch) await page.send('Emulation.setTouchEmulationEnabled', {enabled: true});
    page.began = Date.now();
    await page.send('Page.navigate', {url});
    return page;
  }

  async close() {
    await this.send('Browser.close').catch(() => {});
    await new Promise(resolve => this.process.exitCode === null ? this.process.once('exit', resolve) : resolve());
    rmSync(this.profile, {recursive: true, force: true, maxRetries: 5, retryDelay: 200});
  }
}

class Page {
  constructor(browser, session) {
    this.browser = browser;
    this.session = session;
    this.bytes = 0; // that came over the network
    this.log = [];
    this.failures = [];
  }

  send(method, params) { return this.browser.send(method, params, this.session); }

  hear(method, params) {
    if (method === 'Network.loadingFinished') this.bytes += params.encodedDataLength;
    if (method === 'Runtime.consoleAPICalled') this.log.push(params.args.map(a => a.value ?? a.description).join(' '));
    if (method === 'Log.entryAdded') this.log.push(params.entry.text);
    if (method === 'Runtime.exceptionThrown') {
      this.failures.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
    }
  }

  async value(expression) {
    const {result, exceptionDetails} = await this.send('Runtime.evaluate', {expression, returnByValue: true, awaitPromise: true});
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async until(expression, seconds) {
    for (const end = Date.now() + 1000 * seconds; Date.now() < end; await pause(50)) {
      if (await this.value(expression).catch(() => false)) return; // it may be between two documents
    }
    throw new Error(`after ${seconds} s still not: ${expression}\n${this.log.join('\n')}`);
  }

  async picture(file) {
    const {data} = await this.send('Page.captureScreenshot', {format: 'png'});
    writeFileSync(file, Buffer.from(data, 'base64'));
  }

  async click(x, y) {
    for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased']) {
      await this.send('Input.dispatchMouseEvent', {type, x, y, button: type === 'mouseMoved' ? 'none' : 'left', clickCount: 1});
      await pause(60);
    }
  }

  async tap(x, y) {
    await this.send('Input.dispatchTouchEvent', {type: 'touchStart', touchPoints: [{x, y}]});
    await pause(60);
    await this.send('Input.dispatchTouchEvent', {type: 'touchEnd', touchPoints: []});
  }

  async press(key, code, number) {
    const event = {key, code, windowsVirtualKeyCode: number, nativeVirtualKeyCode: number};
    await this.send('Input.dispatchKeyEvent', {type: 'keyDown', ...event});
    await pause(60);
    await this.send('Input.dispatchKeyEvent', {type: 'keyUp', ...event});
  }
}
