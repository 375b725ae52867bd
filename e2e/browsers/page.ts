/** What a person sees of the page and does with it, in any browser. */

import { expect } from '@playwright/test';
import type { Driver, Place } from './driver';
import { HOST } from './host';

/** Elements by what they are to a person. */
const roles = {
  alert: '[role=alert]',
  application: '[role=application]',
  button: 'button',
  dialog: '[role=dialog], dialog',
  figure: 'figure',
  file: 'input[type=file]',
  link: 'a[href]',
  list: 'ul',
  main: 'main',
  menuitem: '[role=menuitem]',
  region: 'section[aria-label]',
  slider: '[role=slider]',
  status: '[role=status]',
} as const;

export interface Target {
  readonly role: keyof typeof roles;
  /** The whole accessible name, or what it matches. */
  readonly name?: string | RegExp;
  /** The element around it. */
  readonly within?: Target;
}

/** An element in sight. */
interface Seen {
  readonly text: string;
  readonly valueText: string | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Whether a pointer at its centre meets it, and nothing that lies above it. */
  readonly reachable: boolean;
}

interface Query {
  readonly selector: string;
  readonly name: string | null;
}

/** Queries from the outermost element to the innermost. */
function queriesOf({ role, name, within }: Target): Query[] {
  const pattern =
    name === undefined
      ? null
      : name instanceof RegExp
        ? name.source
        : `^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`;
  return [
    ...(within === undefined ? [] : queriesOf(within)),
    { selector: roles[role], name: pattern },
  ];
}

/** Runs in the page: the first element that is meant, or null while there is none. */
function look({ queries, scroll }: { queries: Query[]; scroll: boolean }): Seen | null {
  const nameOf = (element: Element): string => {
    const labelled = element.getAttribute('aria-labelledby');
    const name =
      labelled === null
        ? (element.getAttribute('aria-label') ?? element.textContent)
        : document.getElementById(labelled)?.textContent;
    return (name ?? '').trim();
  };
  let around: ParentNode = document;
  for (const { selector, name } of queries) {
    const pattern = new RegExp(name ?? '');
    const next: Element | undefined = [...around.querySelectorAll(selector)].find((element) =>
      pattern.test(nameOf(element)),
    );
    if (next === undefined) return null;
    around = next;
  }
  const element = around as HTMLElement;
  if (scroll) element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = element.getBoundingClientRect();
  const met = document.elementFromPoint(x + width / 2, y + height / 2);
  return {
    text: element.innerText ?? element.textContent ?? '',
    valueText: element.getAttribute('aria-valuetext'),
    ...{ x, y, width, height },
    reachable: !element.matches(':disabled') && met !== null && element.contains(met),
  };
}

export class Page {
  /** Makes every load a load: an address that differs by its hash alone is only another place of the same document. */
  private loads = 0;

  constructor(
    readonly driver: Driver,
    private readonly base: string,
    /** What its addresses ask of the server besides: `&name=value`. */
    private readonly query = '',
  ) {}

  /**
   * Loads the page anew, at this hash.
   *
   * @param query what stands before it, from its `&` on
   */
  async open(hash: string, query = ''): Promise<void> {
    this.loads += 1;
    await this.driver.open(`${this.base}?load=${this.loads}${this.query}${query}${hash}`);
  }

  /** Loads a page of somebody else's that has these within it, by what follows the page's own address. */
  openFrames(addresses: readonly string[]): Promise<void> {
    const query = new URLSearchParams(addresses.map((address) => ['frame', address]));
    return this.driver.open(`${this.base}${HOST}?${query}`);
  }

  /** What each of them says. */
  framesText(): Promise<readonly string[]> {
    return this.driver.evaluate(
      () =>
        [...document.querySelectorAll('iframe')].map(
          ({ contentDocument }) => contentDocument?.body?.innerText ?? '',
        ),
      null,
    );
  }

  /** Loads the same address again. */
  async reload(): Promise<void> {
    await this.driver.evaluate(() => {
      Object.assign(document, { old: true });
      location.reload();
    }, null);
    await this.until(() => !('old' in document));
  }

  /** Goes back by the browser's history, to an address with this hash. */
  async back(hash: string): Promise<void> {
    await this.driver.evaluate(() => history.back(), null);
    await this.until((there) => location.hash.startsWith(there), hash);
  }

  see(target: Target): Promise<Seen | null> {
    return this.driver.evaluate(look, { queries: queriesOf(target), scroll: false });
  }

  /** What an element says; nothing while it is not there. */
  async text(target: Target): Promise<string> {
    return (await this.see(target))?.text ?? '';
  }

  /** What stands beside Train: where the run is, and how it goes. */
  status(): Promise<string> {
    return this.text({ role: 'status', name: /meta-iteration/ });
  }

  async iteration(): Promise<number> {
    const [, count] = /meta-iteration\s*([\d,]+)/.exec(await this.status()) ?? [];
    return Number(count?.replaceAll(',', ''));
  }

  /** All that the page says beside its charts: notices, and that it waits. */
  alerts(): Promise<string> {
    return this.driver.evaluate(
      (alert) => [...document.querySelectorAll(alert)].map((one) => one.textContent).join('\n'),
      roles.alert,
    );
  }

  async click(target: Target): Promise<void> {
    const { x, y, width, height } = await this.reach(target);
    await this.driver.drag([{ x: x + width / 2, y: y + height / 2 }]);
  }

  /** Draws with the pointer over an element, between places given in parts of its sides. */
  async draw(target: Target, corners: readonly Place[]): Promise<void> {
    const { x, y, width, height } = await this.reach(target);
    await this.driver.drag(
      wayOver(corners.map((corner) => ({ x: x + corner.x * width, y: y + corner.y * height }))),
    );
  }

  /** Drags an element by its centre. */
  async dragBy(target: Target, by: Place): Promise<void> {
    const { x, y, width, height } = await this.reach(target);
    const from = { x: x + width / 2, y: y + height / 2 };
    await this.driver.drag(wayOver([from, { x: from.x + by.x, y: from.y + by.y }]));
  }

  choose(name: string, file: string): Promise<void> {
    return this.driver.choose(`${roles.file}[aria-label="${name}"]`, file);
  }

  /** Waits while one document goes and the next comes; between them there is none to ask. */
  private async until(there: (hash: string) => boolean, hash = ''): Promise<void> {
    await expect(async () => {
      expect(await this.driver.evaluate(there, hash)).toBe(true);
    }).toPass({ timeout: 60_000 });
  }

  /** Where an element lies, once a pointer can get at it and it rests. */
  private async reach(target: Target): Promise<Seen> {
    const queries = queriesOf(target);
    let rested: Seen | null = null;
    await expect(async () => {
      const first = await this.driver.evaluate(look, { queries, scroll: true });
      const second = await this.driver.evaluate(look, { queries, scroll: false });
      expect(first, `${target.role} ${target.name ?? ''}`).not.toBeNull();
      expect(second).toMatchObject({ x: first!.x, y: first!.y, reachable: true });
      rested = second;
    }).toPass({ timeout: 60_000 });
    return rested!;
  }
}

/** How many moves a straight way is made of. */
const MOVES = 5;

/** Places on the way over all corners. */
function wayOver(corners: readonly Place[]): Place[] {
  return corners.flatMap((to, i) => {
    const from = corners[i - 1];
    if (from === undefined) return [to];
    return Array.from({ length: MOVES }, (_, k) => {
      const part = (k + 1) / MOVES;
      return { x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y) };
    });
  });
}
