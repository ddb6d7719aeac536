/** One question, live, and answering it: if somebody else was faster, theirs is shown. */
import { MomijiError } from "@momiji/client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Value } from "../../acts/trigger/params.ts";
import { client } from "../../api/client.ts";
import { useFresh } from "../../live/use-fresh.ts";
import { keyOf, type QuestionPlace } from "./question.ts";

const ONE = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/hitlDetails";
const TASK = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}";

const CONFLICT = 409;
const SETTLE_MILLIS = 200;

export interface Answer {
  readonly options: readonly string[];
  readonly inputs: { readonly [name: string]: Value };
  /** Kept as the note of the task. */
  readonly comment: string;
}

export function useQuestion(place: QuestionPlace) {
  const { dagId, runId, taskId, mapIndex } = place;
  const queries = useQueryClient();
  const path = { dag_id: dagId, dag_run_id: runId, task_id: taskId, map_index: mapIndex };
  const queryKey = ["question", keyOf(place)];
  const enabled = useFresh({
    topics: [`run:${dagId}/${runId}`],
    queryKey,
    settleMillis: SETTLE_MILLIS,
    concerns: ({ data }) => data.d === dagId && data.r === runId && data.t === taskId,
  });
  const question = useQuery({
    enabled,
    queryKey,
    queryFn: ({ signal }) => client.get(ONE, { params: { path }, signal }),
  });
  const answer = useMutation({
    mutationFn: async ({ options, inputs, comment }: Answer) => {
      await client.patch(ONE, { params: { path }, body: { chosen_options: options, params_input: { ...inputs } } });
      if (comment.trim() === "") return;
      const task = { dag_id: dagId, dag_run_id: runId, task_id: taskId };
      if (mapIndex < 0) await client.patch(TASK, { params: { path: task }, body: { note: comment } });
      else await client.patch(`${TASK}/{map_index}`, { params: { path }, body: { note: comment } });
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey }),
        queries.invalidateQueries({ queryKey: ["questions"] }),
        queries.invalidateQueries({ queryKey: ["shell"] }),
      ]),
  });
  const isLate = answer.error instanceof MomijiError && answer.error.status === CONFLICT;
  return { question, answer, isLate };
}
