/**
 * Files and messages on AWS: an order comes in a queue, its file in a bucket, and is put away. Needs a connection `aws_default` (or the
 * SDK's own credentials), and the variables `bucket` and `queue` (a URL).
 */
import { dag } from "momiji";
import { s3Copy, s3KeySensor, sqsReceive } from "@momiji/amazon";

export default dag({ id: "aws_files", schedule: null }, ({ task }) => {
  const orders = sqsReceive("order", {
    sqsQueue: "{{ var.value.queue }}",
    messageFiltering: "jsonpath",
    messageFilteringConfig: "kind",
    messageFilteringMatchValues: ["rows"],
    pokeInterval: { seconds: 30 },
    timeout: { hours: 6 },
  });
  const rows = s3KeySensor("rows", {
    bucketKey: "in/*.csv",
    bucketName: "{{ var.value.bucket }}",
    wildcardMatch: true,
    checkFn: (files) => files.every(({ Size }) => Number(Size) > 0),
  });
  const kept = s3Copy("keep", {
    sourceBucketKey: "{{ inputs.rows[0] }}",
    sourceBucketName: "{{ var.value.bucket }}",
    destBucketKey: "s3://{{ var.value.bucket }}/kept/{{ inputs.rows[0] }}",
    inputs: { rows },
  });
  orders.before(rows);
  task("report", { orders, kept }, ({ orders, kept }, ctx) => ctx.log.info(`${orders.length} order, kept at ${kept}`));
});
