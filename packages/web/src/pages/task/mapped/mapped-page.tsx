/** Every instance of a mapped task, the failed ones first, by the labels that the author gave them. */
import { Group } from "@mantine/core";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { openAct } from "../../../acts/open-act.ts";
import { GuardedButton } from "../../../parts/guarded.tsx";
import { useTitle } from "../../../parts/use-title.ts";
import { useMay } from "../../../rights/use-rights.ts";
import { StateBadge } from "../../../states/state-badge.tsx";
import { readState, worstOf } from "../../../states/state.ts";
import { InstancesList } from "../../instances/instances-list.tsx";
import type { InstanceSearch } from "../../instances/instance-search.ts";
import { useSummary, useWatched } from "../../run/run-data.ts";
import styles from "../task.module.css";

export function MappedPage() {
  const { t } = useTranslation("run");
  const { dagId = "", runId = "", taskId = "" } = useParams({ strict: false });
  const place = { dagId, runId };
  useTitle(`${taskId} · ${dagId}`);
  const { reason } = useMay("task_instance", "edit", dagId);
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
            {runId}
          </Link>
        </p>
      </header>
      {failed > 0 && (
        <Group gap="xs" mb="sm">
          <GuardedButton
            size="compact-sm"
            variant="default"
            reason={reason}
            onClick={() =>
              openAct({ kind: "clear", target: { of: "tasks", tasks: [{ ...place, taskId }] }, onlyFailed: true })
            }
          >
            {t("clearAllFailed", { count: failed })}
          </GuardedButton>
        </Group>
      )}
      <InstancesList place={place} taskId={taskId} search={search} enabled={enabled} />
    </article>
  );
}
