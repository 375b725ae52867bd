import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definition as memory } from '../labs/memory/lab';
import { isLab, type LabName } from '../labs/names';
import { form as omniglot } from '../labs/omniglot/lab';
import { definition as optimizers } from '../labs/optimizers/lab';
import { definition as regression } from '../labs/regression/lab';
import { decodeAddress, encodeAddress, endOf, hashOf } from '../spec/address';
import type { Fields } from '../spec/field';
import { type AnyForm, mended } from '../spec/mending';
import { shortAddress } from '../spec/short';
import type { Problem } from '../spec/spec';
import { mendedHash } from './mendedHash';
import { parseRoute } from './route';

const forms: Readonly<Record<LabName, AnyForm>> = { regression, optimizers, omniglot, memory };
const fieldsOf = (lab: LabName): Fields => ({ ...forms[lab].fields, ...forms[lab].view });

/** What a page makes of an address: its lab, the text of every setting that is in force, and what it tells. */
function opened(hash: string) {
  const { place, params, unknown } = parseRoute(mendedHash(hash));
  // The root has no settings, and an address of which nothing is left is that of the root.
  const lab = isLab(place) ? place : 'regression';
  const form = forms[lab];
  const { params: good, problems } = mended(form, params);
  const again = decodeAddress(form, good);
  expect(again.problems).toEqual([]);
  const values = { ...again.address.spec, ...again.address.view } as Record<string, unknown>;
  const text = (name: string) => fieldsOf(lab)[name]!.format(values[name]);
  return { lab, unknown, given: good, text, problems };
}

const named = (problems: readonly Problem[], field: string): boolean =>
  problems.some((problem) => problem.field === field || problem.code === 'cut');

const own: Readonly<Record<LabName, string>> = {
  regression:
    'preset=sinusoid-5shot&shots=7&seed=12345&amplitude=0.25,4.5&phase=-0.5pi,pi&hidden=20,40&innerRate=0.015&contenders=maml,reptile,random&iterations=70000&shown=17&points=-2.125:1.5,0:0.5,3:-1.25&step=5&average=median',
  optimizers:
    'preset=lstm-quadratic-repository&racers=learned,sgd,adam&race=blobs&raceSteps=250&hidden=20,20&rate=0.0015&seed=77&outputScale=0.05&start=-1.25:0.75&shown=best&average=mean',
  omniglot:
    'preset=omniglot-5way-5shot&methods=maml,prototypical,pixels&ways=7&shots=3&seed=42&filters=32&episode=123&step=2&judge=maml&drawings=-1:AgAA__8,3:AQID',
  memory:
    'preset=santoro&readers=mann,kv,nearest&ways=3&length=40&seed=42&mannSlots=64&kvRate=0.0025&stream=123&step=21&reader=kv&edits=3:0,17:2',
};
const labs = Object.keys(own) as LabName[];

/** As the page of a lab writes it: every setting, the view, and the end by which it is known to be whole. */
function pageWritten(lab: LabName): string {
  const form = forms[lab];
  const { address, problems } = decodeAddress(form, new URLSearchParams(own[lab]));
  expect(problems).toEqual([]);
  return hashOf(lab, encodeAddress(form, address));
}

describe('an address of this page', () => {
  it.each(labs)('is read without anything to tell: %s', (lab) => {
    for (const hash of [pageWritten(lab), `#/${lab}?${own[lab]}`]) {
      const { problems, ...page } = opened(hash);
      expect(problems).toEqual([]);
      expect(page.lab).toBe(lab);
      for (const [name, text] of new URLSearchParams(own[lab])) {
        if (name !== 'preset') expect(page.text(name)).toBe(text);
      }
    }
  });

  it.each(labs)('is whole if it was written before runs were shared out: %s', (lab) => {
    const before = pageWritten(lab).replace(/&workers=\w+/, '');
    expect(opened(before).problems).toEqual([]);
  });

  it.each(labs)('ends in a choice of which no value begins another: %s', (lab) => {
    const last = endOf(forms[lab]);
    // Those that were written before end in it, too: another would call them cut.
    expect(last).toBe('engine');
    const { control } = fieldsOf(lab)[last]!;
    const options = control.kind === 'choice' ? control.options : [];
    expect(options.length).toBeGreaterThan(0);
    for (const a of options) {
      expect(options.filter((b) => b.startsWith(a))).toEqual([a]);
    }
    expect([...new URLSearchParams(pageWritten(lab).split('?')[1]).keys()].at(-1)).toBe(last);
  });
});

