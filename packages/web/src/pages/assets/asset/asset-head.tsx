/** What an asset is, and what can be done with it. */
import { Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CopyButton } from "../../../parts/copy-button.tsx";
import { GuardedButton } from "../../../parts/guarded.tsx";
import { JsonView } from "../../../parts/json-view.tsx";
import { When } from "../../../parts/when.tsx";
import { UserLink } from "../../../parts/user-link.tsx";
import { useMay } from "../../../rights/use-rights.ts";
import type { AssetOverview } from "../assets.ts";
import styles from "../assets.module.css";
import { FreshnessWords } from "../freshness-words.tsx";
import { CreateEventDialog } from "./create-event-dialog.tsx";
import { MaterializeDialog } from "./materialize-dialog.tsx";

export function AssetHead({ overview }: { readonly overview: AssetOverview }) {
  const { t } = useTranslation("assets");
  const { asset, usualMs } = overview;
  const { name, uri, group, extra, aliases, last_asset_event: last } = asset;
  return (
    <header className={styles["head"]}>
      <Group justify="space-between" align="start">
        <h1>{name}</h1>
        <Acts overview={overview} />
      </Group>
      <p className={styles["facts"]}>
        <span className={styles["uri"]}>
          <UserLink href={uri}>{uri}</UserLink>
          <CopyButton text={uri} label={t("copyUri")} />
        </span>
        {group !== "" && <span>{t("group", { name: group })}</span>}
        <span>
          {t("lastEvent")} <When at={last.timestamp} />
        </span>
        <FreshnessWords lastEvent={last.timestamp} usualMs={usualMs} />
        {aliases.length > 0 && <span>{t("aliases", { names: aliases.map((alias) => alias.name).join(", ") })}</span>}
      </p>
      {Object.keys(extra).length > 0 && (
        <details>
          <summary>{t("extra")}</summary>
          <JsonView value={extra} />
        </details>
      )}
    </header>
  );
}

type Act = "event" | "materialize";

function Acts({ overview }: { readonly overview: AssetOverview }) {
  const { t } = useTranslation("assets");
  const [act, setAct] = useState<Act | null>(null);
  const { reason } = useMay("assets", "create");
  const [maker, ...others] = overview.producers;
  const mayRun = useMay("run", "create", maker?.dagId);
  const noMaker = maker === undefined ? t("act.noMaker") : others.length > 0 ? t("act.manyMakers") : null;
  return (
    <Group gap="xs">
      <GuardedButton
        size="compact-sm"
        variant="default"
        reason={reason ?? noMaker ?? mayRun.reason}
        onClick={() => setAct("materialize")}
      >
        {t("act.materialize")}
      </GuardedButton>
      <GuardedButton size="compact-sm" variant="default" reason={reason} onClick={() => setAct("event")}>
        {t("act.event")}
      </GuardedButton>
      {act === "event" && <CreateEventDialog overview={overview} onClose={() => setAct(null)} />}
      {act === "materialize" && maker !== undefined && (
        <MaterializeDialog overview={overview} dagId={maker.dagId} onClose={() => setAct(null)} />
      )}
    </Group>
  );
}
