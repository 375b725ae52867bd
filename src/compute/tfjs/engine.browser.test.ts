import { describeEngine } from '../contract';
import { createTfjsEngine } from './engine';

// One TensorFlow.js has one current backend, so each suite starts its own and removes it.
describeEngine('tfjs-cpu', () => createTfjsEngine('tfjs-cpu'), 'exact');
describeEngine('tfjs-wasm', () => createTfjsEngine('tfjs-wasm'), 'exact');
describeEngine('tfjs-webgl', () => createTfjsEngine('tfjs-webgl'), 'graphics');
describeEngine('tfjs-webgpu', () => createTfjsEngine('tfjs-webgpu'), 'graphics');
