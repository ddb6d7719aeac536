/** What is known of a failure: the lines of the log, the places of the code, the words of the job outside. */
import { useTranslation } from "react-i18next";
import { UserLink } from "../../../parts/user-link.tsx";
import { OutsideJob } from "../outside-job.tsx";
import { AnsiText } from "../log/ansi-text.tsx";
import styles from "../task.module.css";
import type { Failure } from "./failure-data.ts";

interface Shown {
  readonly failure: Failure;
}

/** Lines that are shown of the excerpt; the log has the rest. */
const MOST_LINES = 6;

/** Longer lines are cut here. */
const LONGEST = 2000;

/** The job outside, and what was last said of it. */
export function Outside({ failure: { external } }: Shown) {
  const { t } = useTranslation("task");
  if (external === null) return null;
  const { reason, exitCode, logs } = external;
  return (
    <p className={styles["outside"]}>
      <OutsideJob job={external} />
      {logs.map((log) => (
        <UserLink key={log.name} href={log.href}>
          {t("failure.outsideLog", { name: log.name })}
        </UserLink>
      ))}
      {exitCode !== null && <span>{t("failure.exitCode", { exitCode })}</span>}
      {reason !== null && <strong>{reason}</strong>}
    </p>
  );
}

/** The last lines before the error, it among them. */
export function Excerpt({ failure: { excerpt, headline, frames } }: Shown) {
  const lines = excerpt.lines.slice(-MOST_LINES);
  if (lines.length === 0) return null;
  return (
    <ol className={styles["excerpt"]}>
      {lines.map(({ n, m, src, lv }) => (
        <li key={n} data-error={src === "stderr" || lv === "error" || (headline !== null && m.startsWith(headline))}>
          <span>{n}</span>
          <span>
            <AnsiText text={(frames.length > 0 ? withoutFrames(m) : m).slice(0, LONGEST)} />
          </span>
          {src === "stderr" && <span className={styles["source"]}>{src}</span>}
        </li>
      ))}
    </ol>
  );
}

/** They stand below, the author's first. */
function withoutFrames(message: string): string {
  return message.replaceAll(/\n\s+at .*/g, "");
}

/** The author's places; those of libraries are one click away. */
export function Frames({ failure: { frames } }: Shown) {
  const { t } = useTranslation("task");
  const own = frames.filter((frame) => frame.own);
  const others = frames.length - own.length;
  if (frames.length === 0) return null;
  return (
    <div className={styles["frames"]}>
      <FrameList frames={own} />
      {others > 0 && (
        <details>
          <summary>{t("failure.frames", { count: others })}</summary>
          <FrameList frames={frames} />
        </details>
      )}
    </div>
  );
}

function FrameList({ frames }: { readonly frames: Failure["frames"] }) {
  return (
    <ol>
      {frames.map(({ file, line, function: name }, at) => (
        // The same place may call itself.
        <li key={at}>
          {file}:{line}
          {name !== null && <span> {name}</span>}
        </li>
      ))}
    </ol>
  );
}
