import { attributeValue, childElements, type XmlElement } from '@chancery/xml';

/** The element's XPath from the root, with a position wherever siblings share its name: `/TEI/text/body/div/p[2]`. */
export function xpathOf(element: XmlElement): string {
  const steps: string[] = [];
  for (let each: XmlElement | undefined = element; each !== undefined; each = each.parent) {
    const current: XmlElement = each;
    const same = each.parent && childElements(each.parent).filter((sibling) => sibling.name === current.name);
    steps.unshift(
      same !== undefined && same.length > 1 ? `${each.name}[${same.indexOf(each) + 1}]` : each.name,
    );
  }
  return `/${steps.join('/')}`;
}

/** The `xml:id` of the element, or of the nearest element around it that has one. */
export function nearestId(element: XmlElement): string | undefined {
  for (let each: XmlElement | undefined = element; each !== undefined; each = each.parent) {
    const id = attributeValue(each, 'xml:id');
    if (id !== undefined) return id;
  }
  return undefined;
}
