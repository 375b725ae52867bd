/** A figure of the memory lab says what every figure says, and no more: it begins from nothing that was trained before. */

import type { Stamped } from '../kit/stamped';
import type { State } from './lab';

export const stamped: Stamped<State> = {};
