/** One param of a DAG, as what fits it best. What is wrong is said once somebody has left it, or has tried to go on. */
import { ActionIcon, Button, Select } from "@mantine/core";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconX } from "../../parts/icons.ts";
import { Markdown } from "../../parts/markdown.tsx";
import { listOf, partsOf, rowsOf, shapeOf, usualRow, wholeOf } from "./nested-params.ts";
import { type ControlProps, type Shared, SimpleControl } from "./param-controls.tsx";
import { problemOf } from "./param-problems.ts";
import type { Entries, Entry, ParamField, Value } from "./params.ts";
import { textWithoutSecrets } from "./secret-params.ts";
import styles from "./trigger.module.css";

interface ParamInputProps {
  readonly field: ParamField;
  readonly entry: Entry | undefined;
  /** The id of what it is in; absent: it stands by itself. */
  readonly under?: string;
  /** Somebody has left it. */
  readonly isTouched: boolean;
  /** Of the run that it comes from: what is another is marked; undefined: there is none. */
  readonly was?: Value | undefined;
  onChange(entry: Entry): void;
  onTouch(): void;
}

export function fieldId({ name }: ParamField, under = "param"): string {
  return `${under}-${name}`;
}

export function ParamInput(props: ParamInputProps) {
  const { t } = useTranslation("trigger");
  const { field, entry, under, isTouched, was, onTouch } = props;
  const problem = isTouched ? problemOf(field, entry) : null;
  const error = problem === null ? undefined : t(`problem.${problem.code}`, { limit: problem.limit });
  const isOther =
    was !== undefined &&
    JSON.stringify(was) !== JSON.stringify(entry !== undefined && "value" in entry ? entry.value : undefined);
  const shared = {
    id: fieldId(field, under),
    size: "xs" as const,
    label: field.title,
    description: describe(field),
    error,
    // Not `required`: the browser would speak before anything is typed.
    withAsterisk: field.required,
    onBlur: onTouch,
  };
  return (
    <div className={styles["field"]} data-other={isOther} data-wide={NESTED.has(field.kind)}>
      <Control field={field} entry={entry} isTouched={isTouched} shared={shared} onChange={props.onChange} />
      {isOther && (
        <span className={styles["was"]}>
          {field.kind === "password" ? t("wasOther") : t("was", { value: textWithoutSecrets(field, was) })}
        </span>
      )}
    </div>
  );
}

function describe({ description }: ParamField) {
  return description === null ? undefined : <Markdown text={description} />;
}

const NESTED: ReadonlySet<ParamField["kind"]> = new Set<ParamField["kind"]>(["object", "rows", "shapes"]);

interface NestedProps extends ControlProps {
  readonly isTouched: boolean;
}

function Control(props: NestedProps) {
  switch (props.field.kind) {
    case "object":
      return <ObjectInput {...props} />;
    case "rows":
      return <RowsInput {...props} />;
    case "shapes":
      return <ShapesInput {...props} />;
    default:
      return <SimpleControl {...props} />;
  }
}

function Framed({ shared, children }: { readonly shared: Shared; readonly children: ReactNode }) {
  const { id, label, description, error, withAsterisk } = shared;
  return (
    <fieldset id={id} tabIndex={-1} className={styles["nested"]} aria-describedby={`${id}-error`}>
      <legend>
        {label}
        {withAsterisk && <span aria-hidden="true"> *</span>}
      </legend>
      {description}
      {children}
      {error !== undefined && (
        <span id={`${id}-error`} className={styles["error"]}>
          {error}
        </span>
      )}
    </fieldset>
  );
}

/** Each property as a field of its own. What cannot be read yet is kept here, as it was typed. */
function ObjectInput({ field, entry, isTouched, shared, onChange }: NestedProps) {
  const [given] = useState(entry);
  const [parts, setParts] = useState<Entries>(() => partsOf(field, given));
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const take = (next: Entries): void => {
    setParts(next);
    onChange(wholeOf(field, next, given));
  };
  return (
    <Framed shared={shared}>
      {field.fields.map((inner) => (
        <ParamInput
          key={inner.name}
          field={inner}
          under={shared.id}
          entry={parts[inner.name]}
          isTouched={isTouched || touched.has(inner.name)}
          onChange={(part) => take({ ...parts, [inner.name]: part })}
          onTouch={() => setTouched((old) => new Set([...old, inner.name]))}
        />
      ))}
    </Framed>
  );
}

interface Row {
  /** Stays its own when others go. */
  readonly id: number;
  readonly entry: Entry;
}

/** A list of objects. */
function RowsInput({ field, entry, isTouched, shared, onChange }: NestedProps) {
  const { t } = useTranslation("trigger");
  const [rows, setRows] = useState<readonly Row[]>(() => rowsOf(entry).map((one, id) => ({ id, entry: one })));
  const adding = useRef<HTMLButtonElement>(null);
  const take = (next: readonly Row[]): void => {
    setRows(next);
    onChange(listOf(next.map((row) => row.entry)));
  };
  const add = (): void =>
    take([...rows, { id: Math.max(-1, ...rows.map(({ id }) => id)) + 1, entry: usualRow(field) }]);
  return (
    <Framed shared={shared}>
      {rows.map(({ id, entry: own }, at) => (
        <div key={id} className={styles["row"]}>
          <ParamInput
            field={rowField(field, { id, title: t("row", { number: at + 1 }) })}
            under={shared.id}
            entry={own}
            isTouched={isTouched}
            onChange={(changed) => take(rows.map((row) => (row.id === id ? { id, entry: changed } : row)))}
            onTouch={NOTHING}
          />
          <ActionIcon
            size={24}
            variant="subtle"
            color="gray"
            aria-label={t("removeRow", { number: at + 1 })}
            onClick={() => {
              take(rows.filter((row) => row.id !== id));
              adding.current?.focus();
            }}
          >
            <IconX size={14} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      <Button ref={adding} size="compact-xs" variant="default" onClick={add}>
        {t("addRow")}
      </Button>
    </Framed>
  );
}

const NOTHING = (): void => undefined;

function rowField(field: ParamField, { id, title }: { readonly id: number; readonly title: string }): ParamField {
  const own = {
    name: String(id),
    title,
    description: null,
    nullable: false,
    required: false,
    optional: false,
  } as const;
  return { ...field, ...own, kind: "object" };
}

/** One of several kinds of values: which, and then the value. */
function ShapesInput({ field, entry, isTouched, shared, onChange }: NestedProps) {
  const { t } = useTranslation("trigger");
  const { shapes } = field;
  const value = entry !== undefined && "value" in entry ? entry.value : null;
  const [at, setAt] = useState(() => Math.max(0, shapeOf(shapes, value)));
  const titleOf = ({ title, kind }: ParamField): string => (title === "" ? t(`kind.${kind}`) : title);
  const shape = shapes[at];
  if (shape === undefined) return null;
  return (
    <Framed shared={shared}>
      <Select
        size="xs"
        label={t("kindOf", { name: field.title })}
        data={shapes.map((each, index) => ({ value: String(index), label: titleOf(each) }))}
        value={String(at)}
        allowDeselect={false}
        onChange={(chosen) => {
          setAt(Number(chosen));
          onChange(shapes[Number(chosen)]?.usual ?? { empty: true });
        }}
      />
      <ParamInput
        key={at}
        field={{ ...shape, name: String(at), title: titleOf(shape) }}
        under={shared.id}
        entry={entry}
        isTouched={isTouched}
        onChange={onChange}
        onTouch={shared.onBlur}
      />
    </Framed>
  );
}
