import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { publishedLike } from '../../tasks/glyphs/inventedArchive';
import { archivesIn, PACK_FILE, pack, saidOf } from './omniglot';

vi.setConfig({ testTimeout: 60_000 });

const folder = () => mkdtempSync(path.join(os.tmpdir(), 'omniglot-'));
const silent = () => {};

/** A file with an archive of so many characters to test with, 20 to validate with and 20 to train on. */
function archiveFile(testCharacters: number, name = 'images.zip'): string {
  const file = path.join(folder(), name);
  writeFileSync(file, publishedLike(testCharacters));
  return file;
}

const countsOf = async (from: string, root: string, anew = false) => {
  const { bytes, counts } = await pack(archivesIn(from), { root, anew }, silent);
  return { bytes, total: counts.reduce((sum, { characters }) => sum + characters, 0) };
};

describe('npm run data:omniglot', () => {
  it('refuses what the page would not take, with the counts', async () => {
    const error = await countsOf(archiveFile(10), folder()).catch((reason: unknown) => reason);
    expect(await saidOf(error)).toBe(
      'The archives hold 50 characters, 20 of them to validate with and 10 to test; tasks need up to 20. Nothing has changed. Take images_background.zip or images_evaluation.zip.',
    );
  });

  it('adds to the pack that is there, unless it is made anew', async () => {
    const root = folder();
    const file = path.join(root, 'public', PACK_FILE);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, (await countsOf(archiveFile(30), root)).bytes);
    // Fewer, and the same ones: none goes.
    expect((await countsOf(archiveFile(20), root)).total).toBe(70);
    expect((await countsOf(archiveFile(20), root, true)).total).toBe(60);
    // Too few alone, enough with those.
    expect((await countsOf(archiveFile(3), root)).total).toBe(70);
  });

  it('takes folders: of images, and of archives', async () => {
    const [unpacked, root] = [folder(), folder()];
    for (const [name, bytes] of Object.entries(unzipSync(publishedLike(20)))) {
      mkdirSync(path.dirname(path.join(unpacked, name)), { recursive: true });
      writeFileSync(path.join(unpacked, name), bytes);
    }
    const zipped = archiveFile(20, 'images_evaluation.ZIP');
    const wanted = await countsOf(zipped, root);
    expect(wanted.total).toBe(60);
    expect(await countsOf(path.dirname(zipped), root)).toEqual(wanted);
    expect(await countsOf(unpacked, root)).toEqual(wanted);
  });
});
