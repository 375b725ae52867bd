/**
 * Brings Omniglot to the page: takes its archives from a person's files or, once they ask for it, from its repository,
 * and keeps the pack that a worker makes of them. Knows no React.
 */

import { MOST_MEGABYTES } from '../tasks/glyphs/archiveFiles';
import { servedPack } from './served';
import { storedPack, storePack } from './shelf';
import { TroubleError } from './trouble';
import type { Archive, Folder, UnpackEvent, UnpackRequest } from './unpack';

/** The repository's files, from the host that lets pages of other origins read them. */
const HOST = 'https://raw.githubusercontent.com/brendenlake/omniglot/master/python';
export const REPOSITORY = 'https://github.com/brendenlake/omniglot/tree/master/python';
export const ARCHIVES = [
  { name: 'images_background.zip', megabytes: 9.5 },
  { name: 'images_evaluation.zip', megabytes: 6.5 },
] as const;

/** All archives together; the published ones have 16 million bytes, but their whole repository may be brought. */
const MOST_BYTES = MOST_MEGABYTES * 2 ** 20;
/** About as much as an image takes in an archive. */
const BYTES_OF_IMAGE = 500;

export type Step =
  /** Bytes; the total is null where the host does not say it. */
  | {
      readonly kind: 'downloading';
      readonly name: string;
      readonly done: number;
      readonly total: number | null;
    }
  /** Images. */
  | {
      readonly kind: 'reading';
      readonly name: string;
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'packing' }
  | { readonly kind: 'storing' };

type UnpackWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** What bringing needs of the browser. */
export interface Means {
  readonly fetch: typeof fetch;
  readonly createWorker: () => UnpackWorker;
  readonly stored: () => Promise<Uint8Array | null>;
  readonly served: () => Promise<Uint8Array | null>;
  readonly store: (pack: Uint8Array) => Promise<void>;
  /** Workers that may read beside each other. */
  readonly cores: number;
}

const ofBrowser: Means = {
  fetch: (...request) => fetch(...request),
  createWorker: () => new Worker(new URL('./unpackWorker.ts', import.meta.url), { type: 'module' }),
  stored: storedPack,
  served: servedPack,
  store: storePack,
  cores: globalThis.navigator?.hardwareConcurrency ?? 1,
};

export interface Bringing {
  /** Ends it: the worker is terminated, a download is given up, nothing is kept. */
  readonly signal: AbortSignal;
  readonly onStep: (step: Step) => void;
  /** Characters that each split must have. */
  readonly least: number;
  readonly means?: Means;
}

/**
 * Reads archives and keeps their characters beside those that are kept already, or that the site serves.
 *
 * @returns how many characters are kept now
 * @throws TroubleError, or the signal's reason
 */
export async function bringFiles(
  files: readonly (File | Folder)[],
  { means = ofBrowser, ...bringing }: Bringing,
): Promise<number> {
  checkSize(files.reduce((sum, file) => sum + ('images' in file ? 0 : file.size), 0));
  const archives = files.map((file) =>
    'images' in file ? file : { name: file.name, content: file },
  );
  return keep(archives, { ...bringing, means });
}

/** The same with archives from Omniglot's repository. */
export async function bringDownload({ means = ofBrowser, ...bringing }: Bringing): Promise<number> {
  const archives: Archive[] = [];
  for (const { name } of ARCHIVES) {
    archives.push({ name, content: await download(name, { ...bringing, means }) });
  }
  return keep(archives, { ...bringing, means });
}

/** Where the official questions of Lake's test lie, beside the images. */
const RUNS = { folder: 'one-shot-classification', name: 'all_runs.zip' } as const;
export const RUNS_REPOSITORY = `${REPOSITORY}/${RUNS.folder}`;

/** The official questions, from Omniglot's repository. @throws TroubleError, or the signal's reason */
export async function downloadRuns(
  signal: AbortSignal,
  means: Pick<Means, 'fetch'> = ofBrowser,
): Promise<Archive> {
  const { folder, name } = RUNS;
  const onStep = () => {};
  return { name, content: await download(`${folder}/${name}`, { signal, onStep, means }) };
}

function checkSize(bytes: number): void {
  if (bytes <= MOST_BYTES) return;
  const megabytes = Math.round(bytes / 2 ** 20);
  throw new TroubleError({ code: 'files-too-large', megabytes, most: MOST_MEGABYTES });
}

