/** A run that could not be read: perhaps it was there once, and has gone by the rule of retention. */
import { MomijiError } from "@momiji/client";
import { useTranslation } from "react-i18next";
import { Empty } from "../../parts/panel.tsx";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { useRetention } from "../../parts/use-retention.ts";

const NOT_FOUND = 404;

export function NoRun({ error, onRetry }: { readonly error: Error; onRetry(): void }) {
  const { t } = useTranslation("run");
  const { runDays } = useRetention();
  const isAbsent = error instanceof MomijiError && error.status === NOT_FOUND;
  return (
    <>
      <ProblemPanel error={error} onRetry={onRetry} />
      {isAbsent && runDays !== null && <Empty>{t("gone", { count: runDays })}</Empty>}
    </>
  );
}
