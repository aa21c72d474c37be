/** How the guide looks: light and dark, on a small screen and on paper. */
export const guideStyle = `
:root { color-scheme: light dark; --rule: light-dark(#d9dddb, #3a4043); --ink: light-dark(#191c1e, #e9e7e2); --quiet: light-dark(#5d6468, #9a9fa1); --paper: light-dark(#fff, #1d2022); --panel: light-dark(#f8f9f8, #181b1c); --link: light-dark(#1c4a86, #96bbee); }
html { scroll-padding-top: 1rem; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: var(--paper); color: var(--ink); }
main { min-width: 0; max-width: 54rem; margin: 0 auto; padding: 1.5rem 1rem 6rem; }
a { color: var(--link); text-underline-offset: 2px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
h1 { margin: 0 0 .5rem; line-height: 1.2; }
h2 { margin: 3rem 0 .5rem; padding-top: 1rem; border-top: 2px solid var(--ink); line-height: 1.25; }
h3 { margin: 0 0 .25rem; font-size: 1.15rem; }
h3 .own { color: inherit; text-decoration: none; }
h3 .own:hover { text-decoration: underline; }
p { margin: .25rem 0 .75rem; }
code, pre, .code { font-family: ui-monospace, monospace; font-size: .9em; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .75rem 0 0; border-left: 3px solid var(--rule); padding: .25rem 0 .25rem .75rem; }
.quiet { color: var(--quiet); }
.contents { background: var(--panel); border-bottom: 1px solid var(--rule); padding: 1rem; }
.contents h2 { margin: 1rem 0 .25rem; padding: 0; border: 0; font-size: 1rem; }
.contents ol { margin: 0; padding: 0; list-style: none; }
.contents li { padding: .15rem 0; }
.contents .letters li { display: inline-block; padding: 0; }
.contents .letters a { display: inline-block; min-width: 1.5rem; line-height: 1.6rem; text-align: center; }
.find { display: grid; gap: .25rem; }
.find label { font-weight: 600; }
.find input { font: inherit; width: 100%; box-sizing: border-box; padding: .35rem .6rem; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: 5px; }
[hidden] { display: none !important; }
section.element { border-top: 1px solid var(--rule); margin-top: 1.5rem; padding-top: 1.25rem; scroll-margin-top: 1rem; }
section.element { position: relative; }
section.element:target::before { content: ""; position: absolute; inset: 1.25rem auto 0 -.6rem; width: 3px; background: var(--link); }
.index { columns: 15rem; column-gap: 2rem; margin: 0; padding: 0; list-style: none; }
.index li { break-inside: avoid; padding: .1rem 0; }
dl { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: .25rem 1rem; margin: 0; }
dt { color: var(--quiet); overflow-wrap: anywhere; }
dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin-top: .75rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--rule); font-weight: normal; overflow-wrap: anywhere; }
thead th { color: var(--quiet); font-size: .875rem; }
@media (min-width: 64rem) {
  body { display: grid; grid-template-columns: 19rem minmax(0, 1fr); }
  .contents { position: sticky; top: 0; height: 100vh; box-sizing: border-box; overflow: auto; border-bottom: 0; border-right: 1px solid var(--rule); }
  main { width: 100%; box-sizing: border-box; padding: 1.5rem 2.5rem 6rem; }
}
@media (max-width: 40rem) {
  dl { grid-template-columns: minmax(0, 1fr); }
  dd { margin-bottom: .35rem; }
  table, tbody, tr, td { display: block; }
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
  tr { border-bottom: 1px solid var(--rule); padding: .35rem 0; }
  th, td { display: inline; padding-right: .5rem; border: 0; }
  td:nth-child(n+3) { display: block; padding: 0; }
}
@media print {
  :root { color-scheme: light; }
  body { display: block; font-size: 9.5pt; }
  main { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  .find, .letters { display: none; }
  .contents { position: static; height: auto; border: 0; padding: 0; background: none; }
  section.chapter { break-before: page; }
  section.element, tr, pre { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
`;
