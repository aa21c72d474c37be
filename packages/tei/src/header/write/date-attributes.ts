import type { XmlElement } from '@chancery/xml';
import { attribute } from '../element-tree.js';
import { attributePatch } from './attribute-patch.js';
import type { DateValue } from './metadata-edit.js';
import type { SourcePatch } from './source-patch.js';

/** The patches that make a date say something else; whether it is a span it keeps where that is not said. */
export function dateAttributes(source: string, element: XmlElement, value: DateValue): SourcePatch[] {
  const wasSpan = attribute(element, 'from') !== undefined || attribute(element, 'to') !== undefined;
  const wanted = attributesOfDate({ isSpan: wasSpan, ...value });
  const patches: SourcePatch[] = [];
  const added: string[] = [];
  for (const [name, wantedValue] of Object.entries(wanted)) {
    if (attribute(element, name) === undefined && wantedValue !== undefined) added.push(name);
    else patches.push(...attributePatch(source, element, name, wantedValue));
  }
  // What is added comes at one place, behind all attributes.
  const more = added.flatMap((name) => attributePatch(source, element, name, wanted[name]));
  return [...patches, ...more];
}

/** What a date says, as the attributes of its element; those that are to be taken away are undefined. */
export function attributesOfDate(value: DateValue): Record<string, string | undefined> {
  const { when, notBefore, notAfter, isSpan = false, cert, precision, evidence } = value;
  return {
    when,
    notBefore: isSpan ? undefined : notBefore,
    notAfter: isSpan ? undefined : notAfter,
    from: isSpan ? notBefore : undefined,
    to: isSpan ? notAfter : undefined,
    cert,
    ...('precision' in value ? { precision } : {}),
    ...('evidence' in value ? { evidence } : {}),
  };
}
