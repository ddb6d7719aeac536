/**
 * SHA-1 of a text, for the jitter of retries only: Airflow derives it from this hash, and core has no `node:crypto`.
 * Not for anything that must be secure.
 */

/** The 20 bytes of the SHA-1 of the text in UTF-8. */
export function sha1(text: string): Uint8Array {
  const blocks = padded(new TextEncoder().encode(text));
  const state = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  const words = new Uint32Array(80);
  for (let offset = 0; offset < blocks.byteLength; offset += 64) {
    for (let i = 0; i < 16; i++) words[i] = blocks.getUint32(offset + 4 * i);
    for (let i = 16; i < 80; i++) {
      words[i] = rotate(word(words, i - 3) ^ word(words, i - 8) ^ word(words, i - 14) ^ word(words, i - 16), 1);
    }
    compress(state, words);
  }
  const digest = new DataView(new ArrayBuffer(20));
  state.forEach((value, i) => digest.setUint32(4 * i, value));
  return new Uint8Array(digest.buffer);
}

/** The message, a one bit, zeros, and the message's length in bits, in whole blocks of 64 bytes. */
function padded(message: Uint8Array): DataView {
  const blocks = new Uint8Array((((message.length + 8) >> 6) + 1) * 64);
  blocks.set(message);
  blocks[message.length] = 0x80;
  const view = new DataView(blocks.buffer);
  view.setUint32(blocks.length - 8, Math.floor(message.length / 0x20000000));
  view.setUint32(blocks.length - 4, message.length << 3);
  return view;
}

function compress(state: Uint32Array, words: Uint32Array): void {
  let [a, b, c, d, e] = state as unknown as [number, number, number, number, number];
  for (let i = 0; i < 80; i++) {
    const [mixed, constant] = round(i, b, [c, d]);
    const next = (rotate(a, 5) + mixed + e + constant + word(words, i)) | 0;
    [e, d, c, b, a] = [d, c, rotate(b, 30), a, next];
  }
  [a, b, c, d, e].forEach((value, i) => (state[i] = word(state, i) + value));
}

function round(i: number, b: number, [c, d]: readonly [number, number]): readonly [number, number] {
  if (i < 20) return [(b & c) | (~b & d), 0x5a827999];
  if (i < 40) return [b ^ c ^ d, 0x6ed9eba1];
  if (i < 60) return [(b & c) | (b & d) | (c & d), 0x8f1bbcdc];
  return [b ^ c ^ d, 0xca62c1d6];
}

function word(words: Uint32Array, i: number): number {
  return words[i] as number;
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
