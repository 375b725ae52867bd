import { describe, expect, it } from 'vitest';
import { fault } from '../compute/fault';
import { words } from '../words/words';
import { faultText } from './phrases';

describe('what went wrong', () => {
  it('is said with its values', () => {
    expect(faultText(words(), fault('simd-memory', { held: 2046, needed: 80 }))).toBe(
      'the SIMD engine holds 2,046 MB and needs 80 MB more than it may have: use a smaller network, fewer tasks or fewer points',
    );
  });

  it('names the engines that were tried in vain, and why', () => {
    const tried = [
      { engine: 'simd', fault: fault('no-wasm-simd') },
      { engine: 'tfjs-webgl', fault: fault('no-webgl') },
    ];
    expect(faultText(words(), { ...fault('no-engine'), tried })).toBe(
      'no engine starts here (WebAssembly SIMD: this browser has no WebAssembly SIMD; TensorFlow.js · WebGL: this browser gives no WebGL 2 context)',
    );
  });

  it('quotes what somebody else’s code says', () => {
    const text = 'Cannot read {x} of <undefined>';
    expect(faultText(words(), fault('other', { text }))).toBe(text);
  });
});
