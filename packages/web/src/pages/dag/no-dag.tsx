/** There is no such DAG, or none that one may read: what that may come from, and those that are called nearly so. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { indexQuery } from "../../palette/index-query.ts";
import { nearest } from "../../palette/nearest.ts";
import { ProblemPanel } from "../../parts/problem-panel.tsx";

interface NoDagProps {
  readonly dagId: string;
  readonly error: Error;
  onRetry(): void;
}

export function NoDag({ dagId, error, onRetry }: NoDagProps) {
  const { t } = useTranslation();
  const { data } = useQuery(indexQuery);
  const near = nearest(dagId, data?.dags.map(([name]) => ({ name })) ?? []);
  return (
    <>
      <h1 className="page-title">{dagId}</h1>
      <ProblemPanel error={error} onRetry={onRetry} />
      {near.length > 0 && (
        <>
          <p>{t("notFound.near")}</p>
          <ul>
            {near.map(({ name }) => (
              <li key={name}>
                <Link to="/dags/$dagId" params={{ dagId: name }}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
