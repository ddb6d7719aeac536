/** Everything that the palette knows: the index of all DAGs, the tasks of the open one, the pages, what can be done here. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { components } from "@momiji/client";
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../api/client.ts";
import { usePreferences } from "../preferences/preferences.ts";
import { useZone } from "../preferences/zone.ts";
import { ALL } from "../shell/places.ts";
import { useIsOpen } from "../shell/use-places.ts";
import { type Item, itemOf } from "./items.ts";
import { recents } from "./recents.ts";
import { indexQuery } from "./index-query.ts";
import { runItem } from "./run-item.ts";
import { useActions } from "./use-actions.ts";

/** @param settled what was typed, once it has stood for a moment */
export function useItems(settled: string): readonly Item[] {
  const { data: dags = [] } = useQuery({ ...indexQuery, select: dagItems });
  const tasks = useTaskItems();
  const pages = usePageItems();
  const actions = useActions();
  const hits = useHits(settled);
  const recent = useMemo(
    () => recents().map(({ href, title }) => itemOf({ section: "recent", id: `recent ${href}`, title, href })),
    [],
  );
  return useMemo(() => {
    const known = new Set([...dags, ...tasks].map(({ id }) => id));
    return [...recent, ...actions, ...dags, ...tasks, ...pages, ...hits.filter(({ id }) => !known.has(id))];
  }, [recent, actions, dags, tasks, pages, hits]);
}

function dagItems({ dags }: Awaited<ReturnType<NonNullable<typeof indexQuery.queryFn>>>): readonly Item[] {
  return dags.map(([id, name, tags, owners]) =>
    itemOf({
      section: "dags",
      id: `dag ${id}`,
      title: name,
      detail: name === id ? undefined : id,
      words: tags.join(" "),
      href: `/dags/${encodeURIComponent(id)}`,
      tags,
      owners,
    }),
  );
}

/** Of the DAG that is open; in an open run they lead to that run's. */
function useTaskItems(): readonly Item[] {
  const { dagId, runId } = useParams({ strict: false });
  const { data } = useQuery({
    enabled: dagId !== undefined,
    queryKey: ["dag", dagId, "task ids"],
    queryFn: ({ signal }) =>
      client.get("/api/v2/dags/{dag_id}/tasks", { params: { path: { dag_id: dagId ?? "" } }, signal }),
  });
  return useMemo(() => {
    if (dagId === undefined || data === undefined) return [];
    const run = runId === undefined ? "" : `/runs/${encodeURIComponent(runId)}`;
    return data.tasks.flatMap(({ task_id: id }) =>
      id === null || id === undefined
        ? []
        : [
            itemOf({
              section: "tasks",
              id: `task ${dagId} ${id}`,
              title: id,
              detail: dagId,
              isHere: true,
              href: `/dags/${encodeURIComponent(dagId)}${run}/tasks/${encodeURIComponent(id)}`,
            }),
          ],
    );
  }, [dagId, runId, data]);
}

function usePageItems(): readonly Item[] {
  const { t } = useTranslation();
  const isOpen = useIsOpen();
  return ALL.filter(isOpen).map((place) =>
    itemOf({
      section: "pages",
      id: `page ${place.path}`,
      title: t(`nav.${place.word}`),
      words: place.path,
      href: place.path,
    }),
  );
}

const SECTION_OF: { readonly [kind: string]: Item["section"] } = { dag: "dags", task: "tasks" };
const LEAST = 2;

/** What only the server finds: runs, tasks of all DAGs, and what a deployment has beside them. */
function useHits(settled: string): readonly Item[] {
  const { t } = useTranslation("palette");
  const { hours } = usePreferences();
  const zone = useZone();
  const text = settled.trim();
  const { data } = useQuery({
    enabled: text.length >= LEAST && !/^[>#@]/.test(text),
    queryKey: ["search", text, zone],
    queryFn: ({ signal }) => client.get("/api/momiji/v1/search", { params: { query: { q: text, zone } }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  return useMemo(
    () =>
      (text.length < LEAST ? [] : (data?.results ?? [])).map((hit) =>
        hit.kind === "run"
          ? runItem({ dagId: "", runAfter: null, ...hit }, { zone, hours })
          : itemOf({
              section: SECTION_OF[hit.kind] ?? "things",
              id: idOf(hit),
              title: hit.title,
              detail: detailOf(hit, t),
              href: hit.href,
            }),
      ),
    [data, text, t, zone, hours],
  );
}

type Hit = components["schemas"]["SearchResults"]["results"][number];

/** What the page finds by itself has the same. */
function idOf({ kind, id, dagId = "", href }: Hit): string {
  if (kind === "dag") return `dag ${id}`;
  return kind === "task" ? `task ${dagId} ${id}` : `${kind} ${href}`;
}

function detailOf({ kind, dagId }: Hit, t: TFunction<"palette">): string | undefined {
  if (kind === "task") return dagId;
  return kind in SECTION_OF ? undefined : t(`kind.${kind}` as "kind.pool");
}
