import Compression
import Digest
import Pages
import Reporting

/// The one style sheet of all pages, under an address that holds its digest: a browser keeps it for good.
enum StyleSheet {
  static let bytes = HTML.joined([PageStyle.css, css]).bytes
  static let compressed = Gzip.compressed(bytes)
  private static let digest = String(SHA256.hex(of: bytes).prefix(16))
  static let address = "/style/\(digest).css"

  static let iconBytes = icon16.bytes
  static let icon = "/style/icon.svg"

  private static let icon16: HTML = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#9c1c1c"/>\
    <path d="M4 11V8h2v3zm3 0V5h2v6zm3 0V7h2v4z" fill="#fff"/></svg>
    """

  /// What the dashboard's pages look otherwise than those of reports, beside what they alone have.
  private static let css: HTML = """
    html { scroll-padding-top: 60px; }
    body { max-width: none; padding: 0; }
    a { color: #14508c; text-decoration: none; } a:hover { text-decoration: underline; }
    a:focus-visible, button:focus-visible, select:focus-visible, input:focus-visible, .scroll:focus-visible {
      outline: 3px solid #14508c; outline-offset: 1px; }
    .skip { position: absolute; left: -999px; } .skip:focus { left: 8px; top: 8px; background: #fff; padding: 6px 10px; z-index: 9; }
    header.top { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 22px; margin: 0; padding: 10px 28px;
      background: var(--paper); border-bottom: 3px solid var(--seal); }
    header.top .product { font-weight: 700; font-size: 16px; color: var(--seal); }
    header.top nav, .sub nav { display: flex; flex-wrap: wrap; gap: 2px 18px; }
    header.top .you { margin-left: auto; } header.top .you a + a { margin-left: 14px; }
    nav a { padding: 3px 0; } nav a[aria-current="page"] { font-weight: 700; color: var(--ink); border-bottom: 2px solid var(--seal); }
    main { display: block; max-width: 1280px; margin: 0 auto; padding: 14px 28px 56px; }
    .path { margin: 0 0 6px; color: var(--soft); }
    h1 { font-size: 24px; margin: 2px 0 4px; } h2 { margin: 28px 0 8px; }
    .standing { display: flex; flex-wrap: wrap; gap: 4px 24px; align-items: baseline; justify-content: space-between; }
    .standing p { margin: 2px 0; } .note { color: #8a4b00; font-weight: 600; }
    .sub { margin: 8px 0 18px; padding: 5px 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
    form.dates, form.filter { margin: 0; }
    form.filter { display: flex; flex-wrap: wrap; gap: 8px 14px; align-items: end; padding: 10px 12px; background: var(--band);
      margin: 0 0 12px; }
    form.filter label { display: block; } form.filter fieldset { border: 0; margin: 0; padding: 0; }
    form.filter legend { padding: 0; } form.filter fieldset label { display: inline-block; margin-right: 10px; }
    select, input[type=text], input[type=password], input[type=search], button { font: inherit; padding: 3px 8px;
      border: 1px solid #8d8d8d; border-radius: 3px; background: #fff; color: var(--ink); max-width: 100%; }
    button { background: var(--seal); border-color: var(--seal); color: #fff; cursor: pointer; }
    .entry { max-width: 460px; } .entry label, .entry small { display: block; } .entry input { width: 100%; }
    .alert { border-left: 4px solid var(--unmet); padding: 6px 12px; } svg.qr { width: 240px; height: 240px; }
    .codes code { font-size: 16px; }
    section { margin: 0 0 22px; }
    .scroll { overflow: auto; max-height: 82vh; border-top: 1px solid var(--line); }
    table { border-collapse: separate; border-spacing: 0; }
    thead th { position: sticky; top: 0; z-index: 2; white-space: nowrap; }
    th[scope=col] { font-size: 12px; }
    tbody th { font-weight: 400; background: var(--paper); border-bottom: 1px solid var(--line); vertical-align: top; }
    tbody th:first-child { position: sticky; left: 0; z-index: 1; min-width: 9em; max-width: 26em; }
    thead th:first-child { left: 0; z-index: 3; }
    tbody tr:hover td, tbody tr:hover th { background: #faf7f0; }
    tbody tr:hover td.h { background-image: none; }
    td small, th small { display: block; color: var(--soft); font-size: 11px; line-height: 1.35; }
    td.w { white-space: nowrap; } td.bars { min-width: 96px; vertical-align: middle; }
    svg.bar { display: block; width: 100%; min-width: 90px; max-width: 220px; height: 11px; background: #ececec; }
    .f-met { fill: var(--met); } .f-unmet { fill: var(--unmet); } .f-pending { fill: var(--pending); }
    .f-at_risk { fill: var(--risk); } .f-exempt { fill: var(--exempt); } .f-no_data { fill: var(--nodata); }
    th.d1 { padding-left: 24px; } th.d2 { padding-left: 40px; } th.d3 { padding-left: 56px; } th.d4 { padding-left: 72px; }
    th.d5 { padding-left: 88px; } th.d6 { padding-left: 104px; }
    td.h { border: 1px solid var(--paper); }
    .h0 { background: hsl(0,55%,86%); } .h1 { background: hsl(12,55%,86%); } .h2 { background: hsl(24,55%,86%); }
    .h3 { background: hsl(36,55%,86%); } .h4 { background: hsl(48,55%,86%); } .h5 { background: hsl(60,55%,86%); }
    .h6 { background: hsl(72,55%,86%); } .h7 { background: hsl(84,55%,86%); } .h8 { background: hsl(96,55%,86%); }
    .h9 { background: hsl(108,55%,86%); } .h10 { background: hsl(120,55%,86%); }
    .mark { white-space: nowrap; } .mark::before { content: ""; display: inline-block; width: 9px; height: 9px; margin-right: 5px;
      border-radius: 2px; background: var(--nodata); }
    .m-met::before { background: var(--met); } .m-unmet::before { background: var(--unmet); border-radius: 50%; }
    .m-at_risk::before { background: var(--risk); transform: rotate(45deg); } .m-pending::before { background: var(--pending); }
    .m-exempt::before { background: var(--exempt); } .m-unmet { color: var(--unmet); font-weight: 600; }
    .m-at_risk { color: #855400; font-weight: 600; }
    .pager { margin: 6px 0 0; display: flex; flex-wrap: wrap; gap: 4px 16px; }
    .pager .file::before { content: "⬇ "; }
    .empty { color: var(--soft); }
    .card b { font-size: 24px; } a.card { color: var(--ink); } a.card:hover { text-decoration: none; border-color: var(--seal); }
    .articles { display: grid; grid-template-columns: repeat(auto-fill, minmax(270px, 1fr)); gap: 12px; }
    .articles > div { border: 1px solid var(--line); border-top: 3px solid var(--soft); padding: 9px 12px; break-inside: avoid; }
    .articles h3 { font-size: 14px; margin: 0 0 2px; } .articles p { margin: 2px 0 6px; }
    .articles .figures { display: flex; gap: 10px; align-items: baseline; } .articles .figures b { font-size: 18px; }
    dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: 4px 18px; margin: 8px 0 14px; }
    dl.facts dt { color: var(--soft); } dl.facts dd { margin: 0; }
    .verdict { border: 1px solid var(--line); border-left: 4px solid var(--soft); padding: 8px 14px; margin: 0 0 16px; }
    .verdict h3 { margin: 2px 0 6px; } .verdict dl.facts { margin-bottom: 4px; }
    .own { white-space: pre-line; border-left: 3px solid var(--line); padding-left: 12px; }
    details.fold > summary { cursor: pointer; color: #14508c; margin: 6px 0; }
    .warnings { margin-top: 8px; }
    @media (max-width: 720px) {
      header.top { padding: 8px 14px; gap: 2px 14px; } header.top .you { margin-left: 0; }
      body { padding: 0; } main { padding: 10px 14px 40px; } h1 { font-size: 20px; }
      .cards { grid-template-columns: repeat(2, 1fr); gap: 8px; } .card b { font-size: 20px; }
      tbody th:first-child { max-width: 11em; min-width: 6em; } th, td { padding: 4px 6px; }
      dl.facts { grid-template-columns: 1fr; } dl.facts dd { margin-bottom: 6px; } nav a, .pager a, select, button { min-height: 30px; }
    }
    @media print {
      header.top nav, .you, .sub, .pager, form, .skip { display: none; } main { padding: 0; max-width: none; }
      .scroll { overflow: visible; max-height: none; } thead th, tbody th:first-child { position: static; }
      a { color: inherit; }
    }
    """
}
