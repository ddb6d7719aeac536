/** What the palette can do: to what is open, and to how things are shown. */
import { useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { openAct } from "../acts/open-act.ts";
import { LANGUAGES, type Language } from "../i18n/i18n.ts";
import { showKeys } from "../keys/help.tsx";
import { toast } from "../parts/toast.tsx";
import { changePreferences, type Preferences } from "../preferences/preferences.ts";
import { actsOn } from "../acts/acts-on.ts";
import { curlOf } from "./curl.ts";
import { type Item, itemOf } from "./items.ts";

export function useActions(): readonly Item[] {
  const { t } = useTranslation(["palette", "shell", "settings"]);
  const { dagId, runId, taskId, mapIndex } = useParams({ strict: false });
  return useMemo(() => {
    const copy = (text: string) => (): void => {
      void navigator.clipboard.writeText(text).then(() => toast({ kind: "done", text: t("shell:copy.done") }));
    };
    const action = (id: string, title: string, act: () => void) => itemOf({ section: "actions", id, title, act });
    const setting = (title: string, change: Partial<Preferences>) =>
      itemOf({ section: "settings", id: `set ${title}`, title, act: () => changePreferences(change) });
    return [
      ...actsOn({ dagId, runId, taskId, mapIndex }).map(({ word, request }) =>
        action(`act ${word}`, t(`palette:act.${word}`), () => openAct(request)),
      ),
      action("copy-link", t("palette:copyLink"), () => copy(window.location.href)()),
      ...(dagId === undefined ? [] : [action("curl", t("palette:copyCurl"), copy(curlOf({ dagId, runId, taskId })))]),
      action("keys", t("shell:user.keys"), showKeys),
      ...(["light", "dark", "auto"] as const).map((theme) =>
        setting(`${t("shell:theme.label")}: ${t(`shell:theme.${theme}`)}`, { theme }),
      ),
      ...Object.entries(LANGUAGES).map(([language, name]) =>
        setting(`${t("shell:language.label")}: ${name}`, { language: language as Language }),
      ),
      ...[
        { zone: "local", name: t("shell:zone.local", { name: Intl.DateTimeFormat().resolvedOptions().timeZone }) },
        { zone: "dag", name: t("shell:zone.dag") },
        { zone: "UTC", name: t("shell:zone.utc") },
      ].map(({ zone, name }) => setting(`${t("shell:zone.label")}: ${name}`, { zone })),
      ...(["comfortable", "compact"] as const).map((density) =>
        setting(`${t("settings:density.label")}: ${t(`settings:density.${density}`)}`, { density }),
      ),
    ];
  }, [t, dagId, runId, taskId, mapIndex]);
}
