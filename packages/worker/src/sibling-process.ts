/** Starts a module of this package in a process of its own, from the sources as from the build. */
import { type ChildProcess, fork, type StdioOptions } from "node:child_process";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

export interface SiblingOptions {
  /** `import.meta.url` of the caller. */
  readonly from: string;
  /** Path of the module relative to the caller, without extension. */
  readonly module: string;
  readonly args: readonly string[];
  readonly env: { readonly [name: string]: string | undefined };
  /** Flags for Node. */
  readonly flags: readonly string[];
  readonly stdio: StdioOptions;
}

/** The process leads a group of its own: it can be ended with all that it started, and a Ctrl-C does not reach it. */
export function forkSibling({ from, module, args, env, flags, stdio }: SiblingOptions): ChildProcess {
  const extension = extname(from);
  const path = fileURLToPath(new URL(module + extension, from));
  const source = extension === ".ts" ? ["--conditions=source", "--disable-warning=ExperimentalWarning"] : [];
  return fork(path, [...args], { env, execArgv: [...source, ...flags], stdio, detached: true, serialization: "json" });
}
