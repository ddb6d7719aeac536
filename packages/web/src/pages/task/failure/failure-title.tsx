/** Why a try failed, in one line, and what it was called outside. */
import { useTranslation } from "react-i18next";
import { UserLink } from "../../../parts/user-link.tsx";
import type { TaskPlace } from "../task-place.ts";
import { useFailure } from "./failure-data.ts";
import { failureTold } from "./failure-words.ts";

export function FailureTitle({ place, tryNumber }: { readonly place: TaskPlace; readonly tryNumber: number }) {
  const { t } = useTranslation("failure");
  const { data: failure } = useFailure(place, tryNumber);
  if (failure === undefined) return null;
  const { external } = failure;
  return (
    <>
      {failureTold(failure, t).words}
      {external?.id != null && (
        <>
          {" · "}
          <UserLink href={external.href ?? undefined}>{external.id}</UserLink>
        </>
      )}
    </>
  );
}
