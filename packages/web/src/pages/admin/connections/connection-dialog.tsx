/** Makes a connection or changes one, and tries it before it is kept. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { GuardedButton } from "../../../parts/guarded.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { useMay } from "../../../rights/use-rights.ts";
import { FormDialog } from "../form-dialog.tsx";
import { ConnectionFieldset } from "./connection-fields.tsx";
import {
  bodyOf,
  type Connection,
  type ConnectionBody,
  type ConnectionFields,
  type ConnectionType,
  fieldsOf,
  NOTHING,
  problemOf,
} from "./connection-form.ts";
import { TestSteps } from "./test-steps.tsx";

interface ConnectionDialogProps {
  /** Null: a new one. */
  readonly connection: Connection | null;
  readonly types: readonly ConnectionType[];
  readonly testsAreAllowed: boolean;
  readonly secretSet: { readonly at: string; readonly by: string | null } | null | undefined;
  onClose(): void;
}

export function useConnectionTypes() {
  return useQuery({
    queryKey: ["connections", "types"],
    queryFn: ({ signal }) => client.get("/api/momiji/v1/connections/types", { signal }),
  });
}

export function ConnectionDialog(props: ConnectionDialogProps) {
  const { connection, types, testsAreAllowed, secretSet, onClose } = props;
  const { t } = useTranslation("admin");
  const [fields, setFields] = useState(() => startOf(connection, types));
  const problem = problemOf(fields);
  const body = bodyOf(fields, connection);
  const sends = useSaving(connection, body, onClose);
  const tests = useMutation({
    mutationFn: () => client.post("/api/momiji/v1/connections/test", { body }),
    gcTime: 0,
  });
  const whyNoTest = useWhyNoTest({ fields, types, testsAreAllowed });
  return (
    <FormDialog
      title={connection === null ? t("connections.add") : t("connections.editOf", { name: connection.connection_id })}
      submit={connection === null ? t("add") : t("save")}
      size="xl"
      sends={sends}
      missing={problem === null ? null : t(`connections.problem.${problem}`)}
      beside={
        <GuardedButton
          variant="default"
          mr="auto"
          reason={whyNoTest}
          loading={tests.isPending}
          onClick={() => tests.mutate()}
        >
          {t("connections.test")}
        </GuardedButton>
      }
      onClose={onClose}
    >
      <ConnectionFieldset
        fields={fields}
        types={types}
        isKnown={connection !== null}
        secretSet={secretSet}
        onChange={setFields}
      />
      {tests.data !== undefined && <TestSteps result={tests.data} />}
      {tests.error !== null && <ProblemPanel error={tests.error} />}
    </FormDialog>
  );
}

function startOf(connection: Connection | null, types: readonly ConnectionType[]): ConnectionFields {
  if (connection === null) return NOTHING;
  return fieldsOf(
    connection,
    types.find(({ type }) => type === connection.conn_type),
  );
}

function useSaving(connection: Connection | null, body: ConnectionBody, onSaved: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (): Promise<unknown> => {
      if (connection === null) return client.post("/api/v2/connections", { body });
      const path = { connection_id: connection.connection_id };
      return client.patch("/api/v2/connections/{connection_id}", { params: { path }, body });
    },
    // What was typed must not lie in a cache.
    gcTime: 0,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["connections"] });
      onSaved();
    },
  });
}

interface Testable extends Pick<ConnectionDialogProps, "types" | "testsAreAllowed"> {
  readonly fields: ConnectionFields;
}

/** In words; null: it can be tested. */
function useWhyNoTest({ fields, types, testsAreAllowed }: Testable): string | null {
  const { t } = useTranslation("admin");
  const create = useMay("connections", "create");
  const problem = problemOf(fields);
  if (!testsAreAllowed) return t("connections.testsAreOff");
  if (problem !== null) return t(`connections.problem.${problem}`);
  const canBeTested = types.find(({ type }) => type === fields.type)?.can_be_tested === true;
  return canBeTested ? create.reason : t("connections.untestable", { type: fields.type });
}
