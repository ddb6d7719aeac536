/**
 * A job that is written in another language and packed as an image, as a pod of Kubernetes: its arguments are the conf of the run
 * (`momiji dags trigger node_jobs --conf '{"user": "momiji"}'`). A follower runs only if it fails.
 */
import { kubernetesPod } from "@momiji/kubernetes";
import { dag } from "momiji";

const isLocal = (process.env["ENV"] ?? "local") === "local";
const registry = `${process.env["ACCOUNT_ID"] ?? ""}.dkr.ecr.us-west-2.amazonaws.com/`;

const defaults = { owner: "sample", retries: 2, retryDelay: { seconds: 5 } };

export default dag({ id: "node_jobs", tags: ["example"], defaults }, ({ task }) => {
  const run = kubernetesPod("test_task", {
    name: "test",
    namespace: "jobs",
    image: isLocal ? "test/nodejobs:1.0.0" : `${registry}test/nodejobs:${process.env["IMAGE_TAG"] ?? "1.0.0"}`,
    imagePullSecrets: isLocal ? [] : ["aws-registry"],
    cmds: ["node", "services/service/nodejobs.js"],
    arguments: ["{{ dag_run.conf }}"],
    env: { DB_USER: process.env["DB_USER"] ?? "" },
    volumes: [{ name: "sample-data", emptyDir: {} }],
    volumeMounts: [{ name: "sample-data", mountPath: "/sample-data" }],
    annotations: { "sidecar.istio.io/inject": "false" },
    resources: { requests: { cpu: "200m", memory: "256Mi" }, limits: { cpu: "1000m", memory: "1Gi" } },
    xcom: "lastLine",
  });
  const alarm = task("alarm", { triggerRule: "one_failed" }, ({ log }) => log.warning("the job has failed"));
  run.before(alarm);
});
