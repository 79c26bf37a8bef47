// A browser without a window: what it remembers outlives the page, of which one is open at a time.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';
import { CookieJar, JSDOM, VirtualConsole } from 'jsdom';

const { resolve } = createRequire(import.meta.url);

export class Browser {
  #cookies = new CookieJar();
  #stored = {};
  #window;

  /** Goes to a page that has these scripts, as its script elements; its window. */
  open(url, scripts) {
    this.#leave();
    const page = new JSDOM('<!doctype html><base href="/"><app-root></app-root>', {
      url,
      cookieJar: this.#cookies,
      runScripts: 'outside-only',
      virtualConsole: new VirtualConsole().sendTo(console),
    });
    this.#window = page.window;
    const { localStorage } = page.window;
    Object.entries(this.#stored).forEach(([key, value]) => localStorage.setItem(key, value));
    scripts.forEach((script) => run(page, script));
    return page.window;
  }

  /** jsdom keeps cookies beyond a page, but no local storage. */
  #leave() {
    if (this.#window) {
      this.#stored = { ...this.#window.localStorage };
      this.#window.close();
    }
  }
}

function run(page, script) {
  const filename = resolve(script);
  const source = readFileSync(filename, 'utf8');
  new vm.Script(source, { filename }).runInContext(page.getInternalVMContext());
}
