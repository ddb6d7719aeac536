/** One command from its start to its outcome. */
import { type Clock, type Micros, type MicrosSpan, MILLISECOND, RETURN_VALUE } from "@momiji/core";
import type { Attempt } from "../attempt.ts";
import type { OutputCapture } from "../logs/output-capture.ts";
import { failed, lost, SUCCESS, valueTooLarge } from "../outcomes.ts";
import { type EndContext, endProcesses } from "../processes/end-processes.ts";
import type { Command } from "./command.ts";
import type { FifoReader } from "./fifo-reader.ts";
import type { CommandWatcher } from "./spawner.ts";
import type { Refusal } from "./spawner-protocol.ts";

/** How long output may be silent after the command has ended while somebody still holds it open. */
const DRAIN_MILLIS = 200;

/** A command that has said nothing for so long is shown in its log, so that people see what runs. */
const SHOW_AFTER_MILLIS = 1_000;

/** A background process that goes on writing is not listened to for longer than so many drains. */
const MOST_DRAINS = 4;

export interface RunningCommandOptions {
  readonly attempt: Attempt;
  readonly command: Command;
  readonly reader: FifoReader;
  readonly capture: OutputCapture;
  readonly end: EndContext;
  readonly maxXComBytes: number;
  /** Told how long its process lived. */
  readonly ran: (took: MicrosSpan) => void;
  /** Nothing more is read; `ended`: nobody holds the pipe any more. */
  readonly release: (ended: boolean) => void;
}

interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export class RunningCommand implements CommandWatcher {
  readonly #options: RunningCommandOptions;
  #pid: number | null = null;
  #startedAt: Micros = 0;
  #exit: Exit | null = null;
  #outputEnded = false;
  #received = 0;
  /** Its processes are being ended; resolves when they are gone. */
  #ending: Promise<void> | null = null;
  #settled = false;
  #closed = false;
  #cancelDrain: (() => void) | null = null;
  #cancelShow: (() => void) | null = null;

  constructor(options: RunningCommandOptions) {
    this.#options = options;
  }

  started(pid: number): void {
    this.#pid = pid;
    const { attempt, reader, capture } = this.#options;
    const { clock } = this.#options.end;
    this.#startedAt = clock.now();
    attempt.begin(pid);
    reader.start({
      data: (bytes) => {
        this.#received += bytes.length;
        capture.feed(bytes);
      },
      end: () => {
        this.#outputEnded = true;
        this.#trySettle();
      },
    });
    attempt.onStop(() => void this.#end());
    this.#cancelShow = clock.setTimer(this.#startedAt + SHOW_AFTER_MILLIS * MILLISECOND, () => attempt.log.sayNow());
  }

  exited(code: number | null, signal: NodeJS.Signals | null): void {
    this.#exit = { code, signal };
    this.#options.ran(this.#options.end.clock.now() - this.#startedAt);
    this.#trySettle();
    if (!this.#outputEnded) this.#drain(this.#received, MOST_DRAINS);
  }

  refused({ code, message }: Refusal): void {
    this.#outputEnded = true;
    this.#close();
    this.#options.attempt.finish(failed(code, message));
  }

  orphaned(): void {
    if (this.#pid === null) {
      this.#close();
      this.#options.attempt.finish(lost("the worker's spawner ended before it started the command"));
      return;
    }
    void this.#end().then(() => {
      this.#close();
      this.#options.attempt.finish(lost("the worker's spawner ended while the command ran"));
    });
  }

  #end(): Promise<void> {
    const { attempt, end } = this.#options;
    this.#ending ??= endProcesses({ attemptId: attempt.id, group: this.#pid }, end).then(() => {
      this.#ending = null;
      this.#trySettle();
    });
    return this.#ending;
  }

  /** Ready when the command has ended and all that it wrote is read, and nothing of it is still being ended. */
  #trySettle(): void {
    if (this.#exit !== null && this.#outputEnded && this.#ending === null) this.#settle(this.#exit);
  }

  /** The command has ended but its output is open: a process in the background holds it. Reads what is there, then stops. */
  #drain(receivedBefore: number, drainsLeft: number): void {
    const { clock } = this.#options.end;
    this.#cancelDrain = after(clock, clock.now() + DRAIN_MILLIS * MILLISECOND, () => {
      if (this.#outputEnded) return;
      if (this.#received > receivedBefore && drainsLeft > 0) {
        this.#drain(this.#received, drainsLeft - 1);
        return;
      }
      const message = "a background process still has the output of the command open; it is not read any further";
      this.#options.attempt.log.say("warning", message);
      this.#close();
      this.#outputEnded = true;
      this.#trySettle();
    });
  }

  #settle({ code, signal }: Exit): void {
    if (this.#settled) return;
    this.#settled = true;
    const { capture } = this.#options;
    capture.end();
    this.#close();
    if (signal !== null) this.#fail("signal", `the command was ended by ${signal}`);
    else if (code === 0) this.#succeed();
    else this.#endWithCode(code ?? -1);
  }

  #endWithCode(exitCode: number): void {
    const { attempt, command } = this.#options;
    if (command.skipOnExitCodes.includes(exitCode)) {
      attempt.finish({ kind: "skipped", message: `exit code ${exitCode} means skipped` });
      return;
    }
    this.#fail("exit_code", `the command ended with exit code ${exitCode}`, exitCode);
  }

  #fail(code: string, message: string, exitCode?: number): void {
    const { attempt, capture } = this.#options;
    const detail = capture.tail();
    const extras = { ...(exitCode === undefined ? {} : { exitCode }), ...(detail === "" ? {} : { detail }) };
    attempt.finish(failed(code, message, extras));
  }

  #succeed(): void {
    const { attempt, command, capture, maxXComBytes } = this.#options;
    if (!command.lastLineIsValue || attempt.order.task.doXcomPush === false) {
      attempt.finish(SUCCESS);
      return;
    }
    const line = capture.lastLine();
    if ("text" in line) {
      attempt.finish(SUCCESS, [{ key: RETURN_VALUE, value: line.text }]);
      return;
    }
    const hint = "; with `xcomLastLine: false` the last line of output is no return value";
    this.#fail("xcom", valueTooLarge("the last line of output", line.tooLong, maxXComBytes) + hint);
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#cancelDrain?.();
    this.#cancelShow?.();
    this.#options.reader.close();
    this.#options.release(this.#outputEnded);
  }
}

/** Not before the event loop has looked at all its files once more after `at`: a busy loop reads late. */
function after(clock: Clock, at: Micros, call: () => void): () => void {
  return clock.setTimer(at, () => setImmediate(() => setImmediate(call)));
}
