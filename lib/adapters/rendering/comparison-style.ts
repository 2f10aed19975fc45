/** How a comparison looks as a file: on screen in both themes, and on A4 or Letter. */
export const COMPARISON_STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#14181b, #e9edf0); --muted: light-dark(#545d66, #a0a9b1);
  --paper: light-dark(#fff, #15191c); --line: light-dark(#dfe3e6, #2a3136); --in: light-dark(#e5f4ea, #14291c);
  --in-ink: light-dark(#1b6e3a, #6fce91); --out: light-dark(#fdeae8, #381815); --out-ink: light-dark(#b3261e, #ff9389);
  --review: light-dark(#865200, #f0b455); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 14px/20px system-ui, sans-serif; }
main { max-width: 1120px; margin: 0 auto; padding: 24px 16px; }
h1 { font-size: 20px; line-height: 28px; margin: 0 0 8px; }
h2 { font-size: 16px; margin: 24px 0 8px; }
h3 { font-size: 12px; font-weight: 500; color: var(--muted); margin: 0 0 4px; }
code { font: 12px/16px ui-monospace, monospace; overflow-wrap: anywhere; }
.level { font-weight: 600; }
.warning { color: var(--review); }
.muted, .label, summary { color: var(--muted); }
.label { display: none; font-size: 12px; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 0 32px; }
.sides > * { min-width: 0; }
.clause { border-top: 1px solid var(--line); padding: 12px 0; }
.text { font: 16px/26px ui-serif, Georgia, serif; overflow-wrap: anywhere; }
.text.whole { white-space: pre-line; }
ins, del { border-radius: 3px; }
ins { background: var(--in); text-decoration: underline 2px var(--in-ink); text-underline-offset: 3px; }
del { background: var(--out); text-decoration: line-through var(--out-ink); }
.hidden { border: 1px solid var(--review); color: var(--review); border-radius: 3px; padding: 0 3px; }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: start; vertical-align: top; padding: 6px 12px 6px 0; border-top: 1px solid var(--line); }
thead th { color: var(--muted); font-weight: 500; }
tbody th { font-weight: 400; width: 34%; }
details { border-top: 1px solid var(--line); padding: 8px 0; }
@media (max-width: 720px) { .sides { grid-template-columns: 1fr; gap: 8px; } .label { display: block; } }
@media print {
  :root { color-scheme: light; }
  main { max-width: none; padding: 0; }
  .clause, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  details:not([open])::details-content { content-visibility: visible; }
}
@page { margin: 18mm; }
`
