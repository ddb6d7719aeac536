/** A bucket and a key as Airflow's options name them: apart, or together as `s3://BUCKET/KEY`. */
export interface S3Place {
  readonly bucket: string;
  readonly key: string;
}

const URL_FORM = /^s3:\/\/(?<bucket>[^/]+)\/(?<key>.+)$/s;

/** What stands in messages: the names of both options. */
export interface PlaceNames {
  readonly key: string;
  readonly bucket: string;
}

/** @throws an Error in words */
export function s3Place(key: string, bucket: string | undefined, names: PlaceNames): S3Place {
  const url = URL_FORM.exec(key)?.groups;
  const isUrl = key.startsWith("s3://");
  if (isUrl && (url?.["bucket"] === undefined || url["key"] === undefined))
    throw new Error(`${names.key} must be s3://BUCKET/KEY, not ${key}`);
  if (isUrl && bucket !== undefined)
    throw new Error(`${names.key} names its bucket (${key}), so ${names.bucket} must be left out`);
  if (url?.["bucket"] !== undefined && url["key"] !== undefined) return { bucket: url["bucket"], key: url["key"] };
  if (bucket === undefined || bucket === "")
    throw new Error(`${names.bucket} is needed, or ${names.key} as s3://BUCKET/KEY`);
  return { bucket, key };
}
