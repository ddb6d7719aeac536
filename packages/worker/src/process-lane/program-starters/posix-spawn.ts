/**
 * `posix_spawn` of the C library, called by `node:ffi`. It borrows this process's memory instead of copying its tables, so
 * a start costs a third of Node's. Linux only, since flags and sizes are those of its C libraries; `docs/adr/0005`.
 */
import { openSync } from "node:fs";
import { constants } from "node:os";
import type { Program, ProgramStarter, ProgramWatcher } from "../program-starter.ts";
import { CStrings } from "./c-strings.ts";

/** What is used of the C library. `buffer` is a pointer to memory of ours; all answers but those of `waitpid` are error numbers. */
const FUNCTIONS = {
  posix_spawn: { return: "int32", arguments: ["buffer", "string", "buffer", "buffer", "buffer", "buffer"] },
  posix_spawn_file_actions_init: { return: "int32", arguments: ["buffer"] },
  posix_spawn_file_actions_destroy: { return: "int32", arguments: ["buffer"] },
  posix_spawn_file_actions_adddup2: { return: "int32", arguments: ["buffer", "int32", "int32"] },
  posix_spawn_file_actions_addchdir_np: { return: "int32", arguments: ["buffer", "string"] },
  posix_spawnattr_init: { return: "int32", arguments: ["buffer"] },
  posix_spawnattr_setflags: { return: "int32", arguments: ["buffer", "int16"] },
  posix_spawnattr_setsigdefault: { return: "int32", arguments: ["buffer", "buffer"] },
  sigfillset: { return: "int32", arguments: ["buffer"] },
  waitpid: { return: "int32", arguments: ["int32", "buffer", "int32"] },
} as const;

/** Of `posix_spawnattr_setflags`, in glibc as in musl: SETSIGDEF, SETSIGMASK (to none), SETSID. */
const FLAGS = 0x04 | 0x08 | 0x80;

/** More than any of the structures takes (336 bytes at most). */
const STRUCT_BYTES = 1024;

const WNOHANG = 1;

type Library = ReturnType<typeof loadLibrary>;

/** Null: it cannot be had here. `otherwise` starts what this cannot, and says what is wrong with what nobody can start. */
export function openPosixSpawn(otherwise: ProgramStarter): ProgramStarter | null {
  try {
    return process.platform === "linux" ? new PosixSpawn(loadLibrary(), otherwise) : null;
  } catch {
    // A Node without `node:ffi`, or a C library without one of the functions.
    return null;
  }
}

/** Not by an import, which would end the process where there is no such module. */
function loadLibrary() {
  const { dlopen, getRawPointer } = process.getBuiltinModule("node:ffi");
  return { functions: dlopen(null, FUNCTIONS).functions, strings: new CStrings(getRawPointer) };
}

class PosixSpawn implements ProgramStarter {
  readonly #c: Library["functions"];
  readonly #strings: CStrings;
  readonly #otherwise: ProgramStarter;
  readonly #watchers = new Map<number, ProgramWatcher>();
  readonly #input = openSync("/dev/null", "r");
  readonly #attributes = Buffer.allocUnsafeSlow(STRUCT_BYTES);
  readonly #actions = Buffer.allocUnsafeSlow(STRUCT_BYTES);
  readonly #answer = new Int32Array(1);

  constructor({ functions, strings }: Library, otherwise: ProgramStarter) {
    this.#c = functions;
    this.#strings = strings;
    this.#otherwise = otherwise;
    const signals = Buffer.allocUnsafeSlow(STRUCT_BYTES);
    functions.sigfillset(signals);
    functions.posix_spawnattr_init(this.#attributes);
    functions.posix_spawnattr_setsigdefault(this.#attributes, signals);
    functions.posix_spawnattr_setflags(this.#attributes, FLAGS);
    process.on("SIGCHLD", () => this.#fetchEnded());
  }

  /** Names without a slash are left to Node, which looks them up as a shell does. */
  start(program: Program, watcher: ProgramWatcher): number | null {
    const pid = program.file.includes("/") ? this.#spawn(program) : null;
    if (pid === null) return this.#otherwise.start(program, watcher);
    this.#watchers.set(pid, watcher);
    return pid;
  }

  #spawn({ file, argv, env, cwd, output }: Program): number | null {
    this.#strings.clear();
    const words = this.#strings.add(argv);
    const settings = this.#strings.add(Object.entries(env).map(([name, value]) => `${name}=${value}`));
    if (words === null || settings === null || file.includes("\0") || cwd.includes("\0")) return null;
    const c = this.#c;
    const actions = this.#actions;
    c.posix_spawn_file_actions_init(actions);
    c.posix_spawn_file_actions_addchdir_np(actions, cwd);
    c.posix_spawn_file_actions_adddup2(actions, this.#input, 0);
    c.posix_spawn_file_actions_adddup2(actions, output, 1);
    c.posix_spawn_file_actions_adddup2(actions, output, 2);
    const problem = c.posix_spawn(this.#answer, file, actions, this.#attributes, words, settings);
    c.posix_spawn_file_actions_destroy(actions);
    return problem === 0 ? (this.#answer[0] as number) : null;
  }

  /** Each by its id: the system tells of several that end at once only once, and others of this process are not ours. */
  #fetchEnded(): void {
    for (const [pid, watcher] of this.#watchers) {
      const fetched = this.#c.waitpid(pid, this.#answer, WNOHANG);
      if (fetched === 0) continue;
      this.#watchers.delete(pid);
      const status = this.#answer[0] as number;
      const signal = status & 0x7f;
      if (fetched !== pid) watcher.exited(null, null);
      else if (signal === 0) watcher.exited((status >> 8) & 0xff, null);
      else watcher.exited(null, SIGNALS.get(signal) ?? (`SIG${signal}` as NodeJS.Signals));
    }
  }
}

/** Some numbers have two names; the first is the usual one. */
const SIGNALS = new Map(
  Object.entries(constants.signals)
    .toReversed()
    .map(([name, number]) => [number, name as NodeJS.Signals]),
);
