/** Short words about what has just happened, said once and gone after a while; what can be taken back says so. */
import { CloseButton, UnstyledButton } from "@mantine/core";
import { useEffect, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import styles from "./toast.module.css";

export interface Toast {
  readonly text: string;
  /** `problem` stays until it is closed. */
  readonly kind: "done" | "note" | "problem";
  /** Takes it back; offered for ten seconds. */
  readonly undo?: (() => void) | undefined;
}

interface Shown extends Toast {
  readonly id: number;
}

const MILLIS = 10_000;
const MOST = 4;

let shown: readonly Shown[] = [];
let last = 0;
const listeners = new Set<() => void>();

function change(to: readonly Shown[]): void {
  shown = to;
  for (const tell of listeners) tell();
}

/** The same words twice are shown once, anew. */
export function toast(given: Toast): void {
  last += 1;
  const others = shown.filter(({ text }) => text !== given.text);
  change([...others, { ...given, id: last }].slice(-MOST));
}

function close(id: number): void {
  change(shown.filter((each) => each.id !== id));
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Where they appear: once in the shell. */
export function Toasts() {
  const { t } = useTranslation();
  const all = useSyncExternalStore(subscribe, () => shown);
  return (
    <section className={styles["toasts"]} aria-label={t("toast.label")} aria-live="polite">
      {all.map((each) => (
        <ToastItem key={each.id} toast={each} />
      ))}
    </section>
  );
}

function ToastItem({ toast: { id, text, kind, undo } }: { readonly toast: Shown }) {
  const { t } = useTranslation();
  useEffect(() => {
    if (kind === "problem") return undefined;
    const timer = setTimeout(() => close(id), MILLIS);
    return () => clearTimeout(timer);
  }, [id, kind]);
  return (
    <div className={styles["toast"]} data-kind={kind}>
      <span className={styles["text"]}>{text}</span>
      {undo !== undefined && (
        <UnstyledButton
          className={styles["undo"] ?? ""}
          onClick={() => {
            close(id);
            undo();
          }}
        >
          {t("toast.undo")}
        </UnstyledButton>
      )}
      <CloseButton size="sm" aria-label={t("toast.close")} onClick={() => close(id)} />
    </div>
  );
}
