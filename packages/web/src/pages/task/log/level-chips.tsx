/** Lines by level, with how many there are of each, and where they came from: pressed ones alone are shown. */
import { Button, Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { IconCheck } from "../../../parts/icons.ts";
import type { LogIndex } from "./log-facts.ts";
import { listOf, type LogLook, toggled } from "./log-look.ts";
import styles from "./log.module.css";

interface LevelChipsProps {
  readonly facts: LogIndex;
  readonly isKnown: boolean;
  readonly look: LogLook;
  onLook(change: LogLook): void;
}

const LEVELS = ["error", "warning", "info", "debug"] as const;

export function LevelChips({ facts: { levels, sources }, isKnown, look, onLook }: LevelChipsProps) {
  const { t } = useTranslation("task");
  const chosen = listOf(look.level);
  const known = LEVELS.filter((level) => (levels[level] ?? 0) > 0 || chosen.includes(level));
  const from = listOf(look.src);
  if (!isKnown) return <span className={styles["quiet"]}>{t("log.counting")}</span>;
  return (
    <>
      <span role="group" aria-label={t("log.levels")} className={styles["chips"]}>
        {known.map((level) => (
          <button
            key={level}
            type="button"
            className={styles["chip"]}
            data-level={level}
            aria-pressed={chosen.includes(level)}
            onClick={() => onLook({ level: toggled(look.level, level) })}
          >
            {t(`log.level.${level}`)} {(levels[level] ?? 0).toLocaleString()}
          </button>
        ))}
      </span>
      {(sources.length > 1 || from.length > 0) && (
        <Menu position="bottom-start" closeOnItemClick={false}>
          <Menu.Target>
            <Button size="compact-xs" variant={from.length > 0 ? "light" : "default"}>
              {from.length > 0 ? from.join(", ") : t("log.source")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {sources.map((source) => (
              <Menu.Item
                key={source}
                role="menuitemcheckbox"
                aria-checked={from.includes(source)}
                rightSection={from.includes(source) ? <IconCheck size={14} aria-hidden="true" /> : null}
                onClick={() => onLook({ src: toggled(look.src, source) })}
              >
                {source}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}
