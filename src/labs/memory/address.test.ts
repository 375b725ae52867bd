import { describe, expect, it } from 'vitest';
import { textOfStrokes } from '../../characters/strokesText';
import { decodeAddress } from '../../spec/address';
import { definition, readMemory } from './lab';

const read = (text: string) => readMemory(new URLSearchParams(text));

describe('an address of the memory lab', () => {
  it('tells no label and no place that its streams do not have: what of it is left out is named', () => {
    const { address, problems } = read('ways=5&testLength=20&edits=3:4,7:9,25:1');
    expect(address.view.edits).toBe('3:4');
    expect(problems).toEqual([{ code: 'items', field: 'edits', value: '7:9,25:1' }]);
  });

  it('draws none either', () => {
    const strokes = textOfStrokes([
      [
        [0.1, 0.1],
        [0.9, 0.9],
      ],
    ]);
    const { address, problems } = read(`ways=3&drawn=2.1:${strokes},4.3:${strokes}`);
    expect(address.view.drawn).toBe(`2.1:${strokes}`);
    expect(problems).toMatchObject([{ code: 'items', field: 'drawn' }]);
  });

  it('may tell labels of characters that are there at test alone', () => {
    expect(read('ways=5&beyond=5&edits=7:9').problems).toEqual([]);
    expect(read('ways=5&beyond=4&edits=7:9').problems).toHaveLength(1);
  });

  it('of which nothing is left out is read as it is', () => {
    const params = new URLSearchParams('ways=3&edits=3:0,17:2&labels=strings&beyond=2');
    expect(readMemory(params)).toEqual(decodeAddress(definition, params));
  });
});
