/** What one is signed in with: sessions of browsers, and tokens that one made for programs. */
import { Button, NumberInput, TextInput } from "@mantine/core";
import type { components } from "@momiji/client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { Empty, Panel } from "../../parts/panel.tsx";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { toast } from "../../parts/toast.tsx";
import { When } from "../../parts/when.tsx";
import styles from "./settings.module.css";

type Token = components["schemas"]["TokenResponse"];

const KEY = ["own-tokens"];

export function OwnTokens() {
  const { t } = useTranslation("settings");
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => client.get("/api/momiji/v1/tokens", { signal }),
    staleTime: 0,
  });
  return (
    <Panel title={t("tokens.title")} count={data?.total_entries}>
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {data?.tokens.length === 0 && <Empty>{t("tokens.none")}</Empty>}
      <ul className={styles["tokens"]}>
        {data?.tokens.map((token) => (
          <TokenRow key={token.id} token={token} />
        ))}
      </ul>
      <NewToken />
    </Panel>
  );
}

function TokenRow({
  token: { id, name, kind, created_at: created, last_used_at: used, expires_at: ends },
}: {
  readonly token: Token;
}) {
  const { t } = useTranslation("settings");
  // Only what somebody has made has a name of its own.
  const isNamed = kind === "personal";
  const words = t(`tokens.kinds.${kind}`);
  const called = isNamed ? name : words;
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => client.delete("/api/momiji/v1/tokens/{token_id}", { params: { path: { token_id: id } } }),
    onSuccess: () => {
      toast({ kind: "done", text: t("tokens.ended", { name: called }) });
      void queries.invalidateQueries({ queryKey: KEY });
    },
  });
  return (
    <li>
      <span className={styles["name"]}>{called}</span>
      <span className={styles["note"]}>{isNamed && words}</span>
      <dl>
        <dt>{t("tokens.created")}</dt>
        <dd>
          <When at={created} show="minute" />
        </dd>
        <dt>{t("tokens.used")}</dt>
        <dd>
          <When at={used} show="minute" />
        </dd>
        <dt>{t("tokens.expires")}</dt>
        <dd>
          <When at={ends} show="minute" />
        </dd>
      </dl>
      <Button
        size="compact-xs"
        variant="default"
        loading={end.isPending}
        aria-label={t("tokens.endOf", { name: called })}
        onClick={() => end.mutate()}
      >
        {t("tokens.end")}
      </Button>
      {end.error !== null && <ProblemPanel error={end.error} />}
    </li>
  );
}

const USUAL_DAYS = 90;

function NewToken() {
  const { t } = useTranslation("settings");
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [days, setDays] = useState<number | string>(USUAL_DAYS);
  const make = useMutation({
    mutationFn: () =>
      client.post("/api/momiji/v1/tokens", { body: { name, scopes: null, expires_in_days: Number(days) } }),
    onSuccess: () => {
      setName("");
      void queries.invalidateQueries({ queryKey: KEY });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <>
      <form className={styles["row"]} onSubmit={submit} aria-label={t("tokens.new")}>
        <TextInput
          label={t("tokens.name")}
          required
          withAsterisk={false}
          value={name}
          onChange={({ currentTarget: { value } }) => setName(value)}
        />
        <NumberInput
          label={t("tokens.days")}
          required
          withAsterisk={false}
          hideControls
          min={1}
          max={3650}
          value={days}
          onChange={setDays}
        />
        <Button type="submit" variant="default" loading={make.isPending}>
          {t("tokens.submit")}
        </Button>
      </form>
      {make.error !== null && <ProblemPanel error={make.error} />}
      {make.data !== undefined && (
        <p className={styles["secret"]} role="status">
          {t("tokens.once")} <code>{make.data.token}</code> <CopyButton text={make.data.token} />
        </p>
      )}
    </>
  );
}
