import { beforeEach, expect, it, vi } from 'vitest';
import { sittingOf } from './sittings';

const about = { kind: 'procedural 3 independent', stream: '1 12 0' };
const given = { said: 1, right: 1, sighting: 1 };

let stored: string | null;
beforeEach(() => {
  stored = null;
  vi.stubGlobal('localStorage', {
    getItem: () => stored,
    setItem: (_: string, text: string) => {
      stored = text;
    },
  });
  vi.resetModules();
  return () => vi.unstubAllGlobals();
});

/** As a page that has just been opened. */
const opened = async () => import('./kept');
type Kept = Awaited<ReturnType<typeof opened>>;
const saidOn = ({ answersStore }: Kept, stream = about.stream) =>
  sittingOf(answersStore.getState().sittings, { ...about, stream }).said;

it('is there again after a reload', async () => {
  const { keepAnswer } = await opened();
  keepAnswer(about, given);
  keepAnswer(about, { ...given, said: 2 });
  vi.resetModules();
  expect(saidOn(await opened())).toEqual([1, 2]);
});

it('stands beside what another tab has kept meanwhile', async () => {
  const here = await opened();
  vi.resetModules();
  const there = await opened();
  there.keepAnswer({ ...about, stream: '1 12 5' }, given);
  here.keepAnswer(about, given);
  vi.resetModules();
  const later = await opened();
  expect(saidOn(later)).toEqual([1]);
  expect(saidOn(later, '1 12 5')).toEqual([1]);
});

it('is forgotten, and brought back', async () => {
  const kept = await opened();
  kept.keepAnswer(about, given);
  const bringBack = kept.forgetAnswers();
  expect(saidOn(kept)).toEqual([]);
  expect(JSON.parse(stored!)).toEqual([]);
  bringBack();
  expect(saidOn(kept)).toEqual([1]);
});

it('begins anew where storage holds something else, and lasts as long as the tab where there is none', async () => {
  stored = '[{"kind":"x","stream":"y","said":[1],"right":[],"sightings":[]}]';
  expect((await opened()).answersStore.getState().sittings).toEqual([]);
  vi.stubGlobal('localStorage', undefined);
  vi.resetModules();
  const without = await opened();
  without.keepAnswer(about, given);
  expect(saidOn(without)).toEqual([1]);
});
