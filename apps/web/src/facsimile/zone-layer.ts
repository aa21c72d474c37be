import type { ZoneArea } from '@chancery/tei';
import type OpenSeadragon from 'openseadragon';
import type { ZoneOfLeaf } from './zones-of-doc.js';

const svg = 'http://www.w3.org/2000/svg';

/** What of the zones is shown on the picture. */
export interface ShownZones {
  /** That of the caret’s line, or of its block. */
  readonly current: ZoneOfLeaf | undefined;
  /** The others, while they are all shown. */
  readonly others: readonly ZoneOfLeaf[];
  /** The one that is being adjusted. */
  readonly chosen: string | undefined;
}

/** Draws zones over the picture; they go with it as it is moved, enlarged and turned. */
export class ZoneLayer {
  readonly #viewer: OpenSeadragon.Viewer;
  readonly #scale: () => number;
  #drawn: Element[] = [];

  /** @param scale how many pixels of the picture that is loaded are one of the leaf */
  constructor(viewer: OpenSeadragon.Viewer, scale: () => number) {
    this.#viewer = viewer;
    this.#scale = scale;
  }

  /** Shows these zones in place of those before. */
  show({ current, others, chosen }: ShownZones): void {
    this.clear();
    for (const zone of others) if (zone.id !== current?.id && zone.id !== chosen) this.#draw(zone, 'zone');
    if (current && current.id !== chosen) this.#draw(current, 'zone current');
    const adjusted = [...others, ...(current ? [current] : [])].find(({ id }) => id === chosen);
    if (adjusted) this.#draw(adjusted, 'zone chosen');
  }

  clear(): void {
    for (const element of this.#drawn) this.#viewer.removeOverlay(element);
    this.#drawn = [];
  }

  /** Moves the picture so that an area can be seen, if it cannot. */
  reveal(area: ZoneArea): void {
    const there = this.#place(area);
    const { viewport } = this.#viewer;
    if (!there || viewport.getBounds().containsPoint(there.getCenter())) return;
    viewport.panTo(there.getCenter());
  }

  #draw({ area, id }: ZoneOfLeaf, className: string): void {
    const location = this.#place(area);
    if (!location) return;
    const element = document.createElementNS(svg, 'svg');
    element.setAttribute('class', className);
    element.setAttribute('aria-hidden', 'true');
    element.dataset.zone = id;
    const [width, height] = [area.right - area.left, area.bottom - area.top];
    element.setAttribute('viewBox', `0 0 ${width} ${height}`);
    element.setAttribute('preserveAspectRatio', 'none');
    const outline = document.createElementNS(svg, 'polygon');
    const corners = area.points ?? [
      { x: area.left, y: area.top },
      { x: area.right, y: area.top },
      { x: area.right, y: area.bottom },
      { x: area.left, y: area.bottom },
    ];
    outline.setAttribute('points', corners.map(({ x, y }) => `${x - area.left},${y - area.top}`).join(' '));
    outline.setAttribute('vector-effect', 'non-scaling-stroke');
    element.append(outline);
    // The element is an SVG’s, which the viewer lays out as any other.
    this.#viewer.addOverlay({ element: element as unknown as HTMLElement, location });
    this.#drawn.push(element);
  }

  #place({ left, top, right, bottom }: ZoneArea): OpenSeadragon.Rect | undefined {
    if (this.#viewer.world.getItemCount() === 0) return undefined;
    const by = this.#scale();
    const item = this.#viewer.world.getItemAt(0);
    return item.imageToViewportRectangle(left * by, top * by, (right - left) * by, (bottom - top) * by);
  }
}
