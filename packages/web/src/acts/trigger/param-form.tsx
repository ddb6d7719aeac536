/** All params of a DAG, by section; or the same as JSON: two views of one value. */
import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ParamInput } from "./param-field.tsx";
import { type Entries, type ParamField, sectionsOf, type Value } from "./params.ts";
import styles from "./trigger.module.css";
import { WholeJson } from "./whole-json.tsx";

interface ParamFormProps {
  readonly fields: readonly ParamField[];
  readonly entries: Entries;
  readonly touched: ReadonlySet<string>;
  /** Of the run that the values come from. */
  readonly was: { readonly [name: string]: Value } | null;
  onChange(entries: Entries): void;
  onTouch(name: string): void;
  /** While the JSON cannot be read, there is nothing to send. */
  onBroken(isBroken: boolean): void;
}

export function ParamForm(props: ParamFormProps) {
  const { t } = useTranslation("trigger");
  const { fields, onBroken } = props;
  const [view, setView] = useState<"form" | "json">(fields.length === 0 ? "json" : "form");
  return (
    <section aria-label={t("inputs")}>
      <header className={styles["head"]}>
        <h3>{t("inputs")}</h3>
        {fields.length > 0 && (
          <SegmentedControl
            size="xs"
            value={view}
            data={[
              { value: "form", label: t("form") },
              { value: "json", label: t("json") },
            ]}
            onChange={(chosen) => {
              setView(chosen);
              onBroken(false);
            }}
          />
        )}
      </header>
      {view === "form" ? <Fields {...props} /> : <WholeJson {...props} />}
    </section>
  );
}

function Fields({ fields, entries, touched, was, onChange, onTouch }: ParamFormProps) {
  return sectionsOf(fields).map(([section, all]) => (
    <fieldset key={section} className={styles["section"]}>
      {section !== null && <legend>{section}</legend>}
      {all.map((field) => (
        <ParamInput
          key={field.name}
          field={field}
          entry={entries[field.name]}
          isTouched={touched.has(field.name)}
          was={was === null ? undefined : was[field.name]}
          onChange={(entry) => onChange({ ...entries, [field.name]: entry })}
          onTouch={() => onTouch(field.name)}
        />
      ))}
    </fieldset>
  ));
}
