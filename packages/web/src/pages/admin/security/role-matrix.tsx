/** The permissions of a role: a tick for each action on each thing, and DAGs that it may see or change beside. */
import { Button, Checkbox, Group, TextInput } from "@mantine/core";
import type { components } from "@momiji/client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { GuardedButton } from "../../../parts/guarded.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { useMay } from "../../../rights/use-rights.ts";
import styles from "../admin.module.css";
import {
  ACTIONS,
  bodyOf,
  DAG_PREFIX,
  differences,
  grantedBy,
  hasAction,
  resourcesOf,
  textOf,
  toggled,
} from "./permissions.ts";

type Role = components["schemas"]["RoleResponse"];

interface RoleMatrixProps {
  readonly role: Role;
  readonly all: Role["actions"];
  readonly isBuiltIn: boolean;
}

export function RoleMatrix({ role, all, isBuiltIn }: RoleMatrixProps) {
  const { t } = useTranslation("security");
  const before = grantedBy(role.actions);
  const [granted, setGranted] = useState(before);
  const [dags, setDags] = useState<readonly string[]>([]);
  const resources = [...new Set([...resourcesOf(all, role.actions), ...dags])];
  return (
    <section aria-label={t("roles.of", { name: role.name })}>
      {isBuiltIn && <p className={styles["quiet"]}>{t("roles.builtInAbout")}</p>}
      <Ticks
        role={role}
        resources={resources}
        granted={granted}
        onToggle={isBuiltIn ? null : (text) => setGranted(toggled(granted, text))}
      />
      {!isBuiltIn && (
        <>
          <AddDag onAdd={(dagId) => setDags([...dags, `${DAG_PREFIX}${dagId}`])} />
          <Changes role={role} before={before} granted={granted} onDiscard={() => setGranted(before)} />
        </>
      )}
    </section>
  );
}

interface TicksProps {
  readonly role: Role;
  readonly resources: readonly string[];
  readonly granted: ReadonlySet<string>;
  /** Null: nobody may change it. */
  readonly onToggle: ((text: string) => void) | null;
}

function Ticks({ role, resources, granted, onToggle }: TicksProps) {
  const { t } = useTranslation("security");
  return (
    <div className={styles["matrix"]} tabIndex={0} role="group" aria-label={t("roles.of", { name: role.name })}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("roles.resource")}</th>
            {ACTIONS.map((action) => (
              <th key={action} scope="col">
                {t(`action.${action}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {resources.map((resource) => (
            <Line key={resource} resource={resource} granted={granted} onToggle={onToggle} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps extends Pick<TicksProps, "granted" | "onToggle"> {
  readonly resource: string;
}

function Line({ resource, granted, onToggle }: LineProps) {
  const { t } = useTranslation("security");
  const name = t(`resource.${resource as "DAGs"}`, { defaultValue: resource });
  return (
    <tr>
      <th scope="row">{name}</th>
      {ACTIONS.map((action) => (
        <td key={action}>
          {hasAction(resource, action) && (
            <label className={styles["tick"]}>
              <Checkbox
                size="xs"
                aria-label={t("roles.tick", { action: t(`action.${action}`), resource: name })}
                checked={granted.has(textOf(action, resource))}
                readOnly={onToggle === null}
                onChange={() => onToggle?.(textOf(action, resource))}
              />
            </label>
          )}
        </td>
      ))}
    </tr>
  );
}

interface ChangesProps {
  readonly role: Role;
  readonly before: ReadonlySet<string>;
  readonly granted: ReadonlySet<string>;
  onDiscard(): void;
}

function Changes({ role, before, granted, onDiscard }: ChangesProps) {
  const { t } = useTranslation("security");
  const queries = useQueryClient();
  const may = useMay("roles", "edit");
  const changes = differences(before, granted);
  const saves = useMutation({
    mutationFn: () =>
      client.patch("/auth/fab/v1/roles/{role_name}", {
        params: { path: { role_name: role.name } },
        body: { actions: bodyOf(granted) },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["roles"] }),
  });
  const why = changes === 0 ? t("roles.noChange") : may.reason;
  return (
    <>
      <Group gap="sm" mt="md">
        <GuardedButton size="xs" reason={why} loading={saves.isPending} onClick={() => saves.mutate()}>
          {t("roles.save", { count: changes })}
        </GuardedButton>
        {changes > 0 && (
          <Button size="xs" variant="default" onClick={onDiscard}>
            {t("roles.discard")}
          </Button>
        )}
        {saves.isSuccess && changes === 0 && <span role="status">{t("roles.saved")}</span>}
      </Group>
      {changes > 0 && <p className={styles["quiet"]}>{t("roles.consequence")}</p>}
      {saves.error !== null && <ProblemPanel error={saves.error} />}
    </>
  );
}

function AddDag({ onAdd }: { onAdd(dagId: string): void }) {
  const { t } = useTranslation("security");
  const [dagId, setDagId] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (dagId.trim() !== "") onAdd(dagId.trim());
        setDagId("");
      }}
    >
      <Group gap="xs" mt="sm" align="end">
        <TextInput
          size="xs"
          label={t("roles.dag")}
          description={t("roles.dagAbout")}
          value={dagId}
          onChange={({ currentTarget: { value } }) => setDagId(value)}
        />
        <Button size="xs" variant="default" type="submit">
          {t("roles.addDag")}
        </Button>
      </Group>
    </form>
  );
}
