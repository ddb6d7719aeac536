/** The night in one sentence; each number leads to the list of exactly these runs. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { StateGlyph } from "../../states/state-glyph.tsx";
import type { State } from "../../states/state.ts";
import type { Home } from "./home.ts";
import styles from "./home.module.css";

export function Summary({ home: { counts, totals, since } }: { readonly home: Home }) {
  const { t } = useTranslation("home");
  return (
    <h1 className={styles["summary"]}>
      <Count
        state="success"
        word={t("count.success", { count: counts.success })}
        search={{ state: ["success"], end_date_gte: since, all: true }}
      />
      <Count
        state="failed"
        word={t("count.failed", { count: counts.failed })}
        search={{ state: ["failed"], end_date_gte: since, all: true }}
      />
      {totals.late > 0 && <span>{t("count.late", { count: totals.late })}</span>}
      <Count
        state="running"
        word={t("count.active", { count: counts.active })}
        search={{ state: ["running", "queued"], all: true }}
      />
    </h1>
  );
}

interface CountProps {
  readonly state: State;
  readonly word: string;
  readonly search: { readonly state: readonly string[]; readonly end_date_gte?: string; readonly all: true };
}

function Count({ state, word, search }: CountProps) {
  return (
    <Link to="/runs" search={search as never} className={styles["number"]}>
      <StateGlyph state={state} size={16} /> {word}
    </Link>
  );
}
