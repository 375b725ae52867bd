/**
 * Runs in browser storage, a place for each tab: so two tabs of one lab leave each other's runs alone. A run lies there in
 * parts, its head and each snapshot that is kept for looking back, so that putting it away again costs only what is new.
 */

import { forgetAll, namesFrom, putAwayAll, recallAll } from './autosave';
import type { Snapshot } from './experiment';
import { randomName } from './randomName';
import type { SavedRun } from './run';

/** What lies in storage of a run, but for its kept snapshots. */
interface Head<S extends Snapshot, Extra> {
  /** The address of the settings that it runs with, and of those that wait for a restart. */
  readonly running: string;
  readonly wanted: string;
  /** Which run it is: parts of another one lie about until they are forgotten. */
  readonly run: string;
  readonly saved: number;
  /** Meta-iterations of the snapshots that are kept. */
  readonly kept: readonly number[];
  readonly value: Omit<SavedRun<S>, 'kept'>;
  readonly extra: Extra;
}

export interface Recalled<S extends Snapshot, Extra> {
  readonly run: SavedRun<S>;
  readonly running: string;
  readonly extra: Extra;
}

/** Runs of other tabs that are kept, of one lab. */
const MOST_TABS = 4;

const TAB = 'tab';

function newName(): string {
  const name = randomName();
  sessionStorage.setItem(TAB, name);
  return name;
}

/** Takes a name for as long as this page lives. @returns whether nobody else has it */
const claim = (name: string): Promise<boolean> =>
  new Promise((resolve) => {
    navigator.locks
      .request(`${TAB} ${name}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : new Promise<void>(() => {});
      })
      // A page that may not have locks shares its name at worst.
      .catch(() => resolve(true));
  });

/** A name that outlives a reload, and that a tab which was copied from this one does not share. */
async function nameTab(): Promise<string> {
  const known = sessionStorage.getItem(TAB);
  if (navigator.locks === undefined) return known ?? newName();
  if (known !== null && (await claim(known))) return known;
  const name = newName();
  await claim(name);
  return name;
}

/** The name is the tab's: all labs of a page have the same. */
const named = new WeakMap<Storage, Promise<string>>();

async function tabName(): Promise<string> {
  try {
    const name = named.get(sessionStorage) ?? nameTab();
    named.set(sessionStorage, name);
    return await name;
  } catch {
    return 'nameless';
  }
}

export class Saver<S extends Snapshot, Extra> {
  private tab = '';
  private run = '';
  /** Meta-iterations of this run whose kept snapshots lie in storage. */
  private there = new Set<number>();
  /** What was put away last: its meta-iteration, and under which settings. */
  private savedAt = -1;
  private last = '';
  /** Names come before whatever is done with them. */
  private working: Promise<void>;
  private next: (() => Promise<void>) | null = null;

  constructor(private readonly lab: string) {
    this.begin();
    this.working = tabName().then((tab) => {
      this.tab = tab;
    });
  }

  /** A new run begins: what was put away before is of another one. */
  begin(): void {
    this.run = `${Date.now()} ${performance.now()}`;
    this.there = new Set();
    this.savedAt = -1;
  }

  /**
   * What was put away for settings with this address: this tab's, else the longest of all tabs.
   */
  async recall(address: string): Promise<Recalled<S, Extra> | null> {
    const mine = this.run;
    await this.working;
    const names = await namesFrom(`head ${this.lab} `);
    const heads = (await recallAll<Head<S, Extra>>(names)) ?? [];
    const fitting = names.flatMap((name, i) => {
      const head = heads[i];
      const fits = head !== undefined && (head.running === address || head.wanted === address);
      return fits ? [{ name, head, own: name === this.headName }] : [];
    });
    const [best] = fitting.toSorted(
      (a, b) =>
        Number(b.own) - Number(a.own) ||
        b.head.value.resume.iteration - a.head.value.resume.iteration,
    );
    if (best === undefined) return null;
    const { head } = best;
    const owner = best.name.slice(`head ${this.lab} `.length);
    const parts = await recallAll<S>(head.kept.map((at) => this.partName(owner, head.run, at)));
    const kept = (parts ?? []).filter((part): part is S => part !== undefined);
    // Another may have begun meanwhile.
    if (best.own && this.run === mine) {
      this.run = head.run;
      this.there = new Set(kept.map(({ iteration }) => iteration));
      this.savedAt = head.value.resume.iteration;
    }
    return { run: { ...head.value, kept }, running: head.running, extra: head.extra };
  }

  /** Puts the run away, unless it lies there as it is. */
  save(run: SavedRun<S>, running: string, wanted: string, extra: Extra): Promise<void> {
    const { kept, ...value } = run;
    const { iteration } = run.resume;
    const name = `${this.run} ${wanted}`;
    if (iteration === this.savedAt && name === this.last) return this.working;
    this.savedAt = iteration;
    this.last = name;
    const [own, there] = [this.run, this.there];
    const head: Head<S, Extra> = {
      running,
      wanted,
      run: own,
      saved: Date.now(),
      kept: kept.map((snapshot) => snapshot.iteration),
      value,
      extra,
    };
    const job = async () => {
      // One that still waits for its turn is overtaken.
      if (this.next !== job) return;
      const fresh = kept.filter((snapshot) => !there.has(snapshot.iteration));
      const done = await putAwayAll([
        ...fresh.map((snapshot): [string, unknown] => [
          this.partName(this.tab, own, snapshot.iteration),
          snapshot,
        ]),
        [this.headName, head],
      ]);
      if (done) for (const { iteration: at } of fresh) there.add(at);
    };
    this.next = job;
    this.working = this.working.then(job);
    return this.working;
  }

  /** Forgets what this tab has put away, and what lies about of runs that are over. */
  forget(): Promise<void> {
    const own = this.run;
    this.next = null;
    this.working = this.working.then(async () => {
      const mine = await namesFrom(this.partName(this.tab, own, ''));
      await forgetAll([this.headName, ...mine]);
    });
    return this.working;
  }

  /** Keeps what was put away last by a few tabs, and nothing of others. */
  async tidy(): Promise<void> {
    await this.working;
    const names = (await namesFrom(`head ${this.lab} `)).filter((name) => name !== this.headName);
    const heads = (await recallAll<Head<S, Extra>>(names)) ?? [];
    const ordered = names
      .map((name, i) => ({ name, head: heads[i] }))
      .toSorted((a, b) => (b.head?.saved ?? 0) - (a.head?.saved ?? 0));
    const kept = ordered.slice(0, MOST_TABS - 1).map(({ name, head }) => ({
      tab: name.slice(`head ${this.lab} `.length),
      run: head?.run ?? '',
    }));
    kept.push({ tab: this.tab, run: this.run });
    const parts = await namesFrom(`part ${this.lab} `);
    const stray = parts.filter(
      (name) => !kept.some(({ tab, run }) => name.startsWith(this.partName(tab, run, ''))),
    );
    await forgetAll([...ordered.slice(MOST_TABS - 1).map(({ name }) => name), ...stray]);
  }

  private get headName(): string {
    return `head ${this.lab} ${this.tab}`;
  }

  private partName(tab: string, run: string, at: number | ''): string {
    return `part ${this.lab} ${tab} ${run} ${at}`;
  }
}
