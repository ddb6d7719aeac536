/** What a browser loads, by the manifest of the build: the first page is light, and what is heavy comes when it is needed. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { webFolder } from "./index.ts";

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const KB = 1000;
/** Of the editor, which nobody needs to look around. */
const EDITOR = /mirror/;

const folder = webFolder();
const manifestFile = join(folder ?? "", ".vite", "manifest.json");
const isBuilt = folder !== null && existsSync(manifestFile);

const manifest = isBuilt ? (JSON.parse(readFileSync(manifestFile, "utf8")) as { readonly [name: string]: Chunk }) : {};

function sizeOf(file: string): number {
  return gzipSync(readFileSync(join(folder ?? "", file))).length;
}

/** A chunk and all that it cannot do without. */
function needed(name: string, known = new Set<string>()): ReadonlySet<string> {
  const chunk = manifest[name];
  if (chunk === undefined || known.has(name)) return known;
  known.add(name);
  for (const other of chunk.imports ?? []) needed(other, known);
  return known;
}

const bytesOf = (names: ReadonlySet<string>): number =>
  [...names].reduce((sum, name) => sum + sizeOf(manifest[name]?.file ?? ""), 0);

describe.runIf(isBuilt)(`the build${isBuilt ? "" : " (not run: npm run build has not been)"}`, () => {
  const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry === true && name.endsWith(".html")) ?? "";
  const first = new Set([...needed(entry), ...needed("src/pages/home/home-page.tsx")]);

  test("the first page needs 250 KB of scripts at the most, and 400 KB with its styles", () => {
    expect(first.size).toBeGreaterThan(1);
    const styles = [...new Set([...first].flatMap((name) => manifest[name]?.css ?? []))];
    expect(bytesOf(first) / KB).toBeLessThanOrEqual(250);
    expect((bytesOf(first) + styles.reduce((sum, file) => sum + sizeOf(file), 0)) / KB).toBeLessThanOrEqual(400);
  });

  test("what is loaded later comes in pieces of 120 KB, the editor in one of 300", () => {
    const heavy = Object.entries(manifest)
      .filter(([name, { file }]) => !first.has(name) && file.endsWith(".js"))
      .map(([name, { file }]) => ({ name, size: sizeOf(file) / KB }))
      .filter(({ name, size }) => size > (EDITOR.test(name) ? 300 : 120));
    expect(heavy).toEqual([]);
  });
});
