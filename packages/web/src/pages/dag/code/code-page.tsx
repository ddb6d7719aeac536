/** The code of a DAG in any of its versions, and what two of them differ in. */
import { useMediaQuery } from "@mantine/hooks";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { type CodeSearch, readCodeSearch } from "./code-search.ts";
import { SourceView } from "./source-view.tsx";
import { useVersions } from "./sources.ts";
import { VersionComparison } from "./version-comparison.tsx";
import { VersionFacts } from "./version-facts.tsx";
import { VersionPicker } from "./version-picker.tsx";

export function CodePage() {
  const { dagId } = useParams({ strict: false }) as { dagId: string };
  const search = useSearch({ from: "/dags/$dagId/code" });
  const navigate = useNavigate();
  const { data, error, refetch } = useVersions(dagId);
  const change = (changed: CodeSearch): void => {
    const changedSearch = readCodeSearch({ ...search, ...changed });
    void navigate({ to: "/dags/$dagId/code", params: { dagId }, search: changedSearch, replace: true });
  };
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const { dag_versions: versions, total_entries: total } = data;
  const version = search.version ?? versions[0]?.version_number;
  const shown = versions.find(({ version_number: number }) => number === version);
  return (
    <>
      <VersionPicker
        versions={versions}
        total={total ?? versions.length}
        version={version}
        against={search.against}
        onChange={(chosen, against) =>
          change({ version: chosen, against: against === chosen ? undefined : against, line: undefined })
        }
      />
      {shown !== undefined && <VersionFacts version={shown} />}
      {version !== undefined && <Code dagId={dagId} search={search} version={version} onChange={change} />}
    </>
  );
}

interface CodeProps {
  readonly dagId: string;
  readonly search: CodeSearch;
  readonly version: number;
  onChange(changed: CodeSearch): void;
}

function Code({ dagId, search, version, onChange }: CodeProps) {
  const isPhone = useMediaQuery("(max-width: 767px)");
  const wrap = search.wrap ?? isPhone;
  if (search.against === undefined)
    return (
      <SourceView
        dagId={dagId}
        version={version}
        line={search.line}
        taskId={search.task}
        wrap={wrap}
        onLine={(line) => onChange({ line })}
        onWrap={(wanted) => onChange({ wrap: wanted === isPhone ? undefined : wanted })}
      />
    );
  return (
    <VersionComparison
      dagId={dagId}
      versions={[search.against, version]}
      shape={search.shape ?? (isPhone ? "inline" : "side")}
      wrap={wrap}
      onShape={(shape) => onChange({ shape })}
    />
  );
}
