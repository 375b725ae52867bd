"""The gradient of an LSTM over sequences of images in PyTorch, by its own LSTM."""

import torch
import torch.nn.functional as F

from pytorchParameters import flat

# As in src/tasks/glyphs/glyphs.ts.
PIXELS = 28 * 28


def sequence(workload, values, parameters):
    sequences, steps, units = workload["sequences"], workload["steps"], workload["units"]
    classes = workload["classes"]
    # Its layers have their weights transposed, and two biases where we have one.
    theta = [w.detach().t().contiguous() if w.shape[0] > 1 else w.detach()[0] for w in parameters]
    theta = [w.requires_grad_() for w in theta]
    embedding, offsets, from_below, recurrent, biases, weights, shifts = theta
    none = torch.zeros_like(biases)
    x = values["x"].reshape(steps, sequences, PIXELS)
    y = values["y"].reshape(-1, classes).argmax(1)
    zeros = torch.zeros(1, sequences, units)

    def gradient():
        points = F.linear(x, embedding, offsets)
        weights_of_lstm = [from_below, recurrent, biases, none]
        said, _, _ = torch.lstm(
            points, (zeros, zeros), weights_of_lstm, True, 1, 0.0, True, False, False
        )
        scores = F.linear(said, weights, shifts)
        loss = F.cross_entropy(scores.flatten(0, 1), y)
        # In our layout: a copy of the parameters.
        return flat([g.t() if g.dim() > 1 else g for g in torch.autograd.grad(loss, theta)])

    return gradient
