/** Makes a variable, or changes one. */
import { Button, Group, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import styles from "../admin.module.css";
import { FormDialog } from "../form-dialog.tsx";
import { isMasked, jsonProblem, looksLikeJson, reveal, type Variable } from "./variable.ts";
import { useErrorText } from "../../../parts/use-error-text.ts";

interface VariableDialogProps {
  /** Null: a new one. */
  readonly variable: Variable | null;
  onClose(): void;
}

export function VariableDialog({ variable, onClose }: VariableDialogProps) {
  const { t } = useTranslation("admin");
  const queries = useQueryClient();
  const [key, setKey] = useState(variable?.key ?? "");
  const [description, setDescription] = useState(variable?.description ?? "");
  // Null: it stays what it is.
  const [value, setValue] = useState(variable === null ? "" : isMasked(variable) ? null : (variable.value ?? ""));
  const sends = useMutation({
    mutationFn: () =>
      save(variable, { key, value: value ?? "***", description: description === "" ? null : description }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["variables"] });
      onClose();
    },
  });
  const title = variable === null ? t("variables.add") : t("variables.editOf", { name: variable.key });
  return (
    <FormDialog
      title={title}
      size="lg"
      submit={variable === null ? t("add") : t("save")}
      sends={sends}
      missing={key === "" ? t("variables.needsKey") : null}
      onClose={onClose}
    >
      <TextInput
        {...(variable === null ? { "data-autofocus": true } : {})}
        label={t("variables.key")}
        maxLength={250}
        readOnly={variable !== null}
        value={key}
        onChange={({ currentTarget }) => setKey(currentTarget.value)}
      />
      {value === null && variable !== null ? (
        <HiddenValue variableKey={variable.key} onShow={setValue} />
      ) : (
        <ValueField value={value ?? ""} onChange={setValue} />
      )}
      <Textarea
        label={t("description")}
        rows={2}
        resize="vertical"
        value={description}
        onChange={({ currentTarget }) => setDescription(currentTarget.value)}
      />
    </FormDialog>
  );
}

type Body = { readonly key: string; readonly value: string; readonly description: string | null };

function save(variable: Variable | null, body: Body): Promise<unknown> {
  if (variable === null) return client.post("/api/v2/variables", { body });
  return client.patch("/api/v2/variables/{variable_key}", { params: { path: { variable_key: variable.key } }, body });
}

interface HiddenValueProps {
  readonly variableKey: string;
  onShow(value: string): void;
}

function HiddenValue({ variableKey, onShow }: HiddenValueProps) {
  const { t } = useTranslation("admin");
  const errorText = useErrorText();
  const asks = useMutation({ mutationFn: () => reveal(variableKey), onSuccess: onShow, gcTime: 0 });
  return (
    <div>
      <p className={styles["quiet"]}>{t("variables.kept")}</p>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" loading={asks.isPending} onClick={() => asks.mutate()}>
          {t("variables.reveal")}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onShow("")}>
          {t("replace")}
        </Button>
        {asks.error !== null && <span role="alert">{errorText(asks.error)}</span>}
      </Group>
    </div>
  );
}

interface ValueFieldProps {
  readonly value: string;
  onChange(value: string): void;
}

/** A text; of one that looks like JSON it is told whether it is, and it can be put in order. */
function ValueField({ value, onChange }: ValueFieldProps) {
  const { t } = useTranslation("admin");
  const isJson = looksLikeJson(value);
  const problem = isJson ? jsonProblem(value) : null;
  return (
    <div>
      <Textarea
        label={t("variables.value")}
        rows={6}
        resize="vertical"
        spellCheck={false}
        classNames={{ input: styles["value"] ?? "" }}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {isJson && (
        <Group gap="xs" mt={4}>
          <span className={styles["quiet"]} role="status">
            {problem === null ? t("variables.isJson") : t("variables.noJson", { problem })}
          </span>
          {problem === null && (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => onChange(JSON.stringify(JSON.parse(value) as unknown, null, 2))}
            >
              {t("variables.format")}
            </Button>
          )}
        </Group>
      )}
    </div>
  );
}
