/** Names what is missing, and offers a way on. */
import { Link, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

export function NotFoundPage() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <>
      <h1>{t("notFound.title")}</h1>
      <p>{t("notFound.text", { path: pathname })}</p>
      <Link to="/">{t("notFound.home")}</Link>
    </>
  );
}
