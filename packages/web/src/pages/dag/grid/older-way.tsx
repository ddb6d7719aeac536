/** The way to the column of the run that is open, when it is older than those that are shown; and back to the newest. */
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { readInstant } from "../../../format/instant.ts";
import type { Run } from "../../run/run-data.ts";
import { useDagSearch } from "../dag-search.ts";
import type { Grid } from "./grid.ts";

interface OlderWayProps {
  readonly dagId: string;
  readonly grid: Grid;
  readonly runId: string | undefined;
}

export function OlderWay({ dagId, grid, runId }: OlderWayProps) {
  const { t } = useTranslation("dag");
  const [{ before }, change] = useDagSearch();
  // What shows the run has asked.
  const { data: run } = useQuery<Run>({ queryKey: ["run", dagId, runId], enabled: false });
  const [due, oldest] = [readInstant(run?.run_after), readInstant(grid.columns.at(-1)?.run.runAfter)];
  const isOlder = grid.next !== null && due !== null && oldest !== null && due < oldest;
  return (
    <>
      {isOlder && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => change({ before: new Date(due + 1).toISOString(), state: undefined, run_type: undefined })}
        >
          {t("grid.toOpened")}
        </Button>
      )}
      {before !== undefined && (
        <Button size="compact-xs" variant="default" onClick={() => change({ before: undefined })}>
          {t("grid.toNewest")}
        </Button>
      )}
    </>
  );
}
