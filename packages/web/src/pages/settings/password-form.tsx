/** One's own password. */
import { Button, PasswordInput } from "@mantine/core";
import { MomijiError } from "@momiji/client";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { toast } from "../../parts/toast.tsx";
import styles from "./settings.module.css";

const SHORTEST = 8;

export function PasswordForm() {
  const { t } = useTranslation(["settings", "shell"]);
  const [old, setOld] = useState("");
  const [fresh, setFresh] = useState("");
  const [isTried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: () => client.patch("/api/momiji/v1/me/password", { body: { old_password: old, new_password: fresh } }),
    onSuccess: () => {
      for (const empty of [setOld, setFresh]) empty("");
      setTried(false);
      toast({ kind: "done", text: t("settings:password.done") });
    },
  });
  const isShort = fresh.length < SHORTEST;
  const isWrong = change.error instanceof MomijiError && change.error.code === "wrong_login";
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isShort) change.mutate();
  };
  const field = {
    required: true,
    withAsterisk: false,
    visibilityToggleButtonProps: { "aria-label": t("shell:session.show") },
  };
  return (
    <form className={styles["form"]} onSubmit={submit}>
      <PasswordInput
        label={t("settings:password.old")}
        autoComplete="current-password"
        {...field}
        value={old}
        error={isWrong ? t("shell:session.wrong") : null}
        onChange={({ currentTarget: { value } }) => setOld(value)}
      />
      <PasswordInput
        label={t("settings:password.new")}
        autoComplete="new-password"
        {...field}
        value={fresh}
        error={isTried && isShort ? t("settings:password.short", { count: SHORTEST }) : null}
        onChange={({ currentTarget: { value } }) => setFresh(value)}
      />
      {change.error !== null && !isWrong && <ProblemPanel error={change.error} />}
      <Button type="submit" variant="default" loading={change.isPending}>
        {t("settings:password.submit")}
      </Button>
    </form>
  );
}
