/** How long it is until a moment, counted down. */
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { readInstant } from "../../../format/instant.ts";
import { now } from "../../../now.ts";
import { Took } from "../../../parts/took.tsx";

const STEP_MILLIS = 1000;

export function Until({ at }: { readonly at: string }) {
  const { t } = useTranslation("why");
  const [left, setLeft] = useState(() => (readInstant(at) ?? 0) - now());
  useEffect(() => {
    const timer = setInterval(() => setLeft((readInstant(at) ?? 0) - now()), STEP_MILLIS);
    return () => clearInterval(timer);
  }, [at]);
  if (left <= 0) return null;
  return (
    // Read out once is enough.
    <span aria-live="off" role="timer">
      {t("in")} <Took millis={Math.ceil(left / STEP_MILLIS) * STEP_MILLIS} />
    </span>
  );
}