async function download(
  name: string,
  {
    signal,
    onStep,
    means,
  }: Pick<Bringing, 'signal' | 'onStep'> & { readonly means: Pick<Means, 'fetch'> },
): Promise<Blob> {
  onStep({ kind: 'downloading', name, done: 0, total: null });
  try {
    const response = await means.fetch(`${HOST}/${name}`, { signal, credentials: 'omit' });
    if (!response.ok || response.body === null) {
      throw new TroubleError({ code: 'host-refuses', file: name, status: response.status });
    }
    const length = Number(response.headers.get('content-length'));
    const total = length > 0 ? length : null;
    checkSize(length);
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let done = 0;
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      done += part.value.length;
      if (done > MOST_BYTES) await reader.cancel();
      checkSize(done);
      onStep({ kind: 'downloading', name, done, total });
    }
    return new Blob(parts);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof TroubleError) throw error;
    throw new TroubleError({ code: 'host-out-of-reach', file: name }, { cause: error });
  }
}

async function keep(
  archives: readonly (Archive | Folder)[],
  bringing: Required<Bringing>,
): Promise<number> {
  const { onStep, least, means } = bringing;
  const packs = await Promise.all([means.stored(), means.served()]);
  const kept = packs.filter((pack) => pack !== null);
  const { pack, characters } = await unpacked({ archives, kept, least }, bringing);
  onStep({ kind: 'storing' });
  try {
    await means.store(pack);
  } catch (error) {
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    const megabytes = pack.length / 1e6;
    throw new TroubleError(
      full ? { code: 'no-room', characters, megabytes } : { code: 'no-storage', characters },
      { cause: error },
    );
  }
  return characters;
}

type Packed = Extract<UnpackEvent, { kind: 'packed' }>;

/** Archives are read beside each other, and what they hold is put together in one worker more. */
async function unpacked(request: UnpackRequest, bringing: Required<Bringing>): Promise<Packed> {
  const groups = grouped(request.archives, bringing.means.cores);
  if (groups.length < 2) return inWorker(request, bringing);
  const failed = new AbortController();
  const signal = AbortSignal.any([bringing.signal, failed.signal]);
  const told = new Map<string, { readonly done: number; readonly total: number }>();
  const sum = (of: 'done' | 'total') => [...told.values()].reduce((all, one) => all + one[of], 0);
  const read = groups.map((archives, i) => {
    const onStep = (step: Step) => {
      if (step.kind !== 'reading') return;
      told.set(`${i} ${step.name}`, step);
      // How far all are that have said how much they have.
      bringing.onStep({ ...step, done: sum('done'), total: sum('total') });
    };
    return inWorker({ archives, kept: [], least: 0 }, { ...bringing, signal, onStep });
  });
  try {
    const packs = (await Promise.all(read)).map(({ pack }) => pack);
    const { kept, least } = request;
    return await inWorker({ archives: [], kept: [...packs, ...kept], least }, bringing);
  } finally {
    failed.abort();
  }
}

/** At most so many groups, of about the same size. */
function grouped(archives: UnpackRequest['archives'], most: number): UnpackRequest['archives'][] {
  const size = (archive: Archive | Folder): number =>
    'images' in archive ? archive.images.length * BYTES_OF_IMAGE : archive.content.size;
  const groups = Array.from({ length: Math.min(most, archives.length) }, () => ({
    bytes: 0,
    archives: [] as (Archive | Folder)[],
  }));
  for (const archive of archives.toSorted((a, b) => size(b) - size(a))) {
    const least = groups.reduce((a, b) => (b.bytes < a.bytes ? b : a));
    least.bytes += size(archive);
    least.archives.push(archive);
  }
  return groups.map((group) => group.archives);
}

function inWorker(
  request: UnpackRequest,
  { signal, onStep, means }: Required<Bringing>,
): Promise<Packed> {
  return new Promise<Packed>((resolve, reject) => {
    signal.throwIfAborted();
    const worker = means.createWorker();
    const end = (settle: () => void) => {
      worker.terminate();
      signal.removeEventListener('abort', abort);
      settle();
    };
    const abort = () => end(() => reject(signal.reason));
    signal.addEventListener('abort', abort);
    worker.onmessage = ({ data }: MessageEvent<UnpackEvent>) => {
      switch (data.kind) {
        case 'packed':
          end(() => resolve(data));
          return;
        case 'failed':
          end(() => reject(new TroubleError(data.trouble)));
          return;
        default:
          onStep(data);
      }
    };
    worker.onerror = (event) => {
      const text = event.message;
      const trouble = text
        ? ({ code: 'reader-failed', text } as const)
        : ({ code: 'reader-missing' } as const);
      end(() => reject(new TroubleError(trouble)));
    };
    worker.postMessage(request);
  });
}
