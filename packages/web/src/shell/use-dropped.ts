/** What of an address could not be read is left out of it, and the reader is told. */
import { useLocation, useMatches, useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "../parts/toast.tsx";

export function useDropped(): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { searchStr } = useLocation();
  const read = useMatches({ select: (matches) => matches.at(-1)?.search as { readonly [name: string]: unknown } });
  const dropped = [...new URLSearchParams(searchStr).keys()]
    // Said to be absent by its reader; what no reader asks for is nobody's business.
    .filter((name) => read !== undefined && name in read && read[name] === undefined)
    .join(", ");
  useEffect(() => {
    if (dropped === "") return;
    toast({ kind: "note", text: t("dropped", { names: dropped }) });
    const names = new Set(dropped.split(", "));
    const kept = (search: object) => Object.fromEntries(Object.entries(search).filter(([name]) => !names.has(name)));
    void navigate({ to: ".", search: kept as never, replace: true });
  }, [dropped, navigate, t]);
}
