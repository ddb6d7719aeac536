/** The logs of a fake pod, and how a kubelet answers questions for them. */
import type { ServerResponse } from "node:http";

interface LoggedLine {
  readonly container: string;
  /** Nanoseconds since the epoch. */
  readonly nanos: bigint;
  readonly text: string;
}

export class FakeLog {
  isLost = false;
  readonly lines: LoggedLine[] = [];
  isClosed = false;
  readonly #readers = new Set<ServerResponse>();
  #changed = Promise.withResolvers<void>();

  /** Three lines share an instant: nothing may count on times being different. */
  write(container: string, text: string): void {
    this.lines.push({ container, nanos: BEGIN + BigInt(Math.floor(this.lines.length / 3)) * STEP, text });
    this.#stir();
  }

  now(): string {
    return Temporal.Instant.fromEpochNanoseconds(BEGIN).toString();
  }

  close(): void {
    this.isClosed = true;
    this.#stir();
  }

  cut(): void {
    for (const reader of this.#readers) reader.destroy();
  }

  get changed(): Promise<void> {
    return this.#changed.promise;
  }

  hold(reader: ServerResponse): void {
    this.#readers.add(reader);
    reader.on("close", () => {
      this.#readers.delete(reader);
      this.#stir();
    });
  }

  #stir(): void {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
  }
}

const BEGIN = Temporal.Instant.from("2026-01-01T00:00:00.5Z").epochNanoseconds;
/** Seven lines of three share a second. */
const STEP = 150_000_000n;

export interface LogQuestion {
  readonly log: FakeLog | undefined;
  readonly container: string;
  readonly query: URLSearchParams;
  readonly response: ServerResponse;
}

export async function serveLog({ log, container, query, response }: LogQuestion): Promise<void> {
  if (log === undefined || log.isLost) {
    response.statusCode = log === undefined ? 404 : 500;
    response.end("no such log");
    return;
  }
  const since = query.get("sinceTime");
  const from = since === null ? 0n : Temporal.Instant.from(since).epochNanoseconds;
  const tail = query.get("tailLines");
  const all = log.lines.filter((line) => line.container === container && line.nanos >= from);
  let at = tail === null ? 0 : log.lines.indexOf(all.at(-Number(tail)) ?? (log.lines[0] as LoggedLine));
  log.hold(response);
  response.setHeader("content-type", "text/plain");
  response.flushHeaders();
  while (!response.destroyed) {
    for (; at < log.lines.length; at += 1) {
      const line = log.lines[at] as LoggedLine;
      if (line.container !== container || line.nanos < from) continue;
      response.write(query.get("timestamps") === "true" ? `${stamp(line.nanos)} ${line.text}\n` : `${line.text}\n`);
    }
    if (log.isClosed || query.get("follow") !== "true") return void response.end();
    await log.changed;
  }
}

/** As Go writes RFC3339Nano: without zeros at its end. */
function stamp(nanos: bigint): string {
  return Temporal.Instant.fromEpochNanoseconds(nanos).toString();
}
