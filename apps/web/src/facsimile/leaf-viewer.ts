import type { PageImageAnswer } from '@chancery/server/api';
import type { ZoneArea } from '@chancery/tei';
import OpenSeadragon from 'openseadragon';
import { leafTiles } from './leaf-tiles.js';
import { TilesUnderWay } from './tiles-under-way.js';
import { type ShownZones, ZoneLayer } from './zone-layer.js';

/** How the picture of a leaf is shown: it is not changed by any of this. */
export interface Look {
  /** Quarter turns clockwise on top of what sets the leaf upright, in degrees. */
  readonly turn: number;
  /** 1 is as it is. */
  readonly contrast: number;
}

/** Shows one leaf at a time in an element, moved and enlarged by mouse, touch and keys. */
export class LeafViewer {
  readonly #viewer: OpenSeadragon.Viewer;
  readonly #calledOff = new AbortController();
  readonly #layer: ZoneLayer;
  #zones: ShownZones | undefined;
  #leaf: PageImageAnswer | undefined;
  /** Of the picture that is shown. */
  #tiles: TilesUnderWay | undefined;
  #turn = 0;
  /** Told of the area that is drawn next, while somebody draws. */
  #drawing: ((area: ZoneArea) => void) | undefined;
  #begun: OpenSeadragon.Point | undefined;
  /** What is fitted again when there is more or less room, until somebody moves the picture. */
  #fitted: 'whole' | 'width' | undefined;

