/** What an attempt does that a worker has; of a job outside, what it waits for there. */
import type { TaskInstance } from "../dag-run.ts";
import { isoZ } from "../instant.ts";
import type { Reason } from "./reason.ts";

export function whyRunning({ state, worker, job }: TaskInstance): Reason {
  const text = `it is ${state} on ${worker ?? "a worker"}`;
  const remedy = "none is needed";
  const held = { state, worker };
  if (job === null) return { code: "held", text, remedy, details: held };
  const { handle, said } = job;
  const word = said === undefined ? "" : `; the last word of its job outside, at ${isoZ(said.at)}: ${said.message}`;
  const lastWord = said === undefined ? null : { at: isoZ(said.at), message: said.message };
  return { code: "held", text: `${text}${word}`, remedy, details: { ...held, job: handle, last_word: lastWord } };
}
