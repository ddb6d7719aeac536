/** Makes a token for a program. Its secret is shown here, once. */
import { Button, Group, MultiSelect, NumberInput, SegmentedControl, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../parts/dialog.tsx";
import { client } from "../../../api/client.ts";
import { shellQuery } from "../../../api/shell-query.ts";
import { CopyButton } from "../../../parts/copy-button.tsx";
import styles from "../admin.module.css";
import { FormDialog } from "../form-dialog.tsx";

const REACHES = ["all", "read", "some"] as const;
type Reach = (typeof REACHES)[number];

const USUAL_DAYS = 90;
const MOST_DAYS = 3650;

export function NewTokenDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation("security");
  const queries = useQueryClient();
  const { data: shell } = useQuery(shellQuery);
  const [name, setName] = useState("");
  const [days, setDays] = useState<number | string>(USUAL_DAYS);
  const [reach, setReach] = useState<Reach>("all");
  const [chosen, setChosen] = useState<string[]>([]);
  const own = (shell?.rights ?? []).filter(({ allowed }) => allowed);
  const scopes = {
    all: null,
    read: [...new Set(own.filter(({ may }) => may === "read").map(({ permission }) => permission))],
    some: chosen,
  }[reach];
  const makes = useMutation({
    mutationFn: () =>
      client.post("/api/momiji/v1/tokens", { body: { name: name.trim(), expires_in_days: Number(days), scopes } }),
    gcTime: 0,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["tokens"] }),
  });
  if (makes.data !== undefined) return <Secret secret={makes.data.token} onClose={onClose} />;
  const missing = missingOf({ name, days: Number(days), scopes });
  const why = missing === null ? null : t(`tokens.${missing}`, { count: MOST_DAYS });
  return (
    <FormDialog title={t("tokens.add")} submit={t("tokens.make")} sends={makes} missing={why} onClose={onClose}>
      <TextInput
        data-autofocus
        label={t("tokens.name")}
        description={t("tokens.nameAbout")}
        maxLength={256}
        value={name}
        onChange={({ currentTarget: { value } }) => setName(value)}
      />
      <NumberInput label={t("tokens.days")} min={1} max={MOST_DAYS} value={days} onChange={setDays} />
      <Reaches reach={reach} chosen={chosen} own={own} onReach={setReach} onChosen={setChosen} />
    </FormDialog>
  );
}

interface Asked {
  readonly name: string;
  readonly days: number;
  readonly scopes: readonly string[] | null;
}

function missingOf({ name, days, scopes }: Asked): "needsName" | "needsDays" | "needsScopes" | null {
  if (name.trim() === "") return "needsName";
  if (!(days > 0 && days <= MOST_DAYS)) return "needsDays";
  return scopes?.length === 0 ? "needsScopes" : null;
}

interface ReachesProps {
  readonly reach: Reach;
  readonly chosen: string[];
  readonly own: readonly { readonly permission: string }[];
  onReach(reach: Reach): void;
  onChosen(chosen: string[]): void;
}

function Reaches({ reach, chosen, own, onReach, onChosen }: ReachesProps) {
  const { t } = useTranslation("security");
  return (
    <>
      <div>
        <p id="reach">{t("tokens.reach")}</p>
        <SegmentedControl
          aria-labelledby="reach"
          size="xs"
          data={REACHES.map((value) => ({ value, label: t(`tokens.reaches.${value}`) }))}
          value={reach}
          onChange={onReach}
        />
      </div>
      {reach === "some" && (
        <MultiSelect
          label={t("tokens.scopes")}
          searchable
          data={[...new Set(own.map(({ permission }) => permission))]}
          value={chosen}
          onChange={onChosen}
        />
      )}
    </>
  );
}

function Secret({ secret, onClose }: { readonly secret: string; onClose(): void }) {
  const { t } = useTranslation("security");
  return (
    <Dialog
      onClose={onClose}
      title={t("tokens.made")}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <p className={styles["warning"]}>{t("tokens.once")}</p>
      <Group gap="xs" wrap="nowrap">
        <code className={styles["secret"]}>{secret}</code>
        <CopyButton text={secret} label={t("tokens.copy")} />
      </Group>
      <Group justify="flex-end" mt="md">
        <Button onClick={onClose}>{t("tokens.kept")}</Button>
      </Group>
    </Dialog>
  );
}
