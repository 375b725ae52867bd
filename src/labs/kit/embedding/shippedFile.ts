/** The shipped embedding on disk, for commands that run without a page. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EMBEDDING_FILE, parseEmbedding, type ShippedEmbedding } from './shipped';

export const shippedEmbedding = (): ShippedEmbedding =>
  parseEmbedding(
    readFileSync(
      path.join(process.cwd(), 'public', 'checkpoints', `${EMBEDDING_FILE}.json`),
      'utf8',
    ),
  );
