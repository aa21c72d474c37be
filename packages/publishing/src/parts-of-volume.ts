import { attributeValue, childElements, type XmlElement } from '@chancery/xml';

/** A division of the front or back matter, which has a page of its own. */
export interface VolumePart {
  readonly place: 'front' | 'back';
  /** The address of its page, as xslt/web/modules/calendar.xsl has it. */
  readonly slug: string;
  readonly element: XmlElement;
}

/** The parts of a volume that have an address, in their order. */
export function partsOfVolume(tei: XmlElement): VolumePart[] {
  const of = (parent: XmlElement | undefined, name: string) =>
    parent ? childElements(parent).filter(({ localName }) => localName === name) : [];
  const [text] = of(tei, 'text');
  return (['front', 'back'] as const).flatMap((place) =>
    of(of(text, place)[0], 'div').flatMap((element) => {
      const slug = attributeValue(element, 'xml:id') ?? attributeValue(element, 'type');
      return slug === undefined ? [] : [{ place, slug, element }];
    }),
  );
}
