/** Who did what, in the whole installation. */
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EventsList } from "../../../parts/events-list/events-list.tsx";
import { KNOWN_EVENTS } from "../../../parts/events-list/event-words.ts";
import { FilterBar } from "../../../parts/table/filter-bar.tsx";
import { useChangeSearch } from "../../../parts/table/use-change-search.ts";
import { SettingPage } from "../setting-page.tsx";

export function EventsPage() {
  const { t } = useTranslation("admin");
  const search = useSearch({ from: "/admin/events" });
  const { dag_id: dagId, owner, event, when_gte: after, when_lt: before, scheduler = false } = search;
  const change = useChangeSearch();
  return (
    <SettingPage title={t("events.title")} lead={t("events.lead")}>
      <FilterBar
        search={{ name: "owner", label: t("events.filter") }}
        filters={[
          { kind: "text", name: "dag_id", label: t("events.dag"), isMain: true },
          {
            kind: "choice",
            name: "event",
            label: t("events.event"),
            isMain: true,
            isMany: true,
            options: KNOWN_EVENTS.map((value) => ({ value, label: t(`events.did.${value}`) })),
          },
          { kind: "range", name: "when", label: t("events.when"), isMain: true },
          { kind: "flag", name: "scheduler", label: t("events.scheduler"), yes: { label: t("events.withScheduler") } },
        ]}
        values={search}
        onChange={change}
      />
      <EventsList
        withScheduler={scheduler}
        filter={{
          dag_id_pattern: anywhere(dagId),
          owner_pattern: anywhere(owner),
          included_events: event,
          after,
          before,
        }}
      />
    </SettingPage>
  );
}

function anywhere(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `%${text}%`;
}
