/** Which version is shown, and which other one it is compared with. */
import { Group, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { instantText, readInstant } from "../../../format/instant.ts";
import { useZone } from "../../../preferences/zone.ts";
import type { DagVersion } from "./sources.ts";

interface VersionPickerProps {
  readonly versions: readonly DagVersion[];
  readonly total: number;
  readonly version: number | undefined;
  readonly against: number | undefined;
  onChange(version: number | undefined, against: number | undefined): void;
}

/** As much of a hash as people compare. */
const HASH_LETTERS = 8;

export function shortHash(hash: string | null): string {
  return hash?.slice(0, HASH_LETTERS) ?? "–";
}

export function VersionPicker({ versions, total, version, against, onChange }: VersionPickerProps) {
  const { t } = useTranslation("code");
  const zone = useZone();
  const choices = versions.map(({ version_number: number, created_at: at, bundle_version: hash }) => ({
    value: String(number),
    label: t("versionOf", { number, at: instantText(readInstant(at) ?? 0, zone), hash: shortHash(hash) }),
  }));
  const others = choices.filter(({ value }) => value !== String(version));
  return (
    <Group gap="sm" align="end">
      <Select
        size="xs"
        w={330}
        maw="100%"
        label={t("version")}
        description={
          versions.length < total
            ? t("newest", { shown: versions.length, count: total })
            : t("versions", { count: total })
        }
        data={choices}
        value={version === undefined ? null : String(version)}
        allowDeselect={false}
        searchable={choices.length > 10}
        onChange={(chosen) => chosen !== null && onChange(Number(chosen), against)}
      />
      <Select
        size="xs"
        w={330}
        maw="100%"
        label={t("against")}
        description={others.length === 0 ? t("noOther") : undefined}
        data={others}
        value={against === undefined ? null : String(against)}
        clearable
        searchable={others.length > 10}
        disabled={others.length === 0}
        onChange={(chosen) => onChange(version, chosen === null ? undefined : Number(chosen))}
      />
    </Group>
  );
}
