import { RelaxNGValidator, XmlDocument, XmlValidateError } from 'libxml2-wasm';

/** Compiles a RELAX NG schema; the function it gives says what is wrong with a document, or nothing. */
export function verdictOf(schema: string): (source: string) => string | undefined {
  const parsed = XmlDocument.fromString(schema);
  const validator = RelaxNGValidator.fromDoc(parsed);
  return (source) => {
    const document = XmlDocument.fromString(source);
    try {
      validator.validate(document);
      return undefined;
    } catch (error) {
      if (error instanceof XmlValidateError) return error.message;
      throw error;
    } finally {
      document.dispose();
    }
  };
}
