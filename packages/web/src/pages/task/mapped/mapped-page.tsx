/** Every instance of a mapped task, the failed ones first, by the labels that the author gave them. */
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { RunLabel } from "../../../parts/run-label.tsx";
import { useTitle } from "../../../parts/use-title.ts";
import { StateBadge } from "../../../states/state-badge.tsx";
import { readState, worstOf } from "../../../states/state.ts";
import { InstancesList } from "../../instances/instances-list.tsx";
import type { InstanceSearch } from "../../instances/instance-search.ts";
import { useSummary, useWatched } from "../../run/run-data.ts";
import styles from "../task.module.css";
import { FailedActs } from "./failed-acts.tsx";

export function MappedPage() {
  const { dagId = "", runId = "", taskId = "" } = useParams({ strict: false });
  const place = { dagId, runId };
  useTitle(`${taskId} · ${dagId}`);
  const enabled = useWatched(place);
  const { data } = useSummary(place, enabled, taskId);
  const search: InstanceSearch = useSearch({ strict: false });
  const failed = data?.states["failed"] ?? 0;
  const worst = worstOf(Object.keys(data?.states ?? {}).map((state) => readState(state)));
  return (
    <article>
      <header className={styles["head"]}>
        <h2>
          {taskId} [{data?.total ?? ""}] {worst !== null && <StateBadge state={worst} />}
        </h2>
        <p className={styles["facts"]}>
          <Link to="/dags/$dagId/runs/$runId" params={place}>
            <RunLabel runId={runId} />
          </Link>
        </p>
      </header>
      {failed > 0 && <FailedActs task={{ ...place, taskId }} count={failed} />}
      <InstancesList place={place} taskId={taskId} search={search} enabled={enabled} />
    </article>
  );
}
