/** A bucket of an S3 store. */
export interface Bucket {
  readonly name: string;
  /** The address of the store, where it is not Amazon’s. */
  readonly endpoint: string | undefined;
  readonly region: string;
}

/** The setting names no bucket; `message` says what it has to be. */
export class NoBucket extends Error {
  override readonly name = 'NoBucket';
}

const example = 's3://bucket?region=eu-central-1, or s3://bucket?endpoint=https://s3.example.org';

/**
 * Reads where images are kept: `s3://bucket?endpoint=https://s3.example.org&region=eu-central-1`.
 *
 * @throws {NoBucket}
 */
export function readBucket(setting: string): Bucket {
  const [, name = '', query = ''] =
    /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/?(?:\?(.*))?$/.exec(setting) ?? [];
  const asked = new URLSearchParams(query);
  const endpoint = asked.get('endpoint') ?? undefined;
  const unknown = [...asked.keys()].find((key) => key !== 'endpoint' && key !== 'region');
  const isAddress = endpoint === undefined || /^https?:\/\/[^/?#@]+\/?$/.test(endpoint);
  if (name === '' || unknown !== undefined || !isAddress)
    throw new NoBucket(
      `It has to be one such as ${example}. The key is set apart, as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`,
    );
  return { name, endpoint, region: asked.get('region') ?? 'us-east-1' };
}