  /** @param onClick called when somebody clicks on the picture, without moving it, with the point in its pixels */
  constructor(element: HTMLElement, onClick: (x: number, y: number) => void) {
    this.#viewer = OpenSeadragon({
      element,
      drawer: 'canvas',
      showNavigationControl: false,
      gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
      gestureSettingsTouch: { clickToZoom: false, dblClickToZoom: true, pinchRotate: false },
      animationTime: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 0.4,
      maxZoomPixelRatio: 3,
      visibilityRatio: 0.5,
    });
    this.#viewer.addHandler('resize', () => {
      const fitted = this.#fitted;
      if (fitted) requestAnimationFrame(() => (fitted === 'whole' ? this.fit() : this.fitWidth()));
    });
    const moved = () => {
      this.#fitted = undefined;
    };
    for (const event of [
      'canvas-drag',
      'canvas-scroll',
      'canvas-pinch',
      'canvas-double-click',
      'canvas-key',
    ] as const)
      this.#viewer.addHandler(event, moved);
    this.#viewer.addHandler('canvas-click', ({ quick, position }) => {
      const point = quick && !this.#drawing ? this.#pointAt(position) : undefined;
      if (point) onClick(point.x, point.y);
    });
    this.#viewer.addHandler('canvas-press', ({ position }) => {
      this.#begun = this.#drawing ? this.#pointAt(position) : undefined;
    });
    this.#viewer.addHandler('canvas-drag', (event) => {
      if (this.#begun) event.preventDefaultAction = true;
    });
    this.#viewer.addHandler('canvas-release', ({ position }) => {
      const [from, to] = [this.#begun, this.#pointAt(position)];
      this.#begun = undefined;
      if (from && to) this.#drawing?.(this.#within(from, to));
    });
    this.#layer = new ZoneLayer(this.#viewer, () => this.#scale());
  }

  /** Shows a leaf, whole. */
  async show(leaf: PageImageAnswer): Promise<void> {
    this.#leaf = leaf;
    const { signal } = this.#calledOff;
    const tileSource = await leafTiles(leaf, signal);
    if (signal.aborted || this.#leaf !== leaf) return;
    this.#tiles?.callOff();
    await new Promise<void>((done, fail) => {
      this.#viewer.addTiledImage({
        tileSource,
        index: 0,
        replace: this.#viewer.world.getItemCount() > 0,
        success: () => done(),
        error: () => fail(new Error('The image could not be loaded.')),
      });
    });
    const item = this.#viewer.world.getItemAt(0);
    this.#tiles = new TilesUnderWay(item.source);
    const { crop } = leaf;
    const by = this.#scale();
    item.setClip(
      crop ? new OpenSeadragon.Rect(crop.left * by, crop.top * by, crop.width * by, crop.height * by) : null,
    );
    this.#applyTurn();
    this.fit();
    if (this.#zones) this.#layer.show(this.#zones);
  }

  /** Shows zones of the leaf over it. */
  zones(shown: ShownZones): void {
    this.#zones = shown;
    this.#layer.show(shown);
  }

  /** Moves the picture so that an area can be seen, if it cannot. */
  reveal(area: ZoneArea): void {
    this.#layer.reveal(area);
  }

  /** What is dragged over the picture is an area, until it is told to be no more; the picture stays where it is. */
  draw(onDrawn: ((area: ZoneArea) => void) | undefined): void {
    this.#drawing = onDrawn;
  }

  look({ turn, contrast }: Look): void {
    this.#turn = turn;
    this.#applyTurn();
    const { canvas } = this.#viewer;
    const drawn = canvas.querySelector('canvas');
    if (drawn) drawn.style.filter = contrast === 1 ? '' : `contrast(${contrast})`;
  }

  /** Names the picture, which takes the keys, for those who do not see it. */
  name(words: string): void {
    const { canvas } = this.#viewer;
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', words);
  }

  zoom(factor: number): void {
    this.#fitted = undefined;
    this.#viewer.viewport.zoomBy(factor);
    this.#viewer.viewport.applyConstraints();
  }

  /** The whole leaf, as large as there is room. */
  fit(): void {
    const area = this.#area();
    if (!area) return;
    this.#fitted = 'whole';
    this.#viewer.viewport.fitBounds(area, true);
  }

  /** The leaf as wide as there is room, from its top. */
  fitWidth(): void {
    const area = this.#area();
    if (!area) return;
    this.#fitted = 'width';
    const { viewport } = this.#viewer;
    const sideways = this.#degrees() % 180 !== 0;
    if (sideways) {
      viewport.fitBounds(area, true);
      return;
    }
    const height = area.width / viewport.getAspectRatio();
    viewport.fitBounds(new OpenSeadragon.Rect(area.x, area.y, area.width, height), true);
  }

  close(): void {
    this.#calledOff.abort();
    this.#tiles?.callOff();
    this.#viewer.destroy();
  }

  #pointAt(position: OpenSeadragon.Point): OpenSeadragon.Point | undefined {
    if (this.#viewer.world.getItemCount() === 0) return undefined;
    const point = this.#viewer.world.getItemAt(0).viewerElementToImageCoordinates(position);
    return point.divide(this.#scale());
  }

  /** How many pixels of the picture that is loaded are one of the leaf: another house may tell of more than it shows. */
  #scale(): number {
    if (this.#viewer.world.getItemCount() === 0 || !this.#leaf) return 1;
    return this.#viewer.world.getItemAt(0).getContentSize().x / this.#leaf.width;
  }

  /** The box between two points, as far as it is on the picture. */
  #within(one: OpenSeadragon.Point, other: OpenSeadragon.Point): ZoneArea {
    const { width = 0, height = 0 } = this.#leaf ?? {};
    const inside = (value: number, most: number) => Math.round(Math.min(most, Math.max(0, value)));
    return {
      left: inside(Math.min(one.x, other.x), width),
      top: inside(Math.min(one.y, other.y), height),
      right: inside(Math.max(one.x, other.x), width),
      bottom: inside(Math.max(one.y, other.y), height),
    };
  }

  #degrees(): number {
    return ((this.#leaf?.rotation ?? 0) + this.#turn) % 360;
  }

  #applyTurn(): void {
    this.#viewer.viewport.setRotation(this.#degrees(), true);
  }

  #area(): OpenSeadragon.Rect | undefined {
    if (this.#viewer.world.getItemCount() === 0 || !this.#leaf) return undefined;
    const { crop, width, height } = this.#leaf;
    const { left, top, width: wide, height: high } = crop ?? { left: 0, top: 0, width, height };
    const by = this.#scale();
    return this.#viewer.world
      .getItemAt(0)
      .imageToViewportRectangle(left * by, top * by, wide * by, high * by);
  }
}
