/**
 * What a task writes down beside the product, so that "what really ran" is known without asking it: a journal to which
 * every attempt appends (one write a line, so that the order of its lines is the order of what happened), and a mark of
 * the process that works on a task instance right now. `bash-step.ts` writes the same from a shell.
 */
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** `beside`: begun while the process of another attempt of the same task instance was at work. */
export type TraceKind = "begin" | "step" | "end" | "beside";

/** Under this name every process of the server finds the folder of the trace in its environment. */
export const TRACE_VARIABLE = "MOMIJI_CHAOS";

export interface TraceOf {
  readonly attemptId: string;
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
}

export class Trace {
  readonly #of: TraceOf;
  readonly #folder: string;

  constructor(of: TraceOf) {
    this.#of = of;
    this.#folder = process.env[TRACE_VARIABLE] ?? "";
  }

  begin(): void {
    if (isAtWork(this.#read("running"))) this.note("beside");
    writeFileSync(this.#path("running"), `${process.pid} ${startTicks(process.pid)}\n`);
    this.note("begin");
  }

  note(kind: TraceKind): void {
    const { attemptId, dagId, runId, taskId } = this.#of;
    appendFileSync(join(this.#folder, "journal"), `${kind}\t${attemptId}\t${dagId}\t${runId}\t${taskId}\n`);
  }

  end(): void {
    rmSync(this.#path("running"), { force: true });
    this.note("end");
  }

  /** True the first time that it is asked for this task instance, whichever attempt asks. */
  isFirst(what: "failed" | "asked"): boolean {
    if (existsSync(this.#path(what))) return false;
    writeFileSync(this.#path(what), "");
    return true;
  }

  #read(kind: string): string {
    try {
      return readFileSync(this.#path(kind), "utf8");
    } catch {
      return "";
    }
  }

  #path(kind: string): string {
    const { dagId, runId, taskId } = this.#of;
    return join(this.#folder, `${kind}-${dagId}-${runId}-${taskId}`);
  }
}

function isAtWork(mark: string): boolean {
  const [pid, ticks] = mark.trim().split(" ");
  return pid !== undefined && ticks !== undefined && startTicks(Number(pid)) === ticks;
}

/** When a process started, in the kernel's ticks; null: there is none, or only a zombie. */
function startTicks(pid: number): string | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "latin1").split(" ");
    return fields[2] === "Z" || fields[2] === "X" ? null : (fields[21] ?? null);
  } catch {
    return null;
  }
}
