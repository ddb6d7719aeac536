/** One's own sessions, and tokens for programs. */
import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { SettingPage } from "../setting-page.tsx";
import { NewTokenDialog } from "./new-token-dialog.tsx";
import { TokenRows } from "./token-rows.tsx";

export function TokensPage() {
  const { t } = useTranslation("security");
  const queries = useQueryClient();
  const [isNew, setNew] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ["tokens"],
    // Sessions come and go, and nothing tells of it.
    staleTime: 0,
    queryFn: ({ signal }) => client.get("/api/momiji/v1/tokens", { signal }),
  });
  const ends = useMutation({
    mutationFn: (id: number) =>
      client.delete("/api/momiji/v1/tokens/{token_id}", { params: { path: { token_id: id } } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["tokens"] }),
  });
  return (
    <SettingPage
      title={t("tokens.title")}
      lead={t("tokens.lead")}
      count={data?.total_entries}
      tools={
        <Button size="xs" onClick={() => setNew(true)}>
          {t("tokens.add")}
        </Button>
      }
    >
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {ends.error !== null && <ProblemPanel error={ends.error} />}
      {data !== undefined && <TokenRows tokens={data.tokens} onEnd={(id) => ends.mutate(id)} />}
      {isNew && <NewTokenDialog onClose={() => setNew(false)} />}
    </SettingPage>
  );
}
