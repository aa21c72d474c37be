import { type Content, choice, notAllowed, repeat, sequence } from './content.js';

/** `content` without the names that `isKnown` denies, simplified: what they would have made possible is gone. */
export function pruneContent(content: Content, isKnown: (name: string) => boolean): Content {
  const prune = (part: Content) => pruneContent(part, isKnown);
  switch (content.kind) {
    case 'name':
      return isKnown(content.name) ? content : notAllowed;
    case 'sequence':
      return sequence(content.parts.map(prune));
    case 'choice':
      return choice(content.parts.map(prune));
    case 'repeat':
      return repeat(prune(content.part), content.sign);
    default:
      return content;
  }
}
