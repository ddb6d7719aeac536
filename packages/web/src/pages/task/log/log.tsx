/** The log of a task's tries: any length, only what is on the screen in the page; two of them side by side. */
import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Empty } from "../../../parts/panel.tsx";
import { Took } from "../../../parts/took.tsx";
import { StateGlyph } from "../../../states/state-glyph.tsx";
import { readState } from "../../../states/state.ts";
import { useState } from "react";
import { AttemptLog } from "./attempt-log.tsx";
import type { LogLook } from "./log-look.ts";
import styles from "./log.module.css";

/** One try of the task, as its tab shows it. */
export interface LogTry {
  readonly number: number;
  readonly state: string | null;
  /** Milliseconds; null: it has not ended. */
  readonly tookMillis: number | null;
  /** ISO 8601, UTC */
  readonly startedAt: string | null;
  readonly worker: string | null;
  readonly isOver: boolean;
}

interface LogProps {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
  readonly mapIndex: number;
  /** The last is the newest. */
  readonly tries: readonly LogTry[];
  readonly look: LogLook;
  onLook(change: LogLook): void;
}

export function Log({ tries, look, onLook, ...task }: LogProps) {
  const { t } = useTranslation("task");
  const newest = tries.at(-1);
  const shown = tries.find(({ number }) => number === look.try) ?? newest;
  const beside = tries.find(({ number }) => number === look.beside && number !== shown?.number);
  const [besideLook, setBesideLook] = useState<LogLook>({});
  if (shown === undefined) return <Empty>{t("log.notTried")}</Empty>;
  const pane = ({ number, ...of }: LogTry) => ({
    name: { ...task, tryNumber: number },
    isFailed: of.state === "failed",
    ...of,
  });
  return (
    <section aria-label={t("log.title")}>
      {tries.length > 1 && <Tries tries={tries} shown={shown} beside={beside} onLook={onLook} />}
      <div className={styles["panes"]} data-beside={beside !== undefined}>
        <AttemptLog key={`${shown.number}`} {...pane(shown)} look={look} onLook={onLook} />
        {beside !== undefined && (
          <AttemptLog
            key={`beside ${beside.number}`}
            {...pane(beside)}
            look={besideLook}
            onLook={(change) => setBesideLook((before) => ({ ...before, ...change }))}
          />
        )}
      </div>
    </section>
  );
}

interface TriesProps {
  readonly tries: readonly LogTry[];
  readonly shown: LogTry;
  readonly beside: LogTry | undefined;
  onLook(change: LogLook): void;
}

function Tries({ tries, shown, beside, onLook }: TriesProps) {
  const { t } = useTranslation(["task", "states"]);
  const newest = tries.at(-1)?.number;
  return (
    <div className={styles["tries"]} role="group" aria-label={t("task:log.attempts")}>
      {tries.map(({ number, state, tookMillis }) => (
        <button
          key={number}
          type="button"
          className={styles["try"]}
          aria-pressed={number === shown.number}
          onClick={() => onLook({ try: number === newest ? undefined : number, line: undefined })}
        >
          <StateGlyph state={readState(state)} />
          {t("task:log.attempt", { number })}
          <span className="visually-hidden">{t(`states:${readState(state)}`)}</span>
          {tookMillis !== null && (
            <>
              {" · "}
              <Took millis={tookMillis} />
            </>
          )}
        </button>
      ))}
      <Select
        size="xs"
        w={190}
        clearable
        aria-label={t("task:log.beside")}
        placeholder={t("task:log.beside")}
        value={beside === undefined ? null : String(beside.number)}
        data={tries
          .filter(({ number }) => number !== shown.number)
          .map(({ number }) => ({ value: String(number), label: t("task:log.attempt", { number }) }))}
        onChange={(value) => onLook({ beside: value === null ? undefined : Number(value) })}
      />
    </div>
  );
}
