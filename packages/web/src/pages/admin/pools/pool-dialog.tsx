/** Makes a pool, or changes one: how many tasks start because of it is told before it is done. */
import { Checkbox, NumberInput, Textarea, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { MomijiError } from "@momiji/client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { FormDialog } from "../form-dialog.tsx";
import { PoolPreview, usePoolPreview } from "./pool-preview.tsx";
import type { Pool } from "./pool.ts";

const CONFLICT = 409;
const TYPING_MILLIS = 250;

interface PoolDialogProps {
  /** Null: a new one. */
  readonly pool: Pool | null;
  onClose(): void;
}

export function PoolDialog({ pool, onClose }: PoolDialogProps) {
  return pool === null ? <NewPool onClose={onClose} /> : <ChangedPool pool={pool} onClose={onClose} />;
}

interface Fields {
  readonly slots: number | string;
  readonly description: string;
  readonly include_deferred: boolean;
}

/** Empty: no number was typed. */
function slotsOf({ slots }: Fields): number | null {
  const number = typeof slots === "string" ? Number.parseInt(slots, 10) : slots;
  return Number.isSafeInteger(number) && number >= -1 ? number : null;
}

function NewPool({ onClose }: { onClose(): void }) {
  const { t } = useTranslation("admin");
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [fields, setFields] = useState<Fields>({ slots: 1, description: "", include_deferred: false });
  const slots = slotsOf(fields);
  const makes = useMutation({
    mutationFn: () => client.post("/api/v2/pools", { body: { ...fields, name, slots: slots ?? 0 } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["pools"] });
      onClose();
    },
  });
  const missing = name.trim() === "" ? t("needsName") : slots === null ? t("pools.needsSlots") : null;
  return (
    <FormDialog title={t("pools.add")} submit={t("add")} sends={makes} missing={missing} onClose={onClose}>
      <TextInput
        data-autofocus
        label={t("pools.name")}
        maxLength={256}
        value={name}
        onChange={({ currentTarget: { value } }) => setName(value)}
      />
      <PoolFields fields={fields} onChange={setFields} />
    </FormDialog>
  );
}

function ChangedPool({ pool, onClose }: { readonly pool: Pool; onClose(): void }) {
  const { t } = useTranslation("admin");
  const queries = useQueryClient();
  const { name, slots: before, description, include_deferred } = pool;
  const [fields, setFields] = useState<Fields>({ slots: before, description: description ?? "", include_deferred });
  const slots = slotsOf(fields);
  const [settled] = useDebouncedValue(slots, TYPING_MILLIS);
  const change = { slots: settled ?? before, include_deferred: fields.include_deferred };
  const preview = usePoolPreview(name, change);
  const changes = useMutation({
    mutationFn: () =>
      client.patch("/api/v2/pools/{pool_name}", {
        params: { path: { pool_name: name } },
        body: { ...change, description: fields.description === "" ? null : fields.description },
        headers: { "if-match": preview.data?.etag ?? "" },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["pools"] });
      onClose();
    },
    onError: (error) => {
      if (isMovedError(error)) void preview.refetch();
    },
  });
  const isMoved = isMovedError(changes.error);
  const isSettled = settled === slots && !preview.isFetching && preview.data !== undefined;
  const missing = slots === null ? t("pools.needsSlots") : isSettled ? null : t("pools.looking");
  return (
    <FormDialog
      title={t("pools.editOf", { name })}
      submit={t("save")}
      sends={changes}
      missing={missing}
      hidesError={isMoved}
      onClose={onClose}
    >
      <PoolFields fields={fields} onChange={setFields} />
      <PoolPreview preview={preview} isRemoved={false} isMoved={isMoved} />
    </FormDialog>
  );
}

export function isMovedError(error: Error | null): boolean {
  return error instanceof MomijiError && error.status === CONFLICT;
}

interface PoolFieldsProps {
  readonly fields: Fields;
  onChange(fields: Fields): void;
}

function PoolFields({ fields, onChange }: PoolFieldsProps) {
  const { t } = useTranslation("admin");
  return (
    <>
      <NumberInput
        label={t("pools.slotsLabel")}
        description={t("pools.slotsAbout")}
        min={-1}
        allowDecimal={false}
        value={fields.slots}
        onChange={(slots) => onChange({ ...fields, slots })}
      />
      <Textarea
        label={t("description")}
        rows={2}
        resize="vertical"
        value={fields.description}
        onChange={({ currentTarget: { value } }) => onChange({ ...fields, description: value })}
      />
      <Checkbox
        label={t("pools.includeDeferred")}
        description={t("pools.includeDeferredAbout")}
        checked={fields.include_deferred}
        onChange={({ currentTarget: { checked } }) => onChange({ ...fields, include_deferred: checked })}
      />
    </>
  );
}
