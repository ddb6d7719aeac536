/** Why a grid is empty, and what next: a DAG that has never run is run; filters that fit nothing are taken off. */
import type { components } from "@momiji/client";
import { Button, Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { openAct } from "../../../acts/open-act.ts";
import { GuardedButton } from "../../../parts/guarded.tsx";
import { Gap } from "../../../parts/gap.tsx";
import { Empty } from "../../../parts/panel.tsx";
import { When } from "../../../parts/when.tsx";
import { useMay } from "../../../rights/use-rights.ts";
import { useDagSearch } from "../dag-search.ts";

interface NothingShownProps {
  readonly dagId: string;
  /** Whether there has been no run at all. */
  readonly isNew: boolean;
}

/** When it will run, or why it will not. */
function Coming({ dagId }: { readonly dagId: string }) {
  const { t } = useTranslation("dag");
  // The head of the page has asked.
  const { data: dag } = useQuery<components["schemas"]["DAGResponse"]>({ queryKey: ["dag", dagId], enabled: false });
  if (dag === undefined) return null;
  if (dag.is_paused) return t("grid.emptyPaused");
  if (dag.next_dagrun_run_after === null) return null;
  return (
    <>
      {t("grid.emptyNext")} <When at={dag.next_dagrun_run_after} show="minute" />
    </>
  );
}

export function NothingShown({ dagId, isNew }: NothingShownProps) {
  const { t } = useTranslation("dag");
  const [, change] = useDagSearch();
  const trigger = useMay("run", "create", dagId);
  const backfill = useMay("backfills", "create", dagId);
  if (!isNew)
    return (
      <>
        <Empty>{t("grid.nothing")}</Empty>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            change({ before: undefined, state: undefined, run_type: undefined, q: undefined, problems: undefined })
          }
        >
          {t("grid.clearFilters")}
        </Button>
      </>
    );
  return (
    <>
      <Empty>
        {t("grid.empty")}
        <Gap />
        <Coming dagId={dagId} />
      </Empty>
      <Group gap="xs">
        <GuardedButton
          size="compact-sm"
          variant="default"
          reason={trigger.reason}
          onClick={() => openAct({ kind: "trigger", dagId })}
        >
          {t("grid.trigger")}
        </GuardedButton>
        <GuardedButton
          size="compact-sm"
          variant="default"
          reason={backfill.reason}
          onClick={() => openAct({ kind: "backfill", dagId })}
        >
          {t("grid.backfill")}
        </GuardedButton>
      </Group>
    </>
  );
}
