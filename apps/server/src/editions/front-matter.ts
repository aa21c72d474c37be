/** What the volume's own file is called where letters are called by their titles. */
export const frontMatterTitle = 'Front matter and notes';
