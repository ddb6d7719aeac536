/** Every interval with what becomes of it; each can be left out. */
import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { instantText, readInstant } from "../../format/instant.ts";
import { StateBadge } from "../../states/state-badge.tsx";
import { readState } from "../../states/state.ts";
import type { BackfillItem } from "./backfill-request.ts";
import type { useBackfill } from "./use-backfill.ts";
import styles from "./backfill.module.css";

interface IntervalListProps {
  readonly zone: string;
  readonly backfill: ReturnType<typeof useBackfill>;
}

const SHOWN = ["all", "create", "rerun", "skip"] as const;

type Shown = (typeof SHOWN)[number];

export function IntervalList({ zone, backfill }: IntervalListProps) {
  const { t } = useTranslation("backfill");
  const [shown, setShown] = useState<Shown>("all");
  const { whole, exact } = backfill;
  if (whole.data === undefined) return null;
  const { items, total } = whole.data;
  const counts = exact.data?.counts ?? whole.data.counts;
  const listed = items.filter(({ action }) => shown === "all" || action === shown);
  return (
    <section aria-label={t("intervals")}>
      <header className={styles["head"]}>
        <h3 role="status">
          {t("counts", {
            count: total,
            create: counts.create,
            rerun: counts.rerun,
            skip: counts.skip,
            left: total - (exact.data?.total ?? total),
          })}
        </h3>
        <NativeSelect
          size="xs"
          aria-label={t("show")}
          value={shown}
          data={SHOWN.map((value) => ({ value, label: t(`shown.${value}`) }))}
          onChange={({ currentTarget: { value } }) => setShown(SHOWN.find((each) => each === value) ?? "all")}
        />
      </header>
      <div className={styles["intervals"]} tabIndex={0} role="region" aria-label={t("intervals")}>
        <table>
          <Titles />
          <tbody>
            {listed.map((item) => (
              <IntervalRow key={item.logicalDate} item={item} zone={zone} backfill={backfill} />
            ))}
          </tbody>
        </table>
      </div>
      {total > items.length && <p className={styles["quiet"]}>{t("cut", { count: total - items.length })}</p>}
    </section>
  );
}

const TITLES = ["covers", "runsAt", "existing", "action"] as const;

function Titles() {
  const { t } = useTranslation("backfill");
  return (
    <thead>
      <tr>
        <th scope="col">
          <span className="visually-hidden">{t("column.tick")}</span>
        </th>
        {TITLES.map((title) => (
          <th key={title} scope="col">
            {t(`column.${title}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function IntervalRow({ item, zone, backfill }: IntervalListProps & { readonly item: BackfillItem }) {
  const { t } = useTranslation("backfill");
  const { logicalDate, interval, runAfter, existing, action, reason } = item;
  const isOn = backfill.isTicked(logicalDate);
  const [from, to] = interval;
  return (
    <tr data-left={!isOn}>
      <td>
        <input
          type="checkbox"
          aria-label={t("tick", { date: at(logicalDate, zone) })}
          checked={isOn}
          onChange={({ currentTarget: { checked } }) => backfill.tick(logicalDate, checked)}
        />
      </td>
      <td>
        {at(from, zone)} → {at(to, zone)}
      </td>
      <td>{at(runAfter, zone)}</td>
      <td>{existing !== null && <StateBadge state={readState(existing.state)} />}</td>
      <td>
        {isOn ? t(`action.${action}`) : t("action.left")}
        {isOn && reason !== null && (
          <span className={styles["quiet"]}> · {t(`reason.${reason === "in flight" ? "inFlight" : "exists"}`)}</span>
        )}
      </td>
    </tr>
  );
}

function at(text: string | null, zone: string): string {
  const millis = readInstant(text);
  return millis === null ? "–" : instantText(millis, zone);
}
