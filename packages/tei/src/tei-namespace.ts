/** The namespace of every element in the table. See TEI Guidelines, v.7.1 Namespaces. */
export const teiNamespace = 'http://www.tei-c.org/ns/1.0';
