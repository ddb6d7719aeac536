import { randomUUID } from "node:crypto";
import { open, rename, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { BundleText } from "./bundle-text.ts";

/** Where the bundle of this hash lies. */
export function bundlePath(bundleDir: string, hash: string): string {
  return join(bundleDir, `${hash}.mjs`);
}

/**
 * Puts a bundle into its place, unless it is there. It appears whole or not at all, and is on the disk before anybody
 * is told of it: what the store says of it after a power cut must be true.
 */
export async function writeBundle(bundleDir: string, { text, hash }: BundleText): Promise<string> {
  const path = bundlePath(bundleDir, hash);
  const bytes = Buffer.from(text);
  const present = await stat(path).catch(() => null);
  if (present?.size === bytes.length) return path;
  const draft = join(bundleDir, `${randomUUID()}.tmp`);
  try {
    const file = await open(draft, "wx");
    try {
      await file.writeFile(bytes);
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await unlink(draft).catch(() => undefined);
    throw error;
  }
  return path;
}
