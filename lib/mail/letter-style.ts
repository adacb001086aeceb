import type { CSSProperties } from "react";

// The site's colours. Mail programs know little CSS: light ones inline, dark ones in a style sheet.
export const colours = {
  ink: "#15172b",
  softInk: "#4a4d63",
  paper: "#fdfbf6",
  deepPaper: "#f3eee2",
  line: "#dcd6c8",
  accent: "#2b3fd1",
  onAccent: "#ffffff",
};

export const styleSheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .deep { background-color: #0c0d16 !important; }
  .paper { background-color: #12131f !important; border-color: #34374d !important; }
  .ink { color: #f3f0e8 !important; }
  .soft { color: #bdbbb6 !important; border-color: #34374d !important; }
  .quotation { background-color: #1d1f30 !important; border-color: #a9b5ff !important; }
  .link { color: #a9b5ff !important; }
  .button { background-color: #a9b5ff !important; border-color: #a9b5ff !important; }
  .button a { color: #12131f !important; background-color: #a9b5ff !important; }
}`;

export const fontFamily =
  "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', Verdana, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

export const text: CSSProperties = {
  margin: "0 0 16px",
  fontFamily,
  fontSize: "17px",
  lineHeight: "1.55",
  color: colours.ink,
  overflowWrap: "anywhere",
  wordBreak: "break-word",
};

export const smallText: CSSProperties = {
  ...text,
  margin: "0 0 8px",
  fontSize: "14px",
  color: colours.softInk,
};
