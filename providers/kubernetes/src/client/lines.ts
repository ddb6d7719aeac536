/** Bytes in lines, without holding more than one. */

/** A line without an end is cut here, so that a job that never ends its line does not fill the memory. */
const LONGEST_BYTES = 1 << 20;

/**
 * Without the line ends. What is no UTF-8 becomes the replacement character.
 * @param rest what becomes of a last line that has no end: it may be torn
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, rest: "kept" | "dropped"): AsyncGenerator<string> {
  let open: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    let bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    let end = bytes.indexOf(10);
    if (end === -1 && open.length + bytes.length <= LONGEST_BYTES) {
      open = Buffer.concat([open, bytes]);
      continue;
    }
    bytes = Buffer.concat([open, bytes]);
    for (end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10)) {
      yield bytes.toString("utf8", 0, end);
      bytes = bytes.subarray(end + 1);
    }
    for (; bytes.length > LONGEST_BYTES; bytes = bytes.subarray(LONGEST_BYTES))
      yield bytes.toString("utf8", 0, LONGEST_BYTES);
    // A copy: a piece of a large buffer would hold all of it.
    open = Buffer.from(bytes);
  }
  if (open.length > 0 && rest === "kept") yield open.toString("utf8");
}
