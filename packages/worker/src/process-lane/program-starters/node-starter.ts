/** Node's own way, on every system: `fork`, which copies the table of all memory of this process, and then `exec`. */
import { spawn } from "node:child_process";
import type { Program, ProgramStarter, ProgramWatcher } from "../program-starter.ts";

export class NodeStarter implements ProgramStarter {
  start({ file, argv, env, cwd, output }: Program, watcher: ProgramWatcher): number | null {
    const [argv0, ...words] = argv;
    const child = spawn(file, words, {
      ...(argv0 === undefined ? {} : { argv0 }),
      cwd,
      env,
      stdio: ["ignore", output, output],
      detached: true,
    });
    if (child.pid === undefined) child.once("error", (error) => watcher.failed(error));
    else child.once("exit", (code, signal) => watcher.exited(code, signal));
    return child.pid ?? null;
  }
}
