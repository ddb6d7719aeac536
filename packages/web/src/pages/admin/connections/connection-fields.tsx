/** What a connection is made of, as its type uses it. */
import { Autocomplete, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "../admin.module.css";
import {
  askedFields,
  type ConnectionFields,
  type ConnectionType,
  isSecretName,
  withType,
  withUri,
} from "./connection-form.ts";
import { readConnectionUri } from "./connection-uri.ts";
import { SecretField } from "./secret-field.tsx";

interface FieldsProps {
  readonly fields: ConnectionFields;
  readonly types: readonly ConnectionType[];
  /** Its id cannot be changed. */
  readonly isKnown: boolean;
  readonly secretSet: { readonly at: string; readonly by: string | null } | null | undefined;
  onChange(fields: ConnectionFields): void;
}

export function ConnectionFieldset({ fields, types, isKnown, secretSet, onChange }: FieldsProps) {
  const { t } = useTranslation("admin");
  const type = types.find((each) => each.type === fields.type);
  const change = (change: Partial<ConnectionFields>): void => onChange({ ...fields, ...change });
  const typed = (name: string): void =>
    onChange(
      withType(
        fields,
        types.find((each) => each.type === name),
        name,
      ),
    );
  return (
    <>
      <div className={styles["pair"]}>
        <TextInput
          {...(isKnown ? {} : { "data-autofocus": true })}
          label={t("connections.id")}
          maxLength={200}
          readOnly={isKnown}
          value={fields.id}
          onChange={({ currentTarget }) => change({ id: currentTarget.value })}
        />
        <Autocomplete
          label={t("connections.type")}
          description={type?.label ?? t("connections.unknownType")}
          data={types.map((each) => each.type)}
          inputWrapperOrder={["label", "input", "description", "error"]}
          value={fields.type}
          onChange={typed}
        />
      </div>
      <UriField types={types} onRead={onChange} fields={fields} />
      <Standard fields={fields} type={type} secretSet={secretSet} change={change} />
      <Extra fields={fields} type={type} change={change} />
      <Textarea
        label={t("description")}
        rows={2}
        resize="vertical"
        value={fields.description}
        onChange={({ currentTarget }) => change({ description: currentTarget.value })}
      />
    </>
  );
}

interface UriFieldProps {
  readonly fields: ConnectionFields;
  readonly types: readonly ConnectionType[];
  onRead(fields: ConnectionFields): void;
}

/** What is pasted here fills the form and is forgotten. */
function UriField({ fields, types, onRead }: UriFieldProps) {
  const { t } = useTranslation("admin");
  const [isWrong, setWrong] = useState(false);
  const [typed, setTyped] = useState("");
  const read = (text: string): void => {
    const uri = readConnectionUri(text);
    setWrong(uri === null && text !== "");
    setTyped(uri === null ? text : "");
    if (uri !== null)
      onRead(
        withUri(
          fields,
          uri,
          types.find(({ type }) => type === uri.type),
        ),
      );
  };
  return (
    <TextInput
      label={t("connections.uri")}
      description={t("connections.uriAbout")}
      placeholder={t("connections.uriExample")}
      autoComplete="off"
      spellCheck={false}
      value={typed}
      error={isWrong ? t("connections.noUri") : null}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onPaste={(event) => {
        const text = event.clipboardData.getData("text");
        if (readConnectionUri(text) === null) return;
        event.preventDefault();
        read(text);
      }}
      onBlur={() => read(typed)}
    />
  );
}

/** What a field is for: of a type that comes with Momiji in the reader's language, of others as the server says it. */
function useAbout(type: ConnectionType | undefined): (field: string) => string | undefined {
  const { t } = useTranslation("admin");
  return (field) => {
    const said = type?.fields[field] ?? type?.extra[field];
    if (type === undefined || said === undefined) return said;
    const key = `connections.about.${type.type}.${field}` as "connections.about.http.host";
    return t(key, { defaultValue: said });
  };
}

interface PartProps {
  readonly fields: ConnectionFields;
  readonly type: ConnectionType | undefined;
  change(change: Partial<ConnectionFields>): void;
}

function Standard({ fields, type, secretSet, change }: PartProps & Pick<FieldsProps, "secretSet">) {
  const { t } = useTranslation("admin");
  const aboutOf = useAbout(type);
  return (
    <div className={styles["pair"]}>
      {askedFields(fields, type).map((name) => {
        const about = aboutOf(name);
        if (name === "password")
          return (
            <SecretField
              key={name}
              label={t("connections.field.password")}
              about={about}
              value={fields.password}
              set={secretSet}
              onChange={(password) => change({ password })}
            />
          );
        return (
          <TextInput
            key={name}
            label={t(`connections.field.${name}`)}
            description={about}
            autoComplete="off"
            {...(name === "port"
              ? { inputMode: "numeric" as const, placeholder: String(type?.default_port ?? "") }
              : {})}
            value={fields[name]}
            onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
          />
        );
      })}
    </div>
  );
}

function Extra({ fields, type, change }: PartProps) {
  const { t } = useTranslation("admin");
  const aboutOf = useAbout(type);
  const set = (name: string, value: string): void => change({ extra: { ...fields.extra, [name]: value } });
  return (
    <>
      <div className={styles["pair"]}>
        {Object.keys(type?.extra ?? {}).map((name) => {
          const [value, about] = [fields.extra[name] ?? "", aboutOf(name)];
          if (isSecretName(name) || value === "***")
            return (
              <SecretField key={name} label={name} about={about} value={value} onChange={(text) => set(name, text)} />
            );
          return (
            <TextInput
              key={name}
              label={name}
              description={about}
              autoComplete="off"
              value={value}
              onChange={({ currentTarget }) => set(name, currentTarget.value)}
            />
          );
        })}
      </div>
      <Textarea
        label={t(type === undefined ? "connections.extra" : "connections.otherExtra")}
        description={t("connections.extraAbout")}
        rows={4}
        resize="vertical"
        spellCheck={false}
        classNames={{ input: styles["value"] ?? "" }}
        value={fields.other}
        onChange={({ currentTarget }) => change({ other: currentTarget.value })}
      />
    </>
  );
}
