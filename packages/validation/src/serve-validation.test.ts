import { MessageChannel } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { connectValidator, type MessageEndpoint, serveValidation, ValidationFailed } from './index.js';
import { readSchemas } from './node.js';
import type { ValidationRequest, ValidationResponse } from './protocol.js';

const letter = '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>';
let close = (): void => undefined;
afterEach(() => close());

function connect(schemas = readSchemas()) {
  const { port1, port2 } = new MessageChannel();
  close = () => port1.close();
  serveValidation(port2 as unknown as MessageEndpoint<ValidationResponse, ValidationRequest>);
  port2.start();
  const validator = connectValidator(
    port1 as unknown as MessageEndpoint<ValidationRequest, ValidationResponse>,
    schemas,
  );
  port1.start();
  return validator;
}

test('findings come back over a channel', async () => {
  const findings = await connect().validate(letter);
  expect(findings).toMatchObject([{ code: 'content-incomplete', element: 'TEI' }]);
});

test('of several sources that wait, the last is checked', async () => {
  const validator = connect();
  await validator.ready;
  const answers = await Promise.all(['<a/>', '<b/>', letter].map((source) => validator.validate(source)));
  expect(answers[0]).toBeUndefined();
  expect(answers[1]).toBeUndefined();
  expect(answers[2]).toMatchObject([{ code: 'content-incomplete' }]);
});

test('schemas that cannot be used are told of, then and later', async () => {
  const validator = connect({ ...readSchemas(), sch: '<html/>' });
  const early = validator.validate(letter);
  await expect(early).rejects.toThrow(ValidationFailed);
  await expect(validator.ready).rejects.toThrow('Schematron');
  await expect(validator.validate(letter)).rejects.toThrow(ValidationFailed);
});
