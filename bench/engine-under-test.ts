/** A real server in this process on a home of its own, with the DAG files of a benchmark. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Standalone, startStandalone } from "momiji/standalone";
import { undoAtEnd } from "./leave-nothing.ts";

export interface EngineUnderTest {
  readonly home: string;
  readonly server: Standalone;
  /** Triggers a run; resolves with the milliseconds from its acceptance to the commit of its success. */
  run(dagId: string): Promise<number>;
  stop(): Promise<void>;
}

/** A folder that is removed by `remove`, or at the end of this process. */
export function scratchFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "momiji-bench-"));
  return { path, remove: undoAtEnd(() => rmSync(path, { recursive: true, force: true, maxRetries: 3 })) };
}

/** `files`: name to content of DAG files. They may import `fibo` by the path that `fiboModule` tells. */
export async function startEngine(
  files: { readonly [name: string]: string },
  flags: ReadonlyMap<string, string | number> = new Map(),
): Promise<EngineUnderTest> {
  const scratch = scratchFolder();
  const folder = join(scratch.path, "dags");
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const home = join(scratch.path, "home");
  const server = await startStandalone({
    home,
    folders: [folder],
    flags: new Map([["server.port", 0], ["logging.level", "error"], ...flags]),
  });
  await server.loaded;
  const [error] = await server.importErrors();
  if (error !== undefined) throw new Error(`${error.file}: ${error.message}`);
  for (const dagId of await server.dagIds()) await server.setPaused(dagId, false);
  return {
    home,
    server,
    async run(dagId) {
      const { accepted, ended } = await server.trigger(dagId);
      const start = accepted;
      const run = await ended;
      if (run.state !== "success") throw new Error(`${dagId} ended ${run.state}: ${run.reason}`);
      return performance.now() - start;
    },
    async stop() {
      await server.stop();
      scratch.remove();
    },
  };
}

/** The absolute path of the module with `fibo`, as DAG files import it. */
export const fiboModule = fileURLToPath(new URL("fibo.ts", import.meta.url));
