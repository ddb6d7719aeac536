/** The way to every page: at the side, on a phone below. */
import { IconChecklist, IconHistory, IconHome, IconListDetails } from "../parts/icons.ts";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import styles from "./shell.module.css";

const PLACES = [
  { to: "/", word: "nav.home", Icon: IconHome },
  { to: "/dags", word: "nav.dags", Icon: IconListDetails },
  { to: "/runs", word: "nav.runs", Icon: IconHistory },
  { to: "/task_instances", word: "nav.tasks", Icon: IconChecklist },
] as const;

export function Rail() {
  const { t } = useTranslation();
  return (
    <nav className={styles["rail"]} aria-label={t("nav.label")}>
      <Link to="/" className={styles["brand"]} aria-label={t("product")}>
        <span aria-hidden="true">紅</span>
      </Link>
      {PLACES.map(({ to, word, Icon }) => (
        <Link key={to} to={to} className={styles["place"]} activeOptions={{ exact: to === "/" }}>
          <Icon size={20} stroke={1.5} aria-hidden="true" />
          <span>{t(word)}</span>
        </Link>
      ))}
    </nav>
  );
}
