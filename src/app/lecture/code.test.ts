import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { definition as optimizers } from '../../labs/optimizers/lab';
import { definition as regression } from '../../labs/regression/lab';
import { encodeAddress } from '../../spec/address';
import { loadWords } from '../../words/words';
import { codeOf, fileOf, MOST_LINK, readCode, readFile } from './code';
import { refusalText } from './files';
import { type LectureScene, MOST, type Refusal } from './form';

beforeAll(() => loadWords('hall'));

const scene: LectureScene = { lab: 'regression', address: 'preset=sinusoid-10shot', title: 'One' };
const whole: LectureScene = {
  ...scene,
  run: { until: 2000 },
  spotlight: ['hero'],
  notes: 'Ask first: “who will be nearer?” – 你好',
};

const scenes = fc.array(
  fc.record(
    {
      lab: fc.constantFrom('regression' as const, 'optimizers' as const, 'omniglot' as const),
      address: fc.stringMatching(/^[\w=&.:,-]{0,80}$/),
      title: fc
        .string({ minLength: 1, maxLength: MOST.title, unit: 'grapheme' })
        .filter((text) => text.length <= MOST.title),
      run: fc.record({ until: fc.integer({ min: 1, max: 1e6 }) }),
      spotlight: fc.array(fc.constantFrom('hero', 'heldOut', '3'), { minLength: 1, maxLength: 2 }),
      notes: fc.string({ minLength: 1, maxLength: 200 }),
    },
    { requiredKeys: ['lab', 'address', 'title'] },
  ),
  { minLength: 1, maxLength: 12 },
) as fc.Arbitrary<LectureScene[]>;

const opened = (read: ReturnType<typeof readFile>): readonly LectureScene[] => {
  if (!read.ok) throw new Error(read.why.code);
  return read.scenes;
};
const refused = (text: string): Refusal => {
  const read = readFile(text);
  if (read.ok) throw new Error('not refused');
  return read.why;
};
const changed = (change: object, of: object = scene): string =>
  JSON.stringify({ 'inner-loop': 'lecture', version: 1, scenes: [{ ...of, ...change }] });

describe('a lecture', () => {
  it('comes back from its file to the byte, and from its code', () => {
    fc.assert(
      fc.property(scenes, (all) => {
        const file = fileOf(all);
        expect(fileOf(opened(readFile(file)))).toBe(file);
        const code = codeOf(all);
        expect(code).toMatch(/^[\w-]+$/);
        expect(codeOf(opened(readCode(code)))).toBe(code);
        expect(fileOf(opened(readCode(code)))).toBe(file);
      }),
    );
  });

  it('is the same file in whatever order its fields are written, without those that say nothing', () => {
    const { notes, ...rest } = whole;
    expect(fileOf([{ notes, ...rest } as LectureScene])).toBe(fileOf([whole]));
    expect(fileOf([{ ...scene, notes: undefined }])).toBe(fileOf([scene]));
  });

  it('of 20 scenes in two labs, with all their settings, takes less than 4 kB of an address', () => {
    const all = Array.from({ length: 20 }, (_, i): LectureScene => {
      const form = (i % 2 === 0 ? regression : optimizers) as typeof regression;
      const { presets, defaultPreset, viewOf } = form;
      const spec = { ...presets[defaultPreset].spec, seed: i + 1 };
      const params = encodeAddress(form, { spec, view: { ...viewOf(spec), step: i } });
      return {
        lab: i % 2 === 0 ? 'regression' : 'optimizers',
        address: String(params).replaceAll('%2C', ',').replaceAll('%3A', ':'),
        title: `What the step of number ${i} is worth to those who practised it`,
        run: { until: 500 * i + 500 },
        spotlight: ['hero'],
      };
    });
    expect(codeOf(all).length).toBeLessThan(4000);
    // And without words of the speaker's own it fits into a link that nobody cuts.
    expect(codeOf(all.slice(0, 10)).length).toBeLessThan(MOST_LINK);
  });
});

