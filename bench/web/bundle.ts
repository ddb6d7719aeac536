/** How large the interface is, as the build left it. */
import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { webFolder } from "@momiji/web";
import type { Tell } from "./tell.ts";
import type { Stage } from "./visitor.ts";

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const KILOBYTE = 1_000;

export async function measureBundle(_stage: Stage, tell: Tell): Promise<void> {
  const folder = webFolder() ?? "";
  const chunks = JSON.parse(readFileSync(join(folder, ".vite", "manifest.json"), "utf8")) as {
    readonly [key: string]: Chunk;
  };
  const size = (file: string): number => {
    const path = join(folder, file);
    return statSync(`${path}.gz`, { throwIfNoEntry: false })?.size ?? statSync(path).size;
  };
  const all = globSync("static/*.{js,css}", { cwd: folder });
  const first = new Set<string>();
  const follow = (key: string): void => {
    const chunk = chunks[key];
    if (chunk === undefined || first.has(chunk.file)) return;
    first.add(chunk.file);
    for (const style of chunk.css ?? []) first.add(style);
    chunk.imports?.forEach(follow);
  };
  for (const [key, chunk] of Object.entries(chunks)) if (chunk.isEntry === true) follow(key);
  const lazy = all.filter((file) => !first.has(file)).map(size);
  tell("whole interface, gzip", sum(all.map(size)) / KILOBYTE, { unit: "KB", atMost: 1_200 });
  tell("largest lazy chunk, gzip", Math.max(...lazy) / KILOBYTE, { unit: "KB", atMost: 300 });
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
