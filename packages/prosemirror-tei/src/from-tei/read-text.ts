import { decodeReference } from '@chancery/xml';
import type { Mark } from 'prosemirror-model';
import { schema } from '../schema/schema.js';
import type { InlineBuilder } from './inline-builder.js';
import { breaksLine, endOfSpace, isSpace } from './white-space.js';

const AMPERSAND = 38;

/**
 * Reads character data into running text: a run of white space that breaks the line is one space, other spaces stand as
 * they are; a reference is its character, or an opaque leaf where it stands for a declared entity or a line end.
 */
export function readText(
  source: string,
  from: number,
  to: number,
  marks: readonly Mark[],
  preserve: boolean,
  into: InlineBuilder,
): void {
  let at = from;
  let plain = from;
  const flush = () => {
    if (plain < at) into.literal(source.slice(plain, at), plain, marks);
  };
  while (at < to) {
    const code = source.charCodeAt(at);
    if (code === AMPERSAND) {
      flush();
      const end = source.indexOf(';', at) + 1;
      readReference(source.slice(at, end), at, end, marks, into);
      at = end;
      plain = end;
    } else if (code === 13 && preserve) {
      flush();
      const end = source.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
      into.unit('\n', at, end, marks);
      at = end;
      plain = end;
    } else if (!preserve && isSpace(code)) {
      const end = endOfSpace(source, at, to);
      if (breaksLine(source.slice(at, end))) {
        flush();
        into.unit(' ', at, end, marks);
        plain = end;
      }
      at = end;
    } else {
      at += 1;
    }
  }
  flush();
}

function readReference(
  raw: string,
  start: number,
  end: number,
  marks: readonly Mark[],
  into: InlineBuilder,
): void {
  const decoded = decodeReference(raw);
  if (decoded === undefined || breaksLine(decoded)) {
    const kind = decoded === undefined ? 'entity' : 'character';
    into.node(schema.node('opaque', { kind, source: raw }, undefined, marks));
    into.map.push(start, end);
    return;
  }
  into.unit(decoded.charAt(0), start, end, marks);
  if (decoded.length > 1) into.unit(decoded.charAt(1), end, end, marks);
}
