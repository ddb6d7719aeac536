/** The pages of a deployment beside its DAGs, and the way from one to another. */
import { Link, Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useTabStrip } from "../../parts/tab-strip.ts";
import styles from "./admin.module.css";

const PLACES = [
  { to: "/pools", word: "nav.pools" },
  { to: "/variables", word: "nav.variables" },
  { to: "/connections", word: "nav.connections" },
  { to: "/workers", word: "nav.workers" },
  { to: "/events", word: "nav.events" },
  { to: "/providers", word: "nav.providers" },
  { to: "/plugins", word: "nav.plugins" },
  { to: "/configs", word: "nav.configs" },
  { to: "/security/users", word: "nav.users" },
  { to: "/security/roles", word: "nav.roles" },
  { to: "/security/tokens", word: "nav.tokens" },
] as const;

export function AdminLayout() {
  const { t } = useTranslation("admin");
  const tabs = useTabStrip();
  return (
    <>
      <nav ref={tabs} aria-label={t("nav.label")} className={styles["tabs"]}>
        {PLACES.map(({ to, word }) => (
          <Link key={to} to={to}>
            {t(word)}
          </Link>
        ))}
      </nav>
      <Outlet />
    </>
  );
}
