/** A round of Lake's test on the page: twenty questions, a person's answers, and what everybody else made of them. Knows no React. */

import { createStore } from 'zustand/vanilla';
import type { Trouble } from '../../../characters/trouble';
import { SHEET } from '../../../tasks/glyphs/sheets';
import type { OmniglotSpec } from '../fields';
import { fetchCheckpoints } from '../trained/checkpoints';
import type { Counted } from './measure';
import { lakeSpec, networkNames, type ReaderName } from './names';
import type { Asked, LakeEvent, LakeRequest, Read } from './protocol';
import type { Source } from './source';

/** Questions of a round. */
export const ROUND = SHEET;

/** A drawing's place, or that a person does not know. */
export type Answer = number | 'unknown';

/** What is asked, and who is. */
export interface Asking extends Pick<Source, 'asking' | 'alphabets'> {
  readonly readers: readonly ReaderName[];
  /** Whether the network of alphabets has not seen these. */
  readonly heldBack: boolean;
}

export interface RoundState {
  /** What is asked; null until the worker says so. */
  readonly source: Asking | null;
  /** Its number, from 0. */
  readonly round: number;
  readonly questions: readonly (Asked | undefined)[];
  readonly reads: readonly (Read | undefined)[];
  /** A person's, in order: as many as were answered. */
  readonly answers: readonly Answer[];
  readonly counted: readonly Counted[];
  readonly reading: boolean;
  readonly trouble: Trouble | null;
  /** Why there is no test; empty where its script could not be had, of which browsers say nothing. */
  readonly failed: string | null;
}

const fresh = { questions: [], reads: [], answers: [] } satisfies Partial<RoundState>;

type LakeWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

const ofBrowser = (): LakeWorker =>
  new Worker(new URL('./lakeWorker.ts', import.meta.url), { type: 'module' });

export class Round {
  readonly store = createStore<RoundState>(() => ({
    ...{ source: null, round: 0, counted: [], reading: false, trouble: null, failed: null },
    ...fresh,
  }));
  private readonly worker: LakeWorker;
  private measuring = false;

  constructor(
    { characters, seed }: Pick<OmniglotSpec, 'characters' | 'seed'>,
    round: number,
    createWorker: () => LakeWorker = ofBrowser,
    fetched: typeof fetchCheckpoints = fetchCheckpoints,
  ) {
    this.set({ round });
    this.worker = createWorker();
    this.worker.onmessage = ({ data }: MessageEvent<LakeEvent>) => this.hear(data);
    this.worker.onerror = ({ message = '' }) => this.set({ failed: message });
    const open = async () => {
      const { methods: states } = await fetched({ ...lakeSpec, methods: networkNames });
      this.send({ kind: 'open', wanted: characters, seed, states, folder: checkpoints() });
    };
    open().catch((error: unknown) => this.set({ failed: String(error) }));
  }

  dispose(): void {
    this.worker.terminate();
  }

  /** Takes the official questions from a file, and begins. */
  bring(name: string, content: Blob): void {
    this.set({ reading: true, trouble: null });
    this.send({ kind: 'archive', name, content });
  }

  refuse(trouble: Trouble): void {
    this.set({ reading: false, trouble });
  }

  begin(round: number): void {
    this.set({ round, ...fresh });
    this.ask(0);
    this.ask(1);
  }

  answer(answer: Answer): void {
    const answers = [...this.get().answers, answer].slice(0, ROUND);
    this.set({ answers });
    // The one after the next, so that none is waited for.
    this.ask(answers.length + 1);
    if (this.measuring) return;
    this.measuring = true;
    this.send({ kind: 'measure' });
  }

  private hear(event: LakeEvent): void {
    switch (event.kind) {
      case 'opened': {
        const { asking, alphabets, readers, heldBack } = event;
        this.measuring = false;
        this.set({ source: { asking, alphabets, readers, heldBack }, counted: [], reading: false });
        this.begin(this.get().round);
        return;
      }
      case 'refused':
        this.refuse(event.trouble);
        return;
      case 'question':
      case 'read': {
        // Of a round before.
        if (event.round !== this.get().round) return;
        const { questions, reads } = this.get();
        if (event.kind === 'question') this.set({ questions: put(questions, event) });
        else this.set({ reads: put(reads, event) });
        return;
      }
      case 'counted':
        this.set({ counted: event.counted });
        return;
      case 'failed':
        this.set({ failed: event.text });
        return;
      default:
        event satisfies never;
    }
  }

  private ask(index: number): void {
    if (index < ROUND) this.send({ kind: 'question', round: this.get().round, index });
  }

  private send(request: LakeRequest): void {
    this.worker.postMessage(request);
  }

  private get(): RoundState {
    return this.store.getState();
  }

  private set(change: Partial<RoundState>): void {
    this.store.setState(change);
  }
}

/** A list with one at its own place. */
function put<T extends { readonly index: number }>(
  list: readonly (T | undefined)[],
  one: T,
): (T | undefined)[] {
  const next = [...list];
  next[one.index] = one;
  return next;
}

/** A worker's own addresses begin elsewhere. */
const checkpoints = (): string =>
  new URL(`${import.meta.env.BASE_URL}checkpoints/`, document.baseURI).href;
