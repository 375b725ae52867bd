import { describeEngine } from '../contract';
import { createSimdEngine } from './engine';

// Browsers have relaxed SIMD before Node does: this is the other build.
describeEngine('simd in a browser', createSimdEngine, 'exact');
