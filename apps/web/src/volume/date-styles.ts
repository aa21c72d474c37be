/** How dates that the editors supply can be written, each with an example. */
export const dateStyles = [
  ['month day, year', 'August 4, 1941'],
  ['day month year', '4 August 1941'],
  ['year-month-day', '1941-08-04'],
] as const;
