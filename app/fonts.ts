import localFont from "next/font/local";

/** Atkinson Hyperlegible Next, made by the Braille Institute to be read by everyone (SIL Open Font License). */
export const hyperlegible = localFont({
  src: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
  weight: "200 800",
  variable: "--font-hyperlegible",
  // Where it comes late, the page stays as it is and the next one has it: nothing moves under a reader.
  display: "optional",
});
