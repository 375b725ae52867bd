def load(path):
    """Tensors by name, and the notes beside them, of a .safetensors file."""
    data = bytearray(open(path, "rb").read())
    size = 8 + int.from_bytes(data[:8], "little")
    tensors = json.loads(data[8:size])
    notes = tensors.pop("__metadata__", {})
    for name, of in tensors.items():
        n, at = math.prod(of["shape"]), size + of["data_offsets"][0]
        #: if drawings
        kind = {"U8": torch.uint8}.get(of["dtype"], torch.float32)
        flat = torch.frombuffer(data, dtype=kind, count=n, offset=at)
        #: end
        #: if no-drawings
        flat = torch.frombuffer(data, dtype=torch.float32, count=n, offset=at)
        #: end
        tensors[name] = flat.view(of["shape"]).to(args.device)
    return tensors, notes
