import { expect, it } from 'vitest';
import { Giving } from './giving';

const nothing = () => false;

it('gives places of one class drawings of one character, and each class its own', () => {
  const wanted = new Giving().wants([0, 1, 2, 3, 4, 5], { shots: 2 }, nothing);
  expect(wanted.map((w) => w.character)).toEqual([0, 0, 1, 1, 2, 2]);
  for (const way of [0, 1, 2]) {
    const own = wanted.slice(2 * way, 2 * way + 2).map((w) => w.drawing);
    expect(new Set(own).size).toBe(2);
  }
});

it('asked again, gives another character for one shot and another drawing for several', () => {
  const one = new Giving();
  const [first] = one.wants([0], { shots: 1 }, nothing);
  const [second] = one.wants([0], { shots: 1 }, () => true);
  expect(second!.character).not.toBe(first!.character);
  const several = new Giving();
  const [a] = several.wants([0, 1], { shots: 2 }, nothing);
  const [again] = several.wants([1], { shots: 2 }, (place) => place === 0);
  expect(again!.character).toBe(a!.character);
});

it('gives the query a drawing that no class shows, of the classes in turn', () => {
  const giving = new Giving();
  const support = giving.wants([0, 1], { shots: 1 }, nothing);
  const queries = [1, 2, 3].map(() => giving.wants([-1], { shots: 1 }, () => true)[0]!);
  expect(queries.map((q) => q.character)).toEqual([0, 1, 0]);
  const shown = support.map((s) => `${s.character} ${s.drawing}`);
  for (const q of queries) expect(shown).not.toContain(`${q.character} ${q.drawing}`);
});
