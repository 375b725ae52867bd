import { encode } from 'fast-png';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { DRAWINGS } from '../tasks/glyphs/archive';
import { splitOf } from '../tasks/glyphs/glyphs';
import { decodePack } from '../tasks/glyphs/pack';
import { loadWords, words } from '../words/words';
import { bringDownload, bringFiles, type Means, type Step } from './bringing';
import { troubleText } from './phrases';
import { TroubleError, troubleOf } from './trouble';
import { type UnpackEvent, type UnpackRequest, unpack } from './unpack';

// Thousands of images are unpacked, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });
beforeAll(() => loadWords('characters'));

const SIDE = 105;
const ROW_BYTES = Math.ceil(SIDE / 8);

const png = encode({
  width: SIDE,
  height: SIDE,
  data: new Uint8Array(SIDE * ROW_BYTES).fill(0b11110000),
  channels: 1,
  depth: 1,
});

/** Names of characters to test and to validate with in turn, of which a pack must have enough. */
const letters = Array.from({ length: 800 }, (_, c) => `Letters_${c}/character01`);
const validation = letters.filter((name) => splitOf(name) === 'validation');
const names = letters
  .filter((name) => splitOf(name) === 'test')
  .flatMap((name, i) => [name, validation[i]!]);

/** A zip as Omniglot's, of the characters `from` … `to`. */
function archive(from: number, to: number): Uint8Array<ArrayBuffer> {
  const files: Record<string, Uint8Array> = {};
  for (const name of names.slice(from, to)) {
    for (let d = 1; d <= DRAWINGS; d++) {
      files[`set/${name}/0001_${String(d).padStart(2, '0')}.png`] = png;
    }
  }
  return new Uint8Array(zipSync(files, { level: 0 }));
}

const CHARACTERS = 44;
const whole = archive(0, CHARACTERS);
const fileOf = (bytes: Uint8Array<ArrayBuffer>, name = 'images_background.zip') =>
  new File([bytes], name);

