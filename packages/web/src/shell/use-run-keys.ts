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

/** Goes from a run to the one before or after, and shows of it what is shown here: its task, its mapped instance, its tab. */
export function useRunStep(): (from: Here, direction: Direction) => Promise<void> {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { runId: open } = useParams({ strict: false });
  return async ({ dagId, runId }, direction) => {
    const found = await neighbour({ dagId, runId }, direction);
    if (found === null) toast({ kind: "note", text: t(direction.isNext ? "runs.last" : "runs.first") });
    else if (open === undefined) await navigate({ to: "/dags/$dagId/runs/$runId", params: { dagId, runId: found } });
    else await navigate({ to: ".", params: (here) => ({ ...here, runId: found }) });
  };
}

export function useRunKeys(): void {
  const { dagId, runId } = useParams({ strict: false });
  const go = useRunStep();
  const step = (direction: Direction) =>
    dagId === undefined || runId === undefined ? undefined : () => void go({ dagId, runId }, direction);
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
