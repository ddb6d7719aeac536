/** What can be done with the runs that are ticked. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { openAct, type RunName } from "../../acts/open-act.ts";
import { GuardedButton } from "../../parts/guarded.tsx";
import type { Selection } from "../../parts/table/use-selection.ts";
import { useMay } from "../../rights/use-rights.ts";
import { CompareRuns } from "./compare-runs.tsx";
import { keyOfRun, type RunRow } from "./run-row.ts";

interface RunBulkProps {
  readonly rows: readonly RunRow[];
  /** Undefined: of all DAGs. */
  readonly dagId: string | undefined;
  readonly selection: Selection;
  onDone(): void;
}

export function RunBulk({ rows, dagId, selection, onDone }: RunBulkProps) {
  const { t } = useTranslation("browse");
  const [isCompared, setCompared] = useState(false);
  const { reason: noEdit } = useMay("run", "edit", dagId);
  const { reason: noDelete } = useMay("run", "delete", dagId);
  const runs = rows.filter((row) => selection.has(keyOfRun(row)));
  const names = runs.map((run): RunName => ({ dagId: run.dag_id, runId: run.dag_run_id }));
  const target = { of: "runs", runs: names } as const;
  const acts = [
    { word: "clear", reason: noEdit, request: { kind: "clear", target, onlyFailed: true } },
    { word: "markSuccess", reason: noEdit, request: { kind: "mark", target, state: "success" } },
    { word: "markFailed", reason: noEdit, request: { kind: "mark", target, state: "failed" } },
    { word: "addNote", reason: noEdit, request: { kind: "note", target } },
    { word: "delete", reason: noDelete, request: { kind: "delete", target } },
  ] as const;
  const untick = (): void => {
    selection.clear();
    onDone();
  };
  const [first, second] = runs;
  return (
    <>
      {acts.map(({ word, reason, request }) => (
        <GuardedButton
          key={word}
          size="compact-xs"
          variant="default"
          reason={reason}
          onClick={() => openAct(request, untick)}
        >
          {t(`bulk.${word}`)}
        </GuardedButton>
      ))}
      <GuardedButton
        size="compact-xs"
        variant="default"
        reason={runs.length === 2 ? null : t("bulk.tickTwo")}
        onClick={() => setCompared(true)}
      >
        {t("bulk.compare")}
      </GuardedButton>
      {isCompared && first !== undefined && second !== undefined && (
        <CompareRuns before={first} after={second} onClose={() => setCompared(false)} />
      )}
    </>
  );
}
