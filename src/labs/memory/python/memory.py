#: if script
"""The readers of Inner Loop's memory lab in PyTorch, judged on the page's own held-out streams.

python memory.py --evaluate memory.safetensors  # weights, drawings as they are read, and streams
"""
#: end
#: cell It needs PyTorch alone.
#: if script
import argparse
#: end
import json
import math
#: if notebook
from types import SimpleNamespace
#: end

import torch

#: cell The settings of the run on the page.
WAYS, INSTANCES = 5, 10  # labels of a stream, and sightings that are told apart
#: if mann
MANN_HIDDEN, MANN_SLOTS, MANN_WIDTH, MANN_HEADS, MANN_DECAY = 128, 128, 32, 2, 0.95
#: end
#: if kv
KV_WIDTH, KV_HEADS = 16, 4  # of each head
#: end
#: if snail
SNAIL_BLOCKS, SNAIL_WIDTH = 1, 32  # convolutions of a round, and numbers of a key
#: end
#: if lstm
LSTM_HIDDEN = 64
#: end

#: cell What is judged.
#: if script
parser = argparse.ArgumentParser()
parser.add_argument("--evaluate", default="memory.safetensors")
parser.add_argument("--device", default="cpu")
args = parser.parse_args()
#: end
#: if notebook
args = SimpleNamespace(evaluate="memory.safetensors", device="cpu")
#: end

#: include load

#: cell A layer, and what is still to come.
def layer(p, name, x):
    return x @ p[name] + p[name + "_biases"]

def no_future(steps):
    """What to add to scores so that no step attends to a later one."""
    return -1e4 * torch.ones(steps, steps, device=args.device).triu(1)

#: if lstm mann-lstm
def lstm_step(z, cell):
    """A step of an LSTM, from what goes into its gates."""
    i, f, candidate, o = z.chunk(4, 1)
    cell = f.sigmoid() * cell + i.sigmoid() * candidate.tanh()
    return o.sigmoid() * cell.tanh(), cell

#: end
#: if mann
def unit(a):
    return a * (a.square().sum(2, keepdim=True) + 1e-12).rsqrt()

#: cell A memory that is addressed by content, and written where it was used least.
def mann(p, x, before, told):
    #: if pair
    z = layer(p, "controller", torch.cat((x, before, told), 2))
    #: end
    #: if late
    z = layer(p, "controller", torch.cat((x, told), 2))
    #: end
    streams, all_heads = len(x), MANN_HEADS * MANN_WIDTH
    memory = x.new_full((streams, MANN_SLOTS, MANN_WIDTH), 1e-6)
    use = (1e-6 * torch.arange(MANN_SLOTS, device=x.device)).repeat(streams, 1)
    last = x.new_zeros(streams, MANN_HEADS, MANN_SLOTS)
    read = x.new_zeros(streams, all_heads)
    h = cell = x.new_zeros(streams, MANN_HIDDEN)
    said = []
    for t in range(x.shape[1]):
        now = z[:, t] + read @ p["read"]
        #: if mann-lstm
        h, cell = lstm_step(now + h @ p["recurrent"], cell)
        #: end
        #: if mann-feedforward
        h = now.tanh()
        #: end
        told_heads = layer(p, "heads", h)
        key, added = (
            a.tanh().view(streams, MANN_HEADS, MANN_WIDTH)
            for a in told_heads[:, : 2 * all_heads].chunk(2, 1)
        )
        rest = told_heads[:, 2 * all_heads :, None]
        #: if lru
        gate = rest[:, :MANN_HEADS].sigmoid()
        free = use.argsort(1)[:, :MANN_HEADS]  # a slot for each head
        free = torch.zeros_like(last).scatter_(2, free[..., None], 1.0)
        write = gate * last + (1 - gate) * free
        #: end
        #: if fifo
        turn = (t * MANN_HEADS + torch.arange(MANN_HEADS, device=x.device)) % MANN_SLOTS
        free = torch.zeros_like(last).scatter_(2, turn.expand(streams, -1)[..., None], 1.0)
        write = free
        #: end
        memory = memory * (1 - free.sum(1))[..., None] + write.transpose(1, 2) @ added
        scores = unit(key) @ unit(memory).transpose(1, 2)
        #: if sharp
        scores = scores * (1 + torch.nn.functional.softplus(rest[:, -MANN_HEADS:]))
        #: end
        last = scores.softmax(2)
        read = (last @ memory).flatten(1)
        use = MANN_DECAY * use + last.sum(1) + write.sum(1)
        said.append(torch.cat((h, read), 1))
    return layer(p, "output", torch.stack(said, 1))

