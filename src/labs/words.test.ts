import { beforeAll, describe, expect, it } from 'vitest';
import { troubleText } from '../characters/phrases';
import type { Trouble } from '../characters/trouble';
import type { Fault, FaultCode } from '../compute/fault';
import { faultText } from '../session/phrases';
import type { Fields } from '../spec/field';
import {
  choice,
  integer,
  integerList,
  number,
  point,
  points,
  range,
  selection,
  type Wanted,
} from '../spec/field';
import { wantedText } from '../spec/phrases';
import type { Presets } from '../spec/preset';
import type { Refusal } from '../tasks/glyphs/refusal';
import { contenderNames } from '../ui/palette';
import { anatomyOf, sentencesIn } from '../words/anatomy';
import type { ContenderWords, FieldWords } from '../words/shape';
import { loadWords, type Words, words } from '../words/words';
import { fieldWords, type SettingsWords } from './kit/context';
import { type LabName, labNames } from './names';

beforeAll(() => loadWords('spec', 'contenders', 'about', 'characters', ...labNames));

/** An example of each code, with the values that come with it. */
type Samples<C extends { readonly code: string }> = { readonly [K in C['code']]: C };

const faults: Readonly<Record<FaultCode, Fault['values']>> = {
  'no-wasm': {},
  'no-wasm-simd': {},
  'no-webgpu': {},
  'no-graphics-device': {},
  'no-webgl': {},
  'coarse-graphics': {},
  'backend-silent': { backend: 'wasm' },
  'no-engine': { tried: 'simd: none' },
  'device-lost': {},
  'context-lost': {},
  'graphics-memory': {},
  'simd-memory': { held: 2046, needed: 80 },
  'worker-stopped': {},
  'worker-silent': {},
  'worker-forbidden': {},
  'not-loaded': {},
  'no-answer': { seconds: 20 },
  'lab-unknown': { lab: 'cooking', labs: 'regression' },
  other: { text: 'out of cheese' },
};

const wanted: Samples<Wanted> = {
  number: number({ min: 0, max: 1 }).wanted,
  integer: integer({ min: 1, max: 9 }).wanted,
  range: range({ min: -1, max: 1 }).wanted,
  choice: choice(['a', 'b']).wanted,
  selection: selection(['a', 'b']).wanted,
  integers: integerList({ min: 1, max: 256, most: 3 }).wanted,
  point: point().wanted,
  points: points(200).wanted,
  text: { code: 'text' },
};

const file = 'Greek/character07/0394_01.png';
const refusals: Samples<Refusal> = {
  'no-zip': { code: 'no-zip' },
  'zip-damaged': { code: 'zip-damaged' },
  'no-images': { code: 'no-images' },
  'archive-too-large': { code: 'archive-too-large', most: 512, megabytes: 65 },
  'too-many-images': { code: 'too-many-images', most: 40_000 },
  'drawings-missing': { code: 'drawings-missing', character: 'a', drawings: 19, expected: 20 },
  'image-too-large': { code: 'image-too-large', file },
  'image-damaged': { code: 'image-damaged', file },
  'image-has-greys': { code: 'image-has-greys', file },
  'image-size': { code: 'image-size', file, width: 28, height: 29, expected: 105 },
  'no-runs': { code: 'no-runs' },
  'runs-too-large': { code: 'runs-too-large', megabytes: 20, most: 16 },
  'run-missing': { code: 'run-missing', run: 'run13' },
  'run-lacks': { code: 'run-lacks', file: 'run04/test/item20.png' },
  'run-labels': { code: 'run-labels', file: 'run04/class_labels.txt' },
  'no-pack': { code: 'no-pack' },
  'pack-lacks-pixels': { code: 'pack-lacks-pixels' },
  'pack-checksum': { code: 'pack-checksum' },
  'pack-not-deflated': { code: 'pack-not-deflated' },
  'pack-index': { code: 'pack-index' },
  'pack-version': { code: 'pack-version', version: 9, readable: 1 },
  'pack-cut': { code: 'pack-cut', bytes: 100, expected: 200 },
};

