/**
 * What was known of each DAG file when the processor last came to rest, kept beside the bundles: a file that has not
 * changed since need neither be bundled nor evaluated at the next start.
 */
import { randomUUID } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A file that is published without errors. */
export interface KnownFile {
  /** Absolute paths of all files that its bundle was made of. */
  readonly inputs: readonly string[];
  /** `FileStamps.signature` of the inputs. */
  readonly signature: string;
  readonly hash: string;
  readonly dagIds: readonly string[];
}

/** On disk each path stands once: many DAG files share their inputs. */
interface Stored {
  readonly key: string;
  readonly paths: readonly string[];
  readonly files: { readonly [name: string]: Omit<KnownFile, "inputs"> & { readonly inputs: readonly number[] } };
}

const FILE = "manifest.json";

/** Empty if there is none, it cannot be read, or it was written under another key. */
export async function readManifest(bundleDir: string, key: string): Promise<Map<string, KnownFile>> {
  const text = await readFile(join(bundleDir, FILE), "utf8").catch(() => "");
  const stored = parse(text);
  if (stored === null || stored.key !== key) return new Map();
  return new Map(
    Object.entries(stored.files).map(([name, file]) => {
      return [name, { ...file, inputs: file.inputs.map((index) => stored.paths[index] ?? "") }];
    }),
  );
}

export async function writeManifest(
  bundleDir: string,
  key: string,
  files: ReadonlyMap<string, KnownFile>,
): Promise<void> {
  const indexes = new Map<string, number>();
  const indexOf = (path: string): number => {
    const index = indexes.get(path) ?? indexes.size;
    indexes.set(path, index);
    return index;
  };
  const entries = [...files].map(([name, { inputs, signature, hash, dagIds }]) => {
    return [name, { inputs: inputs.map(indexOf), signature, hash, dagIds }] as const;
  });
  const stored: Stored = { key, paths: [...indexes.keys()], files: Object.fromEntries(entries) };
  const draft = join(bundleDir, `${randomUUID()}.tmp`);
  await writeFile(draft, JSON.stringify(stored));
  await rename(draft, join(bundleDir, FILE));
}

/** A damaged manifest only costs the time to load the files anew. */
function parse(text: string): Stored | null {
  try {
    return JSON.parse(text) as Stored;
  } catch {
    return null;
  }
}
