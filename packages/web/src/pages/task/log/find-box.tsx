/** Looks for a text or a pattern in the whole log, and leads from hit to hit. */
import { ActionIcon, Button, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconChevronDown, IconChevronUp } from "../../../parts/icons.ts";
import type { LogLook } from "./log-look.ts";
import styles from "./log.module.css";
import { placeOf } from "./rows.ts";
import type { Hits } from "./use-search.ts";

interface FindBoxProps {
  readonly look: LogLook;
  readonly hits: Hits | null;
  readonly at: number | null;
  onGoTo(number: number): void;
  onLook(change: LogLook): void;
}

export function FindBox({ look, hits, at, onGoTo, onLook }: FindBoxProps) {
  const { t } = useTranslation("task");
  const [text, setText] = useState(look.find ?? "");
  const isPattern = look.re === true;
  const numbers = hits?.hits ?? [];
  useFirstHit(hits, onGoTo);
  const step = (by: 1 | -1): void => {
    const from = at ?? 0;
    const after = by > 0 ? placeOf(numbers, from + 1) : placeOf(numbers, from) - 1;
    const number = numbers[(after + numbers.length) % Math.max(1, numbers.length)];
    if (number !== undefined) onGoTo(number);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text === (look.find ?? "")) step(1);
    else onLook({ find: text === "" ? undefined : text });
  };
  return (
    <form role="search" className={styles["find"]} onSubmit={submit}>
      <TextInput
        size="xs"
        w={180}
        type="search"
        aria-label={t("log.find")}
        placeholder={t("log.find")}
        value={text}
        error={hits?.problem === undefined ? undefined : hits.problem !== null}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          if (value === "") onLook({ find: undefined });
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !event.shiftKey) return;
          event.preventDefault();
          step(-1);
        }}
      />
      <PatternSwitch isPattern={isPattern} onLook={onLook} />
      {hits !== null && <Place hits={hits} at={at} onStep={step} />}
    </form>
  );
}

function PatternSwitch({ isPattern, onLook }: { readonly isPattern: boolean } & Pick<FindBoxProps, "onLook">) {
  const { t } = useTranslation("task");
  return (
    <Button
      size="compact-xs"
      variant={isPattern ? "light" : "default"}
      aria-pressed={isPattern}
      aria-label={t("log.pattern")}
      title={t("log.pattern")}
      onClick={() => onLook({ re: isPattern ? undefined : true })}
    >
      .*
    </Button>
  );
}

interface PlaceProps {
  readonly hits: Hits;
  readonly at: number | null;
  onStep(by: 1 | -1): void;
}

/** Which of how many it is, and the way to the others. */
function Place({ hits: { hits, total, isOver, problem }, at, onStep }: PlaceProps) {
  const { t } = useTranslation("task");
  const place = at === null ? 0 : hits.indexOf(at) + 1;
  return (
    <>
      <span role="status" className={styles["count"]}>
        {problem ?? `${t("log.hits", { at: place, count: total })}${isOver ? "" : "…"}`}
      </span>
      <ActionIcon size={24} variant="default" aria-label={t("log.previous")} onClick={() => onStep(-1)}>
        <IconChevronUp size={14} />
      </ActionIcon>
      <ActionIcon size={24} variant="default" aria-label={t("log.next")} onClick={() => onStep(1)}>
        <IconChevronDown size={14} />
      </ActionIcon>
    </>
  );
}

/** The first hit of a new search comes on the screen by itself. */
function useFirstHit(hits: Hits | null, onGoTo: (number: number) => void): void {
  const shown = useRef(false);
  useEffect(() => {
    if (hits === null || (hits.hits.length === 0 && !hits.isOver)) shown.current = false;
    const [first] = hits?.hits ?? [];
    if (shown.current || first === undefined) return;
    shown.current = true;
    onGoTo(first);
    // Only of what was found; going there is not.
  }, [hits]);
}
