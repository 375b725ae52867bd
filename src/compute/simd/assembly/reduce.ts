/** Sums, and the updates that work on whole parameter vectors. */

/** Numbers whose sum is taken in one go. */
const BLOCK: i32 = 256;

/** c = sum of the squares of each task: [tasks, 1, 1]. */
export function sumSquares(tasks: i32, count: i32, a: usize, aTask: usize, c: usize): void {
  for (let t = 0; t < tasks; t++) {
    let total: f64 = 0;
    // Blocks in single precision, their sum in double: no chain of additions is long.
    for (let from = 0; from < count; from += BLOCK) {
      const end = min(from + BLOCK, count);
      let lanes = f32x4.splat(0);
      let i = from;
      for (; i + 4 <= end; i += 4) {
        const x = v128.load(a + (<usize>i << 2));
        lanes = f32x4.add(lanes, f32x4.mul(x, x));
      }
      let sum =
        f32x4.extract_lane(lanes, 0) +
        f32x4.extract_lane(lanes, 1) +
        (f32x4.extract_lane(lanes, 2) + f32x4.extract_lane(lanes, 3));
      for (; i < end; i++) {
        const x = load<f32>(a + (<usize>i << 2));
        sum += x * x;
      }
      total += sum;
    }
    store<f32>(c, <f32>total);
    a += aTask;
    c += 4;
  }
}

/** c = factor · sum over tasks, `aTask` apart, of `width` numbers. */
export function sumTasks(
  tasks: i32,
  width: i32,
  a: usize,
  aTask: usize,
  factor: f32,
  c: usize,
): void {
  const f = f32x4.splat(factor);
  let j = 0;
  for (; j + 4 <= width; j += 4) {
    let at = a + (<usize>j << 2);
    let sum = f32x4.splat(0);
    for (let t = 0; t < tasks; t++) {
      sum = f32x4.add(sum, v128.load(at));
      at += aTask;
    }
    v128.store(c + (<usize>j << 2), f32x4.mul(f, sum));
  }
  for (; j < width; j++) {
    let at = a + (<usize>j << 2);
    let sum: f32 = 0;
    for (let t = 0; t < tasks; t++) {
      sum += load<f32>(at);
      at += aTask;
    }
    store<f32>(c + (<usize>j << 2), factor * sum);
  }
}

/** Copies matrices of `count` numbers, `fromTask` apart, to places `toTask` apart. */
export function copy(
  tasks: i32,
  count: i32,
  from: usize,
  fromTask: usize,
  to: usize,
  toTask: usize,
): void {
  for (let t = 0; t < tasks; t++) {
    memory.copy(to, from, <usize>count << 2);
    from += fromTask;
    to += toTask;
  }
}

/**
 * Adam's update (Kingma and Ba 2015, algorithm 1): new parameters, first and second moments.
 *
 * @param correction1 1 / (1 − β₁ᵗ)
 * @param correction2 1 / (1 − β₂ᵗ)
 */
export function adam(
  count: i32,
  parameters: usize,
  gradient: usize,
  first: usize,
  second: usize,
  rate: f32,
  beta1: f32,
  beta2: f32,
  epsilon: f32,
  correction1: f32,
  correction2: f32,
  newParameters: usize,
  newFirst: usize,
  newSecond: usize,
): void {
  const b1 = f32x4.splat(beta1);
  const b2 = f32x4.splat(beta2);
  const d1 = f32x4.splat(1 - beta1);
  const d2 = f32x4.splat(1 - beta2);
  const step = f32x4.splat(rate * correction1);
  const c2 = f32x4.splat(correction2);
  const e = f32x4.splat(epsilon);
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    const at = <usize>i << 2;
    const g = v128.load(gradient + at);
    const m = f32x4.add(f32x4.mul(b1, v128.load(first + at)), f32x4.mul(d1, g));
    const v = f32x4.add(
      f32x4.mul(b2, v128.load(second + at)),
      f32x4.mul(d2, f32x4.mul(g, g)),
    );
    const denominator = f32x4.add(f32x4.sqrt(f32x4.mul(v, c2)), e);
    const moved = f32x4.sub(
      v128.load(parameters + at),
      f32x4.div(f32x4.mul(step, m), denominator),
    );
    v128.store(newFirst + at, m);
    v128.store(newSecond + at, v);
    v128.store(newParameters + at, moved);
  }
  for (; i < count; i++) {
    const at = <usize>i << 2;
    const g = load<f32>(gradient + at);
    const m = beta1 * load<f32>(first + at) + (1 - beta1) * g;
    const v = beta2 * load<f32>(second + at) + (1 - beta2) * g * g;
    const denominator = sqrt<f32>(v * correction2) + epsilon;
    store<f32>(newFirst + at, m);
    store<f32>(newSecond + at, v);
    store<f32>(newParameters + at, load<f32>(parameters + at) - (rate * correction1 * m) / denominator);
  }
}
