export { addScaled, combine, relu, scale } from './elementwise';
export { multiply, multiplyColumn, transpose } from './matmul';
export { adam, copy, sumRows, sumSquares, sumTasks } from './reduce';
export { tanh } from './transcendental';
