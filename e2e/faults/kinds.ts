/** What can be broken under a page that trains, and how. */

import type { FaultName } from '../../src/cli/commands.mjs';
import type { Page } from '../browsers/page';
import type { BrowserName } from './browsers';
import { asked, breakWorker, SILENCE, type WorkerFault } from './inWorker';
import { waitFor } from './patience';

export interface Fault {
  readonly what: string;
  /** Breaks something, and resolves once it is broken. */
  readonly strike: (page: Page) => Promise<void>;
  /** Runs in the page before its own scripts, and sees nothing of this file. */
  readonly before?: () => void;
  /** The engine that the run is on until it is struck, as an address names it and as the page calls it. */
  readonly engine?: readonly [name: string, label: string];
  /** The page says that the run goes on from a meta-iteration. */
  readonly resumes?: boolean;
  /** The run comes back paused. */
  readonly rests?: boolean;
  /** Errors that the browser itself reports of it. */
  readonly reported?: RegExp;
  /** Where it cannot be injected, and why. */
  readonly impossible?: Partial<Record<BrowserName, string>>;
}

const inWorker = (act: WorkerFault) => (page: Page) =>
  page.driver.evaluate(breakWorker, asked(act));

/** The run is put away when it pauses. */
async function pauseAndTrain(page: Page): Promise<void> {
  await page.click({ role: 'button', name: 'Pause' });
  await page.click({ role: 'button', name: 'Train' });
}

/** Runs in the page: wraps each text as translating browsers do, and each that comes. */
function translate(): void {
  const wrap = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Node[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement?.closest('font, script, style, option, svg') === null)
        texts.push(node);
    }
    for (const node of texts) {
      const font = document.createElement('font');
      node.parentNode?.replaceChild(font, node);
      font.append(node.textContent ?? '');
    }
  };
  wrap(document.body);
  new MutationObserver(() => wrap(document.body)).observe(document.body, {
    subtree: true,
    childList: true,
  });
}

/** All that the command knows by name. */
export const faults: Readonly<Record<FaultName, Fault>> = {
  killed: { what: 'worker killed', strike: inWorker('die'), resumes: true },
  error: {
    what: 'error in the worker',
    strike: inWorker('throw'),
    resumes: true,
    reported: /cosmic ray/,
  },
  silent: {
    what: `worker silent for ${SILENCE / 1000} s`,
    strike: async (page) => {
      const silence = inWorker('block')(page);
      // The page must say so meanwhile, and stop once the worker is back.
      await waitFor('the silence being told', async () =>
        (await page.alerts()).includes('long piece of work'),
      );
      await silence;
      await waitFor(
        'the silence being over',
        async () => !(await page.alerts()).includes('long piece of work'),
      );
    },
  },
  'webgl-lost': {
    what: 'WebGL context lost',
    engine: ['tfjs-webgl', 'WebGL'],
    strike: inWorker('loseWebGL'),
    resumes: true,
    impossible: {
      firefox: 'it gives no WebGL 2 context without a screen',
      webkit: 'it gives no WebGL 2 context here',
    },
  },
  'webgpu-lost': {
    what: 'WebGPU device lost',
    engine: ['tfjs-webgpu', 'WebGPU'],
    strike: inWorker('loseWebGPU'),
    resumes: true,
    impossible: {
      firefox: 'it has no WebGPU here',
      webkit: 'it has no WebGPU here',
    },
  },
  'storage-silent': {
    what: 'storage that never answers',
    before: () => {
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
    },
    strike: pauseAndTrain,
  },
  'storage-full': {
    what: 'storage full',
    before: () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
    strike: pauseAndTrain,
  },
  chunk: {
    what: 'part of the page missing',
    strike: async (page) => {
      // The server withholds what this names.
      await page.driver.evaluate(() => {
        // biome-ignore lint/suspicious/noDocumentCookie: the one thing that every later request carries
        document.cookie = 'withheld=OptimizerLab-';
      }, null);
      await page.click({ role: 'link', name: 'Optimizers' });
      await waitFor('Try again', async () => {
        return (await page.see({ role: 'button', name: 'Try again' })) !== null;
      });
      await page.back('#/regression');
    },
    rests: true,
    reported: /OptimizerLab-|404|not-loaded/,
  },
  translated: {
    what: 'page translated',
    strike: async (page) => {
      await page.driver.evaluate(translate, null);
      await pauseAndTrain(page);
    },
  },
  closed: {
    what: 'tab closed in training',
    strike: (page) => page.driver.reopen(),
    rests: true,
  },
  reload: {
    what: 'page loaded again in training',
    strike: (page) => page.reload(),
    rests: true,
  },
};
