import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { readArchive } from '../tasks/glyphs/archive';
import { publishedLike } from '../tasks/glyphs/inventedArchive';
import { PACK_FILE, packOf } from '../tasks/glyphs/pack';
import { packedGlyphs, saidOf } from './packedFile';

// It draws some thousand images, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

afterEach(() => vi.restoreAllMocks());

/** What a command says of the pack of a project that has these bytes as one. */
async function saidOfPack(bytes: Uint8Array | null): Promise<string | null> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'pack-'));
  const file = path.join(root, 'public', PACK_FILE);
  mkdirSync(path.dirname(file), { recursive: true });
  if (bytes !== null) writeFileSync(file, bytes);
  vi.spyOn(process, 'cwd').mockReturnValue(root);
  try {
    return `${packedGlyphs(20).classes.length} characters`;
  } catch (error) {
    return saidOf(error);
  }
}

it('a pack is taken where the page takes it, and else refused in a sentence', async () => {
  const pack = (test: number) => packOf([readArchive(publishedLike(test))]);
  expect(await saidOfPack(pack(20))).toBe('60 characters');
  expect(await saidOfPack(pack(19))).toBe(
    'public/data/omniglot.pack holds 59 characters, 20 of them to validate with and 19 to test; tasks need up to 20. Run npm run data:omniglot.',
  );
  expect(await saidOfPack(null)).toContain('public/data/omniglot.pack is missing');
  expect(await saidOfPack(pack(20).slice(0, 900))).toContain('ends after 900 of');
});
