import * as namespace from 'fontoxpath';

type Fontoxpath = typeof namespace;

/** Node sees a CommonJS module, whose exports stand under `default`; bundlers take the ES module, which has no default. */
const fontoxpath: Fontoxpath = (Reflect.get(namespace, 'default') as Fontoxpath | undefined) ?? namespace;

export const {
  createTypedValueFactory,
  domFacade,
  evaluateXPath,
  evaluateXPathToBoolean,
  evaluateXPathToFirstNode,
  evaluateXPathToNodes,
  evaluateXPathToString,
} = fontoxpath;
