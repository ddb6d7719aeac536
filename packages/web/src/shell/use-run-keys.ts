/** The run before and after the one that is open, and of those the failed ones. */
import { useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { client } from "../api/client.ts";
import { useKeys } from "../keys/use-keys.ts";
import { toast } from "../parts/toast.tsx";

interface Direction {
  readonly isNext: boolean;
  readonly isFailed: boolean;
}

export function useRunKeys(): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { dagId, runId } = useParams({ strict: false });
  const isRun = dagId !== undefined && runId !== undefined;
  const step = (direction: Direction) =>
    isRun
      ? () =>
          void neighbour({ dagId, runId }, direction).then((found) => {
            if (found === null) return toast({ kind: "note", text: t(direction.isNext ? "runs.last" : "runs.first") });
            // The same of it: its task, its mapped instance, its tab.
            return navigate({ to: ".", params: (here) => ({ ...here, runId: found }) });
          })
      : undefined;
  useKeys({
    "[": step({ isNext: false, isFailed: false }),
    "]": step({ isNext: true, isFailed: false }),
    "{": step({ isNext: false, isFailed: true }),
    "}": step({ isNext: true, isFailed: true }),
  });
}

const RUN = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}";

interface Here {
  readonly dagId: string;
  readonly runId: string;
}

/** @returns its id; null: there is none */
async function neighbour({ dagId, runId }: Here, { isNext, isFailed }: Direction): Promise<string | null> {
  const here = await client.get(RUN, { params: { path: { dag_id: dagId, dag_run_id: runId } } });
  const { dag_runs: found } = await client.get("/api/v2/dags/{dag_id}/dagRuns", {
    params: {
      path: { dag_id: dagId },
      query: {
        limit: 1,
        order_by: [isNext ? "run_after" : "-run_after"],
        [isNext ? "run_after_gt" : "run_after_lt"]: here.run_after,
        ...(isFailed ? { state: ["failed"] } : {}),
      },
    },
  });
  return found[0]?.dag_run_id ?? null;
}
