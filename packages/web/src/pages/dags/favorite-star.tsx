/** Whether a DAG is among the reader's favourites. */
import { ActionIcon } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { IconStar, IconStarFilled } from "../../parts/icons.ts";
import { useErrorText } from "../../parts/use-error-text.ts";

interface FavoriteStarProps {
  readonly dagId: string;
  readonly isFavorite: boolean;
}

export function FavoriteStar({ dagId, isFavorite }: FavoriteStarProps) {
  const { t } = useTranslation("dags");
  const errorText = useErrorText();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (isOn: boolean) =>
      client.post(isOn ? "/api/v2/dags/{dag_id}/favorite" : "/api/v2/dags/{dag_id}/unfavorite", {
        params: { path: { dag_id: dagId } },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["dags"] }),
  });
  const isShownOn = change.isPending ? change.variables : isFavorite;
  const Star = isShownOn ? IconStarFilled : IconStar;
  return (
    <ActionIcon
      size="sm"
      variant="transparent"
      color={isShownOn ? "blue" : "gray"}
      aria-pressed={isShownOn}
      aria-label={t("favorite", { dag: dagId })}
      title={change.error === null ? undefined : errorText(change.error)}
      onClick={() => change.mutate(!isFavorite)}
    >
      <Star size={16} aria-hidden="true" />
    </ActionIcon>
  );
}
