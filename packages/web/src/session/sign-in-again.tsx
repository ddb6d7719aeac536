/** The form of the login in a dialog; loaded when a session has ended. */
import { Anchor, Button, Group, Modal, PasswordInput, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { BASE_URL } from "../api/place.ts";
import { signedIn } from "./session.ts";

type Refusal = "wrong" | "unreachable" | null;

export default function SignInAgain({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const [username, setUsername] = useState(name);
  const [password, setPassword] = useState("");
  const { refusal, isBusy, submit } = useSignIn(username, password);
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} closeOnEscape={false} title={t("session.title")}>
      <form onSubmit={submit}>
        <p style={{ marginTop: 0 }}>{t("session.text")}</p>
        <TextInput
          label={t("session.user")}
          autoComplete="username"
          value={username}
          onChange={({ currentTarget: { value } }) => setUsername(value)}
        />
        <PasswordInput
          label={t("session.password")}
          autoComplete="current-password"
          data-autofocus
          mt="xs"
          visibilityToggleButtonProps={{ "aria-label": t("session.show") }}
          value={password}
          error={refusal === null ? null : t(`session.${refusal}`)}
          onChange={({ currentTarget: { value } }) => setPassword(value)}
        />
        <Group justify="space-between" mt="md">
          <Anchor href={`${BASE_URL}/auth/login`} target="_blank" rel="noopener" size="sm">
            {t("session.elsewhere")}
          </Anchor>
          <Button type="submit" loading={isBusy}>
            {t("session.submit")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

function useSignIn(username: string, password: string) {
  const [refusal, setRefusal] = useState<Refusal>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    // Signed in in another tab, as with an organization.
    const look = (): void => void isIn().then((is) => is && signedIn());
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setBusy(true);
    void signIn(username, password).then((said) => {
      setBusy(false);
      if (said === null) signedIn();
      else setRefusal(said);
    });
  };
  return { refusal, isBusy, submit };
}

/** The server's own form of the login, which sets the cookies of the session. */
async function signIn(username: string, password: string): Promise<Refusal> {
  try {
    await fetch(`${BASE_URL}/auth/login`, {
      method: "POST",
      body: new URLSearchParams({ username, password }),
      redirect: "manual",
    });
    return (await isIn()) ? null : "wrong";
  } catch {
    return "unreachable";
  }
}

async function isIn(): Promise<boolean> {
  return (await fetch(`${BASE_URL}/api/momiji/v1/me`)).ok;
}
