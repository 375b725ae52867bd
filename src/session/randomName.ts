/** A name that nobody else has. Pages that were not sent safely have no `crypto.randomUUID`, but these bits. */
export const randomName = (): string =>
  crypto.getRandomValues(new Uint32Array(4)).reduce((name, bits) => name + bits.toString(36), '');
