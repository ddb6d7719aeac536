/** One user: what they may do in a DAG and why, and what they are signed in with. */
import { Button, TextInput } from "@mantine/core";
import type { components } from "@momiji/client";
import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { Empty, Panel } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import styles from "../admin.module.css";
import { SettingPage } from "../setting-page.tsx";
import { Verdict } from "../verdict.tsx";
import { TokenRows } from "./token-rows.tsx";

type Rights = components["schemas"]["EffectiveRights"];
type Reason = Rights["rights"][number]["because"][number];

export function UserPage() {
  const { t } = useTranslation("security");
  const { username } = useParams({ from: "/admin/security/users/$username" });
  return (
    <SettingPage title={username}>
      <p>
        <Link to="/security/users">{t("users.all")}</Link>
      </p>
      <EffectiveRights username={username} />
      <Tokens username={username} />
    </SettingPage>
  );
}

function EffectiveRights({ username }: { readonly username: string }) {
  const { t } = useTranslation("security");
  const { dag_id: dagId = "" } = useSearch({ from: "/admin/security/users/$username" });
  const navigate = useNavigate();
  const [typed, setTyped] = useState(dagId);
  const { data, error, refetch } = useQuery({
    queryKey: ["users", username, "rights", dagId],
    queryFn:
      dagId === ""
        ? skipToken
        : ({ signal }) =>
            client.get("/api/momiji/v1/users/{username}/rights", {
              params: { path: { username }, query: { dag_id: dagId } },
              signal,
            }),
  });
  return (
    <Panel title={t("rights.title")}>
      <p className={styles["quiet"]}>{t("rights.lead", { name: username })}</p>
      <form
        className={styles["head"]}
        onSubmit={(event) => {
          event.preventDefault();
          const search = typed.trim() === "" ? {} : { dag_id: typed.trim() };
          void navigate({ to: "/security/users/$username", params: { username }, search, replace: true });
        }}
      >
        <TextInput
          size="xs"
          w={260}
          aria-label={t("rights.dag")}
          placeholder={t("rights.dag")}
          value={typed}
          onChange={({ currentTarget: { value } }) => setTyped(value)}
        />
        <Button size="xs" variant="default" type="submit">
          {t("rights.show")}
        </Button>
      </form>
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <RightRows rights={data} />}
    </Panel>
  );
}

function RightRows({ rights: { active, rights, dag_id: dagId } }: { readonly rights: Rights }) {
  const { t } = useTranslation("security");
  return (
    <>
      {!active && <p className={styles["warning"]}>{t("rights.inactive")}</p>}
      <table className={styles["table"]} aria-label={t("rights.on", { dag: dagId })}>
        <thead>
          <tr>
            <th scope="col">{t("rights.what")}</th>
            <th scope="col">{t("rights.may")}</th>
            <th scope="col">{t("rights.because")}</th>
          </tr>
        </thead>
        <tbody>
          {rights.map(({ entity, may, allowed, because }) => (
            <tr key={`${entity} ${may}`}>
              <td>
                {t(`entity.${entity as "dag"}`)}: {t(`may.${may}`)}
              </td>
              <td>
                <Verdict ok={allowed} words={t(allowed ? "rights.yes" : "rights.no")} />
              </td>
              <td>
                {because.map((reason) => (
                  <Because key={reason.permission} reason={reason} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Because({ reason: { role, permission } }: { readonly reason: Reason }) {
  const { t } = useTranslation("security");
  return (
    <div>
      {role === null ? t("rights.missing") : t("rights.byRole", { role })} <code>{permission}</code>
    </div>
  );
}

function Tokens({ username }: { readonly username: string }) {
  const { t } = useTranslation("security");
  const queries = useQueryClient();
  const queryKey = ["users", username, "tokens"];
  const { data, error, refetch } = useQuery({
    queryKey,
    staleTime: 0,
    queryFn: ({ signal }) =>
      client.get("/api/momiji/v1/users/{username}/tokens", { params: { path: { username } }, signal }),
  });
  const ends = useMutation({
    mutationFn: (id: number) =>
      client.delete("/api/momiji/v1/users/{username}/tokens/{token_id}", {
        params: { path: { username, token_id: id } },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey }),
  });
  return (
    <Panel title={t("tokens.ofUser")} count={data?.total_entries}>
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {ends.error !== null && <ProblemPanel error={ends.error} />}
      {data?.tokens.length === 0 && <Empty>{t("tokens.noneOfUser")}</Empty>}
      {data !== undefined && data.tokens.length > 0 && (
        <TokenRows tokens={data.tokens} onEnd={(id) => ends.mutate(id)} />
      )}
    </Panel>
  );
}
