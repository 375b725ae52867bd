"""Lists of parameter tensors, in PyTorch's contenders."""

import torch


def flat(p):
    return torch.cat([w.reshape(-1) for w in p])


def descend(p, gradients, rate):
    return [w - rate * g for w, g in zip(p, gradients)]
