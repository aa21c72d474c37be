import { announce } from '../app/announce.js';
import { counted } from './counted.js';

/** So many letters stand in one proof. */
export const mostProofed = 100;

/** Opens the chosen letters in a window of their own, as the volume prints them. */
export function openProof(editionId: string, letterIds: readonly string[]): void {
  if (letterIds.length > mostProofed) {
    announce(`A proof has up to ${mostProofed} letters. Choose fewer.`);
    return;
  }
  const query = letterIds.map((id) => `letter=${encodeURIComponent(id)}`).join('&');
  window.open(`/api/editions/${encodeURIComponent(editionId)}/proof.pdf?${query}`, '_blank', 'noopener');
  announce(`A proof of ${counted(letterIds.length, 'letter')} is being printed in a new window.`);
}
