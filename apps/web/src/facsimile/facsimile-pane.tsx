import { setAttributes } from '@chancery/prosemirror-tei';
import { pointerTo, type ZoneArea } from '@chancery/tei';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type Selection, TextSelection } from 'prosemirror-state';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { patchImage, putFacsimile } from '../api/images.js';
import { announce } from '../app/announce.js';
import { Icon } from '../app/icon.js';
import type { LetterSession } from '../desk/letter-session.js';
import { leafName } from '../images/image-words.js';
import { FacsimileBar } from './facsimile-bar.js';
import { LeafLines } from './leaf-lines.js';
import { LeafPicture } from './leaf-picture.js';
import { leafToShow } from './leaf-to-show.js';
import type { Look } from './leaf-viewer.js';
import { pageName, pagesOfText } from './page-of-text.js';
import { type Leaf, useLeaves, usePageOfCaret } from './use-leaves.js';
import { useRecognitions } from './use-recognitions.js';
import { useZones } from './use-zones.js';
import { ZoneEditor } from './zone-editor.js';
import { textAt } from './zones-of-doc.js';

const asItIs: Look = { turn: 0, contrast: 1 };

/** The image of the page that is being written, beside it: it follows the caret by page and line, and a click on it leads to the text. */
export function FacsimilePane(props: {
  session: LetterSession;
  letterId: string;
  editionId: string;
  canEdit: boolean;
  onClose: () => void;
}) {
  const { session, letterId, canEdit } = props;
  const queries = useQueryClient();
  const leaves = useLeaves(letterId);
  const page = usePageOfCaret(session);
  const [turnedTo, setTurnedTo] = useState<number>();
  const [follows, setFollows] = useState(true);
  const [look, setLook] = useState(asItIs);
  const [fault, setFault] = useState<string>();
  const images = leaves.data?.images ?? [];
  const isBeside = (each: Leaf | undefined) =>
    page?.facs !== undefined && each?.pointers.includes(page.facs) === true;
  const place = page?.facs === undefined ? -1 : images.findIndex(isBeside);
  const chosen = leafToShow({ count: images.length, turnedTo, follows, place });
  const leaf = images[chosen];

  const recognitions = useRecognitions(letterId);
  const { zones, linked, current } = useZones(session, leaf);
  const [adjusting, setAdjusting] = useState(false);
  const [zoneId, setZoneId] = useState<string>();
  const [moving, setMoving] = useState<ZoneArea>();
  const [drawing, setDrawing] = useState(false);
  const [drawn, setDrawn] = useState<ZoneArea>();
  const shown = useMemo(() => {
    const all = zones.map((zone) => (moving && zone.id === zoneId ? { ...zone, area: moving } : zone));
    return { current, others: adjusting ? all : [], chosen: adjusting ? zoneId : undefined };
  }, [zones, current, adjusting, zoneId, moving]);

  useEffect(() => {
    if (follows && place >= 0) setTurnedTo(place);
  }, [follows, place]);

  function show(next: number): void {
    const to = images[next];
    if (!to) return;
    setTurnedTo(next);
    setLook({ ...look, turn: 0 });
    announce(leafName(to));
  }

  function goToText(x: number, y: number): void {
    const { view } = session;
    const line = textAt(linked, x, y);
    if (line) {
      if (adjusting) setZoneId(line.zone.id);
      const from = line.begins ? line.to : line.at + 1;
      goTo(TextSelection.near(view.state.doc.resolve(from), 1));
      return;
    }
    const of = pagesOfText(view.state.doc).find(
      ({ facs }) => facs !== undefined && leaf?.pointers.includes(facs),
    );
    if (of) goTo(TextSelection.near(view.state.doc.resolve(of.at + 1), 1));
  }

  function goTo(there: Selection): void {
    const { view } = session;
    view.dispatch(view.state.tr.setSelection(there).scrollIntoView());
    view.focus();
  }

  /** Has the leaf stand for everybody as it is turned here. Turned back and kept again, it is as it was. */
  function keepTurn(): Promise<void> {
    return attempt(async () => {
      if (!leaf) return;
      const quarters = ((leaf.rotation + look.turn) / 90) % 4;
      await patchImage(leaf.id, { rotation: ([0, 90, 180, 270] as const)[quarters] });
      setLook({ ...look, turn: 0 });
      announce(`${leafName(leaf)} stands so for everybody.`);
    });
  }

  const putBeside = () =>
    attempt(async () => {
      if (!leaf || !page) return;
      const [facs] = await putFacsimile(letterId, [leaf.id]);
      if (facs !== undefined) point(facs);
    });

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      setFault(undefined);
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
    await queries.invalidateQueries({ queryKey: ['letter', letterId, 'images'] });
  }

  function point(facs: string | null): void {
    const { view } = session;
    if (page) setAttributes(page.id, { facs })(view.state, view.dispatch);
  }

  function inFile({ pointers, path, label, width, height }: Leaf) {
    // What the file calls it already, else the way to it.
    const url = pointers.find((pointer) => !pointer.startsWith('#')) ?? pointerTo(session.path, path);
    return { url, label, width, height };
  }

  function onKeyDown(event: KeyboardEvent): void {
    const to = { PageDown: chosen + 1, PageUp: chosen - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    show(to);
  }

  return (
    <section className="facsimile-pane" aria-label="Facsimile" data-pane="" onKeyDown={onKeyDown}>
      <FacsimileBar
        count={images.length}
        shown={chosen + 1}
        look={look}
        onShow={(number) => show(number - 1)}
        onLook={setLook}
        onKeepTurn={leaves.data?.mayManage ? () => void keepTurn() : undefined}
        onClose={props.onClose}
      />
      {leaves.error || fault ? (
        <p className="st err" role="alert">
          <Icon name="error" />
          {fault ?? leaves.error?.message}
        </p>
      ) : null}
      {leaf ? (
        <>
          <LeafPicture
            leaf={leaf}
            look={look}
            zones={shown}
            reveal={follows ? current?.area : undefined}
            onClick={goToText}
            onDrawn={drawing ? setDrawn : undefined}
          />
          <div className="foot">
            <span className="name" title={leafName(leaf)}>
              {leafName(leaf)}
            </span>
            {page && canEdit && !isBeside(leaf) ? (
              <button type="button" className="btn small" onClick={() => void putBeside()}>
                Show beside {pageName(page, page.at === pagesOfText(session.view.state.doc)[0]?.at)}
              </button>
            ) : null}
            {page && isBeside(leaf) ? (
              <>
                {/* Whoever sees the button beside it is told as much by that. */}
                <span className={canEdit ? 'sr' : 'quiet'}>Beside the caret’s page</span>
                {canEdit ? (
                  <button type="button" className="btn small ghost" onClick={() => point(null)}>
                    Take from the page
                  </button>
                ) : null}
              </>
            ) : null}
            {leaf.isSaid ? null : (
              <span className="st warn" role="status">
                <Icon name="warning" />
                How it is turned and cropped is kept at the desk only: the letter’s file has no place to say
                it, as where a leaf has several pictures.
              </span>
            )}
            {canEdit ? (
              <button
                type="button"
                className="btn small ghost"
                aria-pressed={adjusting}
                onClick={() => {
                  setAdjusting(!adjusting);
                  setDrawing(false);
                }}
              >
                Zones
              </button>
            ) : null}
            <label className="follows">
              <input
                type="checkbox"
                checked={follows}
                onChange={({ target }) => setFollows(target.checked)}
              />{' '}
              Follow the text
            </label>
          </div>
          {adjusting && canEdit ? (
            <ZoneEditor
              session={session}
              leaf={inFile(leaf)}
              zones={zones}
              linked={linked}
              chosen={zoneId}
              drawing={drawing}
              drawn={drawn}
              onChoose={setZoneId}
              onMoving={setMoving}
              onDraw={setDrawing}
            />
          ) : null}
          <LeafLines
            key={leaf.id}
            session={session}
            letterId={letterId}
            leaf={leaf}
            inFile={inFile(leaf)}
            before={images[images.indexOf(leaf) - 1]}
            zones={zones}
            linked={linked}
            recognition={recognitions.data?.find(({ imageId }) => imageId === leaf.id)}
            canEdit={canEdit}
          />
        </>
      ) : leaves.data ? (
        <div className="no-image">
          <p>No facsimile for this leaf. Proofreading against the copy is not possible.</p>
          {leaves.data.mayManage ? (
            <Link
              className="btn small"
              to="/volumes/$editionId/images"
              params={{ editionId: props.editionId }}
              search={{ letter: letterId }}
            >
              Add images
            </Link>
          ) : (
            <p className="quiet">An editor can add one.</p>
          )}
        </div>
      ) : null}
    </section>
  );
}
