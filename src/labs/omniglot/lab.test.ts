import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { blank } from '../../characters/drawing';
import { FakeWorker } from '../../session/fakeWorker';
import { noticesStore } from '../../session/notices';
import type { Command } from '../../session/protocol';
import { PIXELS } from '../../tasks/glyphs/glyphs';
import { loadWords, words } from '../../words/words';
import { pixelsOf } from './draw/pad';
import type { DrawQuestion, GivenQuestion } from './draw/question';
import type { EpisodeAnswer, EpisodeQuestion } from './episode/question';
import { QUERY } from './fields';
import { openOmniglot } from './lab';
import type { OmniglotSnapshot } from './methods/snapshot';

const shipped = (name: string) =>
  readFileSync(new URL(`../../../public/checkpoints/${name}.json`, import.meta.url), 'utf8');

/** Starts at once. */
class LabWorker extends FakeWorker {
  static all: LabWorker[] = [];
  constructor() {
    super();
    LabWorker.all.push(this);
  }
  override postMessage(command: Command) {
    super.postMessage(command);
    if (command.type !== 'start') return;
    this.say({ type: 'started', runId: command.runId, engine: 'simd', skipped: [] });
  }
  get resume() {
    return this.told('start').at(-1)!.resume as OmniglotSnapshot | null;
  }
  question<Q>(kind: string) {
    const probe = this.told('probe').findLast((p) => p.kind === kind)!;
    return { ...probe, question: probe.question as Q };
  }
  answer(kind: string, answer: object) {
    const { probeId } = this.question(kind);
    this.say({ type: 'answer', runId: this.runId, probeId, kind, answer });
  }
}

const labs: { dispose(): void }[] = [];
async function open(address: string) {
  const make = () => new LabWorker() as unknown as Worker;
  const { lab } = openOmniglot(new URLSearchParams(`engine=simd&${address}`), make);
  labs.push(lab);
  await lab.open();
  return { lab, worker: LabWorker.all.at(-1)!, state: () => lab.store.getState() };
}

beforeAll(() => loadWords('contenders', 'files', 'omniglot', 'characters'));
beforeEach(() => {
  LabWorker.all = [];
  noticesStore.setState({ notices: [] });
  const listeners = { addEventListener: () => {}, removeEventListener: () => {} };
  vi.stubGlobal('document', { hidden: false, ...listeners });
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  vi.stubGlobal('navigator', { userAgent: 'a test' });
  vi.stubGlobal('sessionStorage', { getItem: () => 'tab', setItem: () => {} });
  vi.stubGlobal('fetch', async (file: string) => {
    const name = /checkpoints\/(.*)\.json/.exec(file)![1]!;
    return name === 'omniglot-fomaml-5way-1shot'
      ? new Response('', { status: 404 })
      : new Response(shipped(name));
  });
});
afterEach(() => {
  for (const lab of labs.splice(0)) lab.dispose();
  vi.unstubAllGlobals();
});

describe('where a run of the Omniglot lab begins', () => {
  it('is with the shipped methods, and those that there are none of are named', async () => {
    const { worker, state } = await open('methods=maml,fomaml,metasgd,prototypical,pixels');
    expect(Object.keys(worker.resume!.methods)).toEqual(['maml', 'prototypical']);
    expect(state().origin.maml).toMatchObject({ method: 'maml', ways: 5 });
    const { message, hint } = noticesStore.getState().notices.at(-1)!;
    expect(message(words())).toBe('Some methods begin untrained.');
    expect(hint!(words())).toMatch(
      /First-order MAML: checkpoints\/omniglot-fomaml.*404; Meta-SGD: it is not shipped trained/,
    );
  });

  it('is from scratch at full rates when a person wants that, by one press', async () => {
    const { lab, worker, state } = await open('methods=prototypical,pixels');
    expect(worker.resume).not.toBeNull();
    lab.change('begin', 'scratch');
    expect(state().spec).toMatchObject({ begin: 'scratch', metaRate: 0.001, reptileOuter: 1 });
    lab.reset();
    await expect.poll(() => worker.told('start').length).toBe(2);
    expect(worker.resume).toBeNull();
    expect(state().origin).toEqual({});
    expect(lab.address.get('preset')).toBe('omniglot-5way-1shot');
  });

  it('is the preset of the menu, its methods among it', async () => {
    const { lab, worker } = await open('methods=maml,pixels');
    lab.choosePreset('scratch');
    lab.reset();
    await expect.poll(() => worker.told('start').length).toBe(2);
    const { spec } = worker.told('start').at(-1)!;
    expect(spec).toMatchObject({
      begin: 'scratch',
      methods: ['maml', 'prototypical', 'pixels'],
      filters: 16,
    });
    expect(worker.resume).toBeNull();
  });
});

it('hides a method that is unticked, and neither asks nor begins anew for that', async () => {
  const { lab, worker } = await open('methods=prototypical,pixels');
  const before = worker.commands.length;
  lab.change('methods', ['pixels']);
  expect(lab.pending()).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 250));
  expect(worker.commands.slice(before)).toEqual([]);
});

const episodeOf = (number: number, replaced: readonly number[] = []): EpisodeAnswer => ({
  ...{ iteration: 0, number, source: 'procedural', ways: 5, shots: 1, statistics: 'paper' },
  replaced,
  support: new Float32Array(5 * PIXELS).fill(number + 1),
  query: new Float32Array(15 * PIXELS),
  labels: Array.from({ length: 15 }, (_, i) => i % 5),
  names: ['a', 'b', 'c', 'd', 'e'],
  ...{ methods: {}, times: {}, complete: false },
});

