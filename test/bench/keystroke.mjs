/** A place in the middle of the letter's middle run of plain text, where a person might type. */
export function textPosition(doc) {
  const runs = [];
  doc.descendants((node, position) => {
    if (node.isText && node.marks.length === 0 && node.text.length > 40) runs.push(position + 20);
  });
  const place = runs[runs.length >> 1];
  if (place === undefined) throw new Error('The letter has no running text.');
  return place;
}

/** One letter typed at a position: a step as JSON, as clients send it. */
export function keystroke(position) {
  return {
    stepType: 'replace',
    from: position,
    to: position,
    slice: { content: [{ type: 'text', text: 'x' }] },
  };
}
