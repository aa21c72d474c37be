import { useRef } from 'react';
import { Button, Dialog, Popover } from 'react-aria-components';
import { useStore } from '../store/use-store.js';
import { crossingChoice, doMarkup } from './do-markup.js';

/** Asks what is to become of a name whose words are partly in another: it is widened, or split into linked parts. */
export function CrossingQuestion() {
  const choice = useStore(crossingChoice);
  const anchor = useRef<HTMLSpanElement>(null);
  function answer(crossing: 'widen' | 'link' | undefined): void {
    crossingChoice.set(undefined);
    if (choice && crossing) doMarkup(choice.session, choice.action, choice.attributes, crossing);
    choice?.session.inHand.focus();
  }
  return (
    <>
      <span ref={anchor} />
      <Popover
        className="popover question"
        placement="bottom end"
        triggerRef={anchor}
        isOpen={choice !== undefined}
        onOpenChange={(open) => (open ? undefined : answer(undefined))}
      >
        <Dialog aria-label="Partly in another element" className="ask">
          <p className="words">
            {choice?.action.label} would hold a part of {choice?.crossed}.
          </p>
          <Button className="btn" autoFocus onPress={() => answer('widen')}>
            Widen over the whole of it
          </Button>
          <Button className="btn" onPress={() => answer('link')}>
            Split in two and link the parts
          </Button>
          <Button className="btn ghost" onPress={() => answer(undefined)}>
            Cancel
          </Button>
        </Dialog>
      </Popover>
    </>
  );
}