it('shows the drawings of a new episode as soon as they come, and no late ones of the last', async () => {
  const { lab, worker, state } = await open('methods=pixels');
  worker.answer('episode', episodeOf(0));
  expect(state().answers.episode).toMatchObject({ number: 0, complete: false });
  lab.forgetAnswer('episode');
  lab.see({ episode: 1 }, 'episode');
  const { question, urgent } = worker.question<EpisodeQuestion>('episode');
  expect([question.number, urgent]).toEqual([1, true]);
  worker.answer('episode', episodeOf(0));
  expect(state().answers.episode).toBeNull();
  worker.answer('episode', episodeOf(1));
  expect(state().answers.episode?.number).toBe(1);
});

describe('what is drawn', () => {
  it('is classified with the task’s support set, anew at every change, at once also while training', async () => {
    const { lab, worker } = await open('methods=pixels');
    // Nobody knows yet what it is to be told from.
    expect(worker.told('probe').some(({ kind }) => kind === 'draw')).toBe(false);
    worker.answer('episode', episodeOf(0));
    const { question: first } = worker.question<DrawQuestion>('draw');
    expect(first).toMatchObject({ at: 'now', shots: 1, support: episodeOf(0).support });
    lab.train();
    worker.answer('draw', { iteration: 0, methods: {}, times: {} });
    lab.pad.draw(0, { ...lab.pad.store.getState().query });
    const { question, urgent } = worker.question<DrawQuestion>('draw');
    expect(urgent).toBe(true);
    expect(question.support.subarray(0, PIXELS)).toEqual(question.query);
    expect(question.support.subarray(PIXELS)).toEqual(first.support.subarray(PIXELS));
  });

  it('takes the place of support drawings for the whole task, until it is given back', async () => {
    const { lab, worker, state } = await open('methods=pixels');
    const asked = () => worker.question<EpisodeQuestion>('episode').question.replaced;
    worker.answer('episode', { ...episodeOf(0), complete: true });
    expect(asked().places).toEqual([]);
    const { query } = lab.pad.store.getState();
    lab.pad.draw(3, { ...query });
    expect(asked()).toEqual({ places: [3], images: pixelsOf(query) });
    // What is said of the task without it comes too late.
    worker.answer('episode', episodeOf(0));
    expect(state().answers.episode).toMatchObject({ complete: true });
    worker.answer('episode', { ...episodeOf(0, [3]), complete: true });
    expect(state().answers.episode).toMatchObject({ replaced: [3] });
    lab.pad.give(3);
    // It is known what they say of the task as it was.
    expect(state().answers.episode).toMatchObject({ replaced: [] });
  });

  it('stays with the task that it was drawn for; the query goes along', async () => {
    const { lab, worker } = await open('methods=pixels');
    worker.answer('episode', episodeOf(0));
    const { query } = lab.pad.store.getState();
    lab.pad.draw(0, { ...query });
    lab.pad.draw(QUERY, { ...query });
    lab.see({ episode: 1 }, 'episode');
    expect(worker.question<EpisodeQuestion>('episode').question).toMatchObject({
      number: 1,
      replaced: { places: [] },
    });
    expect([...lab.pad.drawn.keys()]).toEqual([QUERY]);
    worker.answer('episode', episodeOf(1));
    const { support } = worker.question<DrawQuestion>('draw').question;
    expect(support).toEqual(episodeOf(1).support);
  });

  it('is in the address, and drawn again from there', async () => {
    const { lab, worker } = await open('methods=pixels');
    worker.answer('episode', episodeOf(0));
    expect(lab.address.has('drawings')).toBe(false);
    const { query, drawings } = lab.pad.store.getState();
    lab.pad.draw(0, { ...query });
    lab.pad.draw(1, blank);
    const text = lab.address.get('drawings')!;
    const { lab: again, worker: other } = await open(`methods=pixels&drawings=${text}`);
    expect(other.question<EpisodeQuestion>('episode').question.replaced.places).toEqual([0]);
    other.answer('episode', episodeOf(0, [0]));
    const { drawings: there } = again.pad.store.getState();
    expect(there[0]).toMatchObject({ kind: 'strokes' });
    expect(there[0]).not.toEqual(drawings[0]);
    expect(there[1]).toEqual(blank);
    expect(there[2]).toEqual(drawings[2]);
    expect(again.address.get('drawings')).toBe(text);
    lab.pad.restore();
    expect(lab.address.has('drawings')).toBe(false);
  });

  it('has no answer while something is missing, not even a late one', async () => {
    const { lab, worker, state } = await open('methods=pixels');
    worker.answer('episode', episodeOf(0));
    const answer = { iteration: 0, methods: { pixels: [new Float32Array(5)] }, times: {} };
    worker.answer('draw', answer);
    expect(state().answers.draw).not.toBeNull();
    lab.pad.draw(2, blank);
    expect(state().answers.draw).toBeNull();
    worker.answer('draw', answer);
    expect(state().answers.draw).toBeNull();
  });

  it('gives way to a given character, in a new run too', async () => {
    const { lab, worker } = await open('methods=pixels&ways=6&begin=scratch');
    lab.pad.give(QUERY);
    const wanted = () => worker.question<GivenQuestion>('given').question;
    expect(wanted()).toEqual({ number: 0, turn: 0 });
    // Before the answer has come, the run begins again.
    lab.reset();
    await expect.poll(() => worker.told('start').length).toBe(2);
    expect(wanted()).toEqual({ number: 0, turn: 0 });
    const image = new Float32Array(PIXELS).fill(1);
    worker.answer('given', { iteration: 0, turn: 0, image, name: 'ф' });
    expect(lab.pad.store.getState().query).toMatchObject({ kind: 'given', name: 'ф' });
  });
});
