/** Groups: tasks that belong together, in groups of groups, with defaults of their own and edges as a whole. */
import { dag, label } from "momiji";
import { bash, empty } from "momiji/operators";

export default dag({ id: "task_groups", tags: ["example"] }, ({ task, group, chain }) => {
  const start = empty("start");

  const load = group(
    "load",
    { tooltip: "one group a source", defaults: { retries: 2, retryDelay: { seconds: 5 } } },
    () => {
      for (const source of ["orders", "customers"]) {
        group(source, () => {
          const fetch = bash("fetch", { command: `echo 'rows of ${source}'` });
          const store = bash("store", { command: `echo 'stored ${source}'` });
          fetch.before(store);
        });
      }
    },
  );

  // Without a prefix the ids stand as they are: `report`, not `publish.report`.
  const publish = group("publish", { prefixGroupId: false, groupDisplayName: "Publish it" }, () => {
    const report = task("report", () => "two sources, one report");
    task("archive", { report }, ({ report }, { log }) => log.info(report));
  });

  chain(start, load, label("all sources are in"), publish, empty("end"));
});
