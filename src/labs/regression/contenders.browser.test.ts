import { createTfjsEngine } from '../../compute/tfjs/engine';
import { describeContender } from '../../contenders/contract';
import { contenderCase } from './contenderCase';
import { contenderNames } from './methods';

const engine = createTfjsEngine('tfjs-wasm');

for (const name of contenderNames) {
  describeContender(`${name} on TensorFlow.js`, async () => contenderCase(await engine, name));
}
