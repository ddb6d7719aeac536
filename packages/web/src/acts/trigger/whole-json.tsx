/** All inputs of a run as one JSON object. What is wrong with a param is said below it by the param's name. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CodeEditor } from "../../parts/code/code-editor.tsx";
import { entriesOfJson, jsonOf } from "./json-view.ts";
import { problemOf } from "./param-problems.ts";
import type { Entries, ParamField } from "./params.ts";
import styles from "./trigger.module.css";

/** Where a field gets the keyboard that is not drawn by itself. */
export const WHOLE_ID = "conf-json";

const ERRORS_ID = "conf-errors";

interface WholeJsonProps {
  readonly fields: readonly ParamField[];
  readonly entries: Entries;
  readonly touched: ReadonlySet<string>;
  onChange(entries: Entries): void;
  onTouch(name: string): void;
  onBroken(isBroken: boolean): void;
}

export function WholeJson({ fields, entries, touched, onChange, onTouch, onBroken }: WholeJsonProps) {
  const { t } = useTranslation("trigger");
  const [kept] = useState(entries);
  const [text, setText] = useState(() => jsonOf(fields, entries));
  const [isBroken, setBroken] = useState(false);
  const take = (written: string): void => {
    setText(written);
    const read = entriesOfJson(written, fields, kept);
    setBroken(read === null);
    onBroken(read === null);
    if (read !== null) onChange(read);
  };
  const problems = fields.flatMap((field) => {
    const problem = touched.has(field.name) ? problemOf(field, entries[field.name]) : null;
    return problem === null ? [] : [{ field, problem }];
  });
  return (
    <div id={WHOLE_ID}>
      <CodeEditor
        label={t("confJson")}
        value={text}
        isInvalid={isBroken || problems.length > 0}
        describedBy={ERRORS_ID}
        onChange={take}
        onBlur={() => fields.forEach(({ name }) => onTouch(name))}
      />
      <div id={ERRORS_ID} className={styles["error"]} role="alert">
        {isBroken && <p>{t("notAnObject")}</p>}
        {!isBroken &&
          problems.map(({ field: { name }, problem: { code, limit } }) => (
            <p key={name}>
              <strong>{name}</strong>: {t(`problem.${code}`, { limit })}
            </p>
          ))}
      </div>
    </div>
  );
}
