import { Disk } from 'flydrive';
import { S3Driver } from 'flydrive/drivers/s3';
import type { Bucket } from './bucket.js';

/** Milliseconds until a store is given up that does not answer. */
const connecting = 5_000;
const answering = 60_000;

/** A bucket as a disk. */
export function openBucket({ name, endpoint, region }: Bucket): Disk {
  return new Disk(
    new S3Driver({
      bucket: name,
      region,
      visibility: 'private',
      // Stores of others, and Amazon’s own for some years, keep no access list for each object.
      supportsACL: false,
      // What is read is known by its SHA-256; stores of others do not know the newer checksums of Amazon’s.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: connecting, requestTimeout: answering },
      ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    }),
  );
}
