import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LogLines, type LogLine } from "./log-lines.ts";
import { FrameDecoder, type PieceDecoder, TerminalDecoder } from "./log-pieces.ts";
import { LOG_START, parsePosition, type LogPosition, sinceOf } from "./log-position.ts";

const FULL = 16 * 1024;

function time(nanos: number): string {
  return `2026-11-22T06:14:23.${String(nanos).padStart(9, "0")}Z`;
}

function frame(stream: 1 | 2 | 3, text: string | Buffer): Buffer {
  const bytes = Buffer.from(text);
  const header = Buffer.alloc(8);
  header[0] = stream;
  header.writeUInt32BE(bytes.length, 4);
  return Buffer.concat([header, bytes]);
}

function read(decoder: PieceDecoder, chunks: readonly Buffer[], from: LogPosition = LOG_START): LogLine[] {
  const lines = new LogLines(from);
  return chunks
    .flatMap((chunk) => decoder.push(chunk))
    .flatMap((piece) => lines.push(piece))
    .concat(lines.end());
}

const messages = (lines: readonly LogLine[]): string[] => lines.map(({ source, message }) => `${source}: ${message}`);

describe("lines of a container's log", () => {
  it("come with their stream and the engine's time", () => {
    const log = [frame(1, `${time(902690723)} a\n`), frame(2, `${time(902690724)} b\n`)];
    const [first, second] = read(new FrameDecoder(), log);
    expect(first).toEqual({
      source: "stdout",
      message: "a",
      at: 1_795_328_063_902_690,
      position: "1795328063.902690723#1|-",
    });
    expect(second?.position).toBe("1795328063.902690723#1|1795328063.902690724#1");
  });

  it("are joined from the pieces that the engine cut them into, also with a terminal", () => {
    const [begin, end] = ["x".repeat(FULL), "y".repeat(100)];
    const frames = [frame(1, `${time(1)} ${begin}`), frame(2, `${time(2)} b\n`), frame(1, `${time(1)} ${end}\n`)];
    expect(messages(read(new FrameDecoder(), frames))).toEqual(["stderr: b", `stdout: ${begin}${end}`]);
    const raw = Buffer.from(`${time(0)} a\r\n${time(1)} ${begin}${time(1)} ${end}\r\n${time(2)} ${begin}\n`);
    expect(messages(read(new TerminalDecoder(), [raw]))).toEqual([
      "stdout: a",
      `stdout: ${begin}${end}`,
      `stdout: ${begin}`,
    ]);
  });

  it("that never end are handed on in parts, without a torn character", () => {
    const text = "€".repeat(FULL * 3);
    const bytes = Buffer.from(text);
    const frames: Buffer[] = [];
    for (let from = 0; from < bytes.length; from += FULL)
      frames.push(frame(1, Buffer.concat([Buffer.from(`${time(1)} `), bytes.subarray(from, from + FULL)])));
    const lines = read(new FrameDecoder(), frames);
    expect(lines.map(({ message }) => message).join("")).toBe(text);
    expect(lines.length).toBe(3);
    const [first] = lines;
    const resumed = read(new FrameDecoder(), frames, parsePosition(first?.position ?? null));
    expect(resumed).toEqual(lines.slice(1));
  });

  it("show bytes that are no UTF-8 as replaced", () => {
    const bytes = Buffer.concat([Buffer.from(`${time(1)} a`), Buffer.from([0xff, 0xe2, 0x82]), Buffer.from("b\n")]);
    expect(messages(read(new FrameDecoder(), [frame(1, bytes)]))).toEqual(["stdout: a\u{fffd}\u{fffd}b"]);
  });

  it("hand on what the engine says of the log itself", () => {
    expect(messages(read(new FrameDecoder(), [frame(3, "Error grabbing logs: EOF\n")]))).toEqual([
      "engine: Error grabbing logs: EOF",
    ]);
  });

  it("go on after any line, whatever their times, and however the log is cut into chunks", () => {
    const line = fc.record({ stream: fc.constantFrom<1 | 2>(1, 2), step: fc.nat(1) });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(200), (all, cut, size) => {
        // Times of a stream go up or stay; those of both streams need not come in order.
        const now = { 1: 100, 2: 103 };
        const log = Buffer.concat(
          all.map(({ stream, step }, index) => frame(stream, `${time((now[stream] += step))} line ${index}\n`)),
        );
        const chunks: Buffer[] = [];
        for (let from = 0; from < log.length; from += size + 1) chunks.push(log.subarray(from, from + size + 1));
        const whole = read(new FrameDecoder(), chunks);
        expect(whole.length).toBe(all.length);
        const at = cut % all.length;
        const rest = read(new FrameDecoder(), chunks, parsePosition(whole[at]?.position ?? null));
        expect(rest).toEqual(whole.slice(at + 1));
      }),
    );
  });

  it("go on after the clock was set back", () => {
    const log = [5, 6, 2, 3].map((nanos) => frame(1, `${time(nanos)} ${nanos}\n`));
    const whole = read(new FrameDecoder(), log);
    for (const [index, { position = null }] of whole.entries())
      expect(read(new FrameDecoder(), log, parsePosition(position))).toEqual(whole.slice(index + 1));
  });

  it("go on with what is left when the log's beginning was rotated away", () => {
    const log = [5, 6, 7].map((nanos) => frame(1, `${time(nanos)} ${nanos}\n`));
    const [first] = read(new FrameDecoder(), log);
    const rest = read(new FrameDecoder(), log.slice(2), parsePosition(first?.position ?? null));
    expect(messages(rest)).toEqual(["stdout: 7"]);
  });

  it("tell whether the end of a log reaches back to the last line that was read", () => {
    const log = [5, 6, 6, 7].map((nanos) => frame(1, `${time(nanos)} ${nanos}\n`));
    const [, , last] = read(new FrameDecoder(), log);
    const endFrom = (index: number): LogLines => {
      const lines = new LogLines(parsePosition(last?.position ?? null));
      for (const chunk of log.slice(index)) for (const piece of new FrameDecoder().push(chunk)) lines.push(piece);
      return lines;
    };
    expect([0, 1, 2, 3].map((index) => endFrom(index).isAnchored)).toEqual([true, false, false, false]);
    expect(endFrom(1).pieces).toBe(3);
  });

  it("are asked for from before the newest of both streams", () => {
    expect(sinceOf(parsePosition("1795328063.902690723#1|1795328000.000000001#2"))).toBe(1795328053);
    expect(sinceOf(parsePosition("not a position"))).toBeUndefined();
  });
});
