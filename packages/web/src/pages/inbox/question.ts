/** A question of a task to people, as the server tells it. Pure. */
import type { components } from "@momiji/client";
import type { entriesOf } from "../../acts/trigger/params.ts";

export type Question = components["schemas"]["HITLDetail"];

export interface QuestionPlace {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
  readonly mapIndex: number;
}

export function placeOf({ task_instance: task }: Question): QuestionPlace {
  return { dagId: task.dag_id, runId: task.dag_run_id, taskId: task.task_id, mapIndex: task.map_index };
}

/** In an address. */
export function keyOf({ dagId, runId, taskId, mapIndex }: QuestionPlace): string {
  return [dagId, runId, taskId, mapIndex].map((part) => encodeURIComponent(part)).join("/");
}

/** @returns null: the address names none */
export function readKey(key: string | undefined): QuestionPlace | null {
  const [dagId, runId, taskId, index] = (key ?? "").split("/").map(decodeURIComponent);
  if (dagId === undefined || runId === undefined || taskId === undefined || index === undefined) return null;
  return { dagId, runId, taskId, mapIndex: Number(index) };
}

export function isOpen({ response_received: isAnswered, task_instance: { state } }: Question): boolean {
  return !isAnswered && (state === "awaiting_input" || state === "deferred" || state === "running");
}

/** The fields of its form, as those of a DAG. */
export function paramsOf({ params }: Question): Parameters<typeof entriesOf>[0] {
  return Object.fromEntries(
    Object.entries(params).map(([name, { value, description, schema }]) => [
      name,
      { value, schema, description: typeof description === "string" ? description : null },
    ]),
  );
}
