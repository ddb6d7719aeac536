/** What people and the engine did with a run, one line each. */
import { useTranslation } from "react-i18next";
import { Callbacks } from "../../../parts/events-list/callbacks.tsx";
import { EventsList } from "../../../parts/events-list/events-list.tsx";
import { readState } from "../../../states/state.ts";
import type { RunTabProps } from "../run-data.ts";

export function EventsTab({ place: { dagId, runId }, run }: RunTabProps) {
  const { t } = useTranslation(["run", "states"]);
  const moments = [
    ["queued", run.queued_at],
    ["started", run.start_date],
    ["ended", run.end_date],
  ] as const;
  const steps = moments.flatMap(([step, at]) => {
    const words = t(`run:events.${step}`, { state: t(`states:${readState(run.state)}`) });
    return at === null ? [] : [{ key: step, at, who: t("run:events.scheduler"), words }];
  });
  const under = ["run", dagId, runId];
  return (
    <>
      <EventsList filter={{ dag_id: dagId, run_id: runId }} under={under} steps={steps} />
      <Callbacks of={{ dag_id: dagId, dag_run_id: runId }} under={under} />
    </>
  );
}
