import { describeEngine } from './contract';
import { createReferenceEngine } from './reference';

describeEngine('reference engine', async () => createReferenceEngine(), 'exact');