#: end
#: if kv
#: cell Attention over keys and values: an item is the drawing before, with its label.
def kv(p, x, before, told):
    def heads(a):
        return a.view(*a.shape[:2], KV_HEADS, KV_WIDTH).transpose(1, 2)

    keys = before @ p["keys"]
    keys[:, :1] += p["nothing"]  # the first item says nothing: it is for what is new
    scores = heads(x @ p["queries"] / KV_WIDTH**0.5) @ heads(keys).transpose(2, 3)
    values = heads(layer(p, "values", torch.cat((before, told), 2)))
    read = (scores + no_future(x.shape[1])).softmax(3) @ values
    return layer(p, "output", layer(p, "hidden", read.transpose(1, 2).flatten(2)).relu())

#: end
#: if snail
#: cell SNAIL: convolutions carry along what is near, attention finds what is far.
def snail(p, x, before, told):
    known = torch.cat((x, told), 2)
    for r in ("1", "2"):
        for block in range(SNAIL_BLOCKS):
            z = layer(p, f"now_{r}.{block + 1}", known)
            earlier, by = known @ p[f"before_{r}.{block + 1}"], 2**block
            z[:, by:] += earlier[:, : x.shape[1] - by] if by < x.shape[1] else 0
            a, gate = z.chunk(2, 2)
            known = torch.cat((known, a.tanh() * gate.sigmoid()), 2)
        q, k, v = (known @ p["attention_" + r]).chunk(3, 2)
        scores = q / SNAIL_WIDTH**0.5 @ k.transpose(1, 2) + no_future(x.shape[1])
        known = torch.cat((known, scores.softmax(2) @ v), 2)
    return layer(p, "output", known)

#: end
#: if lstm
#: cell An LSTM: all that it knows is in its state.
def lstm(p, x, before, told):
    z = layer(p, "gates", torch.cat((x, told), 2))
    h = cell = x.new_zeros(len(x), LSTM_HIDDEN)
    said = []
    for t in range(x.shape[1]):
        h, cell = lstm_step(z[:, t] + h @ p["recurrent"], cell)
        said.append(h)
    return layer(p, "output", torch.stack(said, 1))

#: end
#: if nearest
#: cell The nearest neighbour, which remembers everything.
def nearest(p, x, before, told):
    far = torch.cdist(x, before, compute_mode="donot_use_mm_for_euclid_dist")
    later = torch.ones(x.shape[1], x.shape[1], device=x.device, dtype=torch.bool).triu(1)
    later[:, 0] = True  # nothing was before the first
    at = far.masked_fill(later, math.inf).argmin(2)
    return told.gather(1, at[..., None].expand(-1, -1, WAYS))

#: end
#: if feedforward
#: cell A network that keeps nothing.
def feedforward(p, x, before, told):
    return layer(p, "output", layer(p, "hidden", torch.cat((x, told), 2)).relu())

#: end
#: cell The streams of the page: a drawing comes with the one before it, and its label.
saved, notes = load(args.evaluate)
print("On the page:", notes)
labels = saved["labels"].long()
x = saved["drawings"][saved["streams"].long()]
one_hot = torch.eye(WAYS, device=args.device)[labels]
before, told = torch.zeros_like(x), torch.zeros_like(one_hot)
before[:, 1:], told[:, 1:] = x[:, :-1], one_hot[:, :-1]
sighting = (one_hot.cumsum(1) * one_hot).sum(2)  # each label is of one character

#: cell How often each is right at the 1st, 2nd, … sighting of a character.
READERS = {"mann": mann}
print(f"Right in % on {len(x)} streams of {WAYS} characters: mean ± 95% interval, median")
for name, read in READERS.items():
    p = {key.split(".", 1)[1]: w for key, w in saved.items() if key.startswith(name + ".")}
    parts = zip(*(a.split(50) for a in (x, before, told)))
    right = torch.cat([read(p, *part).argmax(2) for part in parts]) == labels
    for k in range(1, INSTANCES + 1):
        here = sighting == k
        shares = 100 * (right & here).sum(1).double() / here.sum(1)
        shares = shares[here.any(1)]  # of streams that come so far
        n = len(shares)
        if n == 0:
            continue
        half = (1.959964 + 2.3723 / max(1, n - 1)) * shares.std() / n**0.5
        middle = shares.quantile(0.5)
        print(f"{name:12} {k:2} {shares.mean():.6g} ± {half:.3g}, median {middle:.6g}")
