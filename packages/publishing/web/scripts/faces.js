// Asks for the faces that every page begins with at once, and not only when the page has been laid out: a face that is there when the
// page is first drawn moves no line. A folder on disk has nothing to wait for, and browsers refuse to fetch fonts ahead from there.
if (location.protocol !== 'file:' && document.currentScript instanceof HTMLScriptElement) {
  for (const face of ['400', '500']) {
    const link = document.createElement('link');
    link.rel = 'preload';
    link.as = 'font';
    link.type = 'font/woff2';
    link.crossOrigin = 'anonymous';
    link.href = new URL(`fonts/eb-garamond-latin-${face}-normal.woff2`, document.currentScript.src).href;
    document.head.append(link);
  }
}
