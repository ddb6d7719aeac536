/** The value of an XCom: as a tree, and a list of objects as a table. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { JsonView } from "../../../parts/json-view.tsx";
import { ValueTable } from "./value-table.tsx";

/** What it is, and how large. */
export function XComKind({ value }: { readonly value: unknown }) {
  const { t } = useTranslation("task");
  const kind = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  const size = (JSON.stringify(value) ?? "").length;
  return `${kind} · ${t("xcom.characters", { count: size })}`;
}

export function XComValue({ value }: { readonly value: unknown }) {
  const { t } = useTranslation("task");
  const [isTable, setTable] = useState(true);
  const rows = rowsOf(value);
  if (rows === null) return <JsonView value={value} open={2} />;
  return (
    <>
      <Button size="compact-xs" variant="default" mb="xs" onClick={() => setTable(!isTable)}>
        {t(isTable ? "xcom.asTree" : "xcom.asTable")}
      </Button>
      {isTable ? <ValueTable rows={rows} /> : <JsonView value={value} open={2} />}
    </>
  );
}

/** Null: it is no list of objects. */
function rowsOf(value: unknown): readonly { readonly [name: string]: unknown }[] | null {
  const isRow = (each: unknown): boolean => typeof each === "object" && each !== null && !Array.isArray(each);
  if (!Array.isArray(value) || value.length === 0 || !value.every(isRow)) return null;
  return value as readonly { readonly [name: string]: unknown }[];
}
