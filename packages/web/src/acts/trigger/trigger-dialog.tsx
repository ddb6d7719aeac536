/** Makes runs of a DAG: one now, one as another was, or many of past dates. */
import { Tabs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { ActModal } from "../act-frame.tsx";
import { AgainTab } from "./again-tab.tsx";
import { NowTab } from "./now-tab.tsx";
import { fieldsOf } from "./params.ts";
import styles from "./trigger.module.css";

const BackfillTab = lazy(() => import("../backfill/backfill-tab.tsx").then((all) => ({ default: all.BackfillTab })));

const TABS = ["now", "again", "backfill"] as const;

type Tab = (typeof TABS)[number];

interface TriggerDialogProps {
  readonly dagId: string;
  readonly tab: Tab;
  readonly from: string | undefined;
}

export function TriggerDialog({ dagId, tab: first, from }: TriggerDialogProps) {
  const { t } = useTranslation("trigger");
  const [tab, setTab] = useState<Tab>(first);
  const {
    data: dag,
    error,
    refetch,
  } = useQuery({
    queryKey: ["dag-details", dagId],
    queryFn: ({ signal }) =>
      client.get("/api/v2/dags/{dag_id}/details", { params: { path: { dag_id: dagId } }, signal }),
    staleTime: 0,
  });
  const fields = dag === undefined ? [] : fieldsOf(dag.params);
  return (
    <ActModal title={t("title", { dag: dagId })} size="xl">
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(chosen) => setTab(TABS.find((each) => each === chosen) ?? "now")}
      >
        <Tabs.List mb="md" className={styles["tabs"] ?? ""}>
          {TABS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`tabs.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {dag !== undefined && (
          <>
            <Tabs.Panel value="now">
              <NowTab dagId={dagId} fields={fields} params={dag.params} />
            </Tabs.Panel>
            <Tabs.Panel value="again">
              <AgainTab dagId={dagId} fields={fields} params={dag.params} from={from} />
            </Tabs.Panel>
            <Tabs.Panel value="backfill">
              <Suspense fallback={null}>
                <BackfillTab dag={dag} fields={fields} />
              </Suspense>
            </Tabs.Panel>
          </>
        )}
      </Tabs>
    </ActModal>
  );
}
