"""Few-shot recognition by attention in PyTorch: one task at a time, or all in batched products."""

import math

import torch
import torch.nn.functional as F

from pytorchParameters import flat

# As in src/tasks/glyphs/glyphs.ts.
PIXELS = 28 * 28


def attention_set(workload, values, theta, how):
    tasks, ways, shots = workload["tasks"], workload["ways"], workload["shots"]
    width = workload["width"]
    together = tasks if how == "batched" else 1
    support = values["supportX"].reshape(tasks // together, together, -1, PIXELS)
    query = values["queryX"].reshape(tasks // together, together, -1, PIXELS)
    y = values["queryY"].reshape(tasks // together, -1, ways).argmax(-1)
    embedding, to_queries, to_keys, to_values, weights, shifts = theta

    def losses(near, far, classes):
        """The mean over all query points."""
        set_ = near @ embedding
        points = torch.cat([set_, far @ embedding], 1)
        q, k, v = points @ to_queries, set_ @ to_keys, set_ @ to_values
        attention = torch.softmax(q @ k.transpose(1, 2) / math.sqrt(width), -1)
        z = torch.tanh(torch.baddbmm(points, attention, v)) @ weights + shifts
        z_near, z_far = z.split([ways * shots, far.shape[1]], 1)
        prototypes = z_near.reshape(together, ways, shots, width).mean(2)
        distances = (z_far.unsqueeze(2) - prototypes.unsqueeze(1)).square().sum(3)
        return F.cross_entropy(-distances.flatten(0, 1), classes)

    def gradient():
        total = 0
        for near, far, classes in zip(support, query, y):
            total = total + flat(torch.autograd.grad(losses(near, far, classes), theta))
        return total / len(support)

    return gradient
