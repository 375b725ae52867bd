/** Nobody is left out: no page has what axe finds, and each is walked and worked by keyboard alone. */

import { expect, type Page, test } from '@playwright/test';
import { Lab } from './lab';
import { violationsInBothThemes } from './violations';

/** Each page by its address, and how a person knows that it is there. */
interface Place {
  /** Before the hash. */
  readonly search?: string;
  readonly hash: string;
  readonly there: (page: Page) => Promise<void>;
}

const quick = 'metaBatch=2&hidden=8&testSteps=3&contenders=maml,reptile,random';
const visible = (selector: string) => async (page: Page) => {
  await expect(page.locator(selector).filter({ visible: true }).first()).toBeVisible({
    timeout: 60_000,
  });
};
const adapted = visible('figure [role=slider]');

const places = {
  root: { hash: '', there: visible('figure [role=slider], figure [tabindex="0"]') },
  regression: { hash: `#/regression?${quick}`, there: adapted },
  // Its rivals' rates are the last to come.
  optimizers: { hash: '#/optimizers', there: visible('summary:has-text("SGD")') },
  omniglot: {
    hash: '#/omniglot?preset=scratch&characters=procedural&methods=prototypical,pixels',
    there: visible('figure path'),
  },
  memory: {
    hash: '#/memory?characters=procedural&readers=mann,nearest',
    there: visible('figure path'),
  },
  lessons: { hash: '#/lessons', there: visible('h1') },
  'a lesson': {
    hash: '#/regression?lesson=two-loops&story=1',
    there: visible('section[data-lesson] button'),
  },
  map: { hash: '#/map', there: visible('h1') },
  lecture: { search: 'lecture=1&', hash: `#/regression?${quick}`, there: adapted },
  'a panel alone': {
    search: 'embed=1&show=plot,steps,task,heldOut,transport&',
    hash: `#/regression?${quick}`,
    there: async (page) => {
      await adapted(page);
      await visible('[data-part="transport"] button:enabled')(page);
      await visible('footer a[target]')(page);
    },
  },
  'Share…': {
    hash: `#/regression?${quick}`,
    there: async (page) => {
      await adapted(page);
      await page.getByRole('button', { name: /^(Share|分享)…$/ }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
} as const satisfies Readonly<Record<string, Place>>;

async function open(page: Page, place: Place, search = 'lang=en'): Promise<void> {
  // What stands in an address alone is no new page.
  await page.goto('about:blank');
  await page.goto(`./?${place.search ?? ''}${search}${place.hash}`);
  await place.there(page);
  if (!place.search?.includes('embed')) await expect(page.locator('header')).toBeVisible();
}

/** What comes when a person comes near. */
async function seeAll(page: Page): Promise<void> {
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  let before = -1;
  await expect
    .poll(async () => {
      const last = before;
      before = await height();
      for (let y = 0; y < before; y += 500) {
        await page.evaluate((top) => scrollTo(0, top), y);
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
      return before === last;
    })
    .toBe(true);
  await page.evaluate(() => scrollTo(0, 0));
}

for (const [name, place] of Object.entries(places)) {
  for (const lang of ['en', 'zh']) {
    test(`axe finds nothing, light and dark: ${name}, ${lang}`, async ({ page }) => {
      await open(page, place, `lang=${lang}&theme=light`);
      await expect(page.locator('html')).toHaveAttribute('lang', /^(en|zh)/);
      if (name !== 'Share…') await seeAll(page);
      expect(await violationsInBothThemes(page)).toEqual([]);
    });
  }
}

/** What the walk keeps in the page. */
interface Walk {
  /** What Tab must reach next; null at the end. */
  next: Element | null;
  readonly reached: Set<Element>;
}

/** Where the walk is: what holds the focus, and what is wrong with that. */
interface Stop {
  readonly name: string;
  readonly wrong: string;
  /** Whether styles say that it holds the focus; where they do not, pixels must. */
  readonly isMarked: boolean;
  readonly box: { x: number; y: number; width: number; height: number };
  readonly atEnd: boolean;
}

async function look(page: Page, within: string): Promise<Stop> {
  return page.evaluate((within) => {
    const of = window as unknown as { walk?: Walk };
    const tell = (element: Element | null) =>
      element === null
        ? 'nothing'
        : `${element.tagName.toLowerCase()} “${(
            element.getAttribute('aria-label') ??
            element.closest('label')?.textContent ??
            element.textContent ??
            ''
          )
            .trim()
            .slice(0, 50)}”`;
    /** What Tab stops at, in order: of radio buttons of one name the chosen one, or the first. */
    const stops = [
      ...document
        .querySelector(within)!
        .querySelectorAll<HTMLElement | SVGElement>(
          'a[href], button, input, select, textarea, summary, [tabindex]',
        ),
    ].filter((element) => {
      if (element.tabIndex < 0 || element.matches(':disabled') || element.closest('[inert]')) {
        return false;
      }
      if (!element.checkVisibility({ visibilityProperty: true })) return false;
      if (element.matches('summary:not(details > summary:first-of-type)')) return false;
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
      const group = [
        ...document.querySelectorAll<HTMLInputElement>(
          `input[type=radio][name="${CSS.escape(element.name)}"]`,
        ),
      ];
      return element === (group.find(({ checked }) => checked) ?? group[0]);
    });
    const now = document.activeElement;
    const isStart = now === document.body || now === null || now.matches(within);
    of.walk ??= { next: now, reached: new Set() };
    const { walk } = of;
    let wrong = '';
    let isMarked = true;
    const box = (now ?? document.body).getBoundingClientRect();
    const at = stops.indexOf(now as HTMLElement);
    // A browser makes what scrolls a stop of its own, where nothing in it is one.
    const scrolls =
      now !== null &&
      at < 0 &&
      !now.hasAttribute('tabindex') &&
      now.scrollHeight > now.clientHeight;
    if (!isStart && !scrolls) {
      if (walk.next !== now) wrong += `${tell(now)} in place of ${tell(walk.next)}; `;
      if (walk.reached.has(now!)) wrong += `${tell(now)} again; `;
      walk.reached.add(now!);
      const near = [now!, now!.closest('label'), now!.parentElement, now!.nextElementSibling];
      isMarked = [...near, ...now!.children].some((element) => {
        if (element === null) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
      });
      if (box.bottom <= 0 || box.top >= innerHeight) wrong += `${tell(now)} is out of sight; `;
    }
    if (!scrolls) walk.next = isStart ? (stops[0] ?? null) : (stops[at + 1] ?? null);
    const left = stops.filter((stop) => !walk.reached.has(stop));
    if (walk.next === null && left.length > 0)
      wrong += `never reached: ${left.map(tell).join(', ')}`;
    const { x, y, width, height } = box;
    const atEnd = walk.next === null;
    return { name: tell(now), wrong, isMarked, box: { x, y, width, height }, atEnd };
  }, within);
}

/** Whether what holds the focus looks otherwise without it: thumbs of sliders and dots of charts are marked within. */
async function differsFocused(page: Page, { box }: Stop): Promise<boolean> {
  const margin = 14;
  const clip = {
    x: Math.max(0, box.x - margin),
    y: Math.max(0, box.y - margin),
    width: box.width + 2 * margin,
    height: box.height + 2 * margin,
  };
  const shot = () => page.screenshot({ clip, animations: 'disabled' });
  const focused = await shot();
  // Tab goes on from where it was.
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  return !(await shot()).equals(focused);
}

for (const [name, place] of Object.entries(places)) {
  test(`Tab goes through everything in order: ${name}`, async ({ page }) => {
    const within = name === 'Share…' ? 'dialog[open]' : 'body';
    await open(page, place);
    if (name !== 'Share…') await seeAll(page);
    await page.locator(within).locator('a, button').first().focus();
    const names: string[] = [];
    const wrong: string[] = [];
    for (let press = 0; press < 400; press++) {
      const stop = await look(page, within);
      names.push(stop.name);
      if (stop.wrong !== '') wrong.push(stop.wrong);
      if (!stop.isMarked && !(await differsFocused(page, stop))) {
        wrong.push(`the focus of ${stop.name} is not seen`);
      }
      if (stop.atEnd) break;
      await page.keyboard.press('Tab');
    }
    test.info().annotations.push({ type: 'stops', description: `${names.length}` });
    expect(wrong).toEqual([]);
    expect(names.length).toBeGreaterThan(10);
    const last = await page.evaluateHandle(() => document.activeElement);
    await page.keyboard.press('Tab');
    expect(await last.evaluate((element) => element !== document.activeElement)).toBe(true);
  });
}

/** Tab until the control of this name holds the focus. */
async function reach(page: Page, name: string | RegExp): Promise<void> {
  const nameOf = () =>
    page.evaluate(() => {
      const now = document.activeElement;
      if (now === null || now === document.body) return '';
      const labels = [...((now as HTMLInputElement).labels ?? [])].map((l) => l.textContent);
      return (now.getAttribute('aria-label') ?? (labels.join(' ') || now.textContent) ?? '').trim();
    });
  for (let press = 0; press < 250; press++) {
    const now = await nameOf();
    if (typeof name === 'string' ? now === name : name.test(now)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} is out of reach`);
}

test('a lab is worked from its preset to its share dialog by keyboard alone', async ({ page }) => {
  test.slow();
  const lab = new Lab(page);
  const press = (key: string) => page.keyboard.press(key);
  await open(page, places.regression);

  await reach(page, 'Preset');
  await press('ArrowDown');
  await expect(page).toHaveURL(/preset=sinusoid-10shot/);
  await lab.adapted();

  await reach(page, 'Shots K, exact value');
  await press('Control+A');
  await page.keyboard.type('7');
  await press('Enter');
  await expect(page).toHaveURL(/shots=7/);

  await reach(page, 'Step');
  await press('Enter');
  await expect.poll(() => lab.iteration()).toBe(1);
  await reach(page, 'Train');
  await press('Enter');
  await expect.poll(() => lab.iteration()).toBeGreaterThan(5);
  await press('Space');
  await expect(lab.status).toContainText('paused');

  await reach(page, /^Support point 1/);
  await press('ArrowUp');
  await expect(page).toHaveURL(/points=/);
  await reach(page, 'Gradient steps');
  const before = Number(await lab.steps.inputValue());
  await press('ArrowRight');
  await expect(lab.steps).toHaveValue(`${before + 1}`);
  await reach(page, 'New task');
  await press('Enter');
  await expect(page).not.toHaveURL(/points=/);

  await reach(page, 'Data table');
  await press('Enter');
  await expect(page.getByRole('table').first()).toBeVisible();
  await press('Enter');

  await reach(page, 'Meta-iteration');
  await press('Home');
  await expect(lab.lookBack).toHaveValue('0');

  await reach(page, 'Tour');
  await press('Enter');
  await expect(page).toHaveURL(/story=1/);
  await reach(page, 'Leave the tour');
  await press('Enter');
  await expect(page).not.toHaveURL(/story=1/);

  await reach(page, 'Share…');
  await press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await expect(dialog).toBeVisible();
  await reach(page, 'Cite');
  await press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'BibTeX' })).toHaveValue(
    /@software\{innerloop,/,
  );
  await press('Escape');
  await expect(dialog).toBeHidden();
  await expect(lab.button('Share…')).toBeFocused();

  await reach(page, 'Dark theme');
  await press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await reach(page, '中文');
  await press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
  await reach(page, '演讲模式');
  await press('Enter');
  await expect(page).toHaveURL(/lecture=1/);
});

test('Share… cites what is in sight: links to its papers, and BibTeX that is copied', async ({
  page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, places.regression);
  await page.getByRole('button', { name: 'Share…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await dialog.getByRole('button', { name: 'Cite' }).click();
  await expect(dialog.getByRole('link')).toHaveText(['arXiv 1703.03400', 'arXiv 1803.02999']);
  const link = dialog.getByRole('link').first();
  await expect(link).toHaveAttribute('href', 'https://arxiv.org/abs/1703.03400');
  await expect(link).toHaveAttribute('rel', 'noreferrer');
  await dialog.getByRole('button', { name: 'Copy BibTeX' }).click();
  await expect(dialog.getByRole('button', { name: 'BibTeX copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.match(/^@\w+\{\w+/gm)).toEqual([
    ...['@software{innerloop', '@inproceedings{finn2017', '@misc{nichol2018'],
  ]);
});

test('arXiv numbers of settings and methods lead to their papers', async ({ page }) => {
  await open(page, { hash: '#/regression?preset=anil', there: adapted });
  const settings = page.getByRole('complementary', { name: 'Settings' });
  const link = settings.getByRole('link', { name: 'arXiv 1909.09157' });
  await expect(link).toHaveAttribute('href', 'https://arxiv.org/abs/1909.09157');
  await page.getByRole('heading', { name: 'How each one learns' }).scrollIntoViewIfNeeded();
  await expect(page.getByRole('link', { name: 'arXiv 1703.03400' }).first()).toHaveAttribute(
    'href',
    'https://arxiv.org/abs/1703.03400',
  );
});
