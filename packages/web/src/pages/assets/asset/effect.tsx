/** What one more event would do to a DAG that waits. */
import { useTranslation } from "react-i18next";
import type { Consumer } from "../assets.ts";

export function Effect({ effect: { effect, waitsFor } }: { readonly effect: Consumer["onEvent"] }) {
  const { t } = useTranslation("assets");
  return <>{t(`effect.${effect}`, { names: waitsFor.join(", ") })}</>;
}
