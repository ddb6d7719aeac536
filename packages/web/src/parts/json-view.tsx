/** A JSON value as a tree that opens where one looks; large ones draw only what is open. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CopyButton } from "./copy-button.tsx";
import styles from "./json-view.module.css";

/** Entries of one object or array that are drawn before one asks for more. */
const MOST = 100;
const LONGEST = 2000;

interface JsonViewProps {
  readonly value: unknown;
  /** Levels that are open at first. */
  readonly open?: number;
}

export function JsonView({ value, open = 1 }: JsonViewProps) {
  return (
    <div className={styles["json"]}>
      <div className={styles["copy"]}>
        <CopyButton text={JSON.stringify(value, null, 2) ?? ""} />
      </div>
      <Value value={value} open={open} />
    </div>
  );
}

function Value({ value, open, name }: JsonViewProps & { readonly open: number; readonly name?: string }) {
  const label = name === undefined ? null : <span className={styles["name"]}>{name}: </span>;
  if (typeof value !== "object" || value === null)
    return (
      <div className={styles["leaf"]}>
        {label}
        <Leaf value={value} />
      </div>
    );
  return <Branch label={label} value={value} open={open} />;
}

function Leaf({ value }: { readonly value: unknown }) {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const text = JSON.stringify(value) ?? "null";
  const kind = value === null ? "null" : typeof value;
  if (text.length <= LONGEST || isWhole) return <span data-kind={kind}>{text}</span>;
  return (
    <>
      <span data-kind={kind}>{text.slice(0, LONGEST)}</span>{" "}
      <button type="button" onClick={() => setWhole(true)}>
        {t("json.whole", { count: text.length })}
      </button>
    </>
  );
}

interface BranchProps {
  readonly label: React.ReactNode;
  readonly value: object;
  readonly open: number;
}

function Branch({ label, value, open }: BranchProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(open > 0);
  const [most, setMost] = useState(MOST);
  const entries = Object.entries(value);
  const [first, last] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  if (entries.length === 0)
    return (
      <div className={styles["leaf"]}>
        {label}
        {first}
        {last}
      </div>
    );
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {label}
        {first}
        <span className={styles["count"]}>{entries.length.toLocaleString()}</span>
        {last}
      </summary>
      {isOpen &&
        entries.slice(0, most).map(([name, child]) => <Value key={name} name={name} value={child} open={open - 1} />)}
      {isOpen && entries.length > most && (
        <button type="button" onClick={() => setMost(most + MOST)}>
          {t("more")}
        </button>
      )}
    </details>
  );
}
