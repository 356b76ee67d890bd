package import Pages

/// The look of all pages: no file beside the page, fonts of the reader's system, paper as well as screen.
package enum PageStyle {
  package static let css: HTML = """
    :root { --met: #2f7d4f; --unmet: #b3261e; --risk: #d98a00; --pending: #7d9cc0; --nodata: #9a9a9a;
      --exempt: #cfc7b8; --ink: #1c1c1c; --soft: #5c5c5c; --line: #d9d9d9; --paper: #ffffff; --band: #f5f3ef; --seal: #9c1c1c; }
    * { box-sizing: border-box; }
    html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
    body { margin: 0 auto; max-width: 1180px; padding: 28px 32px 48px; color: var(--ink); background: var(--paper);
      font: 14px/1.55 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei",
        "SimHei", system-ui, sans-serif; }
    header { border-bottom: 3px solid var(--seal); padding-bottom: 12px; margin-bottom: 20px; }
    h1 { font-size: 24px; line-height: 1.3; margin: 0 0 4px; }
    h2 { font-size: 17px; margin: 30px 0 8px; padding-left: 9px; border-left: 4px solid var(--seal);
      break-after: avoid; }
    h3 { font-size: 15px; margin: 20px 0 6px; break-after: avoid; }
    p { margin: 4px 0 8px; }
    .warnings { margin: 0 0 14px; padding: 8px 12px; border-left: 4px solid var(--risk); background: #fdf3df; }
    .warnings summary { font-weight: 600; cursor: pointer; }
    .warnings ul { margin: 6px 0 0; padding-left: 20px; }
    .warnings li { margin: 2px 0; break-inside: avoid; }
    .seal { color: var(--seal); }
    .soft { color: var(--soft); }
    .small { font-size: 12px; }
    sup { line-height: 0; color: var(--soft); }
    .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); gap: 12px; margin: 14px 0; }
    .card { border: 1px solid var(--line); border-top: 3px solid var(--soft); padding: 9px 12px; break-inside: avoid; }
    .card b { display: block; font-size: 25px; line-height: 1.25; font-variant-numeric: tabular-nums; }
    .card.met { border-top-color: var(--met); } .card.unmet { border-top-color: var(--unmet); }
    .card.risk { border-top-color: var(--risk); } .card.nodata { border-top-color: var(--nodata); }
    table { border-collapse: collapse; width: 100%; font-size: 13px; }
    thead { display: table-header-group; }
    th { text-align: left; font-weight: 600; background: var(--band); border-bottom: 1px solid #b8b2a6;
      vertical-align: bottom; }
    th, td { padding: 4px 8px; }
    td { border-bottom: 1px solid var(--line); vertical-align: top; }
    tr { break-inside: avoid; }
    th.n, td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    td.w { white-space: nowrap; }
    tr.group td { background: var(--band); font-weight: 600; }
    td.bad { color: var(--unmet); font-weight: 600; }
    td.warn { color: #9a6200; font-weight: 600; }
    td.heat { text-align: center; font-variant-numeric: tabular-nums; white-space: nowrap;
      border: 2px solid var(--paper); }
    td.heat small { display: block; color: var(--soft); font-size: 11px; }
    th.c { text-align: center; }
    .bar { display: flex; height: 11px; width: 130px; background: #ececec; margin-top: 5px; }
    .bar i { display: block; height: 100%; }
    .rate { display: grid; grid-template-columns: 200px 1fr 70px; gap: 10px; align-items: center; margin: 4px 0;
      break-inside: avoid; }
    .rate .track { height: 15px; background: #ececec; position: relative; }
    .rate .track i { display: block; height: 100%; background: var(--met); }
    .rate .track.low i { background: var(--unmet); } .rate .track.mid i { background: var(--risk); }
    .rate b { text-align: right; font-variant-numeric: tabular-nums; }
    .legend span { display: inline-block; margin-right: 14px; white-space: nowrap; }
    .legend i { display: inline-block; width: 11px; height: 11px; margin-right: 5px; }
    .s-met { background: var(--met); } .s-unmet { background: var(--unmet); } .s-pending { background: var(--pending); }
    .s-at_risk { background: var(--risk); } .s-exempt { background: var(--exempt); } .s-no_data { background: var(--nodata); }
    svg.trend { display: block; width: 100%; max-width: 1000px; height: auto; margin: 6px 0; break-inside: avoid; }
    svg.trend text { font-size: 12px; fill: var(--ink); }
    .two { columns: 2; column-gap: 36px; }
    footer { margin-top: 34px; border-top: 1px solid var(--line); padding-top: 10px; }
    code { font: 12px/1.4 ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
    @page { size: A4 landscape; margin: 12mm; }
    @media print { details::details-content { content-visibility: visible; block-size: auto; }
      .warnings ul { columns: 2; column-gap: 28px; }
      body { max-width: none; padding: 0; font-size: 11px; } table { font-size: 10.5px; }
      th, td { padding: 2px 5px; }
      h1 { font-size: 20px; } h2 { font-size: 14px; margin-top: 18px; } .card b { font-size: 19px; } }
    @media (max-width: 720px) { body { padding: 16px; } .two { columns: 1; } .scroll { overflow-x: auto; } }
    """
}
