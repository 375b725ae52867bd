"""The network of alphabets in PyTorch: the gradient of one batch of pairs."""

import torch
import torch.nn.functional as F

from pytorchImages import EPSILON, SIDE, our_layout, own_layout
from pytorchParameters import flat


def pairs(workload, values, parameters):
    groups, ways, blocks = workload["groups"], workload["ways"], len(workload["widths"])
    theta = [w.detach() for w in parameters]
    filters = range(0, 3 * blocks, 3)
    for i in filters:
        theta[i] = own_layout(theta[i])
    theta = [w.contiguous().requires_grad_() for w in theta]
    x = values["images"].reshape(-1, 1, SIDE, SIDE)
    of = torch.arange(groups * ways)
    apart = of[:, None] // ways != of[None] // ways

    def loss():
        z = x
        for b in range(blocks):
            w, gains, shifts = theta[3 * b : 3 * b + 3]
            z = F.max_pool2d(F.conv2d(z, w, padding=1), 2, ceil_mode=True)
            z = F.batch_norm(z, None, None, gains[0], shifts[0], training=True, eps=EPSILON)
            z = torch.relu(z)
        a, b = (theta[-1] * F.normalize(z.permute(0, 2, 3, 1).flatten(1), dim=1)).chunk(2)
        scores = a @ b.T
        within = scores.masked_fill(apart, -1e4)
        terms = [F.cross_entropy(s, of) for s in (scores, within, scores.T, within.T)]
        return 0.5 * sum(terms)

    def gradient():
        gradients = list(torch.autograd.grad(loss(), theta))
        for i in filters:
            gradients[i] = our_layout(gradients[i])
        return flat(gradients)

    return gradient
