import type { Severity } from '../finding.js';

/** A Schematron schema as it is run: ISO/IEC 19757-3:2020 without abstract patterns, inclusions and phases. */
export interface SchematronSchema {
  readonly namespaces: ReadonlyMap<string, string>;
  readonly variables: readonly Variable[];
  readonly patterns: readonly SchematronPattern[];
}

export interface Variable {
  readonly name: string;
  readonly value: string;
}

export interface SchematronPattern {
  readonly id: string | undefined;
  readonly variables: readonly Variable[];
  /** In order: the first rule whose context matches a node is the only one of its pattern to be applied to it. */
  readonly rules: readonly Rule[];
}

export interface Rule {
  readonly context: string;
  readonly variables: readonly Variable[];
  readonly assertions: readonly Assertion[];
}

export interface Assertion {
  readonly id: string;
  /** A `report` speaks when its test is true, an `assert` when it is false. */
  readonly kind: 'assert' | 'report';
  readonly test: string;
  readonly severity: Severity;
  /** Text as it stands, XPath expressions whose string values are set in its place, and nodes by what editors call them. */
  readonly message: readonly (string | { readonly expression: string } | { readonly called: string })[];
  /** The attribute to point at, from `@subject`; otherwise the context itself. */
  readonly subject: string | undefined;
  readonly fixes: readonly QuickFix[];
}

/** A Schematron QuickFix (schematron-quickfix.com): the part of it that sets or removes attributes of the context. */
export interface QuickFix {
  readonly id: string;
  readonly useWhen: string | undefined;
  readonly label: Assertion['message'];
  readonly actions: readonly QuickFixAction[];
}

export type QuickFixAction =
  | { readonly kind: 'set'; readonly attribute: string; readonly value: string }
  | { readonly kind: 'remove'; readonly attribute: string };
