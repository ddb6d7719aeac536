/** Runs of past dates: which dates, what becomes of those that have a run, and the list that is then made, and nothing else. */
import type { components } from "@momiji/client";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { durationText } from "../../format/duration.ts";
import { Empty } from "../../parts/panel.tsx";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { usePreferences } from "../../preferences/preferences.ts";
import { ActFoot, Moved } from "../act-frame.tsx";
import { closeAct } from "../open-act.ts";
import { ParamForm } from "../trigger/param-form.tsx";
import { firstWrong } from "../trigger/param-problems.ts";
import { confOf, entriesOf, type ParamField } from "../trigger/params.ts";
import { useRefusal } from "../use-refusal.ts";
import { DateChoice } from "./date-choice.tsx";
import { IntervalList } from "./interval-list.tsx";
import { useBackfill } from "./use-backfill.ts";
import { WhichChoice } from "./which-choice.tsx";
import styles from "./backfill.module.css";

type DagDetails = components["schemas"]["DAGDetailsResponse"];

interface BackfillTabProps {
  readonly dag: DagDetails;
  readonly fields: readonly ParamField[];
}

export function BackfillTab(props: BackfillTabProps) {
  const { t } = useTranslation("backfill");
  if (props.dag.timetable_summary === null) return <Empty>{t("noSchedule")}</Empty>;
  return <Wizard {...props} />;
}

function Wizard({ dag, fields }: BackfillTabProps) {
  const { t } = useTranslation("backfill");
  const zone = dag.timezone ?? "UTC";
  const [entries, setEntries] = useState(() => entriesOf(dag.params));
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [isBroken, setBroken] = useState(false);
  const isWrong = isBroken || firstWrong(fields, entries) !== undefined;
  const conf = fields.length === 0 || isWrong ? null : confOf(entries);
  const backfill = useBackfill({ dagId: dag.dag_id, zone, conf });
  const { whole, exact, make, request, setRequest } = backfill;
  const refusal = useRefusal("backfills", [dag.dag_id], "create");
  const counts = exact.data?.counts;
  const runs = (counts?.create ?? 0) + (counts?.rerun ?? 0);
  const problem = make.error !== null && !backfill.isMoved ? make.error : (whole.error ?? exact.error);
  return (
    <>
      <Before dag={dag} />
      {backfill.isMoved && <Moved />}
      <DateChoice request={request} zone={zone} onChange={setRequest} />
      <WhichChoice request={request} onChange={setRequest} />
      {fields.length > 0 && (
        <details className={styles["inputs"]}>
          <summary>{t("inputs")}</summary>
          <ParamForm
            fields={fields}
            entries={entries}
            touched={touched}
            was={null}
            onChange={setEntries}
            onTouch={(name) => setTouched((old) => new Set([...old, name]))}
            onBroken={setBroken}
          />
        </details>
      )}
      {problem !== null && <ProblemPanel error={problem} />}
      {whole.data !== undefined && whole.error === null && <IntervalList zone={zone} backfill={backfill} />}
      <ActFoot
        confirm={runs === 0 ? t("confirmNone") : t("confirm", { count: runs })}
        isReady={runs > 0 && !exact.isFetching && exact.error === null && refusal === null && !isWrong}
        isPending={make.isPending}
        hint={refusal ?? (isWrong ? t("wrongInputs") : runs === 0 ? t("notYet") : null)}
        more={<Estimate millis={exact.data?.estimateMs ?? null} atOnce={request.maxActive} />}
        onConfirm={backfill.confirm}
      />
    </>
  );
}

function Estimate({ millis, atOnce }: { readonly millis: number | null; readonly atOnce: number }) {
  const { t } = useTranslation("backfill");
  const { language } = usePreferences();
  if (millis === null || millis === 0) return null;
  return (
    <span className={styles["estimate"]}>
      {t("estimate", { duration: durationText(millis, language), count: atOnce })}
    </span>
  );
}

/** What stands in its way: a backfill that goes on, a DAG that is switched off. */
function Before({ dag }: { readonly dag: DagDetails }) {
  const { t } = useTranslation("backfill");
  const { dag_id: dagId } = dag;
  const { data } = useQuery({
    queryKey: ["backfills", dagId, "open"],
    queryFn: ({ signal }) =>
      client.get("/api/v2/backfills", { params: { query: { dag_id: dagId, active: true } }, signal }),
    staleTime: 0,
  });
  const [open] = data?.backfills ?? [];
  return (
    <>
      {open !== undefined && (
        <p className={styles["warning"]}>
          {t("open")}{" "}
          <Link
            to="/dags/$dagId/backfills/$backfillId"
            params={{ dagId, backfillId: String(open.id) }}
            onClick={closeAct}
          >
            {t("openLink")}
          </Link>
        </p>
      )}
      {dag.is_paused && <p className={styles["warning"]}>{t("paused")}</p>}
    </>
  );
}
