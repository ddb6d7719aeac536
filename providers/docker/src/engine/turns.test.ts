import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Turns } from "./turns.ts";

const never = new AbortController().signal;

/** Work that lasts until it is let go. */
function held(): { readonly work: () => Promise<void>; readonly letGo: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { work: () => promise, letGo: resolve };
}

describe("turns at an engine", () => {
  it("are never more than there may be, come in the order of asking, and come to everybody", async () => {
    const jobs = fc.array(fc.record({ fails: fc.boolean(), aborts: fc.boolean(), steps: fc.nat({ max: 4 }) }));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), jobs, async (limit, all) => {
        const turns = new Turns();
        let [now, most] = [0, 0];
        const began: number[] = [];
        const ends = all.map(async ({ fails, aborts, steps }, index) => {
          const stop = new AbortController();
          const turn = turns.take(limit, stop.signal, async () => {
            began.push(index);
            most = Math.max(most, ++now);
            for (let step = 0; step < steps; step++) await Promise.resolve();
            now -= 1;
            if (fails) throw new Error("failed");
          });
          if (aborts) stop.abort(new Error("nobody waits"));
          return turn.then(
            () => "done",
            (error: Error) => error.message,
          );
        });
        const told = await Promise.all(ends);
        expect(most).toBeLessThanOrEqual(limit);
        expect(began).toEqual(began.toSorted((a, b) => a - b));
        expect(told.filter((word) => word !== "nobody waits").length).toBe(began.length);
        expect(all.filter(({ aborts }, index) => !aborts && !began.includes(index))).toEqual([]);
        expect([turns.taken, turns.isFree(1)]).toEqual([0, true]);
      }),
    );
  });

  it("are left by who does not want to wait any more, and the next one comes", async () => {
    const turns = new Turns();
    const [first, last] = [held(), held()];
    const done = turns.take(1, never, first.work);
    const stop = new AbortController();
    const left = turns.take(1, stop.signal, () => Promise.reject(new Error("this must not run")));
    const waiting = turns.take(1, never, last.work);
    stop.abort(new Error("cancelled"));
    await expect(left).rejects.toThrow("cancelled");
    expect(turns.taken).toBe(1);
    first.letGo();
    await done;
    expect(turns.taken).toBe(1);
    last.letGo();
    await waiting;
    expect(turns.isFree(1)).toBe(true);
  });

  it("are not given to who comes with an end that is already there", async () => {
    const turns = new Turns();
    const first = held();
    const done = turns.take(1, never, first.work);
    await expect(turns.take(1, AbortSignal.abort(new Error("over")), first.work)).rejects.toThrow("over");
    first.letGo();
    await done;
  });
});
