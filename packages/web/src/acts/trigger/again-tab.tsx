/** Again with what another run was given: choose it, change what should be different. */
import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { instantText, readInstant } from "../../format/instant.ts";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { Empty } from "../../parts/panel.tsx";
import { useZone } from "../../preferences/zone.ts";
import { readState } from "../../states/state.ts";
import { type Conf, entriesOf, type ParamField } from "./params.ts";
import { RunTab } from "./run-tab.tsx";

const OFFERED = 50;

interface AgainTabProps {
  readonly dagId: string;
  readonly fields: readonly ParamField[];
  readonly params: Parameters<typeof entriesOf>[0];
  /** Absent: the newest. */
  readonly from: string | undefined;
}

export function AgainTab({ dagId, fields, params, from }: AgainTabProps) {
  const { t } = useTranslation(["trigger", "states"]);
  const zone = useZone();
  const [chosen, setChosen] = useState(from);
  const { runs, error } = useRuns(dagId, from);
  if (error !== null) return <ProblemPanel error={error} />;
  if (runs === undefined) return null;
  const run = runs.find(({ dag_run_id: id }) => id === chosen) ?? runs[0];
  if (run === undefined) return <Empty>{t("trigger:again.none")}</Empty>;
  const names = runs.map(({ dag_run_id: id, run_after: after, state }) => {
    const at = readInstant(after);
    const when = at === null ? "" : instantText(at, zone);
    return { value: id, label: t("trigger:again.run", { when, state: t(`states:${readState(state)}`), id }) };
  });
  const conf = (run.conf ?? {}) as Conf;
  return (
    <>
      <Select
        label={t("trigger:again.label")}
        description={t("trigger:again.hint")}
        data={names}
        value={run.dag_run_id}
        allowDeselect={false}
        searchable
        mb="sm"
        onChange={(id) => setChosen(id ?? undefined)}
      />
      <RunTab key={run.dag_run_id} dagId={dagId} fields={fields} initial={entriesOf(params, conf)} copied={conf} />
    </>
  );
}

/** The newest runs, and the one that is asked for, if it is older. */
function useRuns(dagId: string, from: string | undefined) {
  const newest = useQuery({
    queryKey: ["runs-to-copy", dagId],
    queryFn: ({ signal }) =>
      client.get("/api/v2/dags/{dag_id}/dagRuns", {
        params: { path: { dag_id: dagId }, query: { limit: OFFERED, order_by: ["-run_after"] } },
        signal,
      }),
    staleTime: 0,
  });
  const isOlder = from !== undefined && newest.data?.dag_runs.every(({ dag_run_id: id }) => id !== from) === true;
  const older = useQuery({
    enabled: isOlder,
    queryKey: ["run", dagId, from],
    queryFn: ({ signal }) =>
      client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}", {
        params: { path: { dag_id: dagId, dag_run_id: from ?? "" } },
        signal,
      }),
  });
  const isReady = newest.data !== undefined && (!isOlder || older.data !== undefined);
  const runs = [...(older.data === undefined ? [] : [older.data]), ...(newest.data?.dag_runs ?? [])];
  return { runs: isReady ? runs : undefined, error: newest.error ?? older.error };
}
