/** What kind a run is of, and who or what began it. */
import { useTranslation } from "react-i18next";
import type { Run } from "./run-row.ts";

export function RunTypeWord({ type }: { readonly type: Run["run_type"] }) {
  const { t } = useTranslation("browse");
  return <span title={type}>{t(`type.${type}`)}</span>;
}

export function RunOrigin({ run }: { readonly run: Run }) {
  const { t } = useTranslation("browse");
  const { triggering_user_name: name, triggered_by: by } = run;
  const words = name ?? (by === null ? "" : t(`by.${by}`));
  return <span title={words}>{words}</span>;
}
