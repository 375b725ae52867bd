"""The gradient of MANN in PyTorch: all streams in batched products, one graph through all steps."""

import torch
import torch.nn.functional as F

from pytorchParameters import flat

# As in src/networks/programs/readers/mann.ts and src/compute/programs/calculus.ts.
EMPTY = 1e-6
COSINE_EPSILON = 1e-12


def unit(a):
    return a * torch.rsqrt(a.square().sum(-1, keepdim=True) + COSINE_EPSILON)


def mann_episode(workload, values, theta):
    streams, steps, labels = workload["tasks"], workload["steps"], workload["labels"]
    mann = workload["mann"]
    slots, width, heads, decay = mann["slots"], mann["width"], mann["heads"], mann["decay"]
    controller, offsets, from_read, to_heads, biases, weights, shifts = theta
    # Step after step: what a step reads lies together.
    x = values["x"].reshape(streams, steps, -1).transpose(0, 1).contiguous()
    y = values["y"].reshape(streams, steps, labels).argmax(2).t().reshape(-1)
    empty = torch.full((streams, slots, width), EMPTY)
    unused = (EMPTY * torch.arange(slots)).repeat(streams, 1)
    nowhere = torch.zeros(streams, heads, slots)
    nothing = torch.zeros(streams, heads * width)
    sizes = [heads * width, heads * width, heads, heads]

    def gradient():
        told = x @ controller + offsets
        memory, use, reads, found, said = empty, unused, nowhere, nothing, []
        for own in told:
            h = torch.tanh(torch.addmm(own, found, from_read))
            parts = torch.addmm(biases, h, to_heads).split(sizes, 1)
            key, added, gate, strength = [part.reshape(streams, heads, -1) for part in parts]
            gate = torch.sigmoid(gate)
            with torch.no_grad():
                places = torch.topk(use, heads, largest=False).indices
                least = F.one_hot(places, slots).float()
            write = torch.lerp(least, reads, gate)
            kept = memory * (1 - least.sum(1)).unsqueeze(2)
            memory = torch.baddbmm(kept, write.transpose(1, 2), torch.tanh(added))
            cosines = unit(torch.tanh(key)) @ unit(memory).transpose(1, 2)
            reads = torch.softmax(cosines * (1 + F.softplus(strength)), -1)
            found = (reads @ memory).reshape(streams, -1)
            with torch.no_grad():
                use = decay * use + reads.sum(1) + write.sum(1)
            said.append(torch.cat([h, found], 1))
        scores = torch.addmm(shifts, torch.cat(said), weights)
        return flat(torch.autograd.grad(F.cross_entropy(scores, y), theta))

    return gradient
