/** A page of the documentation, as it belongs to this version. */
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { DrawnDoc } from "./drawn-doc.tsx";
import { helpFile } from "./help-files.ts";
import styles from "./help.module.css";

export function HelpPage() {
  const { t, i18n } = useTranslation("shell");
  const { _splat: name = "" } = useParams({ strict: false });
  const hash = useLocation({ select: (at) => at.hash });
  const load = helpFile(name);
  const {
    data: text,
    error,
    refetch,
  } = useQuery({
    queryKey: ["help", name],
    queryFn: () => load?.() ?? null,
    staleTime: Infinity,
  });
  useTitle(/^# (.+)$/m.exec(text ?? "")?.[1] ?? t("nav.help"));
  return (
    <article className={styles["page"]}>
      <p className={styles["top"]}>
        {name !== "" && (
          <Link to="/help/$" params={{ _splat: "" }}>
            {t("help.contents")}
          </Link>
        )}
        {i18n.language !== "en" && <span>{t("help.language")}</span>}
      </p>
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {text === null && <h1>{t("help.missing")}</h1>}
      {typeof text === "string" && <DrawnDoc text={text} name={name} hash={hash} />}
    </article>
  );
}
