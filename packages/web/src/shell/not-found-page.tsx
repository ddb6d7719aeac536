/** Names what is missing, and offers what is called nearly so. */
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { indexQuery } from "../palette/index-query.ts";
import { nearest } from "../palette/nearest.ts";
import { useTitle } from "../parts/use-title.ts";
import { ALL } from "./places.ts";
import { useIsOpen } from "./use-places.ts";

export function NotFoundPage() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const isOpen = useIsOpen();
  const { data } = useQuery(indexQuery);
  useTitle(t("notFound.title"));
  const sought = pathname.split("/").findLast((part) => part !== "") ?? "";
  const near = nearest(decodeURIComponent(sought), [
    ...ALL.filter(isOpen).map(({ path, word }) => ({ href: path, name: path.slice(1), title: t(`nav.${word}`) })),
    ...(data?.dags ?? []).map(([id]) => ({ href: `/dags/${encodeURIComponent(id)}`, name: id, title: id })),
  ]);
  return (
    <>
      <h1>{t("notFound.title")}</h1>
      <p>{t("notFound.text", { path: pathname })}</p>
      {near.length > 0 && (
        <>
          <p>{t("notFound.near")}</p>
          <ul>
            {near.map(({ href, title }) => (
              <li key={href}>
                <Link to={href}>{title}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <Link to="/">{t("notFound.home")}</Link>
    </>
  );
}
