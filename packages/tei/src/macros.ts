/** Content models that many elements share. See TEI Guidelines, 1.4.1 Standard Content Models. */
export const macros: Readonly<Record<string, string>> = {
  'macro.abContent': '(text | model.paraPart | ab)*',
  'macro.limitedContent': '(text | model.limitedPhrase | model.inter)*',
  'macro.paraContent': '(text | model.paraPart)*',
  'macro.phraseSeq': '(text | model.gLike | model.attributable | model.phrase | model.global)*',
  'macro.phraseSeq.limited': '(text | model.limitedPhrase | model.global)*',
  'macro.specialPara': '(text | model.gLike | model.phrase | model.inter | model.divPart | model.global)*',
};
