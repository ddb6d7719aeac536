/** Deadlines of runs, told beside whatever is explained: they hold nothing back, but may matter. */
import type { DeadlineRecord } from "../deadline.ts";
import { isoZ, type Micros } from "../instant.ts";
import type { Reason } from "./reason.ts";

/** Pending and missed ones; of those that were met, or count from nothing, there is nothing to tell. */
export function deadlineNotes(deadlines: readonly DeadlineRecord[], now: Micros): Reason[] {
  return deadlines.flatMap((deadline) => {
    if (deadline.dueAt === null || (deadline.state !== "pending" && deadline.state !== "missed")) return [];
    return [noteOn({ ...deadline, dueAt: deadline.dueAt }, now)];
  });
}

function noteOn(deadline: DeadlineRecord & { readonly dueAt: Micros }, now: Micros): Reason {
  const { state, dueAt, endedAt, runId, dagId, name, ordinal } = deadline;
  const which = name === null ? `deadline ${ordinal + 1}` : `deadline "${name}"`;
  const noticed = endedAt === null ? null : isoZ(endedAt);
  const details = { run_id: runId, name, ordinal, deadline: isoZ(dueAt), state, noticed };
  if (state === "missed") {
    const told = endedAt === null ? "" : `; it was noticed at ${isoZ(endedAt)}`;
    return {
      code: "deadline_missed",
      text: `${which} of ${runId} was missed: the run had not succeeded by ${isoZ(dueAt)}${told}`,
      remedy: `who was told: \`momiji callbacks list --dag-id ${dagId} --run-id ${runId}\``,
      details,
    };
  }
  const left = dueAt > now ? `, in ${spanWords(dueAt - now)}` : ", which is about to be noticed";
  return {
    code: "deadline_pending",
    text: `${which} of ${runId}: the run must succeed by ${isoZ(dueAt)}${left}`,
    remedy: "none is needed",
    details,
  };
}

const UNITS: readonly (readonly [word: string, span: number])[] = [
  ["d", 86_400_000_000],
  ["h", 3_600_000_000],
  ["min", 60_000_000],
  ["s", 1_000_000],
];

/** The two largest units: `2 h 5 min`. Less than a second is none. */
function spanWords(span: Micros): string {
  const first = UNITS.findIndex(([, size]) => span >= size);
  if (first < 0) return "less than 1 s";
  const parts = UNITS.slice(first, first + 2).map(([word, size], index, [head]) => {
    const rest = index === 0 ? span : span % (head as readonly [string, number])[1];
    return [Math.floor(rest / size), word] as const;
  });
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(" ");
}
