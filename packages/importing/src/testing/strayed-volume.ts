/** The text of a printed volume: two letters of which the second has lost its number, and a line that belongs to nothing. */
export const strayedVolume = `# LETTERS FROM THE HARBOUR

Printed for the Society 1903

# DOCUMENTS

A line that strayed here.

No. 1

*Received on August 4, 1841*

**A. ADAMS TO B. BOWEN**

My dear Mr Bowen,

The ship came in this morning.

A. ADAMS

*Received on August 9, 1841*

**B. BOWEN TO A. ADAMS**

I am glad of it.

B. BOWEN
`;
