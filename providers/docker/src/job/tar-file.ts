/** The one file in an archive that an engine gives. */
const BLOCK = 512;

/** Null: the archive holds no plain file. Headers that only say more about the next entry are passed over. */
export function fileOfTar(archive: Buffer): Buffer | null {
  for (let at = 0; at + BLOCK <= archive.length;) {
    const header = archive.subarray(at, at + BLOCK);
    if (header[0] === 0) return null;
    const size = sizeOf(header.subarray(124, 136));
    const type = String.fromCharCode(header[156] ?? 0);
    if (type === "0" || type === "\0") return archive.subarray(at + BLOCK, at + BLOCK + size);
    if (!["x", "g", "L", "K"].includes(type)) return null;
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return null;
}

/** Octal digits. */
function sizeOf(field: Buffer): number {
  return Number.parseInt(field.toString("latin1").replaceAll("\0", "").trim(), 8);
}
