/** What happened to a task instance, one line each, and who did it. */
import { useTranslation } from "react-i18next";
import { Callbacks } from "../../../parts/events-list/callbacks.tsx";
import { EventsList } from "../../../parts/events-list/events-list.tsx";
import { StateBadge } from "../../../states/state-badge.tsx";
import { readState } from "../../../states/state.ts";
import { type TaskTabProps, useTries } from "../task-place.ts";
import { storyOf } from "./story.ts";

export function EventsTab({ place, task }: TaskTabProps) {
  const { t } = useTranslation("task");
  const { dagId, runId, taskId, mapIndex } = place;
  const tries = useTries(place);
  const older = tries.filter(({ try_number: number }) => number < task.try_number);
  const steps = storyOf([...older, task]).map(({ at, step, tryNumber, state, worker }) => ({
    key: `${tryNumber} ${step}`,
    at,
    who: step === "started" || step === "ended" ? (worker ?? t("events.worker")) : t("events.scheduler"),
    words: (
      <>
        {t(`events.step.${step}`, { tryNumber })} {step === "ended" && <StateBadge state={readState(state)} />}
      </>
    ),
  }));
  const ofIndex = mapIndex < 0 ? {} : { map_index: mapIndex };
  const under = ["task", dagId, runId, taskId, mapIndex];
  return (
    <>
      <EventsList filter={{ dag_id: dagId, run_id: runId, task_id: taskId, ...ofIndex }} under={under} steps={steps} />
      <Callbacks of={{ dag_id: dagId, dag_run_id: runId, task_id: taskId }} mapIndex={mapIndex} under={under} />
    </>
  );
}
