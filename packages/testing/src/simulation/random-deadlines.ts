/** By when runs must have succeeded, at random, with all that a deadline may count from. */
import { type DagSpec, type DeadlineReference, type DeadlineSpec, isoZ, type Micros } from "@momiji/core";
import type { Random } from "./random.ts";

const TELL = { name: "tell", lane: "function" } as const;

/** A third of the DAGs has some. */
export function withDeadlines(random: Random, spec: DagSpec, { start, end }: { start: Micros; end: Micros }): DagSpec {
  if (!random.chance(0.35)) return spec;
  const deadlines = Array.from({ length: random.whole(1, 3) }, (_, ordinal): DeadlineSpec => ({
    name: `by${ordinal}`,
    reference: randomReference(random, start + Math.floor(random.next() * (end - start))),
    interval: random.whole(-60, 3_600),
    callbacks: [TELL, TELL].slice(0, random.whole(0, 2)),
  }));
  return { ...spec, deadlines };
}

function randomReference(random: Random, at: Micros): DeadlineReference {
  const references = [
    { kind: "logical-date" },
    { kind: "queued-at" },
    { kind: "fixed", at: isoZ(at) },
    { kind: "average-runtime", maxRuns: random.whole(1, 5), minRuns: 1 },
  ] as const satisfies readonly DeadlineReference[];
  return random.pick<DeadlineReference>(references);
}
