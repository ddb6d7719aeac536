/** Reads a container's log into the attempt's, from where it was left. */
import type { IncomingMessage } from "node:http";
import type { JobContext } from "@momiji/sdk";
import { DockerError, EngineRefusal, EngineTrouble } from "../docker-error.ts";
import type { EngineClient } from "../engine/engine-client.ts";
import { type LogLine, LogLines } from "../logs/log-lines.ts";
import { FrameDecoder, type LogPiece, TerminalDecoder } from "../logs/log-pieces.ts";
import { type LogPosition, parsePosition, sinceOf } from "../logs/log-position.ts";

/** Of the end of a log, when the rest is looked for. */
const TAIL_PIECES = 500;

export interface LoggedContainer {
  readonly engine: EngineClient;
  readonly id: string;
  readonly tty: boolean;
}

export class ContainerLog {
  readonly #ctx: JobContext;
  readonly #container: LoggedContainer;
  #position: LogPosition;
  #chunks = 0;

  constructor(ctx: JobContext, container: LoggedContainer) {
    this.#ctx = ctx;
    this.#container = container;
    this.#position = parsePosition(ctx.position);
  }

  /** Grows with everything that is read. */
  get chunks(): number {
    return this.#chunks;
  }

  /**
   * Ships lines as they are written, until the log ends or breaks off.
   * @param opened given what ends it from outside
   */
  async follow(opened: (cut: () => void) => void): Promise<void> {
    const stream = await this.#open(true);
    let isCut = false;
    opened(() => {
      isCut = true;
      stream.destroy();
    });
    try {
      await this.#ship(stream, false);
    } catch (error) {
      if (!isCut) throw error;
    }
  }

  /**
   * Ships what is left of a container that has ended. Mostly that is nothing, and the end of the log shows it: engines find that at
   * once, but read a log from its beginning to find a time in it.
   */
  async rest(): Promise<void> {
    if (!(await this.#restOfTail())) await this.#ship(await this.#open(false), true);
  }

  #open(follow: boolean): Promise<IncomingMessage> {
    return openLog(this.#container, this.#ctx.signal, { follow, since: sinceOf(this.#position) });
  }

  /** False: the end of the log does not reach back to the last line that was shipped. */
  async #restOfTail(): Promise<boolean> {
    const { tty } = this.#container;
    const lines = new LogLines(this.#position);
    const found: LogLine[] = [];
    const stream = await openLog(this.#container, this.#ctx.signal, { follow: false, tail: TAIL_PIECES });
    for await (const line of linesOf(stream, lines, { tty, isWhole: true })) if (line !== null) found.push(line);
    if (lines.pieces >= TAIL_PIECES && !lines.isAnchored) return false;
    for (const line of found) this.#line(line);
    this.#position = lines.position;
    return true;
  }

  async #ship(stream: IncomingMessage, isWhole: boolean): Promise<void> {
    const lines = new LogLines(this.#position);
    try {
      for await (const line of linesOf(stream, lines, { tty: this.#container.tty, isWhole })) {
        if (line !== null) {
          this.#line(line);
          continue;
        }
        this.#chunks += 1;
        await this.#ctx.drained();
      }
    } finally {
      this.#position = lines.position;
    }
  }

  #line({ source, message, at, position }: LogLine): void {
    if (source === "engine") return this.#ctx.say(`the engine says of the log: ${message}`, "warning");
    this.#ctx.line({
      message,
      source,
      ...(at === undefined ? {} : { at }),
      ...(position === undefined ? {} : { position }),
    });
  }
}

/** The driver keeps nothing that could be read, or the container is being removed. */
export function isUnreadable(error: unknown): error is EngineRefusal {
  return error instanceof EngineRefusal && /does not support reading|dead or marked for removal/.test(error.message);
}

interface LogQuery {
  readonly follow: boolean;
  readonly since?: number | undefined;
  /** Entries from the end. */
  readonly tail?: number;
}

export function openLog(
  { engine, id }: LoggedContainer,
  signal: AbortSignal,
  query: LogQuery,
): Promise<IncomingMessage> {
  const wanted = { stdout: true, stderr: true, timestamps: true, ...query };
  return engine.stream("GET", `/containers/${id}/logs`, { query: wanted, signal });
}

/** The lines of a stream, and null after each of its chunks. With `isWhole` also those that end without a newline. */
export async function* linesOf(
  stream: AsyncIterable<Buffer>,
  lines: LogLines,
  { tty, isWhole }: { readonly tty: boolean; readonly isWhole: boolean },
): AsyncGenerator<LogLine | null> {
  const decoder = tty ? new TerminalDecoder() : new FrameDecoder();
  const read = (pieces: readonly LogPiece[]): LogLine[] => pieces.flatMap((piece) => lines.push(piece));
  try {
    for await (const chunk of stream) {
      yield* read(decoder.push(chunk));
      yield null;
    }
  } catch (error) {
    if (error instanceof DockerError) throw error;
    throw new EngineTrouble("docker_unreachable", `the log broke off: ${(error as Error).message}`, { cause: error });
  }
  if (!isWhole) return;
  yield* read(decoder.end());
  yield* lines.end();
}
