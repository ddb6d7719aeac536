/** The keys that work on every page. */
import { useLocation, useNavigate, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { showKeys } from "../keys/help.tsx";
import { useKeys } from "../keys/use-keys.ts";
import { toast } from "../parts/toast.tsx";
import { useRunKeys } from "./use-run-keys.ts";

export function ShellKeys() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { routesByPath } = useRouter();
  const { pathname } = useLocation();
  const go = (path: string) => (Object.hasOwn(routesByPath, path) ? () => void navigate({ to: path }) : undefined);
  useKeys({
    "?": showKeys,
    "/": focusFilter,
    y: () =>
      void navigator.clipboard
        .writeText(window.location.href)
        .then(() => toast({ kind: "done", text: t("copy.link") })),
    "g h": go("/"),
    "g d": go("/dags"),
    "g r": go("/runs"),
    "g t": go("/task_instances"),
    "g a": go("/assets"),
    Escape: upOf(pathname) === null ? undefined : () => void navigate({ to: upOf(pathname) as "/" }),
  });
  useRunKeys();
  return null;
}

/** The page's own. */
function focusFilter(): void {
  document.querySelector<HTMLElement>('main input[type="search"], main [role="search"] input')?.focus();
}

/** From a task to its run, from a run to its DAG; null: Escape goes nowhere from here. */
function upOf(pathname: string): string | null {
  return /^(\/dags\/[^/]+(?:\/runs\/[^/]+)?)\/(?:runs|tasks)\/[^/]+.*$/.exec(pathname)?.[1] ?? null;
}
