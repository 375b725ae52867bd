/** Points of files that are too long for an address: here until the page is left. By the file's name. */

import type { Point } from '../../../spec/field';

export const MOST_POINTS_OF_FILE = 5000;

export const held = new Map<string, readonly Point[]>();
