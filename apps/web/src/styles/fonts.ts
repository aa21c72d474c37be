/* EB Garamond is part of the product: nothing is fetched from elsewhere. Each face is cut by script, and the browser
   loads a cut only when the page holds one of its characters. */
import '@fontsource/eb-garamond/400.css';
import '@fontsource/eb-garamond/400-italic.css';
import '@fontsource/eb-garamond/500.css';
import '@fontsource/eb-garamond/600.css';
import '@fontsource/eb-garamond/700.css';
