/** Keeps where the reader was, for the palette. */
import { useLocation, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { keepRecent } from "../palette/recents.ts";

export function useRecents(): void {
  const { pathname } = useLocation();
  const { dagId, runId, taskId } = useParams({ strict: false });
  const title = [dagId, runId, taskId].filter((part) => part !== undefined).join(" / ");
  useEffect(() => {
    if (title !== "") keepRecent({ href: pathname, title });
  }, [pathname, title]);
}
