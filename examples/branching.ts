/**
 * One way or another: a branch by the data of the day, a branch by the day of the week, and a short circuit that ends the run
 * early. What is not chosen is skipped; the join runs because nothing failed and something succeeded.
 */
import { dag, label } from "momiji";
import { bash, branchDayOfWeek, empty } from "momiji/operators";

export default dag({ id: "branching", tags: ["example"] }, ({ task, branch, shortCircuit, chain }) => {
  const count = task("count_changes", ({ runAfter }) => 10 + runAfter.hour);

  const full = bash("load_full", { command: "echo 'everything, from the beginning'" });
  const delta = bash("load_delta", { command: "echo 'what has changed'" });
  const load = branch("choose_load", { inputs: { count }, choices: { full, delta } }, ({ count }, { log }) => {
    log.info(`${count} changes`);
    return count > 100 ? "full" : "delta";
  });

  const loaded = empty("loaded", { triggerRule: "none_failed_min_one_success" });
  chain(load, label("either way"), [full, delta], [loaded, loaded]);

  const weekly = bash("weekly_report", { command: "echo 'the week in numbers'" });
  const daily = bash("daily_report", { command: "echo 'the day in numbers'" });
  branchDayOfWeek("which_report", { weekDay: "monday", ifTrue: weekly, ifFalse: daily }).after(loaded);

  const anyoneThere = shortCircuit("anyone_subscribed", { inputs: { count } }, ({ count }) => count > 1_000);
  chain(loaded, anyoneThere, empty("collect_addresses"), bash("send_mail", { command: "echo 'never reached'" }));
});
