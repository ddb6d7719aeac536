/** Everything else that is known of a run. */
import { useTranslation } from "react-i18next";
import { FactList } from "../../../parts/fact-list.tsx";
import type { RunTabProps } from "../run-data.ts";

/** Shown by the head. */
const ELSEWHERE = new Set(["note", "conf", "dag_versions", "reason"]);

export function DetailsTab({ run }: RunTabProps) {
  const { t } = useTranslation("run");
  const versions = run.dag_versions.map(({ version_number: number }) => `v${number}`).join(", ");
  const facts = [...Object.entries(run).filter(([name]) => !ELSEWHERE.has(name)), ["dag_versions", versions] as const];
  return <FactList facts={facts} allLabel={t("details.all", { count: facts.length })} />;
}