describe('what is no lecture', () => {
  const other = { ...scene, title: 'Two' };
  const cases: readonly [string, string, Refusal][] = [
    ['text', 'a letter', { code: 'damaged' }],
    ['a part of a file', fileOf([whole]).slice(0, -30), { code: 'damaged' }],
    ['another file', '{"format":"pins","version":1}', { code: 'foreign' }],
    ['another file of the page', '{"inner-loop":"pins","version":1}', { code: 'foreign' }],
    ['a list', '[]', { code: 'foreign' }],
    ['nothing', 'null', { code: 'foreign' }],
    ['a lecture of none', '{"inner-loop":"lecture","version":1,"scenes":[]}', { code: 'empty' }],
    [
      'another version',
      '{"inner-loop":"lecture","version":2,"scenes":[]}',
      { code: 'version', version: '2', known: 1 },
    ],
    ['an unknown field', changed({ pin: ['steps'] }), { code: 'unknown', field: 'pin' }],
    [
      'an unknown field of the whole',
      JSON.stringify({ ...JSON.parse(fileOf([scene])), author: 'A' }),
      { code: 'unknown', field: 'author' },
    ],
    ['an unknown lab', changed({ lab: 'bandits' }), { code: 'lab', at: 1, lab: 'bandits' }],
    ['no title', changed({ title: '' }), { code: 'scene', at: 1, field: 'title' }],
    ['a bad place', changed({ run: { until: -1 } }), { code: 'scene', at: 1, field: 'run' }],
    [
      'an address that leads elsewhere',
      JSON.stringify({
        'inner-loop': 'lecture',
        version: 1,
        scenes: [other, { ...scene, address: 'a=1#/lessons' }],
      }),
      { code: 'scene', at: 2, field: 'address' },
    ],
    [
      'too many',
      JSON.stringify({ 'inner-loop': 'lecture', version: 1, scenes: Array(51).fill(scene) }),
      { code: 'many', most: 50 },
    ],
    ['too much', ' '.repeat(500_001), { code: 'large', most: 500 }],
  ];
  it.each(cases)('%s is refused, with the reason in a sentence', (_, text, why) => {
    expect(refused(text)).toEqual(why);
    expect(refusalText(why)).toMatch(/^(It|There|Scene|In scene) .*\.$/);
    expect(refusalText(why)).not.toMatch(/[{}]|undefined/);
  });

  it('is a code of random characters, and nothing throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const read = readCode(text);
        expect(read.ok).toBe(false);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const code = Buffer.from(bytes).toString('base64url');
        expect(readCode(code).ok).toBe(false);
        expect(readFile(Buffer.from(bytes).toString('latin1')).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('is a code that was cut, wherever', () => {
    const code = codeOf([whole, scene]);
    for (let end = 0; end < code.length - 1; end++) {
      expect(readCode(code.slice(0, end)).ok, `${end}`).toBe(false);
    }
  });

  it('is a code with one character changed, or it is one that can be opened', () => {
    const code = codeOf([whole, scene]);
    fc.assert(
      fc.property(fc.nat(code.length - 1), fc.constantFrom('A', '7', '_'), (at, other) => {
        const read = readCode(code.slice(0, at) + other + code.slice(at + 1));
        if (read.ok)
          expect(fileOf(read.scenes)).toBe(fileOf(opened(readFile(fileOf(read.scenes)))));
        else expect(refusalText(read.why)).not.toBe('');
      }),
    );
  });

  it('is any JSON that is none', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const why = refused(JSON.stringify(value));
        expect(refusalText(why)).not.toBe('');
      }),
    );
  });

  it('is a code that would unpack to very much', () => {
    expect(readCode('A'.repeat(20_001))).toEqual({ ok: false, why: { code: 'large', most: 20 } });
    const bomb = codeOf(
      Array.from({ length: 50 }, () => ({ ...scene, notes: 'a'.repeat(MOST.notes) })),
    );
    expect(readCode(bomb).ok).toBe(true);
  });
});
