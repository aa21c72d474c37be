import { ParseOption, RelaxNGValidator, XmlDocument, XmlLibError } from 'libxml2-wasm';
import { SchemaError } from '../schema-error.js';

/** What libxml2 says about a place: the line is its own, and there is no column. */
export interface LibxmlError {
  readonly line: number;
  readonly message: string;
}

/** A RELAX NG schema compiled by libxml2, for verdicts. */
export interface CompiledSchema {
  /** Nothing for a valid source. The source must be well-formed. */
  verdict(source: string): readonly LibxmlError[] | undefined;
  dispose(): void;
}

/**
 * Nothing is fetched and no entity is expanded; a doubled `xml:id` is not libxml2's to refuse. What the declaration says
 * of an encoding is passed over: the source is text already.
 */
const options =
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_SKIP_IDS |
  ParseOption.XML_PARSE_IGNORE_ENC |
  ParseOption.XML_PARSE_BIG_LINES;

/**
 * Compiles a RELAX NG schema in the XML syntax.
 *
 * @throws {SchemaError} when libxml2 does not take it for one.
 */
export function compileSchema(rng: string): CompiledSchema {
  const schema = parse(rng);
  let validator: RelaxNGValidator;
  try {
    validator = RelaxNGValidator.fromDoc(schema);
  } catch (error) {
    throw new SchemaError(`The RELAX NG schema cannot be compiled: ${message(error)}`, { cause: error });
  } finally {
    schema.dispose();
  }
  return {
    verdict: (source) => {
      let document: XmlDocument;
      try {
        document = XmlDocument.fromString(source, { encoding: 'utf-8', option: options });
      } catch (error) {
        return details(error);
      }
      try {
        validator.validate(document);
        return undefined;
      } catch (error) {
        return details(error);
      } finally {
        document.dispose();
      }
    },
    dispose: () => validator.dispose(),
  };
}

function parse(rng: string): XmlDocument {
  try {
    return XmlDocument.fromString(rng, { encoding: 'utf-8', option: options });
  } catch (error) {
    throw new SchemaError(`The RELAX NG schema is not well-formed XML: ${message(error)}`, { cause: error });
  }
}

function message(error: unknown): string {
  return error instanceof Error ? error.message.trim() : String(error);
}

function details(error: unknown): readonly LibxmlError[] {
  if (error instanceof XmlLibError && error.details.length > 0) {
    return error.details.map((detail) => ({ line: detail.line, message: detail.message.trim() }));
  }
  return [{ line: 1, message: message(error) }];
}
