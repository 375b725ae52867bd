/** The numbers that every contender must find, from the reference engine in double precision. */

import { relativeError } from '../../compute/derivatives';
import { createReferenceEngine } from '../../compute/reference';
import { prepareOurs } from './ours';
import { inputsOf, shapesOf, type Workload, workloads } from './workloads';

export { inputsOf, relativeError, shapesOf, workloads };

export async function expected(workload: Workload): Promise<Float32Array> {
  return (await prepareOurs(createReferenceEngine(), workload))();
}
