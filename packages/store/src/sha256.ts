/** SHA-256 in hexadecimal. `node:crypto` takes some ten milliseconds to load: only who hashes something waits for it. */
export function sha256(text: string): string {
  return process.getBuiltinModule("node:crypto").hash("sha256", text, "hex");
}
