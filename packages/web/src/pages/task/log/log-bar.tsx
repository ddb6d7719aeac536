/** What can be done with a log: choose lines, look for some, go to one, change how they are shown, take them along. */
import { ActionIcon, Button, CopyButton, Menu, Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { instantText } from "../../../format/instant.ts";
import { IconArrowsMaximize, IconArrowsMinimize, IconDownload } from "../../../parts/icons.ts";
import { useZone } from "../../../preferences/zone.ts";
import { now } from "../../../now.ts";
import { FieldPicker } from "./field-picker.tsx";
import { FindBox } from "./find-box.tsx";
import { GoToLine } from "./go-to-line.tsx";
import { LevelChips } from "./level-chips.tsx";
import type { LogIndex } from "./log-facts.ts";
import type { Times } from "./log-line.tsx";
import { type LogLook, rangeOf } from "./log-look.ts";
import styles from "./log.module.css";
import type { LineRange } from "./line-range.ts";
import type { OpenLog } from "./open-log.ts";
import type { Hits } from "./use-search.ts";

export interface LogBarProps {
  readonly log: OpenLog;
  readonly count: number;
  readonly facts: LogIndex;
  /** The facts are known. */
  readonly isKnown: boolean;
  readonly look: LogLook;
  readonly isWrapped: boolean;
  readonly hits: Hits | null;
  /** The line that the reader is at; null: none was gone to. */
  readonly at: number | null;
  onGoTo(number: number): void;
  onLook(change: LogLook): void;
  onLine(range: LineRange): void;
}

export function LogBar(props: LogBarProps) {
  const { log, count, facts, isKnown, look, hits, at, onGoTo, onLook, onLine } = props;
  const { t } = useTranslation("task");
  return (
    <div className={styles["bar"]} role="toolbar" aria-label={t("log.tools")}>
      <span className={styles["count"]}>{t("log.lines", { count })}</span>
      <LevelChips facts={facts} isKnown={isKnown} look={look} onLook={onLook} />
      <FindBox look={look} hits={hits} at={at} onGoTo={onGoTo} onLook={onLook} />
      <GoToLine last={count} onLine={onLine} />
      <FieldPicker log={log} count={count} look={look} onLook={onLook} />
      <Look {...props} />
      <Take log={log} look={look} />
    </div>
  );
}

const TIMES: readonly Times[] = ["zone", "relative", "off"];

function Look({ look, isWrapped, onLook }: LogBarProps) {
  const { t } = useTranslation("task");
  const zone = useZone();
  const { times = "zone" } = look;
  const zoneName = instantText(now(), zone).split(" ").at(-1) ?? zone;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="compact-xs" variant="default">
            {t(`log.times.${times}`, { zone: zoneName })}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {TIMES.map((one) => (
            <Menu.Item key={one} onClick={() => onLook({ times: one === "zone" ? undefined : one })}>
              {t(`log.times.${one}`, { zone: zoneName })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button
        size="compact-xs"
        variant={isWrapped ? "light" : "default"}
        aria-pressed={isWrapped}
        onClick={() => onLook({ wrap: isWrapped ? "off" : "on" })}
      >
        {t("log.wrap")}
      </Button>
      <Tooltip label={look.full === true ? t("log.notFull") : t("log.full")}>
        <ActionIcon
          size={24}
          variant="default"
          aria-label={look.full === true ? t("log.notFull") : t("log.full")}
          onClick={() => onLook({ full: look.full === true ? undefined : true })}
        >
          {look.full === true ? <IconArrowsMinimize size={14} /> : <IconArrowsMaximize size={14} />}
        </ActionIcon>
      </Tooltip>
    </>
  );
}

/** Longer ranges are downloaded. */
const MOST_COPIED = 10_000;

function Take({ log, look }: Pick<LogBarProps, "log" | "look">) {
  const { t } = useTranslation("task");
  const range = rangeOf(look);
  return (
    <>
      {range !== null && range.to - range.from < MOST_COPIED && (
        <CopyButton value="">
          {({ copied, copy }) => (
            <Button size="compact-xs" variant="default" onClick={() => void copyRange(log, range).then(copy)}>
              {copied ? t("failure.copied") : t("log.copyLines", { count: range.to - range.from + 1 })}
            </Button>
          )}
        </CopyButton>
      )}
      <a className={styles["download"]} href={log.source.rawUrl} download={log.source.fileName}>
        <IconDownload size={14} aria-hidden="true" />
        {t("log.download")}
      </a>
    </>
  );
}

async function copyRange({ source }: OpenLog, { from, to }: LineRange): Promise<void> {
  const { lines } = await source.page({ from, limit: to - from + 1 });
  await navigator.clipboard.writeText(lines.map(({ m }) => m).join("\n"));
}