describe('addresses that tools have touched', () => {
  it.each([
    '#%2Fregression%3Fshots%3D5%26seed%3D7',
    '#%252Fregression%253Fshots%253D5%2526seed%253D7',
    '#/regression%3Fshots=5&seed=7',
    '#/regression?shots%3D5%26seed%3D7',
    '#/regression?shots=5&amp;seed=7',
    '#/regression?shots=5&amp;amp;seed=7',
    '#/regression?shots&#61;5&#x26;seed&equals;7',
    '#/regression?shots=5\\u0026seed=7',
    '#/regression?shots\\=5\\&seed=7',
    '#/regression?shots=５&seed=7',
    '#／regression？shots＝5＆seed＝7',
    '#/regression?shots=5\u200b&seed=\u200b7',
    '#/regress\u200bion?sho\u00adts=5&seed=7\u2060',
    '#/regression?shots=5%E2%80%8B&seed=7',
    '#regression?shots=5&seed=7',
    '#!/regression?shots=5&seed=7',
    '#/regression/?shots=5&seed=7',
    '#/Regression?shots=5&seed=7',
    '#/regression?&shots=5&&seed=7&',
    '#/regression?shots=5&seed=7#',
    '#/regression&shots=5&seed=7',
    '#/regression?shots= 5 &seed=7%0A',
    '#shots=5&seed=7',
  ])('are read as they were: %s', (hash) => {
    const { lab, text, problems } = opened(hash);
    expect(problems).toEqual([]);
    expect([lab, text('shots'), text('seed')]).toEqual(['regression', '5', '7']);
  });

  const standing = '-2:1,0:0.5,3:-1';
  it.each([
    [`points=${standing}?utm_source=chat`, standing, ['utm_source']],
    [`points=${standing}&utm_source=chat&fbclid=x`, standing, ['utm_source', 'fbclid']],
    [`points=${standing}.`, standing, ['points']],
    [`points=${standing}),`, standing, ['points']],
    [`points=${standing}">link</a>`, standing, ['points']],
    ['points=-2:1,0:0.5,3:', '-2:1,0:0.5', ['points']],
    ['points=-2:1,0:0.5,3:-1…', '-2:1,0:0.5', ['points']],
    ['points=-2:1,0:0.5,3:-1...', '-2:1,0:0.5', ['points']],
    ['points=-2:1,x,3:-1', '-2:1,3:-1', ['points']],
    ['points=-2:1; 0:0.5; 3:-1', standing, []],
    ['points=−2:1,0:0.5,3:−1', standing, []],
    [`points=${new Array(203).fill('1:2').join()}`, new Array(200).fill('1:2').join(), ['points']],
    ['shots=5)', '5', ['shots']],
    ['shots=5.', '5', []],
    ['shots=“5”', '5', ['shots']],
    ['shots=5&engine=simd.', '5', ['engine']],
    ['amplitude=0.1, 4', '0.1,4', []],
    ['amplitude=0,1;4', '0.1,4', []],
    ['amplitude=0,1,4', '0.1,5', ['amplitude']],
    ['iterations=70.000', '70000', ['iterations']],
    ['iterations=50.000', '70000', ['iterations']],
    ['iterations=50,000', '50000', []],
    ['seed=12…', '1', ['seed']],
    ['contenders=maml,hal9000,random', 'maml,random', ['contenders']],
    ['contenders=maml, random', 'maml,random', []],
    ['contenders=maml;random', 'maml,random', []],
    ['initialiser=fan–in–uniform', 'truncated-normal', ['initialiser']],
    ['initialiser=fan‑in‑uniform', 'fan-in-uniform', []],
    ['preset=cubic.&shots=5', '5', ['preset']],
  ])('keep what is good, and name the rest: %s', (params, value, names) => {
    const { text, problems } = opened(`#/regression?${params}`);
    const field = /(?:^|&)(?!preset)(\w+)=/.exec(params)![1]!;
    expect(text(field)).toBe(value);
    expect(problems.map((problem) => problem.field).sort()).toEqual([...names].sort());
  });

  it('keep the good drawings', () => {
    const drawings = '-1:AgAA__8,3:AQID,0:AQ';
    const { text, problems } = opened(`#/omniglot?drawings=${drawings}).`);
    expect(text('drawings')).toBe('-1:AgAA__8,3:AQID');
    expect(problems.map((problem) => problem.field)).toEqual(['drawings']);
  });

  it('ask where a value has two readings, and say both', () => {
    expect(opened('#/regression?iterations=50.000').problems).toEqual([
      {
        code: 'ambiguous',
        field: 'iterations',
        value: '50.000',
        readings: ['50', '50000'],
        used: '70000',
      },
    ]);
  });
});

