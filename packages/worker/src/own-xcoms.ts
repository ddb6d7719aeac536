/** What an attempt has pushed and the store may not have yet: it reads its own values before they are committed. */
import type { AttemptOrder, Json, TaskQuestion } from "@momiji/core";
import type { AskEngine } from "./render-params.ts";

type Values = ReadonlyMap<string, Json>;

/** `values`: by key, of the instance of the order. */
export function ownXComsFirst(order: AttemptOrder, values: Values, ask: AskEngine): AskEngine {
  return async (question) => {
    const key = ownKey(order, question);
    return key !== null && values.has(key) ? values.get(key) : ask(question);
  };
}

/** The key that is asked for, if it is one of the instance itself. */
function ownKey({ run, task, mapIndex }: AttemptOrder, question: TaskQuestion): string | null {
  if (question.ask !== "xcom") return null;
  const { taskIds, key, dagId = run.dagId, runId = run.runId, mapIndex: asked = -1 } = question;
  const isOwn = taskIds.length === 1 && taskIds[0] === task.taskId && asked === mapIndex;
  return isOwn && dagId === run.dagId && runId === run.runId ? key : null;
}
