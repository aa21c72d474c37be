import { childElements, type XmlAttribute, type XmlElement } from '@chancery/xml';

/** Elements whose `xml:id` an earlier element of the file already has (xml:id 1.0 §4). */
export function doubledIds(
  root: XmlElement,
): readonly { element: XmlElement; attribute: XmlAttribute; first: XmlElement }[] {
  const owners = new Map<string, XmlElement>();
  const doubled: { element: XmlElement; attribute: XmlAttribute; first: XmlElement }[] = [];
  const pending = [root];
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    const attribute = element.attributes.find((each) => each.name === 'xml:id');
    if (attribute !== undefined) {
      const first = owners.get(attribute.value);
      if (first === undefined) owners.set(attribute.value, element);
      else doubled.push({ element, attribute, first });
    }
    pending.push(...childElements(element).reverse());
  }
  return doubled;
}
