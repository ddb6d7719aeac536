/** The controls of params that consist of nothing else: what fits each kind best. */
import {
  Autocomplete,
  Checkbox,
  MultiSelect,
  PasswordInput,
  Radio,
  Select,
  TagsInput,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useTranslation } from "react-i18next";
import { instantOfWall, wallText } from "../../format/wall.ts";
import { readInstant } from "../../format/instant.ts";
import { zoneNow } from "../../preferences/zone.ts";
import { CodeEditor } from "../../parts/code/code-editor.tsx";
import { type Entry, entryOf, type ParamField, textOf, typedOf, type Value } from "./params.ts";
import styles from "./trigger.module.css";

export interface Shared {
  readonly id: string;
  readonly size: "xs";
  readonly label: string;
  readonly description: React.ReactNode;
  readonly error: string | undefined;
  readonly withAsterisk: boolean;
  onBlur(): void;
}

/** What every control is given. */
export interface ControlProps {
  readonly field: ParamField;
  readonly entry: Entry | undefined;
  readonly shared: Shared;
  onChange(entry: Entry): void;
}

export function SimpleControl(props: ControlProps) {
  const { field, entry, shared, onChange } = props;
  const typed = typedOf(entry);
  const take = (text: string): void => onChange(entryOf(field, text));
  const text = {
    ...shared,
    value: typed,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => take(currentTarget.value),
  };
  switch (field.kind) {
    case "text":
      if (field.examples.length > 0)
        return <Autocomplete {...shared} value={typed} data={[...new Set(field.examples)]} onChange={take} />;
      return <TextInput {...text} />;
    case "lines":
      return <Textarea {...text} autosize minRows={3} maxRows={12} />;
    case "password":
      return <PasswordInput {...text} autoComplete="off" />;
    case "number":
    case "integer":
      return <TextInput {...text} inputMode={field.kind === "integer" ? "numeric" : "decimal"} />;
    case "date":
      return <TextInput {...text} type="date" />;
    case "time":
      return <TextInput {...text} type="time" step={1} />;
    case "datetime":
      return <MomentInput {...props} />;
    default:
      return <ChoiceControl {...props} />;
  }
}

function ChoiceControl(props: ControlProps) {
  const { field, entry, shared, onChange } = props;
  const value = entry !== undefined && "value" in entry ? entry.value : null;
  const list = Array.isArray(value) ? value.map(textOf) : [];
  switch (field.kind) {
    case "boolean":
      return (
        <Checkbox
          id={shared.id}
          size="xs"
          label={shared.label}
          description={shared.description}
          error={shared.error}
          checked={value === true}
          onChange={({ currentTarget: { checked } }) => onChange({ value: checked })}
        />
      );
    case "choice":
      return <OneOf {...props} value={value} />;
    case "choices":
      return (
        <MultiSelect
          {...shared}
          data={namesOf(field)}
          value={list}
          onChange={(all) => onChange({ value: all.map((name) => optionOf(field, name)) })}
        />
      );
    case "list":
      return <TagsInput {...shared} value={list} onChange={(all) => onChange({ value: all })} />;
    default:
      return <JsonInput {...props} />;
  }
}

function namesOf({ options }: ParamField): { readonly value: string; readonly label: string }[] {
  return options.map(({ value, label }) => ({ value: textOf(value), label }));
}

function optionOf({ options }: ParamField, name: string): Value {
  return options.find(({ value }) => textOf(value) === name)?.value ?? name;
}

const MOST_RADIOS = 4;

/** Few: all in sight. */
function OneOf({ field, shared, onChange, value }: ControlProps & { readonly value: Value }) {
  const names = namesOf(field);
  if (names.length > MOST_RADIOS || field.nullable)
    return (
      <Select
        {...shared}
        data={names}
        value={value === null ? null : textOf(value)}
        clearable={field.nullable}
        onChange={(name) => onChange({ value: name === null ? null : optionOf(field, name) })}
      />
    );
  return (
    <Radio.Group
      {...shared}
      value={value === null ? "" : textOf(value)}
      onChange={(name) => onChange({ value: optionOf(field, name) })}
    >
      <div className={styles["radios"]}>
        {names.map((each) => (
          <Radio size="xs" key={each.value} value={each.value} label={each.label} />
        ))}
      </div>
    </Radio.Group>
  );
}

/** In the zone that the reader chose; the run is given UTC. */
function MomentInput({ field, entry, shared, onChange }: ControlProps) {
  const { t } = useTranslation("trigger");
  const zone = zoneNow();
  const at = readInstant(typedOf(entry));
  return (
    <TextInput
      {...shared}
      type="datetime-local"
      step={1}
      label={t("inZone", { name: shared.label, zone })}
      value={at === null ? "" : wallText(at, zone)}
      onChange={({ currentTarget: { value } }) => onChange(entryOf(field, instantOfWall(value, zone) ?? ""))}
    />
  );
}

function JsonInput({ field, entry, shared, onChange }: ControlProps) {
  const { t } = useTranslation("trigger");
  return (
    <div id={shared.id} tabIndex={-1}>
      <span className={styles["label"]}>{t("asJson", { name: shared.label })}</span>
      {shared.description}
      <CodeEditor
        label={shared.label}
        value={typedOf(entry)}
        isInvalid={shared.error !== undefined}
        describedBy={`${shared.id}-error`}
        onChange={(text) => onChange(entryOf(field, text))}
        onBlur={shared.onBlur}
      />
      <span id={`${shared.id}-error`} className={styles["error"]}>
        {shared.error}
      </span>
    </div>
  );
}
