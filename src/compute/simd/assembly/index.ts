export { blend, standardise, sumProducts } from './columns';
export { convolve, convolveBack, convolveFilters, turnFilters } from './convolution';
export { addScaled, combine, inverseRoot, reciprocal, relu, scale } from './elementwise';
export { patches, scatterPatches } from './images';
export { multiply, multiplyColumn, transpose } from './matmul';
export { adam, copy, sumRows, sumSquares, sumTasks } from './reduce';
export { lstm, lstmSlope, logSign, logSignSlope } from './recurrent';
export { crossEntropy, logSoftmax, softmax, softmaxSlope } from './softmax';
export { exponential, logarithm, tanh } from './transcendental';
