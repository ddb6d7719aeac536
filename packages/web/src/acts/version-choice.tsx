/**
 * In which version of its DAG runs what is cleared: that of its run, or the latest. Both are named where there is one of each,
 * and there is nothing to choose where they are the same.
 */
import { Group, Radio } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { client } from "../api/client.ts";
import type { ActTarget, ReachRequest } from "./open-act.ts";
import type { Reach } from "./reach.ts";
import { dagIdsOf, runIdsOf } from "./targets.ts";

interface VersionChoiceProps {
  readonly request: ReachRequest;
  readonly reach: Reach;
  onChange(reach: Reach): void;
}

export function VersionChoice({ request, reach, onChange }: VersionChoiceProps) {
  const { t } = useTranslation("acts");
  const { own, latest } = useVersions(request.target);
  const isNew = reach.which === "new";
  if (own !== undefined && own === latest) return null;
  return (
    <Radio.Group
      label={t("version")}
      size="xs"
      value={reach.onLatest || isNew ? "latest" : "own"}
      onChange={(chosen) => onChange({ ...reach, onLatest: chosen === "latest" })}
    >
      <Group gap="md">
        <Radio
          size="xs"
          value="own"
          label={own === undefined ? t("onOwn") : t("onOwnVersion", { version: own })}
          disabled={isNew}
          title={isNew ? t("newNeedsLatest") : undefined}
        />
        <Radio
          size="xs"
          value="latest"
          label={latest === undefined ? t("onLatest") : t("onLatestVersion", { version: latest })}
        />
      </Group>
    </Radio.Group>
  );
}

/** Undefined where there are several, or while it is being read. */
function useVersions(target: ActTarget) {
  const [dagId = "", anotherDag] = dagIdsOf(target);
  const [runId = "", anotherRun] = runIdsOf(target);
  const isOneDag = anotherDag === undefined;
  const dag = useQuery({
    enabled: isOneDag,
    queryKey: ["dag", dagId],
    queryFn: ({ signal }) => client.get("/api/v2/dags/{dag_id}", { params: { path: { dag_id: dagId } }, signal }),
  });
  const run = useQuery({
    enabled: isOneDag && anotherRun === undefined,
    queryKey: ["run", dagId, runId],
    queryFn: ({ signal }) =>
      client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}", {
        params: { path: { dag_id: dagId, dag_run_id: runId } },
        signal,
      }),
  });
  return { own: run.data?.dag_versions.at(-1)?.version_number, latest: dag.data?.latest_dag_version };
}
