import { randomUUID } from "node:crypto";
import { closeSync, fdatasync, open, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { BundleText } from "./bundle-text.ts";

export interface Bundle {
  readonly hash: string;
  /** Absolute; ends in `<hash>.mjs`. */
  readonly path: string;
}

/** A file that is not in its place yet. */
interface Draft {
  readonly bundle: Bundle;
  readonly path: string;
  readonly descriptor: number;
}

const create = promisify(open);
const sync = promisify(fdatasync);

/** Where the bundle of this hash lies. */
export function bundlePath(bundleDir: string, hash: string): string {
  return join(bundleDir, `${hash}.mjs`);
}

/**
 * Puts bundles into their places, unless they are there. Each appears whole or not at all, and is on the disk before
 * anybody is told of it: what the store says of it after a power cut must be true. They are synced together, since a file
 * system that writes one writes the others with it. What may wait for the disk waits in another thread.
 */
export async function writeBundles(bundleDir: string, texts: Iterable<BundleText>): Promise<Bundle[]> {
  const bundles: Bundle[] = [];
  const drafts: Draft[] = [];
  try {
    for (const { text, hash } of texts) {
      const bundle = { hash, path: bundlePath(bundleDir, hash) };
      bundles.push(bundle);
      const bytes = Buffer.from(text);
      if (statSync(bundle.path, { throwIfNoEntry: false })?.size === bytes.length) continue;
      const path = join(bundleDir, `${randomUUID()}.tmp`);
      const descriptor = await create(path, "wx");
      drafts.push({ bundle, path, descriptor });
      writeFileSync(descriptor, bytes);
    }
    await syncAll(drafts);
    for (const { path, bundle } of drafts) renameSync(path, bundle.path);
    return bundles;
  } catch (error) {
    for (const { path } of drafts) rmSync(path, { force: true });
    throw error;
  } finally {
    for (const { descriptor } of drafts) closeSync(descriptor);
  }
}

/** None is closed while another is being synced. */
async function syncAll(drafts: readonly Draft[]): Promise<void> {
  const syncs = await Promise.allSettled(drafts.map(({ descriptor }) => sync(descriptor)));
  for (const each of syncs) if (each.status === "rejected") throw each.reason;
}
