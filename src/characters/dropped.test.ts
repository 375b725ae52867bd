import { describe, expect, it } from 'vitest';
import { takeDrop } from './dropped';
import { TroubleError } from './trouble';

/** Files and folders as browsers give them: a folder's entries come in portions, and none at the end. */
type Tree = { readonly [name: string]: Tree | File };
type Ask<T> = (done: (result: T) => void, failed: (error: unknown) => void) => void;

function entryOf(name: string, content: Tree | File): object {
  if (content instanceof File) {
    const file: Ask<File> = (done) => done(content);
    return { name, isDirectory: false, file };
  }
  return {
    name,
    isDirectory: true,
    createReader() {
      const left = Object.entries(content).map(([next, of]) => entryOf(next, of));
      const readEntries: Ask<object[]> = (done) => done(left.splice(0, 2));
      return { readEntries };
    },
  };
}

function dropOf(tree: Tree) {
  const items = Object.entries(tree).map(([name, content]) => ({
    webkitGetAsEntry: () => entryOf(name, content),
  }));
  // Of a folder, browsers list a file of no use.
  const files = Object.entries(tree).map(([name, content]) =>
    content instanceof File ? content : new File([], name),
  );
  return { items, files } as unknown as DataTransfer;
}

const file = (name: string) => new File(['x'], name);
const character = {
  '0001_01.png': file('0001_01.png'),
  '0001_02.PNG': file('0001_02.PNG'),
  '0001_03.png': file('0001_03.png'),
  'Thumbs.db': file('Thumbs.db'),
};

describe('what is dropped', () => {
  it('is taken as it is where it is files', async () => {
    const drop = dropOf({ 'a.zip': file('a.zip'), 'notes.txt': file('notes.txt') });
    expect(await takeDrop(drop)()).toEqual([...drop.files]);
  });

  it('is sought for images and zips where it is a folder', async () => {
    const tree = {
      images_background: { Greek: { character01: character }, README: file('README') },
      python: { 'images_evaluation.zip': file('images_evaluation.zip') },
      'small.zip': file('small.zip'),
    };
    const [folder, zip, single, ...others] = await takeDrop(dropOf(tree))();
    expect(others).toEqual([]);
    expect(folder).toMatchObject({ name: 'images_background' });
    const images = folder !== undefined && 'images' in folder ? folder.images : [];
    expect(images.map(({ path }) => path)).toEqual([
      'images_background/Greek/character01/0001_01.png',
      'images_background/Greek/character01/0001_02.PNG',
      'images_background/Greek/character01/0001_03.png',
    ]);
    expect([zip, single]).toMatchObject([{ name: 'images_evaluation.zip' }, { name: 'small.zip' }]);
  });

  it('keeps a folder without anything in it, so that it is refused by its name', async () => {
    expect(await takeDrop(dropOf({ holidays: { 'beach.jpg': file('beach.jpg') } }))()).toEqual([
      { name: 'holidays', images: [] },
    ]);
  });

  it('names a folder that cannot be read', async () => {
    const readEntries: Ask<object[]> = (_, failed) => failed(new DOMException('no', 'NotFound'));
    const entry = { name: 'gone', isDirectory: true, createReader: () => ({ readEntries }) };
    const drop = { items: [{ webkitGetAsEntry: () => entry }], files: [new File([], 'gone')] };
    const trouble = await takeDrop(drop as unknown as DataTransfer)().catch((error) => error);
    expect(trouble).toBeInstanceOf(TroubleError);
    expect(trouble.trouble).toEqual({ code: 'file-unreadable', file: 'gone' });
  });
});
