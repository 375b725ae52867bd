import { describe, expect, it } from 'vitest';
import { latinLetter } from './keys';

describe('latinLetter', () => {
  it('goes by what a key writes', () => {
    expect(latinLetter({ key: 'z', code: 'KeyZ' })).toBe('z');
    expect(latinLetter({ key: 'Z', code: 'KeyZ' })).toBe('z');
    // German and French keyboards.
    expect(latinLetter({ key: 'z', code: 'KeyY' })).toBe('z');
    expect(latinLetter({ key: 'a', code: 'KeyQ' })).toBe('a');
  });

  it('goes by the key’s place where it writes another letter', () => {
    for (const key of ['я', 'Я', 'ζ', 'ئ', 'ז', 'ㅋ']) {
      expect(latinLetter({ key, code: 'KeyZ' })).toBe('z');
    }
  });

  it('takes nothing else for a letter', () => {
    for (const key of ['1', ';', 'Enter', 'ArrowUp', 'Dead', 'Process']) {
      expect(latinLetter({ key, code: 'KeyZ' })).toBeNull();
    }
    expect(latinLetter({ key: 'ж', code: 'Semicolon' })).toBeNull();
  });
});
