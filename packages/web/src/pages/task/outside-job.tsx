/** What the job of a try is called outside, and where its console shows it. */
import { useTranslation } from "react-i18next";
import { UserLink } from "../../parts/user-link.tsx";
import type { Outside } from "./task-place.ts";

export function OutsideJob({ job: { kind, id, href } }: { readonly job: Pick<Outside, "kind" | "id" | "href"> }) {
  const { t } = useTranslation("task");
  return (
    <>
      <span>{t(`failure.outside.${kind}`)}</span> {id !== null && <UserLink href={href ?? undefined}>{id}</UserLink>}
    </>
  );
}
