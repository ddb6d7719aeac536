/** A part of a page with a heading, and how many things are in it. */
import { type ReactNode, useId } from "react";
import styles from "./parts.module.css";

interface PanelProps {
  readonly title: string;
  readonly count?: number | undefined;
  readonly children: ReactNode;
}

export function Panel({ title, count, children }: PanelProps) {
  const id = useId();
  return (
    <section className={styles["panel"]} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {count !== undefined && <span className={styles["count"]}>{count.toLocaleString()}</span>}
      </header>
      {children}
    </section>
  );
}

/** Says why there is nothing, and what could be done. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className={styles["empty"]}>{children}</p>;
}
