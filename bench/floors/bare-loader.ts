/** Bundling and evaluating DAG files without the product: esbuild, and imports in warm child processes. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { cpus } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { timed } from "../measure.ts";
import { root } from "../server-process.ts";

/** Milliseconds to bundle and evaluate the files; the bundles are written below `folder`, and removed again. */
export async function loadBarely(files: readonly string[], folder: string): Promise<number> {
  const outdir = join(folder, "bare");
  mkdirSync(outdir);
  // The bundles import `momiji`, which is where this installation has it.
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const children = await Promise.all(Array.from({ length: cpus().length }, startChild));
  try {
    return await timed(async () => {
      await build({
        entryPoints: [...files],
        outdir,
        outExtension: { ".js": ".mjs" },
        bundle: true,
        platform: "node",
        format: "esm",
        external: ["momiji", "momiji/*", "@momiji/*"],
      });
      const bundles = files.map((file) => join(outdir, basename(file).replace(/\.ts$/, ".mjs")));
      await Promise.all(
        children.map((child, index) =>
          evaluate(
            child,
            bundles.filter((_, at) => at % children.length === index),
          ),
        ),
      );
    });
  } finally {
    for (const child of children) child.kill("SIGKILL");
    rmSync(outdir, { recursive: true });
    rmSync(join(folder, "node_modules"));
  }
}

async function startChild(): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL("evaluator-child.ts", import.meta.url)), { execArgv: [] });
  await once(child, "message");
  return child;
}

async function evaluate(child: ChildProcess, paths: readonly string[]): Promise<void> {
  child.send(paths);
  await once(child, "message");
}
