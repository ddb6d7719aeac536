/** A run now, with the DAG's defaults or with what another was given lately. */
import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { shellQuery } from "../../api/shell-query.ts";
import { Empty } from "../../parts/panel.tsx";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { When } from "../../parts/when.tsx";
import { entriesOf, type ParamField } from "./params.ts";
import { inputWords, type RecentInput, recentInputs } from "./recent.ts";
import { RunTab } from "./run-tab.tsx";
import styles from "./trigger.module.css";

interface NowTabProps {
  readonly dagId: string;
  readonly fields: readonly ParamField[];
  readonly params: Parameters<typeof entriesOf>[0];
}

export function NowTab({ dagId, fields, params }: NowTabProps) {
  const [taken, setTaken] = useState<RecentInput | null>(null);
  return (
    <>
      <Recent dagId={dagId} fields={fields} taken={taken} onTake={setTaken} />
      <RunTab
        key={taken?.runId ?? ""}
        dagId={dagId}
        fields={fields}
        initial={entriesOf(params, taken?.conf)}
        copied={null}
      />
    </>
  );
}

/** Runs that are looked through. */
const LOOKED_AT = 100;

interface RecentProps extends Pick<NowTabProps, "dagId" | "fields"> {
  readonly taken: RecentInput | null;
  onTake(input: RecentInput): void;
}

/** Read once somebody wants them. */
function Recent({ dagId, fields, taken, onTake }: RecentProps) {
  const { t } = useTranslation("trigger");
  const [isOpen, setOpen] = useState(false);
  const [by, setBy] = useState<"me" | "anyone">("me");
  const { data: shell } = useQuery({ ...shellQuery, enabled: false });
  const me = shell?.user.username ?? "";
  const { data, error, refetch } = useQuery({
    queryKey: ["recent-inputs", dagId],
    enabled: isOpen,
    staleTime: 0,
    queryFn: ({ signal }) =>
      client.get("/api/v2/dags/{dag_id}/dagRuns", {
        params: {
          path: { dag_id: dagId },
          query: { limit: LOOKED_AT, order_by: ["-run_after"], run_type: ["manual", "operator_triggered"] },
        },
        signal,
      }),
  });
  const inputs = recentInputs(data?.dag_runs ?? [], by === "me" ? me : null);
  return (
    <details className={styles["recent"]} open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t("recent.label")}</summary>
      <SegmentedControl
        size="xs"
        aria-label={t("recent.by")}
        value={by}
        data={[
          { value: "me", label: t("recent.me") },
          { value: "anyone", label: t("recent.anyone") },
        ]}
        onChange={(chosen) => setBy(chosen)}
      />
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {data !== undefined && inputs.length === 0 && <Empty>{t("recent.none")}</Empty>}
      <ul>
        {inputs.map((input) => (
          <li key={input.runId}>
            <button type="button" aria-pressed={taken?.runId === input.runId} onClick={() => onTake(input)}>
              {inputWords(input.conf, fields)}
            </button>
            <span className={styles["was"]}>
              <When at={input.at} show="short" /> {input.who}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
