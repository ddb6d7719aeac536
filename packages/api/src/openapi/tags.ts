/** The groups that operations are shown in. */
const ABOUT: { readonly [name: string]: string } = {
  dags: "DAGs, and what is seen of them: grid, calendar, schedule",
  dagVersions: "Versions of DAGs",
  tasks: "Tasks of DAGs",
  dagRuns: "Runs",
  taskInstances: "Task instances and their attempts",
  taskGroupInstances: "Task groups of runs",
  logs: "Logs of attempts, as Airflow gives them",
  log: "Logs of attempts line by line",
  xcomEntries: "What tasks hand to each other",
  hitlDetails: "Questions to people",
  "state-store": "What task instances and assets keep",
  backfills: "Runs of past dates",
  assets: "Data that tasks make and DAGs wait for",
  variables: "Values that tasks read",
  connections: "How to reach what is outside",
  pools: "How many task instances run at once",
  dagStats: "How many runs of each DAG are in which state",
  dagTags: "Tags of DAGs",
  dagWarnings: "What is doubtful about DAGs",
  dagSources: "The code of DAGs",
  importErrors: "What is wrong with DAG files",
  parseDagFile: "Have a DAG file read again",
  eventLogs: "Who did what",
  callbacks: "What was called when something became of a run",
  deadlines: "By when runs should have come so far",
  schedule: "What schedules will do",
  preview: "What acts would do",
  home: "What greets",
  timeline: "What ran when",
  workers: "Who runs tasks",
  search: "Finding things by their names",
  events: "What changes, as it changes",
  me: "Yourself: your password, your settings",
  tokens: "Your sessions and tokens",
  auth: "Signing in and out",
  users: "Users, under the paths of Airflow's FAB auth manager",
  roles: "Roles and permissions, under the paths of Airflow's FAB auth manager",
  config: "Settings of the installation",
  providers: "Momiji's packages",
  plugins: "There are none here",
  jobs: "Processes of the installation",
  monitor: "Health",
  version: "The version of the server",
  server: "For whoever watches the server, and upkeep",
};

export const TAGS = Object.entries(ABOUT).map(([name, description]) => ({ name, description }));

/** `dagRuns`, `variables`: the last word that names a thing. What has none of these belongs to the server itself. */
export function tagOf(path: string): string {
  return path.split("/").findLast((word) => Object.hasOwn(ABOUT, word)) ?? "server";
}