describe('a short address', () => {
  const shortWritten = (lab: LabName): string => {
    const form = forms[lab];
    const { address } = decodeAddress(form, new URLSearchParams(own[lab]));
    return hashOf(lab, shortAddress(form, address));
  };

  it.each(labs)('opens as the whole one does, in less: %s', (lab) => {
    const [short, whole] = [shortWritten(lab), pageWritten(lab)];
    expect(short.length).toBeLessThan(0.7 * whole.length);
    const [a, b] = [opened(short), opened(whole)];
    expect(a.problems).toEqual([]);
    for (const name of Object.keys(fieldsOf(lab))) expect(a.text(name), name).toBe(b.text(name));
  });

  it.each(labs)('that was cut is told, wherever it was: %s', (lab) => {
    const short = shortWritten(lab);
    // From its first setting on.
    const from = short.indexOf('&') + 2;
    for (let end = from; end < short.length; end++) {
      expect(opened(short.slice(0, end)).problems, short.slice(0, end)).not.toEqual([]);
    }
  });
});

type Change = (hash: string) => string;
const punctuation = fc.constantFrom('.', ')', ',', '>', '"', '!', '”', ');', '),', '.”', '>.', "'");
const trackers = fc.constantFrom(
  '?utm_source=chat',
  '&utm_source=chat&utm_medium=social',
  '&fbclid=IwAR0x-y_z',
  '&gclid=1',
  '#share',
);
const query = (hash: string) => hash.indexOf('?') + 1;

