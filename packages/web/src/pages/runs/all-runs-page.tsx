/** Runs of all DAGs, the newest first. */
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useTitle } from "../../parts/use-title.ts";
import { RunsList } from "./runs-list.tsx";

export function AllRunsPage() {
  const { t } = useTranslation("browse");
  const search = useSearch({ from: "/runs" });
  useTitle(t("runsTitle"));
  return (
    <>
      <h1 className="page-title">{t("runsTitle")}</h1>
      <RunsList dagId="~" search={search} />
    </>
  );
}
