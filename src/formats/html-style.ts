/** The look of the page: quiet, readable on a telephone and on paper, light and dark. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c2430; --soft: #5b6675; --line: #e3e7ec; --paper: #ffffff; --panel: #f6f8fa; --good: #137a4a; --warn: #a15c00; --bad: #b42318; --accent: #1f5fbf; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ee; --soft: #98a2b1; --line: #2c3440; --paper: #12161c; --panel: #1a2028; --good: #4cc38a; --warn: #f0b35e; --bad: #ff8a7d; --accent: #7fb0ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.55 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 82rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1 { font-size: 1.65rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .75rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
p { margin: .5rem 0; max-width: 46rem; }
ul { margin: .5rem 0; padding-left: 1.25rem; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .75rem; margin: 1rem 0; }
dl > div { background: var(--panel); border-radius: .5rem; padding: .65rem .85rem; }
dt { color: var(--soft); font-size: .82rem; }
dd { margin: 0; font-weight: 600; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; margin: .75rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { padding: .42rem .55rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: baseline; white-space: nowrap; }
th { color: var(--soft); font-weight: 500; font-size: .82rem; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
td.w { white-space: normal; min-width: 9rem; overflow-wrap: anywhere; }
tfoot td { border-top: 2px solid var(--line); border-bottom: 0; font-weight: 600; }
.good { color: var(--good); } .warn { color: var(--warn); } .bad { color: var(--bad); } .muted { color: var(--soft); } .strong { font-weight: 600; }
.bar { display: inline-block; width: 3.5rem; height: .5rem; margin-right: .5rem; border-radius: .25rem; background: var(--line); overflow: hidden; vertical-align: middle; }
.bar > i { display: block; height: 100%; background: var(--accent); }
.spark { vertical-align: middle; }
.spark path { fill: none; stroke: var(--accent); stroke-width: 1.5; }
figure { margin: 1rem 0; } figcaption { font-weight: 600; margin-bottom: .35rem; }
figure svg { max-width: 100%; height: auto; }
figure text { fill: var(--soft); }
@media (max-width: 72rem) { .late { display: none; } }
@media (max-width: 58rem) { .mid { display: none; } }
@media (max-width: 36rem) { .early { display: none; } main { padding: 1.25rem 1rem 3rem; } h1 { font-size: 1.35rem; } dl { grid-template-columns: 1fr 1fr; } }
@media print { main { max-width: none; padding: 0; } body { font-size: 12px; } .late, .mid { display: none; } h2 { break-after: avoid; } tr { break-inside: avoid; } .scroll { overflow: visible; } }
`;