/** What tools do to addresses, none of which takes anything away. */
const changes: readonly fc.Arbitrary<Change>[] = [
  fc.constant((hash) => `#${encodeURIComponent(hash.slice(1))}`),
  fc.constant((hash) => `#${encodeURIComponent(encodeURIComponent(hash.slice(1)))}`),
  fc.constant((hash) => hash.replace('?', '%3F')),
  fc.constant((hash) => hash.replaceAll('=', '%3D')),
  fc.constant((hash) => hash.replaceAll(',', '%2C').replaceAll(':', '%3a')),
  fc.constant((hash) => hash.slice(0, query(hash)) + encodeURIComponent(hash.slice(query(hash)))),
  fc.constant((hash) => hash.replaceAll('&', '&amp;')),
  fc.constant((hash) => hash.replaceAll('&', '&#38;')),
  fc.constant((hash) => hash.replaceAll('&', '\\u0026')),
  fc.constant((hash) => hash.replaceAll('_', '\\_')),
  fc.constant((hash) => hash.replaceAll(/(?<=\d)-(?=\d)|(?<=[=,:])-/g, '−')),
  fc.constant((hash) =>
    hash.replaceAll(/[0-9:,=?&]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  ),
  fc
    .tuple(fc.nat(2000), fc.constantFrom('\u200b', '\u200d', '\u2060', '\ufeff', '\u00ad'))
    .map(([at, unseen]) => (hash) => {
      const place = 1 + (at % hash.length);
      return hash.slice(0, place) + unseen + hash.slice(place);
    }),
  fc.nat(2000).map((at) => (hash) => {
    // Between two settings, where lines are broken.
    const places = [...hash.matchAll(/&/g)].map(({ index }) => index);
    const place = places[at % Math.max(1, places.length)] ?? hash.length;
    return `${hash.slice(0, place)}\r\n ${hash.slice(place)}`;
  }),
];
const harmless = fc.oneof(...changes);
const appended = fc.oneof(punctuation, trackers).map(
  (text): Change =>
    (hash) =>
      hash + text,
);
/** Behind the settings, and in front of what names the preset. */
const cut = fc.double({ min: 0, max: 1, noNaN: true }).map(
  (part): Change =>
    (hash) => {
      const first = hash.indexOf('v=2') + 3;
      return hash.slice(0, Math.round(first + part * (hash.length - first)));
    },
);
const ellipsis = fc.constantFrom('', '', '…', '...');
const garbage = fc.string({ unit: 'grapheme', maxLength: 12 });

const address = fc.constantFrom(...labs).map((lab) => ({ lab, hash: pageWritten(lab) }));

/** Every setting of the original that is in force is as it was; one that is not is named. */
function expectKept(lab: LabName, changed: string, lists: 'whole' | 'in part'): void {
  const page = opened(changed);
  expect(page.unknown, changed).toBeNull();
  expect(page.lab, changed).toBe(lab);
  const original = new URLSearchParams(pageWritten(lab).split('?')[1]);
  for (const [name, text] of original) {
    if (!inForce(name)) continue;
    const given = page.given.get(name);
    if (given === null) expect(named(page.problems, name), `${name} of ${changed}`).toBe(true);
    else if (lists === 'in part' && LISTS.includes(name)) {
      const items = text.split(',');
      expect(
        given.split(',').every((item) => items.includes(item)),
        changed,
      ).toBe(true);
      if (given !== text) expect(named(page.problems, name), changed).toBe(true);
    } else expect(given, `${name} of ${changed}`).toBe(text);
  }
}
/** The preset of other settings is nobody's, and what marks an address as whole is no setting. */
const inForce = (name: string): boolean => name !== 'preset' && name !== 'v';
const LISTS = ['points', 'drawings', 'contenders', 'methods', 'racers'];

describe('1,000 addresses that tools have touched', () => {
  it('lose nothing by being encoded, escaped and decorated', () => {
    fc.assert(
      fc.property(
        address,
        fc.array(harmless, { minLength: 1, maxLength: 2 }),
        fc.option(appended),
        ({ lab, hash }, steps, after) => {
          const changed = steps.reduce((text, change) => change(text), after?.(hash) ?? hash);
          const page = opened(changed);
          expectKept(lab, changed, 'whole');
          for (const name of new URLSearchParams(hash.split('?')[1]).keys()) {
            if (inForce(name)) expect(page.given.has(name), `${name} of ${changed}`).toBe(true);
          }
        },
      ),
      { numRuns: 400, seed: 1100 },
    );
  });

  it('keep what is whole when they are cut, and say that they are', () => {
    fc.assert(
      fc.property(
        address,
        cut,
        ellipsis,
        fc.option(harmless),
        fc.option(trackers),
        ({ lab, hash }, shorten, dots, change, tracker) => {
          const short = shorten(hash);
          const changed = `${change?.(short) ?? short}${dots}${tracker ?? ''}`;
          expectKept(lab, changed, 'in part');
        },
      ),
      { numRuns: 400, seed: 1101 },
    );
  });

  it('never throw, whatever stands in them', () => {
    fc.assert(
      fc.property(address, fc.nat(2000), garbage, fc.option(harmless), (of, at, text, change) => {
        const place = 1 + (at % of.hash.length);
        const broken = of.hash.slice(0, place) + text + of.hash.slice(place);
        for (const hash of [broken, change?.(broken) ?? text, `#${text}`]) {
          const { problems } = opened(hash);
          // Quoted: 24 characters, some of which are two units long, and an ellipsis.
          for (const { field } of problems) expect([...field].length).toBeLessThanOrEqual(25);
        }
      }),
      { numRuns: 200, seed: 1102 },
    );
  });
});

describe('the root', () => {
  it.each(['', '#', '#/', '#/root?'])('is at %j, or what is no lab is told', (hash) => {
    const { place, unknown } = parseRoute(hash);
    expect([place, unknown]).toEqual(
      hash.includes('root') ? ['regression', 'root'] : ['root', null],
    );
  });

  it('is not where old links lead that have settings alone', () => {
    expect(parseRoute('#?seed=3').place).toBe('regression');
  });
});
