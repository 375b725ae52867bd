class Stream:
    """The page's random numbers: Philox4x32-10 (Salmon et al. 2011), by seed, name and index."""

    def __init__(self, seed, name, index=0):
        self.words, self.spare = self.philox(seed, name, index), []

    def philox(self, seed, name, index, low=0xFFFFFFFF):
        key = reduce(lambda h, letter: (h ^ ord(letter)) * 0x01000193 & low, name, 0x811C9DC5)
        for first in itertools.count(0, 64):
            a, b, c, d = torch.arange(first, first + 64), index, 0, 0
            for i in range(10):
                p, q = 0xD2511F53 * a, 0xCD9E8D57 * c
                k0, k1 = seed + i * 0x9E3779B9 & low, key + i * 0xBB67AE85 & low
                a, b, c, d = (q >> 32 & low) ^ b ^ k0, q & low, (p >> 32 & low) ^ d ^ k1, p & low
            yield from torch.stack((a, b, c, d), 1).flatten().tolist()

    def uniform(self, low=0.0, high=1.0):
        return low + (high - low) * (next(self.words) / 2**32)
    #: if normal

    def normal(self, sd=1.0):
        if not self.spare:
            radius = math.sqrt(-2 * math.log((next(self.words) + 0.5) / 2**32))
            angle = 2 * math.pi * (next(self.words) / 2**32)
            self.spare = [radius * math.sin(angle), radius * math.cos(angle)]
        return sd * self.spare.pop()
    #: end
    #: if choose

    def choose(self, count, chosen):
        pool = list(range(count))
        for i in range(chosen):
            j = i + int(next(self.words) / 2**32 * (count - i))
            pool[i], pool[j] = pool[j], pool[i]
        return pool[:chosen]
    #: end
