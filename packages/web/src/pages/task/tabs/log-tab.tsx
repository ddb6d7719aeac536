/** The log of a task instance: of the newest try, or of the one that the address names. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Log, type LogTry } from "../log/log.tsx";
import type { LogLook } from "../log/log-look.ts";
import { type TaskInstance, type TaskTabProps, type TaskTry, useTries } from "../task-place.ts";

export function LogTab({ place, task }: TaskTabProps) {
  const look: LogLook = useSearch({ strict: false });
  const navigate = useNavigate();
  const tries = useTries(place);
  const onLook = (change: LogLook): void => {
    const search = Object.fromEntries(
      Object.entries({ ...look, ...change }).filter(([, value]) => value !== undefined),
    );
    void navigate({ to: ".", search, replace: true, resetScroll: false });
  };
  return <Log {...place} tries={triesOf(task, tries)} look={look} onLook={onLook} />;
}

function triesOf(task: TaskInstance, tries: readonly TaskTry[]): readonly LogTry[] {
  if (task.try_number === 0) return [];
  const older = tries.filter(({ try_number: number }) => number < task.try_number);
  return [...older, task].map(({ try_number: number, state, duration, start_date: startedAt, end_date, hostname }) => ({
    number,
    state,
    tookMillis: duration === null ? null : duration * 1000,
    startedAt,
    worker: hostname === "" ? null : hostname,
    isOver: end_date !== null || number < task.try_number,
  }));
}
