import { it } from 'vitest';
import { expectAgreement } from './agreement';
import { createSimdEngine } from './simd/engine';
import { createTfjsEngine } from './tfjs/engine';

it('simd agrees with tfjs on any network, width and batch', async () => {
  await expectAgreement(await createSimdEngine(), await createTfjsEngine('tfjs-wasm'), 60);
});
