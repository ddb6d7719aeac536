import fc from "fast-check";
import { expect, it } from "vitest";
import { parseLogLine } from "./log-line.ts";
import { LogPositions, TakenLines } from "./log-position.ts";

const BEGIN = Temporal.Instant.from("2026-01-01T00:00:00Z").epochNanoseconds;

/** Times as they stand in a log: growing, but some lines a little behind. */
const times = fc.array(fc.record({ step: fc.nat(700), behind: fc.nat(900) }), { maxLength: 60 }).map((lines) => {
  let millis = 2_000;
  return lines.map(({ step, behind }) => {
    millis += step;
    const nanos = BEGIN + BigInt(millis - (behind % 3 === 0 ? behind : 0)) * 1_000_000n;
    return Temporal.Instant.fromEpochNanoseconds(nanos).toString({ fractionalSecondDigits: 9 });
  });
});

it("goes on with the next line, wherever it was cut off, as often as it was", () => {
  fc.assert(
    fc.property(times, fc.array(fc.nat(60), { maxLength: 4 }), (log, cuts) => {
      const read: number[] = [];
      let position: string | null = null;
      for (const cut of [...cuts, Infinity]) {
        const positions = new LogPositions(position);
        const place = positions.placeOf("base");
        const taken = new TakenLines(place);
        const answer = log
          .map((time, index) => ({ time, index }))
          .filter(({ time }) => place === null || time >= place.since.replace("Z", ".000000000Z"));
        for (const { time, index } of answer.filter((line) => !taken.has(line.time)).slice(0, cut)) {
          read.push(index);
          positions.take("base", time);
        }
        position = positions.toString();
      }
      expect(read).toEqual(log.map((_, index) => index));
    }),
  );
});

it("takes what it finds when the log was rotated away under it", () => {
  const positions = new LogPositions(null);
  for (const second of ["01", "02", "02"]) positions.take("base", `2026-01-01T00:00:${second}.000000000Z`);
  const taken = new TakenLines(new LogPositions(positions.toString()).placeOf("base"));
  expect(taken.has("2026-01-01T00:00:05.000000000Z")).toBe(false);
});

it("keeps a place for each container", () => {
  const positions = new LogPositions(null);
  positions.take("base", "2026-01-01T00:00:05.000000000Z");
  positions.take("side", "2026-01-01T00:00:09.000000000Z");
  expect(new LogPositions(positions.toString()).placeOf("base")).toEqual({
    since: "2026-01-01T00:00:04Z",
    counts: [0, 1],
    newest: "2026-01-01T00:00:05.000000000Z",
  });
});

it("reads the time before a line, in any zone, and takes out those inside of long lines", () => {
  expect(parseLogLine("2026-01-01T09:00:00.5+09:00 a b")).toEqual({
    time: "2026-01-01T00:00:00.500000000Z",
    message: "a b",
  });
  const piece = "x".repeat(16_384);
  const stamp = "2026-01-01T00:00:00.123456789Z ";
  expect(parseLogLine(`${stamp}${piece}${stamp}${piece}${stamp}end`)?.message).toBe(`${piece}${piece}end`);
  expect(parseLogLine("unable to retrieve container logs")).toBeNull();
});