/** A worker on the test's own thread. */
class FakeWorker {
  onmessage: ((event: MessageEvent<UnpackEvent>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  terminated = false;

  postMessage(request: UnpackRequest): void {
    const tell = (data: UnpackEvent) => {
      if (!this.terminated) this.onmessage?.({ data } as MessageEvent<UnpackEvent>);
    };
    unpack(request, tell).catch((error) => tell({ kind: 'failed', trouble: troubleOf(error) }));
  }

  terminate(): void {
    this.terminated = true;
  }
}

function means(change: Partial<Means> = {}) {
  const shelf: { pack: Uint8Array | null } = { pack: null };
  const site: { pack: Uint8Array | null } = { pack: null };
  const workers: FakeWorker[] = [];
  const made: Means = {
    fetch: vi.fn(async () => new Response(whole)),
    createWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
    stored: async () => shelf.pack,
    served: async () => site.pack,
    store: async (pack) => {
      shelf.pack = pack;
    },
    cores: 1,
    ...change,
  };
  return { shelf, site, workers, means: made };
}

const signal = new AbortController().signal;
const silent = () => {};
/** Characters that each split must have. */
const least = 20;

/** What went wrong, and the cure, as a person reads them. */
async function troubleIn(promise: Promise<number>) {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(TroubleError);
  return troubleText(words(), troubleOf(error));
}

describe('files', () => {
  it('become the pack that is kept, and say how far they are', async () => {
    const steps: Step[] = [];
    const { shelf, workers, means: given } = means();
    const onStep = (step: Step) => steps.push(step);
    const characters = await bringFiles([fileOf(whole)], { signal, least, onStep, means: given });
    expect(characters).toBe(CHARACTERS);
    expect(decodePack(shelf.pack!).classes).toHaveLength(CHARACTERS);
    expect(steps[0]).toEqual({
      kind: 'reading',
      name: 'images_background.zip',
      done: DRAWINGS,
      total: CHARACTERS * DRAWINGS,
    });
    expect(steps.slice(-2)).toEqual([{ kind: 'packing' }, { kind: 'storing' }]);
    expect(workers[0]!.terminated).toBe(true);
  });

  it('are read beside each other, into the same pack', async () => {
    const files = [archive(0, 15), archive(15, 40), archive(40, 44)].map((bytes, i) =>
      fileOf(bytes, `${i}.zip`),
    );
    const bring = async (cores: number) => {
      const steps: Step[] = [];
      const { shelf, workers, means: given } = means({ cores });
      const onStep = (step: Step) => steps.push(step);
      const characters = await bringFiles(files, { signal, least, onStep, means: given });
      expect(characters).toBe(CHARACTERS);
      expect(workers.every(({ terminated }) => terminated)).toBe(true);
      return { pack: shelf.pack!, steps, workers: workers.length };
    };
    const [one, two] = [await bring(1), await bring(2)];
    expect([one.workers, two.workers]).toEqual([1, 3]);
    expect(two.pack).toEqual(one.pack);
    // All of them, and what is read never becomes less.
    const read = two.steps.filter((step) => step.kind === 'reading').map(({ done }) => done);
    expect(read).toEqual(read.toSorted((a, b) => a - b));
    expect(read.at(-1)).toBe(CHARACTERS * DRAWINGS);
    expect(two.steps.slice(-2)).toEqual([{ kind: 'packing' }, { kind: 'storing' }]);
  });

  it('end beside each other when one of them is refused', async () => {
    const { workers, means: given } = means({ cores: 2 });
    const files = [fileOf(whole), fileOf(new Uint8Array(100), 'notes.zip')];
    const options = { signal, least, onStep: silent, means: given };
    await expect(bringFiles(files, options)).rejects.toBeInstanceOf(TroubleError);
    expect(workers.every(({ terminated }) => terminated)).toBe(true);
  });

  it('add to what is kept, and nothing the second time', async () => {
    const { shelf, means: given } = means();
    const bring = (bytes: Uint8Array<ArrayBuffer>) =>
      bringFiles([fileOf(bytes)], { signal, least, onStep: silent, means: given });
    await bring(archive(0, 40));
    const first = shelf.pack!;
    await bring(archive(0, 40));
    expect(shelf.pack).toEqual(first);
    expect(await bring(archive(36, 44))).toBe(CHARACTERS);
  });

  it('add to what the site serves, so that more data never makes fewer characters', async () => {
    const { shelf, site, means: given } = means();
    const options = { signal, least, onStep: silent, means: given };
    await bringFiles([fileOf(archive(0, 40))], options);
    site.pack = shelf.pack;
    shelf.pack = null;
    // Too few by themselves, as those of an alphabet are.
    expect(await bringFiles([fileOf(archive(40, 44))], options)).toBe(CHARACTERS);
    expect(decodePack(shelf.pack!).classes).toHaveLength(CHARACTERS);
    // A host that answers every address with its page.
    site.pack = strToU8('<!doctype html>');
    shelf.pack = null;
    expect(await bringFiles([fileOf(whole)], options)).toBe(CHARACTERS);
  });

  it('may be a folder’s, of images that somebody has unpacked', async () => {
    const { means: given } = means();
    const steps: Step[] = [];
    const options = { signal, least, onStep: (step: Step) => steps.push(step), means: given };
    const images = Object.entries(unzipSync(whole)).map(([path, bytes]) => ({
      path: `images_background/${path}`,
      content: new Blob([Uint8Array.from(bytes)]),
    }));
    expect(await bringFiles([{ name: 'images_background', images }], options)).toBe(CHARACTERS);
    expect(steps[0]).toMatchObject({ name: 'images_background', total: CHARACTERS * DRAWINGS });
  });

  it('that went away are told by name, with what to do', async () => {
    const gone = fileOf(whole);
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    const { means: given } = means();
    const { message, cure } = await troubleIn(
      bringFiles([gone], { signal, least, onStep: silent, means: given }),
    );
    expect(message).toBe(
      'images_background.zip could not be read: it is gone, has changed since, or is a folder.',
    );
    expect(cure).toContain('Choose it again; of a folder, make a zip.');
  });

  it('replace a kept pack that is damaged', async () => {
    const { shelf, means: given } = means();
    shelf.pack = strToU8('no pack');
    const options = { signal, least, onStep: silent, means: given };
    expect(await bringFiles([fileOf(whole)], options)).toBe(CHARACTERS);
  });

  it('over the limit are refused before they are read', async () => {
    const { workers, means: given } = means();
    const huge = { name: 'huge.zip', size: 600 * 2 ** 20 } as File;
    const { message } = await troubleIn(
      bringFiles([huge], { signal, least, onStep: silent, means: given }),
    );
    expect(message).toBe('The files have 600 MB; at most 512 are read.');
    expect(workers).toHaveLength(0);
  });

  it.each([
    ['are no zip', new Uint8Array(100), 'notes.zip: The file is not a zip archive.'],
    [
      'hold something else',
      new Uint8Array(zipSync({ 'a.txt': strToU8('a') })),
      'no images of Omniglot',
    ],
    ['hold too little', archive(0, 10), 'The archives hold 10 characters, 5 of them to validate'],
  ])('that %s are refused by name', async (_, bytes, said) => {
    const { shelf, means: given } = means();
    const { message } = await troubleIn(
      bringFiles([fileOf(bytes, 'notes.zip')], { signal, least, onStep: silent, means: given }),
    );
    expect(message).toContain(said);
    expect(shelf.pack).toBeNull();
  });

  it.each([
    [new DOMException('full', 'QuotaExceededError'), 'has no room for'],
    [new DOMException('no', 'SecurityError'), 'gives this page no storage'],
  ])('that cannot be kept say so: %s', async (error, said) => {
    const { means: given } = means({ store: () => Promise.reject(error) });
    const { message, cure } = await troubleIn(
      bringFiles([fileOf(whole)], { signal, least, onStep: silent, means: given }),
    );
    expect(message).toContain(said);
    expect(cure).toContain('Nothing has changed.');
  });

  it('are given up when cancelled: the worker ends and nothing is kept', async () => {
    const controller = new AbortController();
    const { shelf, workers, means: given } = means();
    const onStep = () => controller.abort();
    const options = { signal: controller.signal, least, onStep, means: given };
    await expect(bringFiles([fileOf(whole)], options)).rejects.toThrow('aborted');
    expect(workers[0]!.terminated).toBe(true);
    expect(shelf.pack).toBeNull();
  });
});

describe('downloads', () => {
  it('fetch both archives and say how far they are', async () => {
    const steps: Step[] = [];
    const headers = { 'content-length': String(whole.length) };
    const { means: given } = means({
      fetch: vi.fn(async () => new Response(whole, { headers })),
    });
    const onStep = (step: Step) => steps.push(step);
    expect(await bringDownload({ signal, least, onStep, means: given })).toBe(CHARACTERS);
    expect(vi.mocked(given.fetch).mock.calls.map(([url]) => url)).toEqual([
      'https://raw.githubusercontent.com/brendenlake/omniglot/master/python/images_background.zip',
      'https://raw.githubusercontent.com/brendenlake/omniglot/master/python/images_evaluation.zip',
    ]);
    expect(steps).toContainEqual({
      kind: 'downloading',
      name: 'images_evaluation.zip',
      done: whole.length,
      total: whole.length,
    });
  });

  it.each<[string, typeof fetch, string]>([
    ['without a network', () => Promise.reject(new TypeError('Failed to fetch')), 'no network'],
    ['that the host refuses', async () => new Response('', { status: 404 }), 'answered 404'],
    [
      'that are too large',
      async () => new Response('', { headers: { 'content-length': '900000000' } }),
      'have 858 MB',
    ],
  ])('%s name the cure', async (_, fetch, said) => {
    const { means: given } = means({ fetch });
    const { message, cure } = await troubleIn(
      bringDownload({ signal, least, onStep: silent, means: given }),
    );
    expect(message).toContain(said);
    expect(cure).toContain('images_background.zip');
  });

  it('end when cancelled', async () => {
    const controller = new AbortController();
    const { means: given } = means({
      fetch: async () => {
        controller.abort();
        throw controller.signal.reason;
      },
    });
    const options = { signal: controller.signal, least, onStep: silent, means: given };
    await expect(bringDownload(options)).rejects.toThrow('aborted');
  });
});
