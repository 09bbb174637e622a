// The look of letters. Mail programs drop style sheets, so each element bears its own style; ours are few and known, so they are
// written where they stand and no program puts them there. The one sheet is for dark screens, and for programs that know it.

const SERIF = "font-family:Georgia,'Times New Roman',serif"
const SANS = 'font-family:Helvetica,Arial,sans-serif'

/** By what it is for. */
export const MAIL_STYLE = {
  page: `margin:0;padding:0;background:#fdfcf9;color:#1d1c1a;${SERIF};font-size:17px;line-height:1.55`,
  outer: 'width:100%;border-collapse:collapse;background:#fdfcf9',
  gutter: 'padding:0 16px',
  column: 'width:100%;max-width:640px;margin:0 auto;border-collapse:collapse;text-align:left',
  cell: `padding:20px 0 32px;color:#1d1c1a;${SERIF};font-size:17px;line-height:1.55;overflow-wrap:break-word;word-break:break-word`,
  top: `margin:0 0 24px;${SANS};font-size:13px;line-height:1.5;color:#5c5850`,
  h1: `margin:0 0 6px;${SERIF};font-size:28px;line-height:1.2;font-weight:bold;color:#1d1c1a`,
  h2: `margin:32px 0 14px;padding-top:8px;border-top:3px solid #1d1c1a;${SANS};font-size:14px;line-height:1.4;font-weight:bold;letter-spacing:.06em;color:#1d1c1a`,
  h3: `margin:0 0 10px;${SERIF};font-size:21px;line-height:1.25;font-weight:bold;color:#1d1c1a`,
  p: 'margin:0 0 14px',
  meta: `margin:0 0 14px;${SANS};font-size:13px;line-height:1.5;color:#5c5850`,
  dashes: 'width:100%;border-collapse:collapse;margin:0 0 4px',
  dash: `width:26px;padding:0;vertical-align:top;color:#5c5850;${SERIF};font-size:17px;line-height:1.55`,
  item: `padding:0 0 12px;vertical-align:top;color:#1d1c1a;${SERIF};font-size:17px;line-height:1.55`,
  claim: 'margin:0 0 6px;font-weight:bold',
  own: 'margin:0 0 14px;padding-left:12px;border-left:3px solid #d9d4c8;font-style:italic',
  box: 'margin:0 0 20px;padding:12px 16px;border:2px solid #7a2118',
  a: 'color:#7a2118;text-decoration:underline',
  sup: `${SANS};font-size:11px;line-height:1;vertical-align:super`,
  note: `margin:0 0 8px;${SANS};font-size:13px;line-height:1.5;color:#1d1c1a`,
  foot: `margin:32px 0 0;padding-top:12px;border-top:1px solid #d9d4c8;${SANS};font-size:13px;line-height:1.6;color:#5c5850`,
  img: 'display:block;max-width:100%;height:auto;border:0;background:#fdfcf9;color:#5c5850',
  button: `display:inline-block;padding:11px 18px;background:#7a2118;color:#ffffff;${SANS};font-size:16px;font-weight:bold;text-decoration:none`,
  hidden: 'display:none;max-height:0;overflow:hidden;font-size:1px;line-height:1px;color:#fdfcf9',
} as const

/** For dark screens: it must outdo the styles of the elements. Without quotation marks and angle brackets, which a page would escape. */
export const DARK_SHEET = `:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page, .outer { background: #191816 !important; }
  .page, .cell, .ink { color: #e9e5dc !important; }
  .soft { color: #b0a99b !important; }
  .rule { border-color: #3d3a34 !important; }
  .head { color: #e9e5dc !important; border-color: #e9e5dc !important; }
  .box { border-color: #f0a898 !important; }
  a.link { color: #f0a898 !important; }
  a.button { background: #f0a898 !important; color: #191816 !important; }
}
@media (max-width: 480px) { .dash { width: 20px !important; } h1.ink { font-size: 24px !important; } }`
