/** Bare spawns of `bash -c true` from a small process. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface BareSpawner {
  /** Spawns `count` commands, `atOnce` at a time; resolves when all have ended. */
  spawn(count: number, atOnce: number): Promise<void>;
  stop(): void;
}

export async function startBareSpawner(): Promise<BareSpawner> {
  const child: ChildProcess = fork(fileURLToPath(new URL("spawner-child.mjs", import.meta.url)), { execArgv: [] });
  await once(child, "message");
  return {
    async spawn(count, atOnce) {
      child.send({ count, atOnce });
      await once(child, "message");
    },
    stop: () => child.kill("SIGKILL"),
  };
}
