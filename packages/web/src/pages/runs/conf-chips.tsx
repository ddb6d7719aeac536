/** What a run was given, each value as far as there is room; the whole is one hover away. */
import styles from "./runs.module.css";

interface ConfChipsProps {
  readonly conf: { readonly [name: string]: unknown } | null;
}

export function ConfChips({ conf }: ConfChipsProps) {
  const entries = Object.entries(conf ?? {});
  if (entries.length === 0) return null;
  return (
    <span title={JSON.stringify(conf, null, 2)}>
      {entries.map(([name, value]) => (
        <span key={name} className={styles["chip"]}>
          {name}: {typeof value === "string" ? value : JSON.stringify(value)}
        </span>
      ))}
    </span>
  );
}
