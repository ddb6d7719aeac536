/** Why a task instance that asks a person does not go on. */
import type { TaskInstance } from "../dag-run.ts";
import type { InputSpec } from "../input-spec.ts";
import { isoZ } from "../instant.ts";
import type { Reason } from "./reason.ts";

/** Who may answer, since when it waits, until when, and what is taken then. */
export function whyInput({ assignees, defaults }: InputSpec, { startDate, resumeAt, outcome }: TaskInstance): Reason {
  const whom = assignees === undefined ? "somebody" : assignees.map(({ name }) => name).join(", ");
  const since = startDate === null ? "" : ` since ${isoZ(startDate)}`;
  const then = defaults === undefined ? "it fails" : `${defaults.join(", ")} is taken`;
  const until = resumeAt === null ? ", for as long as it takes" : `; at ${isoZ(resumeAt)} ${then}`;
  const subject = outcome?.kind === "awaiting_input" ? ` to answer "${outcome.subject}"` : "";
  return {
    code: "awaiting_input",
    text: `it waits for ${whom}${subject}${since}${until}`,
    remedy: "answer with `momiji tasks respond`, or let one of those answer",
    details: {
      assignees: assignees?.map(({ name }) => name) ?? null,
      subject: outcome?.kind === "awaiting_input" ? outcome.subject : null,
      since: startDate === null ? null : isoZ(startDate),
      until: resumeAt === null ? null : isoZ(resumeAt),
      defaults: defaults ?? null,
    },
  };
}
