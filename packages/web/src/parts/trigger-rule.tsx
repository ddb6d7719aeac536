/** When a task may start, in words; its name is told on hover. */
import { useTranslation } from "react-i18next";
import { knownRule } from "../states/known-rule.ts";

export function TriggerRule({ rule }: { readonly rule: string | undefined }) {
  const { t } = useTranslation("dag");
  const known = knownRule(rule);
  const words = known === undefined ? (rule ?? "") : t(`tasks.rule.${known}`);
  return <span title={rule === undefined ? undefined : `${words} (${rule})`}>{words}</span>;
}
