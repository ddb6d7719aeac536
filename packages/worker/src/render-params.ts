/** The params of a task with their templates rendered. */
import type { AttemptOrder, Json, TaskQuestion } from "@momiji/core";
import type { Params } from "./process-lane/command.ts";

/** How templates reach XComs, variables and connections. */
export type AskEngine = (question: TaskQuestion) => Promise<Json | undefined>;

/** A template that cannot be rendered; the message names the param. */
export class RenderError extends Error {
  override readonly name = "RenderError";
}

/** The params as they are if none of them is a template. */
export function renderParams(order: AttemptOrder, _ask: AskEngine): Params | Promise<Params> {
  return order.task.params ?? {};
}
