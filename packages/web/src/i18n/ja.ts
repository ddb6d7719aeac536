/** 日本語: loaded by those who chose it. */
import acts from "./ja/acts.json" with { type: "json" };
import admin from "./ja/admin.json" with { type: "json" };
import assets from "./ja/assets.json" with { type: "json" };
import backfill from "./ja/backfill.json" with { type: "json" };
import browse from "./ja/browse.json" with { type: "json" };
import code from "./ja/code.json" with { type: "json" };
import dag from "./ja/dag.json" with { type: "json" };
import dags from "./ja/dags.json" with { type: "json" };
import failure from "./ja/failure.json" with { type: "json" };
import graph from "./ja/graph.json" with { type: "json" };
import hitl from "./ja/hitl.json" with { type: "json" };
import home from "./ja/home.json" with { type: "json" };
import jobs from "./ja/jobs.json" with { type: "json" };
import keys from "./ja/keys.json" with { type: "json" };
import palette from "./ja/palette.json" with { type: "json" };
import problem from "./ja/problem.json" with { type: "json" };
import run from "./ja/run.json" with { type: "json" };
import security from "./ja/security.json" with { type: "json" };
import settings from "./ja/settings.json" with { type: "json" };
import shell from "./ja/shell.json" with { type: "json" };
import states from "./ja/states.json" with { type: "json" };
import table from "./ja/table.json" with { type: "json" };
import task from "./ja/task.json" with { type: "json" };
import timeline from "./ja/timeline.json" with { type: "json" };
import trigger from "./ja/trigger.json" with { type: "json" };
import why from "./ja/why.json" with { type: "json" };

export const ja = {
  acts,
  admin,
  assets,
  backfill,
  browse,
  code,
  dag,
  dags,
  failure,
  graph,
  hitl,
  home,
  jobs,
  keys,
  palette,
  problem,
  run,
  security,
  settings,
  shell,
  states,
  table,
  task,
  timeline,
  trigger,
  why,
};
