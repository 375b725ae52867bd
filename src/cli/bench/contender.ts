/** A contender of the benchmark, as the bench page drives it. */

import type { Workload } from './workloads';

/** Computes the workload once and brings its result to the host. */
export type Step = () => Promise<Float32Array>;

/** Prepares a workload; null if the contender does not offer it. */
export type Prepare = (workload: Workload) => Promise<Step | null>;