const troubles: Samples<Trouble> = {
  'files-too-large': { code: 'files-too-large', megabytes: 80, most: 64 },
  'host-refuses': { code: 'host-refuses', file, status: 404 },
  'host-out-of-reach': { code: 'host-out-of-reach', file },
  'file-unreadable': { code: 'file-unreadable', file },
  'archive-refused': { code: 'archive-refused', file, refusal: { code: 'no-zip' } },
  'too-few-characters': {
    code: 'too-few-characters',
    characters: 10,
    validation: 4,
    test: 6,
    least: 20,
  },
  'reader-missing': { code: 'reader-missing' },
  'reader-failed': { code: 'reader-failed', text: 'no' },
  'no-room': { code: 'no-room', characters: 44, megabytes: 1.6 },
  'no-storage': { code: 'no-storage', characters: 44 },
  'not-forgotten': { code: 'not-forgotten', text: 'no' },
  other: { code: 'other', text: 'no' },
};

const valuesOf = ({ code: _, ...values }: object & { readonly code: string }) =>
  Object.keys(values).sort();

describe('what a worker sends', () => {
  it.each(Object.entries(faults))('has its sentence: %s', (code, values) => {
    const sentence = words().frame.faults[code as FaultCode];
    expect(anatomyOf(sentence).values).toEqual(Object.keys(values).sort());
    expect(faultText(words(), { code: code as FaultCode, values })).not.toBe('');
  });

  it.each(Object.values(wanted))('has its sentence, of what is wanted: $code', (value) => {
    expect(anatomyOf(words().spec.wanted[value.code]).values).toEqual(valuesOf(value));
    expect(wantedText(words(), value)).not.toBe('');
  });

  it.each(Object.values(refusals))('has its sentence, of bytes: $code', (refusal) => {
    const sentence = words().characters.refusals[refusal.code];
    expect(anatomyOf(sentence).values).toEqual(valuesOf(refusal));
  });

  it.each(Object.values(troubles))('has its sentence, and a cure: $code', (trouble) => {
    const { message, cure } = troubleText(words(), trouble);
    expect(message).not.toBe('');
    expect(cure).toMatch(/\.$/);
  });
});

it.each(contenderNames)('%s has words wherever it takes part', (name) => {
  const { label }: ContenderWords = words().contenders[name];
  const { formula } = words().about[name];
  expect(label).not.toBe('');
  expect(formula).not.toBe('');
});

const fieldFiles = import.meta.glob<{ fields: Fields }>('./*/fields.ts');
const presetFiles = import.meta.glob<{ presets: Presets<unknown> }>('./*/presets.ts');

/** Whoever has words for settings of its own, as fields of a lab name them. */
const owners = () =>
  Object.fromEntries(
    Object.entries<object>(words().contenders).map(([name, of]) => [
      name,
      { fields: {}, ...(of as Partial<ContenderWords>) },
    ]),
  );

describe.each(labNames.filter((name) => fieldFiles[`./${name}/fields.ts`]))('%s', (lab) => {
  const wordsOf = (all: Words): SettingsWords => all[lab as LabName] as SettingsWords;
  const fieldsOf = async () => (await fieldFiles[`./${lab}/fields.ts`]!()).fields;

  it('has a label for every setting, and one for every option', async () => {
    const fields = await fieldsOf();
    for (const [name, field] of Object.entries(fields)) {
      const found: FieldWords = fieldWords(words(), { owners: owners(), wordsOf }, name);
      // A setting without words is called by its name.
      expect(found.label, name).not.toBe(name);
      if (field.control.kind !== 'choice') continue;
      expect(Object.keys(found.options ?? {}).sort(), name).toEqual(
        [...field.control.options].sort(),
      );
    }
    expect(Object.keys(fields)).toEqual(
      expect.arrayContaining(Object.keys(wordsOf(words()).fields)),
    );
  });

  it('has a title for every group, and one for every part of a group', async () => {
    const groups = Object.values(await fieldsOf()).flatMap(({ group }) =>
      group === undefined ? [] : [group.split('/')[0]!, group],
    );
    const { groups: titles, hints = {} } = wordsOf(words());
    expect(Object.keys(titles).sort()).toEqual([...new Set(groups)].sort());
    expect(groups).toEqual(expect.arrayContaining(Object.keys(hints)));
  });

  it('says of every preset what it is and where it comes from', async () => {
    const { presets } = await presetFiles[`./${lab}/presets.ts`]!();
    const texts = wordsOf(words()).presets;
    expect(Object.keys(texts).sort()).toEqual(Object.keys(presets).sort());
    for (const [path, text] of sentencesIn(texts)) expect(text, path).not.toBe('');
  });
});
