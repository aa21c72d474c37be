/** A schema that cannot be used: it is malformed, or uses what is not supported. The message says which. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
}
