/** Element by element. Strides are in bytes; a stride of zero repeats an operand. */

/** Binary operations on [tasks, rows, columns] with rows contiguous, by number. */
const ADD = 0;
const SUBTRACT = 1;
const MULTIPLY = 2;
/** y where x > 0, else 0. */
const RELU_SLOPE = 3;
/** (1 − x²) y. */
const TANH_SLOPE = 4;
/** 1 where x > y, else 0. */
const GREATER = 5;

// @ts-expect-error: decorator
@inline
function vector(operation: i32, x: v128, y: v128): v128 {
  if (operation == ADD) return f32x4.add(x, y);
  if (operation == SUBTRACT) return f32x4.sub(x, y);
  if (operation == MULTIPLY) return f32x4.mul(x, y);
  if (operation == RELU_SLOPE) return v128.and(f32x4.gt(x, f32x4.splat(0)), y);
  if (operation == GREATER) return v128.and(f32x4.gt(x, y), f32x4.splat(1));
  return f32x4.mul(f32x4.sub(f32x4.splat(1), f32x4.mul(x, x)), y);
}

// @ts-expect-error: decorator
@inline
function scalar(operation: i32, x: f32, y: f32): f32 {
  if (operation == ADD) return x + y;
  if (operation == SUBTRACT) return x - y;
  if (operation == MULTIPLY) return x * y;
  if (operation == RELU_SLOPE) return x > 0 ? y : 0;
  if (operation == GREATER) return x > y ? 1 : 0;
  return (1 - x * x) * y;
}

// @ts-expect-error: decorator
@inline
function run(operation: i32, a: usize, b: usize, c: usize, count: i32): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    const at = <usize>i << 2;
    v128.store(c + at, vector(operation, v128.load(a + at), v128.load(b + at)));
  }
  for (; i < count; i++) {
    const at = <usize>i << 2;
    store<f32>(c + at, scalar(operation, load<f32>(a + at), load<f32>(b + at)));
  }
}

/** c = a ∘ b, `runs` times in each task: an operand's own strides say whether its rows or tasks repeat. */
export function combine(
  operation: i32,
  tasks: i32,
  runs: i32,
  length: i32,
  a: usize,
  aTask: usize,
  aRun: usize,
  b: usize,
  bTask: usize,
  bRun: usize,
  c: usize,
): void {
  const cRun = <usize>length << 2;
  for (let t = 0; t < tasks; t++) {
    let ar = a;
    let br = b;
    for (let r = 0; r < runs; r++) {
      if (operation == ADD) run(ADD, ar, br, c, length);
      else if (operation == SUBTRACT) run(SUBTRACT, ar, br, c, length);
      else if (operation == MULTIPLY) run(MULTIPLY, ar, br, c, length);
      else if (operation == RELU_SLOPE) run(RELU_SLOPE, ar, br, c, length);
      else if (operation == TANH_SLOPE) run(TANH_SLOPE, ar, br, c, length);
      else run(GREATER, ar, br, c, length);
      ar += aRun;
      br += bRun;
      c += cRun;
    }
    a += aTask;
    b += bTask;
  }
}

/** c = a + scale · b, `length` numbers for each task. */
export function addScaled(
  tasks: i32,
  length: i32,
  a: usize,
  aTask: usize,
  scale: f32,
  b: usize,
  bTask: usize,
  c: usize,
  cTask: usize,
): void {
  const s = f32x4.splat(scale);
  for (let t = 0; t < tasks; t++) {
    let i = 0;
    for (; i + 4 <= length; i += 4) {
      const at = <usize>i << 2;
      v128.store(c + at, f32x4.add(v128.load(a + at), f32x4.mul(s, v128.load(b + at))));
    }
    for (; i < length; i++) {
      const at = <usize>i << 2;
      store<f32>(c + at, load<f32>(a + at) + scale * load<f32>(b + at));
    }
    a += aTask;
    b += bTask;
    c += cTask;
  }
}

/** c = scale · a. */
export function scale(count: i32, a: usize, factor: f32, c: usize): void {
  const s = f32x4.splat(factor);
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    const at = <usize>i << 2;
    v128.store(c + at, f32x4.mul(s, v128.load(a + at)));
  }
  for (; i < count; i++) {
    const at = <usize>i << 2;
    store<f32>(c + at, factor * load<f32>(a + at));
  }
}

/** c = max(a, 0). */
export function relu(count: i32, a: usize, c: usize): void {
  const zero = f32x4.splat(0);
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    const at = <usize>i << 2;
    v128.store(c + at, f32x4.max(v128.load(a + at), zero));
  }
  for (; i < count; i++) {
    const at = <usize>i << 2;
    store<f32>(c + at, max(load<f32>(a + at), <f32>0));
  }
}

/** c = 1 / a. */
export function reciprocal(count: i32, a: usize, c: usize): void {
  for (let i = 0; i < count; i++) {
    const at = <usize>i << 2;
    store<f32>(c + at, 1 / load<f32>(a + at));
  }
}

/** c = 1 / √(a + epsilon). */
export function inverseRoot(count: i32, a: usize, epsilon: f32, c: usize): void {
  for (let i = 0; i < count; i++) {
    const at = <usize>i << 2;
    store<f32>(c + at, 1 / sqrt<f32>(load<f32>(a + at) + epsilon));
  }
}
