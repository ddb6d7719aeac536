/** Properties by their names; what is not set is left out until it is asked for. */
import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { CopyButton } from "./copy-button.tsx";
import styles from "./fact-list.module.css";
import { Took } from "./took.tsx";
import { When } from "./when.tsx";

interface FactListProps {
  readonly facts: readonly (readonly [name: string, value: unknown])[];
  /** Of the switch that shows all. */
  readonly allLabel: string;
}

export function FactList({ facts, allLabel }: FactListProps) {
  const [isAll, setAll] = useState(false);
  const shown = facts.filter(([, value]) => isAll || !isUnset(value));
  return (
    <>
      <Checkbox
        size="xs"
        mb="sm"
        label={allLabel}
        checked={isAll}
        onChange={({ currentTarget: { checked } }) => setAll(checked)}
      />
      <dl className={styles["facts"]}>
        {shown.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Fact name={name} value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function isUnset(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

const SECOND_MILLIS = 1000;

function Fact({ name, value }: { readonly name: string; readonly value: unknown }) {
  if (isUnset(value)) return "–";
  if (name === "duration" && typeof value === "number") return <Took millis={value * SECOND_MILLIS} />;
  if (typeof value === "string" && INSTANT.test(value)) return <When at={value} />;
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  return (
    <>
      <span className={styles["value"]}>{text}</span> <CopyButton text={text} />
    </>
  );
}
